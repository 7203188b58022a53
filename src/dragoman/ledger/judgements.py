"""Judgements: what a person decided, as reports of their own.

A judgement names reports, not records: records are made of reports, and may be made otherwise when
more come. So "these two are not the same" holds for all that was known of both, whatever follows.
"""

import datetime
from collections.abc import Iterable

from dragoman.errors import UsageError
from dragoman.ledger.documents import digest
from dragoman.ledger.merging import span
from dragoman.model import Judgement, JudgementKind, Record

_KINDS = ("meeting", "visit", "call", "talks", "summit", "dialogue", "signing", "other", "event")
_STATUSES = ("announced", "underway", "held", "postponed", "cancelled", "failed")


def make(
    kind: JudgementKind,
    left: Iterable[str],
    right: Iterable[str] = (),
    *,
    field: str | None = None,
    value: str | None = None,
    author: str | None,
    because: str | None,
    at: datetime.datetime,
) -> Judgement:
    """Make a judgement; its id is a hash of what it says and when."""
    one, two = tuple(left), tuple(right)
    said = (kind, *one, "/", *two, field or "", value or "", author or "", because or "", at.isoformat())
    return Judgement(digest("j", *said), kind, one, two, field, value, author, because, at)


def check_correction(record: Record, field: str, value: str) -> None:
    """Raise UsageError where `field` is none of the record's, or `value` makes no sense for it."""
    known = sorted({*record.fields, "kind", "status", "when", "place", "venue"} - {"topics"})
    if field not in known:
        raise UsageError(f"no field {field!r} in {record.id}: one of {', '.join(known)}")
    if field == "when" and span(value)[0] is None:
        raise UsageError(f"{value!r} is no day: write 2024-04-25, or 2024-04-29/2024-05-05 for several")
    choices = {"kind": _KINDS, "status": _STATUSES}.get(field)
    if choices and value not in choices:
        raise UsageError(f"{value!r} is no {field}: one of {', '.join(choices)}")
    if not value.strip():
        raise UsageError("give the value that is right")
