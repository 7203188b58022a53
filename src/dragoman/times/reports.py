"""Periods that reports of figures speak of: the quarter, the period a year earlier, fiscal years.

A quarter or a year that no words name is the one that figures were given for last, else the last to
have ended. Fiscal years are named for the year that they end in; when they begin is known only where
the text says it ("the fiscal year that ended June 30") or speaks of the U.S. government's (October).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.times import calendar as cal
from dragoman.times.dates import full_year
from dragoman.times.grammar import Meaning
from dragoman.times.resolve import NEEDS_PUBLISHED, Context, Value, dated, resolve, unresolved

Slots = dict[str, Any]
MONTHS = {"quarter": 3, "half": 6, "year": 12}
UNTOLD = "the text does not say when its fiscal year begins"
# Figures of a month or year are still those of the last one this far into the next (days).
NEWS = {"month": 15, "year": 90}


def reported(slots: Slots, context: Context) -> Value:
    """ "the quarter", "the year-earlier quarter", "the same period last year", "the 1988 quarter"."""
    noun, part, said = slots["noun"], context.part, full_year(slots)
    anchor, back = context.published, int(slots.get("back", 0))
    if noun == "period" and part is None:
        previous = context.previous
        if previous and previous.unit == "month" and previous.earliest and back and not said:
            return dated(cal.month_period(previous.earliest.year - back, previous.earliest.month))
        year = said or (anchor.year - back if anchor else None)
        return dated(cal.year_period(year)) if year else unresolved(NEEDS_PUBLISHED)
    unit = part.unit if part and noun == "period" else noun
    known = re.fullmatch(r"(\d{4})-[QH](\d)", part.value or "") if part and part.unit == unit else None
    if known:
        year, number = int(known[1]), int(known[2])
    elif anchor and (ended := cal.plus_months(anchor, -MONTHS[unit])):
        year, number = ended.year, (ended.month - 1) // MONTHS[unit] + 1
    else:
        return unresolved(NEEDS_PUBLISHED)
    return dated(whole(unit, said or year - back, number))


def whole(unit: str, year: int, number: int) -> cal.Period:
    """A quarter or half of a calendar year."""
    return cal.quarter_period(year, number) if unit == "quarter" else cal.half_period(year, number)


def spoken(slots: Slots, context: Context) -> Value:
    """ "for the year", "during the month": the one spoken of, else the published day's, or the last."""
    unit, previous, anchor = slots["unit"], context.previous, context.published
    if previous and previous.unit == unit and previous.earliest:
        return dated(cal.period(unit, previous.earliest))
    if anchor is None:
        return unresolved(NEEDS_PUBLISHED)
    first = cal.period(unit, anchor).earliest
    if first and (anchor - first).days < NEWS[unit] and context.tense() < 0:
        first = cal.plus_days(first, -1)
    return dated(cal.period(unit, first or anchor))


def ended(slots: Slots, context: Context) -> Value:
    """ "the quarter ended Sept. 30", "the year ending June 30", "the fiscal year that began Oct. 1"."""
    part: Meaning | None = slots.get("part")
    if part is not None and "fiscal" not in part.slots:
        return resolve(part, context)
    limit = resolve(slots["item"], context).earliest
    if limit is None:
        return unresolved(NEEDS_PUBLISHED)
    unit = part.slots["unit"] if part else slots.get("unit", "year")
    if unit not in MONTHS:
        return dated(cal.period(unit, limit))
    begins = limit if "begins" in slots else cal.plus_days(limit, 1)
    first = cal.shifted("month", begins, 0 if "begins" in slots else -MONTHS[unit]) if begins else None
    last = limit if "begins" not in slots else cal.shifted("month", limit, 12)
    if first is None or last is None:
        return unresolved("beyond the calendar")
    if "begins" in slots:
        last = cal.plus_days(last, -1) or last
    return stretch(unit, first, last, "fiscal" in slots, context)


def stretch(unit: str, first: date, last: date, fiscal: bool, context: Context) -> Value:
    """A quarter, half or year between two days, under the name of the calendar's that holds most of it."""
    if fiscal:
        context.fiscal_start = first.month
        return Value("DATE", f"FY{last.year:04d}", first, last, unit="year")
    if unit == "year":  # named for the year that it ends in, but one that ends in January for the one before
        year = (cal.plus_days(last, -45) or last).year
        return Value("DATE", f"{year:04d}", first, last, unit="year")
    middle = cal.plus_days(first, (last - first).days // 2) or first
    return dated(cal.period(unit, middle))._replace(earliest=first, latest=last)


def fiscal(slots: Slots, context: Context) -> Value:
    """ "fiscal 1998", "fiscal year 2024", "this fiscal year"."""
    year, anchor, start = full_year(slots), context.published, context.fiscal_start
    if year is None and anchor and "dir" in slots:
        year = fiscal_year(anchor, start) + slots["dir"]
    if year is None:
        return unresolved(NEEDS_PUBLISHED)
    return dated(cal.fiscal_period(year, start))._replace(note=None if start else UNTOLD)


def fiscal_year(day: date, start: int | None) -> int:
    """The fiscal year that a day lies in, the calendar's where its beginning is not known."""
    return day.year + (1 if start and start > 1 and day.month >= start else 0)


def fiscal_part(number: int, unit: str, year: int, guessed: bool, context: Context) -> Value:
    """ "the fiscal first quarter": in the calendar's quarters where the text tells when the year begins."""
    start, anchor = context.fiscal_start, context.published
    if start is None or anchor is None:
        found, around = whole(unit, year, number), cal.fiscal_period(year)
        return dated(found)._replace(earliest=around.earliest, latest=around.latest, note=UNTOLD)
    if guessed:
        year = fiscal_year(anchor, start)
    index = (year - (start > 1)) * 12 + start - 1 + (number - 1) * MONTHS[unit]
    first = cal.day(index // 12, index % 12 + 1, 1)
    if first and guessed and first > anchor:
        index -= 12
        first = cal.day(index // 12, index % 12 + 1, 1)
    end = index + MONTHS[unit] - 1
    last = cal.last_of(end // 12, end % 12 + 1)
    if first is None or last is None:
        return unresolved("beyond the calendar")
    return stretch(unit, first, last, False, context)


REPORTS: dict[str, Callable[[Slots, Context], Value]] = {
    "reported": reported,
    "spoken": spoken,
    "ended": ended,
    "fiscal": fiscal,
}
