"""Days, weeks, months, quarters, seasons and their TIMEX3 values; arithmetic that never raises.

A `Period` is a stretch of whole days with its TIMEX3 value and the unit it is counted in. Weeks are
ISO 8601's, Monday to Sunday. Seasons are the meteorologists' (northern) quarters of the year, as
TIMEX3 leaves their days open: SP March to May, SU, FA, WI December to February.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "season": 3}
DAYS_OF = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}


# The letter of a unit in a length; "T" marks those behind the T.
LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "season": "Q",
    "half": "H",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}


class Period(NamedTuple):
    """Days `earliest` to `latest` (None where the calendar has no such day), as TIMEX3 names them."""

    value: str
    earliest: date | None
    latest: date | None
    unit: str


def day(year: int, month: int, number: int) -> date | None:
    """That day, None where the calendar lacks it."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def plus_days(start: date, days: float) -> date | None:
    """`start` moved by days, None beyond the calendar."""
    try:
        return start + timedelta(days=round(days))
    except (OverflowError, ValueError):
        return None


def plus_months(start: date, months: int) -> date | None:
    """The first day of the month that many months from `start`'s."""
    index = start.year * 12 + start.month - 1 + months
    return day(index // 12, index % 12 + 1, 1)


def last_of(year: int, month: int) -> date | None:
    """The last day of a month."""
    following = day(year + month // 12, month % 12 + 1, 1)
    return plus_days(following, -1) if following else day(year, month, 31)


def day_period(when: date) -> Period:
    """1998-08-07."""
    return Period(when.isoformat(), when, when, "day")


def week_period(when: date) -> Period:
    """1998-W32: the ISO week that holds a day."""
    year, week, weekday = when.isocalendar()
    monday = plus_days(when, 1 - weekday)
    return Period(f"{year:04d}-W{week:02d}", monday, plus_days(when, 7 - weekday), "week")


def weekend_period(when: date) -> Period:
    """1998-W32-WE: the Saturday and Sunday of a day's week."""
    week = week_period(when)
    saturday = plus_days(when, 6 - when.isoweekday())
    return Period(f"{week.value}-WE", saturday, week.latest, "weekend")


def months_period(year: int, month: int, count: int, value: str, unit: str) -> Period:
    """Whole months from a first one, under the value given."""
    index = year * 12 + month - 1 + count - 1
    return Period(value, day(year, month, 1), last_of(index // 12, index % 12 + 1), unit)


def month_period(year: int, month: int) -> Period:
    """1998-08."""
    return months_period(year, month, 1, f"{year:04d}-{month:02d}", "month")


def quarter_period(year: int, quarter: int) -> Period:
    """1998-Q3."""
    return months_period(year, 3 * quarter - 2, 3, f"{year:04d}-Q{quarter}", "quarter")


def half_period(year: int, half: int) -> Period:
    """1998-H1."""
    return months_period(year, 6 * half - 5, 6, f"{year:04d}-H{half}", "half")


def season_period(year: int, season: str) -> Period:
    """1998-SU."""
    return months_period(year, SEASONS[season], 3, f"{year:04d}-{season}", "season")


def year_period(year: int) -> Period:
    """1998."""
    return months_period(year, 1, 12, f"{year:04d}", "year")


def fiscal_period(year: int, start: int | None = None) -> Period:
    """FY1998: the twelve months from a month on, named for the year that they end in.

    Where the month is not known: between April of the year before and January, the bounds hold all.
    """
    if start:
        return months_period(year - (start > 1), start, 12, f"FY{year:04d}", "year")
    return Period(f"FY{year:04d}", day(year - 1, 4, 1), day(year, 12, 31), "year")


def decade_period(year: int) -> Period:
    """199: the ten years that begin with 1990."""
    return Period(f"{year // 10:03d}", day(year // 10 * 10, 1, 1), day(year // 10 * 10 + 9, 12, 31), "decade")


def century_period(year: int) -> Period:
    """19: the hundred years that begin with 1900."""
    first = year // 100 * 100
    return Period(f"{year // 100:02d}", day(max(first, 1), 1, 1), day(first + 99, 12, 31), "century")


def period(unit: str, when: date) -> Period:
    """The period of a unit that holds a day."""
    if unit in ("week", "fortnight"):
        return week_period(when)
    if unit == "weekend":
        return weekend_period(when)
    if unit == "month":
        return month_period(when.year, when.month)
    if unit == "quarter":
        return quarter_period(when.year, (when.month + 2) // 3)
    if unit == "half":
        return half_period(when.year, 1 if when.month < 7 else 2)
    if unit == "year":
        return year_period(when.year)
    if unit == "decade":
        return decade_period(when.year)
    if unit == "century":
        return century_period(when.year)
    return day_period(when)


def shifted(unit: str, when: date, count: float) -> date | None:
    """A day moved by a count of units: whole units land in the right period, its day where it has it."""
    if unit in DAYS_OF:
        return plus_days(when, count * DAYS_OF[unit]) if abs(count) < 1e6 else None
    months = round(count * MONTHS_OF.get(unit, 0)) if abs(count) < 1e6 else 10**8
    first = plus_months(when, months)
    if first is None:
        return None
    return day(first.year, first.month, when.day) or last_of(first.year, first.month)


def thirds(found: Period, mod: str) -> Period:
    """The early, middle or late part of a period: its thirds, in months for a year and else in days."""
    if found.earliest is None or found.latest is None:
        return found
    part = {"START": 0, "MID": 1, "END": 2}[mod]
    if found.unit == "year":
        return months_period(found.earliest.year, found.earliest.month + 4 * part, 4, found.value, "year")
    third = ((found.latest - found.earliest).days + 1) // 3
    if third == 0:
        return found
    earliest = plus_days(found.earliest, part * third)
    return found._replace(
        earliest=earliest,
        latest=found.latest if part == 2 else plus_days(found.earliest, (part + 1) * third - 1),
    )


def amount(n: float | str, unit: str) -> str:
    """P3D, PT45M, P1Y6M, PXM: a length in TIMEX3's form."""
    letter = LETTERS[unit]
    factor = {"fortnight": 2, "decade": 10, "century": 100}.get(unit, 1)
    head = "PT" if letter[0] == "T" else "P"
    letter = letter.removeprefix("T")
    if isinstance(n, str):
        return f"{head}{n}{'DE' if unit == 'decade' else 'CE' if unit == 'century' else letter}"
    whole = n * factor
    if whole == int(whole):
        return f"{head}{int(whole)}{letter}"
    rest = whole - int(whole)
    smaller = {"Y": (12, "M"), "D": (24, "H"), "H": (60, "M"), "M": (60, "S"), "W": (7, "D")}.get(letter)
    if (
        smaller
        and not (letter == "M" and head == "P")
        and abs(rest * smaller[0] - round(rest * smaller[0])) < 1e-6
    ):
        first = f"{int(whole)}{letter}" if int(whole) else ""
        if letter == "D":
            return f"P{first}T{round(rest * 24)}H"
        return f"{head}{first}{round(rest * smaller[0])}{smaller[1]}"
    return f"{head}{whole:g}{letter}"
