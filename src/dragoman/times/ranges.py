"""Expressions made of others: early and late, the end of, since and until, from one to another.

A range's value is ISO 8601's interval ("2024-04-29/2024-05-03"): TIMEX3 marks the two ends apart,
which loses that they are one. An open range keeps its end's value and says the side in `mod`
(ON_OR_AFTER, ON_OR_BEFORE, AFTER, BEFORE).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.times import calendar as cal
from dragoman.times.grammar import Meaning
from dragoman.times.resolve import NEEDS_PUBLISHED, NO_SUCH_DAY, Context, Value, modify, resolve, unresolved

Slots = dict[str, Any]


def modified(slots: Slots, context: Context) -> Value:
    """ "early March", "late last year", "the end of the week", "about 1998", "more than a decade ago"."""
    return modify(resolve(slots["item"], context), slots["mod"], context)


def same(slots: Slots, context: Context) -> Value:
    """An expression with words around it that add nothing."""
    return resolve(slots["item"], context)


def last_before(inner: Value) -> date | None:
    """The last day before a time; "before the end of January" still holds January."""
    if inner.mod == "END":
        return inner.latest
    return cal.plus_days(inner.earliest, -1) if inner.earliest else None


def opened(slots: Slots, context: Context) -> Value:
    """ "since July 2023", "until Friday", "by the end of the year"."""
    inner = resolve(slots["item"], context)
    side = slots["side"]
    if inner.type in ("DURATION", "SET") or inner.unit == "ref" or inner.value is None or "/" in inner.value:
        return inner
    earliest, latest = {
        "ON_OR_AFTER": (inner.earliest, None),
        "AFTER": (cal.plus_days(inner.latest, 1) if inner.latest else None, None),
        "ON_OR_BEFORE": (None, inner.latest),
        "BEFORE": (None, last_before(inner)),
    }[side]
    return inner._replace(earliest=earliest, latest=latest, mod=inner.mod or side)


def between(slots: Slots, context: Context) -> Value:
    """ "August 22 to 26", "from April 29 to May 3", "du 3 au 5 avril 2024": one stretch with both ends."""
    first, second = ends(slots)
    start = resolve(first, context)
    end = resolve(second, context)
    if start.earliest and end.latest and end.latest < start.earliest and "year" not in second.slots:
        end = resolve(after(second, start), context)
        if end.latest and end.latest < start.earliest and "year" in first.slots:
            return unresolved("the end lies before the beginning")
    if start.earliest and end.latest and end.latest < start.earliest:
        earlier = first._replace(slots={**first.slots, "year": end.latest.year - 1})
        start = resolve(earlier, context)
    if start.value is None or end.value is None:
        return unresolved(start.note or end.note or NO_SUCH_DAY)
    note = start.note or end.note
    kind = "TIME" if "TIME" in (start.type, end.type) else "DATE"
    return Value(kind, f"{start.value}/{end.value}", start.earliest, end.latest, None, note, end.unit)  # type: ignore[arg-type]


def after(second: Meaning, start: Value) -> Meaning:
    """The second end in the year, or the week, that begins with the first."""
    assert start.earliest is not None
    if second.make == "weekday":
        return Meaning("away", {"item": second, "unit": "week", "dir": 1, "n": 1})
    return second._replace(slots={**second.slots, "year": start.earliest.year + (second.make == "calendar")})


def ends(slots: Slots) -> tuple[Meaning, Meaning]:
    """Both ends, each with what the other says for both: month and year ("22 to 26 August 2024")."""
    if "a" in slots:
        first, second = slots["a"], slots["b"]
        share = (
            {k: v for k, v in second.slots.items() if k in ("year", "yy")}
            if first.make == second.make
            else {}
        )
        if "month" not in first.slots and "month" in second.slots and first.make == "calendar":
            share["month"] = second.slots["month"]
        one, two = dict(first.slots), dict(second.slots)
        if not ({"year", "yy"} & one.keys()) and share:
            one = {**share, **one}
            if "year" in share and one.get("month", 0) > two.get("month", 13):
                one["year"] = int(share["year"]) - 1
        elif {"year", "yy"} & one.keys() and not ({"year", "yy"} & two.keys()) and second.make == "calendar":
            two = {**{k: one[k] for k in ("year", "yy") if k in one}, **two}
            if two.get("month", 13) < one.get("month", 0):
                two["year"] = int(one.get("year", 0)) + 1
        return Meaning(first.make, one), Meaning(second.make, two)
    shared = {k: slots[k] for k in ("month", "year", "yy", "lean") if k in slots}
    first_month = {"month": slots["month1"]} if "month1" in slots else {}
    one = {**shared, "day": slots["day1"], **first_month}
    two = {**shared, "day": slots["day2"]}
    return Meaning("calendar", one), Meaning("calendar", two)


def years(slots: Slots, _context: Context) -> Value:
    """ "1998-99", "1994-1997", "2023/24"."""
    first = int(slots["year1"])
    second = int(slots["year2"]) if "year2" in slots else first // 100 * 100 + int(slots["yy2"])
    if second <= first or second - first > 400:
        return unresolved("no range of years")
    start, end = cal.year_period(first), cal.year_period(second)
    return Value("DATE", f"{start.value}/{end.value}", start.earliest, end.latest, unit="year")


def clocks(slots: Slots, context: Context) -> Value:
    """ "from 3 to 4 p.m.", "de 10h à 12h"."""
    start = resolve(slots["a"], context)
    if start.earliest:
        context.near_day = Value("DATE", start.earliest.isoformat(), start.earliest, start.latest, unit="day")
    end = resolve(slots["b"], context)
    if not start.value or not end.value:
        return unresolved(start.note or end.note or NEEDS_PUBLISHED, "TIME")
    return Value("TIME", f"{start.value}/{end.value}", start.earliest, end.latest, unit="day")


RANGES: dict[str, Callable[[Slots, Context], Value]] = {
    "modified": modified,
    "same": same,
    "opened": opened,
    "between": between,
    "years": years,
    "clocks": clocks,
}
