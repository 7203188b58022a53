"""What the check says of one place in a brief."""

from typing import Literal

from msgspec import Struct

Kind = Literal[
    "date",
    "place",
    "number",
    "name",
    "role",
    "demonym",
    "organisation",
    "polarity",
    "direction",
    "status",
    "attribution",
    "quotation",
    "unsupported",
    "loaded",
    "omitted",
]
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class Finding(Struct, frozen=True):
    """One slip or doubt: where it stands in the brief, what the source says, and how to mend it.

    Offsets count characters of the brief's and the source's cleaned text. `source` names the
    source (a path, a URL, a record of the ledger) or is None where the brief itself and what is
    known beforehand show the slip. An omission has `start` = `end` = the end of the brief.
    `message` is a sentence for a person; `correction` replaces `text` and is None where there is
    none to give.
    """

    kind: Kind
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    source: str | None = None
    source_start: int | None = None
    source_end: int | None = None
    source_text: str | None = None
    correction: str | None = None
