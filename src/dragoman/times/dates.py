"""Dates that the calendar names: days, months, years, weekdays, holidays, seasons, quarters.

Where the year is not said, the nearest that the tense allows is meant. Writers give the year of
what lies more than some ten months back, so a month and day in the past tense reaches ten and a half
months back but also six weeks ahead ("said it would meet on Jan. 14", written in December).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from dragoman.times import calendar as cal
from dragoman.times.numeric import PIVOT
from dragoman.times.resolve import NEEDS_PUBLISHED, NO_SUCH_DAY, Context, Value, dated, unresolved

Slots = dict[str, Any]
# Days back and ahead that a date without its year may lie, by the tense's direction.
REACH = {-1: (305, 60), 0: (240, 125), 1: (60, 305)}


def full_year(slots: Slots) -> int | None:
    """The year as four digits, None where there is none."""
    if "year" in slots:
        return int("".join(filter(str.isdigit, str(slots["year"]))))  # also "1988's"
    if "yy" in slots:
        short = int(slots["yy"])
        return short + (2000 if short < PIVOT else 1900)
    return None


def nearest(made: Iterator[date | None], anchor: date, direction: int) -> date | None:
    """Of the days given, the one within reach of the anchor, else the nearest."""
    back, ahead = REACH[direction]
    days = [day for day in made if day]
    within = [day for day in days if -back <= (day - anchor).days <= ahead]
    return min(within or days, key=lambda day: abs((day - anchor).days), default=None)


def around(anchor: date) -> range:
    """The years that a date without a year may lie in."""
    return range(anchor.year - 1, anchor.year + 2)


def calendar(slots: Slots, context: Context) -> Value:
    """A day, a month or a year, as far as it is said: "Aug. 7, 1998", "Oct. 23", "April", "1998"."""
    year, month, number = full_year(slots), slots.get("month"), slots.get("day")
    if month is None and number is None:
        return dated(cal.year_period(year)) if year else unresolved(NO_SUCH_DAY)
    anchor = context.published
    if month is None:
        return day_of_month(int(number or 0), context, slots)
    if year is None and context.story_year and "lean" not in slots and context.tense() <= 0:
        year = context.story_year
    if year is not None:
        if number is None:
            return dated(cal.month_period(year, month))
        when = cal.day(year, month, number)
        return dated(cal.day_period(when)) if when else unresolved(NO_SUCH_DAY)
    if anchor is None:
        head = f"XXXX-{month:02d}"
        value = f"{head}-{number:02d}" if number else head
        return Value("DATE", value, note=NEEDS_PUBLISHED, unit="day" if number else "month")
    direction = context.direction(slots)
    if number is None:
        return dated(month_near(month, anchor, direction or -context.fronted))
    weekday = slots.get("weekday")
    options = [cal.day(y, month, number) for y in around(anchor)]
    if weekday:
        right = [day for day in options if day and day.isoweekday() == weekday]
        options = list(right) or options
    if "strictly" in slots:
        options = [day for day in options if day and (day - anchor).days * direction > 0]
    when = nearest(iter(options), anchor, direction)
    return dated(cal.day_period(when)) if when else unresolved(NO_SUCH_DAY)


def month_near(month: int, anchor: date, direction: int) -> cal.Period:
    """The month of that number nearest to the anchor: 10 back to 1 ahead in the past tense, and so on."""
    back, ahead = {-1: (10, 1), 0: (8, 3), 1: (1, 10)}[direction]
    offset = month - anchor.month
    while offset > ahead:
        offset -= 12
    while offset < -back:
        offset += 12
    index = anchor.year * 12 + anchor.month - 1 + offset
    return cal.month_period(index // 12, index % 12 + 1)


def day_of_month(number: int, context: Context, slots: Slots) -> Value:
    """ "the 14th": of the month spoken of last, else of the month that the tense points to."""
    previous = context.previous
    if (
        previous
        and previous.earliest
        and previous.unit in ("day", "month")
        and slots.get("of") != "published"
    ):
        when = cal.day(previous.earliest.year, previous.earliest.month, number)
        if when:
            return dated(cal.day_period(when))
    anchor = context.published
    if anchor is None:
        return Value("DATE", f"XXXX-XX-{number:02d}", note=NEEDS_PUBLISHED, unit="day")
    steps = (0,) if "this_month" in slots else (-1, 0, 1)
    firsts = (cal.plus_months(anchor, step) for step in steps)
    days = [when for first in firsts if first and (when := cal.day(first.year, first.month, number))]
    right = [day for day in days if day.isoweekday() == slots.get("weekday")]
    direction = context.direction(slots)
    fitting = right or [day for day in days if (day - anchor).days * direction >= 0]
    when = min(fitting or days, key=lambda d: abs((d - anchor).days), default=None)
    return dated(cal.day_period(when)) if when else unresolved(NO_SUCH_DAY)


def weekday(slots: Slots, context: Context) -> Value:
    """ "Tuesday": the last one in the past tense, the next one in the future, the nearest without."""
    anchor, number = context.published, slots["weekday"]
    if anchor is None:
        return Value("DATE", f"XXXX-WXX-{number}", note=NEEDS_PUBLISHED, unit="day")
    ahead = (number - anchor.isoweekday()) % 7
    said = slots.get("dir")
    if said is not None:
        steps = {-1: ahead - 7, 1: ahead or 7}.get(said, number - anchor.isoweekday())
        if said == 0 and steps < 0 and "weeks" not in slots and context.direction(slots) > 0:
            steps += 7  # "will meet this Monday", said at the weekend
    else:
        direction = context.direction(slots)
        steps = ahead if direction > 0 or ahead == 0 else ahead - 7
        if direction == 0 and ahead <= 3:
            steps = ahead
    steps += 7 * slots.get("weeks", 0)
    when = cal.plus_days(anchor, steps)
    return dated(cal.day_period(when)) if when else unresolved(NO_SUCH_DAY)


DATES: dict[str, Callable[[Slots, Context], Value]] = {"calendar": calendar, "weekday": weekday}
