"""What is read from one document.

Values are frozen, and every span is one of the document's text (see `document`).

A field that was concluded rather than read says so: `basis` maps a field's name to what it rests
on, and `Basis.inferred` is true where no words of the document state it.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from dragoman.model.document import Basis, Day, Document, Span

EngagementKind = Literal["meeting", "visit", "call", "talks", "summit", "dialogue", "signing", "other"]
Status = Literal["announced", "underway", "held", "postponed", "cancelled", "failed"]
ActorKind = Literal["person", "office", "organisation", "state", "group"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeExpression(Span, frozen=True):
    """A time expression: TIMEX3 type and value, and the first and last day that it can mean.

    `value` is None where it cannot be resolved; `note` then says why ("needs the published
    date"). `earliest` and `latest` are None where unbounded or unknown. `mod` is TIMEX3's mod
    (START, MID, END, APPROX, BEFORE, AFTER, ...) or None.
    """

    type: TimexType
    value: str | None
    earliest: Day | None = None
    latest: Day | None = None
    mod: str | None = None
    note: str | None = None


class Place(Span, frozen=True):
    """A place named in a document, as resolved in the gazetteer.

    `country` is ISO 3166 alpha-3 (Kosovo is XKX) or None; coordinates are degrees (WGS 84) or
    None; `geonameid` is None for what GeoNames lacks. `use` is "location" where the words locate
    something ("in Niamey"), "modifier" where they say whose or from where ("Nigerien exports",
    "Dubai Police"), "actor" where a country's name stands for its government ("Niger said").
    `within` is the name of the place whose point stands for one that has none known.
    """

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    use: Literal["location", "modifier", "actor"] = "location"
    within: str | None = None


class Actor(Struct, frozen=True):
    """A person, an office, an organisation, a state or a group, with its mentions in a document.

    `country` is ISO 3166 alpha-3, or PLOVER's code for what is no state (IGO, UNO, EUR, NGO, MNC,
    ...). `organisation` is the usual acronym or name of the body that the actor is or acts for
    ("EU", "UN", "NATO", "U.S. Africa Command"), None where it acts for a state as such.
    `sector` is PLOVER's, `secondary` its secondary codes. `role` is the title as written, without
    the adjective of nationality. `basis` says what each conclusion rests on, a line each.
    """

    id: str
    kind: ActorKind
    name: str
    role: str | None = None
    country: str | None = None
    sector: str | None = None
    secondary: tuple[str, ...] = ()
    organisation: str | None = None
    mentions: tuple[Span, ...] = ()
    basis: tuple[str, ...] = ()


class Code(Struct, frozen=True):
    """What one actor did to another by PLOVER: `event` is None where nothing codable passes.

    `auxiliary` holds any of historical, future, hypothetical, negation. `confidence` is the
    calibrated probability (0 to 1) that `event` is right.
    """

    event: str | None
    mode: str | None = None
    auxiliary: tuple[str, ...] = ()
    confidence: float = 0.0


class Event(Struct, frozen=True):
    """A PLOVER event: `actors` did `type` (in `mode`) to `recipients`; both hold ids of actors."""

    id: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    confidence: float
    evidence: tuple[Span, ...]
    context: tuple[str, ...] = ()
    auxiliary: tuple[str, ...] = ()
    date: Day | None = None
    enddate: Day | None = None
    place: Location | None = None
    basis: dict[str, Basis] = field(default_factory=dict)


class Location(Struct, frozen=True):
    """Where something happens: a name and a country (ISO 3166 alpha-3), with what is known of it."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None


class Participant(Struct, frozen=True):
    """One who takes part in an engagement, or speaks.

    `country` is ISO 3166 alpha-3, or the acronym of the organisation acted for ("EU", "UN").
    `side` tells delegations apart: "visitor" and "host" where known, else "a", "b", ...; None
    where there is nothing to tell. `actor` is the id of the document's actor. `inferred` is true
    where the words of the engagement do not name the participant and the document implies it.
    """

    name: str
    role: str | None = None
    country: str | None = None
    side: str | None = None
    sector: str | None = None
    actor: str | None = None
    inferred: bool = False
    spans: tuple[Span, ...] = ()


class Engagement(Struct, frozen=True):
    """A meeting, visit, call, talks, summit, dialogue or signing, in its state as of publication.

    `start` and `end` are the first and last day (equal for a single day), None where the text
    gives no day; `end` alone is None where the text gives only the first ("since July 2023").
    `earliest` and `latest` bound a day that is not given as far as known, and are never a date
    given. Postponed and cancelled engagements keep the planned dates; `new_start` and `new_end`
    hold the new ones where the text gives them. `date_text` is the phrase for the time.
    `mediators` are no side. `evidence` are the words that tell of it, most telling first.
    """

    id: str
    kind: EngagementKind
    status: Status
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
    basis: dict[str, Basis] = field(default_factory=dict)


class Statement(Struct, frozen=True):
    """Who said what to whom. `act` is one of the lexicon's acts (reaffirm, condemn, deny, ...).

    `reporters` is the chain of attribution from the nearest to the farthest ("according to ANP,
    quoting the Pentagon" gives ANP, the Pentagon); `quoted` is true for the speaker's own words.
    """

    id: str
    act: str
    speaker: Participant | None
    content: Span
    addressee: Participant | None = None
    reporters: tuple[str, ...] = ()
    quoted: bool = False
    negated: bool = False
    date: Day | None = None
    evidence: tuple[Span, ...] = ()


class Reading(Struct, frozen=True):
    """All that was read from one document. What `dragoman read --format json` prints."""

    document: Document
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
