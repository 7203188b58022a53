"""The vocabulary: one set of words for the code, the JSON, the database and the pages.

`document` holds a document and its words, `reading` what is read from it, `record` what the ledger
makes of many. Import the names from here: `from dragoman.model import Engagement`.
"""

from dragoman.model.document import Attribution, Basis, Day, Document, Span
from dragoman.model.reading import (
    Actor,
    ActorKind,
    Code,
    Engagement,
    EngagementKind,
    Event,
    Location,
    Participant,
    Place,
    Reading,
    Statement,
    Status,
    TimeExpression,
    TimexType,
)
from dragoman.model.record import (
    Change,
    ChangeKind,
    Dossier,
    FieldValue,
    Found,
    Hit,
    Judgement,
    JudgementKind,
    Record,
    RecordKind,
    Report,
    Source,
    Witness,
)

__all__ = [
    "Actor",
    "ActorKind",
    "Attribution",
    "Basis",
    "Change",
    "ChangeKind",
    "Code",
    "Day",
    "Document",
    "Dossier",
    "Engagement",
    "EngagementKind",
    "Event",
    "FieldValue",
    "Found",
    "Hit",
    "Judgement",
    "JudgementKind",
    "Location",
    "Participant",
    "Place",
    "Reading",
    "Record",
    "RecordKind",
    "Report",
    "Source",
    "Span",
    "Statement",
    "Status",
    "TimeExpression",
    "TimexType",
    "Witness",
]
