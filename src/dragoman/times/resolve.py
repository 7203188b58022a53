"""What a meaning says, given the day of publication, the text before it and the tense around it.

One function an operation, named as the rules' `make` names it. Nothing is invented: what needs the
published day or an earlier expression and has none stays without value, with a note that says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from dragoman.model import TimexType
from dragoman.times import calendar as cal
from dragoman.times.grammar import Meaning

NEEDS_PUBLISHED = "needs the published date"
NEEDS_EARLIER = "needs an earlier expression"
NO_SUCH_DAY = "no such day"


# TIMEX3's words for "earlier" and "later" in a period.
PARTS = {"EARLIER": "START", "LATER": "END"}


class Value(NamedTuple):
    """A resolved expression: what `TimeExpression` holds, and the unit that it is counted in."""

    type: TimexType
    value: str | None
    earliest: date | None = None
    latest: date | None = None
    mod: str | None = None
    note: str | None = None
    unit: str = ""


class Context:
    """What resolving may look at.

    `previous` is the last dated expression before this one, `previous_day` the last single day, `near_day`
    that day where it stands close by, `section_day` the one that a heading names, `story_year` the year
    that opened the sentences told; `fronted` tells that the expression opens its sentence;
    `clock_days` are the days of the times of day so far; `part` is the
    quarter or half year that figures are given for, `fiscal_start` the month that a fiscal year begins in,
    where the text tells it.
    """

    def __init__(self, published: date | None, order: str) -> None:
        """`order` is "dmy" or "mdy": how the document writes its numeric dates."""
        self.published = published
        self.order = order
        self.previous: Value | None = None
        self.previous_day: Value | None = None
        self.near_day: Value | None = None
        self.section_day: Value | None = None
        self.story_year: int | None = None
        self.fronted = False
        self.clock_day: Value | None = None
        self.clock_days: dict[str, Value] = {}
        self.part: Value | None = None
        self.fiscal_start: int | None = None
        self.tense: Callable[[], int] = lambda: 0

    def direction(self, given: dict[str, Any]) -> int:
        """-1 for the past, 1 for the future, 0 where nothing tells: the rule's word or the verb's tense."""
        return given["lean"] if "lean" in given else self.tense()


def dated(found: cal.Period, kind: TimexType = "DATE", mod: str | None = None) -> Value:
    """A period as a value."""
    return Value(kind, found.value, found.earliest, found.latest, mod, None, found.unit)


def unresolved(note: str, kind: TimexType = "DATE") -> Value:
    """An expression whose value cannot be known."""
    return Value(kind, None, note=note)


def modify(inner: Value, mod: str, context: Context) -> Value:
    """The early, middle or late part of a value, or one that is only about it.

    "Earlier this week" ends, and "later this week" begins, with the published day.
    """
    if inner.earliest is None or inner.latest is None or inner.value is None:
        return inner._replace(mod=PARTS.get(mod, mod))
    today = context.published
    if mod in PARTS and today and inner.earliest <= today <= inner.latest:
        bounds = {"latest": today} if mod == "EARLIER" else {"earliest": today}
        return inner._replace(mod=PARTS[mod], **bounds)  # type: ignore[arg-type]
    mod = PARTS.get(mod, mod)
    if mod in ("START", "MID", "END"):
        found = cal.thirds(cal.Period(inner.value, inner.earliest, inner.latest, inner.unit), mod)
        inner = inner._replace(earliest=found.earliest, latest=found.latest)
    return inner._replace(mod=mod)


def resolve(meaning: Meaning, context: Context) -> Value:
    """The value of a meaning in its context."""
    from dragoman.times.operations import OPERATIONS

    return OPERATIONS[meaning.make](meaning.slots, context)
