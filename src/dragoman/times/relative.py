"""Dates counted from another: the day of publication, or the expression before ("two days later")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.times import calendar as cal
from dragoman.times.grammar import Meaning
from dragoman.times.resolve import (
    NEEDS_EARLIER,
    NEEDS_PUBLISHED,
    Context,
    Value,
    dated,
    modify,
    resolve,
    unresolved,
)

Slots = dict[str, Any]
CLOCKED = ("second", "minute", "hour")
# What stands for the unknown day of a month or year.
SOME_DAY = {"month": "-XX", "year": "-XX-XX"}
VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def shift(slots: Slots, context: Context) -> Value:
    """ "yesterday", "last week", "three months ago", "in two days": counted from the published day."""
    anchor, unit, sign = context.published, slots["unit"], slots["dir"]
    count = slots.get("n", 1)
    mod = slots.get("mod")
    if isinstance(count, str) or (unit in CLOCKED):
        value = Value("DATE", VAGUE[sign], mod=mod, unit="ref")
        return value._replace(**bounds(sign, context))
    if anchor is None:
        return unresolved(NEEDS_PUBLISHED)
    when = cal.shifted(unit, anchor, sign * count)
    if when is None:
        return unresolved(NO_CALENDAR)
    grain: str = "week" if unit == "fortnight" else unit
    if unit == "decade" and ("n" in slots or "ago" in slots):
        grain = "year"
    return dated(cal.period(grain, when), mod=mod)


NO_CALENDAR = "beyond the calendar"


def bounds(sign: int, context: Context) -> dict[str, Any]:
    """What a vague reference leaves open."""
    day = context.published
    return {"earliest": day if sign >= 0 else None, "latest": day if sign <= 0 else None}


def follow(slots: Slots, context: Context) -> Value:
    """ "the next day", "two days later", "that week", "a year earlier": counted from an earlier one."""
    unit, sign = slots["unit"], slots["dir"]
    previous, count = context.previous, slots.get("n", 1)
    if isinstance(count, str):
        return Value("DATE", VAGUE[sign or -1], unit="ref")
    if "compared" in slots and (context.part is None or previous is not context.part):
        return shift(slots, context)
    if unit in CLOCKED:
        return Value("DURATION", cal.amount(count, unit), unit=unit)
    if unit == "day" and not sign and previous and previous.unit in SOME_DAY and previous.value:
        value = previous.value.split("-XX")[0] + SOME_DAY[previous.unit]
        return previous._replace(value=value, mod=slots.get("mod"), note="some day of it")
    if unit == "year" and sign and within(previous, context.part):
        previous = context.part
    if unit == "day" and (previous is None or previous.unit != "day"):
        previous = context.previous_day
    if previous and previous.earliest:
        base = previous.earliest
    elif context.published and unit not in ("day", "week"):
        base = context.published
    else:
        return unresolved(NEEDS_EARLIER)
    when = cal.shifted(unit, base, sign * count)
    if when is None:
        return unresolved(NO_CALENDAR)
    grain = unit
    if previous and previous.unit in ("quarter", "half", "month") and unit == "year" and sign:
        grain = previous.unit if previous.unit == "month" or context.part else unit
    return dated(cal.period("week" if grain == "fortnight" else grain, when), mod=slots.get("mod"))


def within(inner: Value | None, outer: Value | None) -> bool:
    """Whether a day lies in a longer value: "the quarter ended Sept. 30" still speaks of the quarter."""
    if not (inner and outer and inner.unit == "day" and inner.earliest and outer.earliest and outer.latest):
        return False
    return outer.earliest <= inner.earliest <= outer.latest


def ago_day(slots: Slots, context: Context) -> Value:
    """ "two weeks ago today", "a week ago Friday": the day, where "two weeks ago" alone is a week."""
    ago, day, anchor = slots["item"].slots, slots["day"], context.published
    count = ago.get("n", 1)
    when = cal.shifted(ago["unit"], anchor, -count) if anchor and not isinstance(count, str) else None
    if when and day.make == "shift":
        when = cal.plus_days(when, day.slots["dir"] * day.slots.get("n", 1))
    elif when and day.make == "weekday":
        when = cal.plus_days(when, (day.slots["weekday"] - when.isoweekday() + 3) % 7 - 3)
    else:
        return resolve(day, context)
    return dated(cal.day_period(when)) if when else unresolved(NO_CALENDAR)


def recent(slots: Slots, context: Context) -> Value:
    """ "recent days", "the coming months", "in the years ahead": how many is not said."""
    sign, unit = slots["dir"], slots["unit"]
    return Value("DURATION", cal.amount("X", unit), **bounds(sign, context), unit=unit)


def week_of(slots: Slots, context: Context) -> Value:
    """ "the week of April 29": Monday to Sunday of the week that holds it."""
    inner = resolve(slots["item"], context)
    if inner.earliest is None or inner.unit not in ("day", "week"):
        return unresolved(inner.note or NEEDS_PUBLISHED)
    return dated(cal.period(slots.get("unit", "week"), inner.earliest))


def away(slots: Slots, context: Context) -> Value:
    """ "the day after Tuesday", "two weeks before April 29", "a week from Friday"."""
    item: Meaning = slots["item"]
    if "lean" in slots:
        item = Meaning(item.make, {**item.slots, "lean": slots["lean"]})
    inner = resolve(item, context)
    if "length" in slots:
        length = slots["length"].slots
        slots = {**slots, "unit": length.get("unit", "day"), "n": length.get("n", 1)}
    if inner.earliest is None:
        return unresolved(inner.note or NEEDS_PUBLISHED)
    count, unit = slots.get("n", 1), slots["unit"]
    if isinstance(count, str) or unit in CLOCKED:
        return Value("DURATION", cal.amount(count, unit), unit=unit)
    when = cal.shifted(unit, inner.earliest, slots["dir"] * count)
    grain = "day" if inner.unit == "day" and unit in cal.DAYS_OF else unit
    return dated(cal.period(grain, when)) if when else unresolved(NO_CALENDAR)


def week_in(slots: Slots, context: Context) -> Value:
    """ "the first week of March": its first seven days; the month is the value, as weeks are ISO's."""
    named: dict[str, Any] = {name: slots[name] for name in ("month", "year") if name in slots}
    inner = resolve(Meaning("calendar", named), context)
    if inner.earliest is None or inner.latest is None:
        return inner
    number = int(slots["n"])
    first = cal.plus_days(inner.latest, -6) if number < 0 else cal.plus_days(inner.earliest, 7 * (number - 1))
    last = cal.plus_days(first, 6) if first else None
    if first is None or last is None or first > inner.latest:
        return inner
    mod = {1: "START", -1: "END"}.get(number, "MID")
    return inner._replace(earliest=first, latest=min(last, inner.latest), mod=mod, unit="week")


