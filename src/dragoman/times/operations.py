"""The operations that rules name: dates of the calendar, dates counted from another, lengths, sets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.times import calendar as cal
from dragoman.times.clocks import CLOCKS
from dragoman.times.dates import DATES
from dragoman.times.numeric import NUMERIC
from dragoman.times.ranges import RANGES
from dragoman.times.relative import RELATIVE
from dragoman.times.reports import REPORTS
from dragoman.times.resolve import Context, Value
from dragoman.times.yearly import YEARLY

Slots = dict[str, Any]


def duration(slots: Slots, context: Context) -> Value:
    """ "three days", "a two-day visit", "several weeks", "45 minutes"; with `span`, "the past 20 years"."""
    count, unit = slots.get("n", 1), slots["unit"]
    if "n2" in slots:  # "two to three weeks": at least two
        slots = {**slots, "mod": "EQUAL_OR_MORE"}
    if "minutes" in slots:
        return Value("DURATION", f"PT{count}H{slots['minutes']}M", mod=slots.get("mod"), unit="hour")
    earliest = latest = None
    lean = slots.get("span")
    if lean and context.published:
        steps = count if isinstance(count, (int, float)) else None
        far = cal.shifted(unit, context.published, lean * steps) if steps else None
        if unit not in ("second", "minute", "hour"):
            earliest, latest = (far, context.published) if lean < 0 else (context.published, far)
    return Value("DURATION", cal.amount(count, unit), earliest, latest, slots.get("mod"), unit=unit)


def half_more(slots: Slots, context: Context) -> Value:
    """ "deux heures et demie"."""
    return duration({**slots, "n": slots["n"] + 0.5}, context)


def repeat(slots: Slots, _context: Context) -> Value:
    """ "every Tuesday", "daily", "twice a year", "$2 a day"."""
    if "weekday" in slots:
        tail = f"T{slots['part']}" if "part" in slots else ""
        return Value("SET", f"XXXX-WXX-{slots['weekday']}{tail}", unit="set")
    if "month" in slots:
        tail = f"-{slots['day']:02d}" if "day" in slots else ""
        return Value("SET", f"XXXX-{slots['month']:02d}{tail}", unit="set")
    if "season" in slots:
        return Value("SET", f"XXXX-{slots['season']}", unit="set")
    if "part" in slots:
        return Value("SET", f"XXXX-XX-XXT{slots['part']}", unit="set")
    if slots.get("unit") == "weekend":
        return Value("SET", "XXXX-WXX-WE", unit="set")
    return Value("SET", cal.amount(slots.get("n", 1), slots["unit"]), unit="set")


def reference(slots: Slots, context: Context) -> Value:
    """ "now", "recently", "the future": no date, only the side of the present."""
    value = slots["ref"]
    day = context.published
    earliest = day if value in ("PRESENT_REF", "FUTURE_REF") else None
    latest = day if value in ("PRESENT_REF", "PAST_REF") else None
    return Value("DATE", value, earliest, latest, unit="ref")


OPERATIONS: dict[str, Callable[[Slots, Context], Value]] = {
    "duration": duration,
    "half_more": half_more,
    "repeat": repeat,
    "reference": reference,
    **DATES,
    **YEARLY,
    **REPORTS,
    **NUMERIC,
    **RELATIVE,
    **CLOCKS,
    **RANGES,
}
