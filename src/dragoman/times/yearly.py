"""What comes once a year, and what years make up: holidays, seasons, quarters, fiscal years, decades.

Which year is meant is said, or told by "last" and "next", or is the one that the tense points to.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.times import calendar as cal
from dragoman.times import feasts, reports
from dragoman.times.dates import around, full_year, nearest
from dragoman.times.resolve import NEEDS_PUBLISHED, Context, Value, dated, unresolved

Slots = dict[str, Any]
# Days after its end in which "will report first-quarter results" still speaks of the quarter just over.
REPORTING = 60
Stretch = tuple[date, date]


def pick_year(find: Callable[[int], cal.Period | None], slots: Slots, context: Context) -> int | None:
    """The year of something that comes once a year: said, or told by "last" and "next", or by the tense."""
    year = full_year(slots)
    anchor = context.published
    if year is not None or anchor is None:
        return year
    periods = {
        y: found
        for y in range(anchor.year - 2, anchor.year + 2)
        if (found := find(y)) and found.earliest and found.latest
    }
    said = slots.get("dir")
    past = [y for y, found in periods.items() if found.latest and found.latest < anchor]
    future = [y for y, found in periods.items() if found.earliest and found.earliest > anchor]
    if said == -1:
        return max(past, default=None)
    if said == 1:
        return min(future, default=None)
    if said == 0:
        whole = periods[anchor.year]  # "this winter" in March is the one that began in December
        return anchor.year - (bool(whole.earliest and whole.earliest.month == 12) and anchor.month < 6)
    days = {found.earliest: y for y, found in periods.items()}
    day = nearest(iter(days), anchor, context.direction(slots))
    return days[day] if day else None


def holiday(slots: Slots, context: Context) -> Value:
    """ "Christmas", "last Thanksgiving", "Good Friday 2024", "Ramadan": a stretch where it lasts for days."""
    rule, year, anchor = str(slots["holiday"]), full_year(slots), context.published
    if year is None and anchor is None:
        return unresolved(NEEDS_PUBLISHED)
    years = [year] if year is not None or anchor is None else list(around(anchor))
    stretches = [found for y in years if y for found in feasts.days(rule, y)]
    if year is None and anchor is not None:
        stretches = pick_stretch(stretches, anchor, slots, context)
    if not stretches:
        return unresolved("no day known for it")
    first, last = stretches[0]
    if "whole" in slots:
        return dated(cal.period(slots["whole"], first))
    note = "the moon's sighting may move it by a day" if rule in feasts.SIGHTED else None
    value = first.isoformat() if first == last else f"{first}/{last}"
    return Value("DATE", value, first, last, note=note, unit="day" if first == last else "feast")


def pick_stretch(found: list[Stretch], anchor: date, slots: Slots, context: Context) -> list[Stretch]:
    """Of a holiday's days in the years around, the one that "last" or "next" or the tense means."""
    said = slots.get("dir")
    if said == -1:
        return [stretch for stretch in found if stretch[1] < anchor][-1:]
    if said == 1:
        return [stretch for stretch in found if stretch[0] > anchor][:1]
    if said == 0:
        return [stretch for stretch in found if stretch[0].year == anchor.year][:1]
    first = nearest((stretch[0] for stretch in found), anchor, context.direction(slots))
    return [stretch for stretch in found if stretch[0] == first]


def named_month(slots: Slots, context: Context) -> Value:
    """ "last October", "next April", "this March"."""
    anchor, month = context.published, int(slots["month"])
    if anchor is None:
        return Value("DATE", f"XXXX-{month:02d}", note=NEEDS_PUBLISHED, unit="month")
    said = slots["dir"]
    year = anchor.year
    if said < 0 and month >= anchor.month:
        year -= 1
    if said > 0 and month <= anchor.month:
        year += 1
    return dated(cal.month_period(year, month))


def season(slots: Slots, context: Context) -> Value:
    """ "last fall", "the summer of 1998", "spring"."""
    name = slots["season"]
    if full_year(slots) is None and context.published is None:
        return Value("DATE", f"XXXX-{name}", note=NEEDS_PUBLISHED, unit="season")
    year = pick_year(lambda y: cal.season_period(y, name), slots, context)
    return dated(cal.season_period(year, name)) if year else unresolved(NEEDS_PUBLISHED)


def part_of_year(slots: Slots, context: Context) -> Value:
    """ "the third quarter", "the first half of 1998", "Q2 2024": the last one that began, unless said."""
    which, unit = int(slots["n"]), slots["unit"]
    make = cal.quarter_period if unit == "quarter" else cal.half_period
    if not 1 <= which <= (4 if unit == "quarter" else 2):
        return unresolved("no such part of a year")
    said_year = full_year(slots)
    year, anchor = said_year, context.published
    if year is None and anchor:
        began, ended = make(anchor.year, which)[1:3]
        direction = context.direction(slots)
        year = anchor.year
        if began and began > anchor and direction <= 0 and (began - anchor).days > 31:
            year -= 1
        elif ended and (anchor - ended).days > REPORTING and direction > 0:
            year += 1
        said = slots.get("dir")
        if said == -1:
            year = anchor.year if began and began < anchor else anchor.year - 1
    if "fiscal" in slots and year:
        return reports.fiscal_part(which, unit, year, said_year is None, context)
    if year is None:
        return Value(
            "DATE", f"XXXX-{'Q' if unit == 'quarter' else 'H'}{which}", note=NEEDS_PUBLISHED, unit=unit
        )
    return dated(make(year, which))


def decade(slots: Slots, context: Context) -> Value:
    """ "the 1990s", "the '90s", "les années 1990", "the nineties"."""
    digits = "".join(filter(str.isdigit, str(slots["decade"])))
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if len(digits) < 4 and int(digits) < 20 and context.published and context.published.year > 2015:
        year += 100
    return dated(cal.decade_period(year))


def century(slots: Slots, _context: Context) -> Value:
    """ "the 21st century", "this century"."""
    return dated(cal.century_period(max(0, int(slots["n"]) - 1) * 100))


YEARLY: dict[str, Callable[[Slots, Context], Value]] = {
    "named_month": named_month,
    "holiday": holiday,
    "season": season,
    "part_of_year": part_of_year,
    "decade": decade,
    "century": century,
}