def of_year(slots: Slots, context: Context) -> Value:
    """ "April of last year", "October of the following year": a month in a period that is counted."""
    inner = resolve(slots["item"], context)
    if inner.earliest is None:
        return unresolved(inner.note or NEEDS_PUBLISHED)
    year = inner.earliest.year
    found = resolve(slots["part"]._replace(slots={**slots["part"].slots, "year": year}), context)
    return modify(found, slots["mod"], context) if "mod" in slots else found


def weekend(slots: Slots, context: Context) -> Value:
    """ "the weekend": the last one in the past tense, the coming one in the future."""
    anchor = context.published
    if anchor is None:
        return unresolved(NEEDS_PUBLISHED)
    today = anchor.isoweekday()
    direction = context.direction(slots)
    back = today <= 3 if direction == 0 else direction < 0 and today < 6
    when = cal.plus_days(anchor, -7 if back else 0)
    return dated(cal.period("weekend", when)) if when else unresolved(NO_CALENDAR)


def beside(slots: Slots, context: Context) -> Value:
    """ "25" in "April 24 and 25": a day of the month of the day before it."""
    previous = context.previous
    if previous is None or previous.earliest is None:
        return unresolved(NEEDS_PUBLISHED)
    when = cal.day(previous.earliest.year, previous.earliest.month, slots["day"])
    return dated(cal.day_period(when)) if when else unresolved(NO_CALENDAR)


def beside_ahead(slots: Slots, context: Context) -> Value:
    """ "4" in "les 4 et 5 octobre 2019": a day of the month that is named behind."""
    return resolve(Meaning("calendar", slots), context)


def edge(slots: Slots, context: Context) -> Value:
    """ "the end of the month", "the beginning of the year": of the published day's, or the one spoken of."""
    if slots["mod"] == "MID" and context.published and context.published.month > 6 and context.tense() > 0:
        slots = {**slots, "dir": 1} if slots["unit"] == "year" else slots
    inner = shift(slots, context) if context.published else follow(slots, context)
    return modify(inner, slots["mod"], context)


RELATIVE: dict[str, Callable[[Slots, Context], Value]] = {
    "shift": shift,
    "follow": follow,
    "ago_day": ago_day,
    "recent": recent,
    "week_of": week_of,
    "away": away,
    "week_in": week_in,
    "of_year": of_year,
    "weekend": weekend,
    "edge": edge,
    "beside": beside,
    "beside_ahead": beside_ahead,
}
