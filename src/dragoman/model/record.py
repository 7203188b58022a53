"""What the ledger makes of many documents.

A Report is what one document says of one happening; it never changes. A Record is what all reports
of a happening add up to; it is derived, and says of every value who reported it in which words.
Days are calendar days where the thing happens, as far as the documents tell.
"""

import datetime
from typing import Literal

from msgspec import Struct

from dragoman.model.document import Day, Span
from dragoman.model.reading import Location, Participant, Status

RecordKind = Literal["meeting", "visit", "call", "talks", "summit", "dialogue", "signing", "other", "event"]
ChangeKind = Literal[
    "announced",
    "reported",
    "underway",
    "held",
    "postponed",
    "cancelled",
    "failed",
    "date set",
    "date moved",
    "place changed",
    "participant added",
    "contradicted",
    "corrected",
]
JudgementKind = Literal["same", "different", "correct", "dossier"]


class Source(Struct, frozen=True):
    """A document as cited: what is known of it, without its text.

    `official` is the country (ISO 3166 alpha-3) or organisation that the publisher speaks for,
    None for everyone else. `copy_of` is the id of the document whose body this one repeats (a wire
    copy), None where it is the original: a copy is no further witness. `outlet` names who
    publishes, as far as known: publisher, site or attributed source.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Day | None = None
    language: str = "en"
    location: str | None = None
    official: str | None = None
    copy_of: str | None = None


class Report(Struct, frozen=True):
    """One document's account of one engagement or event. Never changed once filed.

    `kind` is the engagement's kind, or "event"; then `type`, `mode` and `context` are PLOVER's, and
    participants stand on the sides "actor" and "recipient". `status` is the state as of the
    document's publication; an event that is not in the future is "held". Days are as in
    Engagement. `evidence` are the words, most telling first, with their place in the document.
    """

    id: str
    document: Source
    kind: RecordKind
    status: Status
    type: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    countries: tuple[str, ...] = ()
    place: Location | None = None
    venue: str | None = None
    start: Day | None = None
    end: Day | None = None
    earliest: Day | None = None
    latest: Day | None = None
    new_start: Day | None = None
    new_end: Day | None = None
    date_text: str | None = None
    topics: tuple[str, ...] = ()
    announced_by: str | None = None
    mediators: tuple[Participant, ...] = ()
    evidence: tuple[Span, ...] = ()


class Witness(Struct, frozen=True):
    """Who reports a value, and in which words.

    `report` and `document` are ids, `words` the first evidence. `independent` is false for a copy
    of another witness's text and for a second document of the same outlet. `author` is set only
    where the value is a person's correction, and `words` is then their reason.
    """

    report: str
    document: str
    outlet: str | None = None
    url: str | None = None
    published: Day | None = None
    words: str | None = None
    official: bool = False
    independent: bool = True
    author: str | None = None


class FieldValue(Struct, frozen=True):
    """One value reported for a field of a record, by whom; `preferred` says why it leads, if so."""

    value: str
    witnesses: tuple[Witness, ...]
    preferred: str | None = None

    @property
    def count(self) -> int:
        """How many independent witnesses report it."""
        return sum(witness.independent for witness in self.witnesses)


class Record(Struct, frozen=True):
    """All that is reported of one engagement or event, with the values preferred.

    `fields` maps a field's name ("when", "place", "participants.lavrov.role", ...) to its values,
    the preferred one first. `status` is the last state reported; `unreported` is true where that
    is "announced", the day has passed, and no report says that it took place. `start` to `end` is
    None where no report gives a day; `earliest` and `latest` then bound it. `end` alone is None where
    no report tells it ("since July 2023"), which the field "when" writes as "2023-07-01/..". `rules`
    is the version of the matching rules. `title` is a line for people, made from the preferred values.
    """

    id: str
    kind: RecordKind
    status: Status
    title: str
    start: Day | None = None
    end: Day | None = None
    earliest: Day | None = None
    latest: Day | None = None
    date_text: str | None = None
    type: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    place: Location | None = None
    venue: str | None = None
    participants: tuple[Participant, ...] = ()
    mediators: tuple[Participant, ...] = ()
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    unreported: bool = False
    witnesses: int = 0
    reports: tuple[Report, ...] = ()
    fields: dict[str, tuple[FieldValue, ...]] = {}
    rules: str = ""


class Change(Struct, frozen=True):
    """What became known of a record, and when.

    `at` is when the ledger learnt it (UTC), `published` the day of the document that says so.
    `report` is the report it rests on; `record` the record that this report belongs to today.
    `before` and `after` are values of `field`, None where there was or is none.
    """

    id: str
    at: datetime.datetime
    kind: ChangeKind
    record: str
    title: str
    published: Day | None = None
    field: str | None = None
    before: str | None = None
    after: str | None = None
    report: str | None = None
    source: Source | None = None
    words: str | None = None


class Judgement(Struct, frozen=True):
    """A person's decision: two records are the same or different, or a value is wrong.

    `left` and `right` are ids of reports (for "correct", `left` alone): records come and go with
    their reports, reports stay. `withdrawn` is when it was taken back, None while it holds.
    """

    id: str
    kind: JudgementKind
    left: tuple[str, ...]
    right: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    author: str | None = None
    because: str | None = None
    at: datetime.datetime | None = None
    withdrawn: datetime.datetime | None = None


class Dossier(Struct, frozen=True):
    """Records that belong to one story, in order of time.

    `name` is made from the parties and the topic, or given by a person (`named` is then true).
    `parties` are countries or organisations, `records` ids, `start` and `end` the first and last
    day of any of them.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    records: tuple[str, ...]
    start: Day | None = None
    end: Day | None = None
    named: bool = False


class Hit(Struct, frozen=True):
    """One thing found: a record or a document, its score (greater is better) and telling words."""

    score: float
    words: str | None = None
    record: Record | None = None
    source: Source | None = None


class Found(Struct, frozen=True):
    """What a search found: how many in all (exact), and the ones asked for, best first."""

    total: int
    hits: tuple[Hit, ...]
