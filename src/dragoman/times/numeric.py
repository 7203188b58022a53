"""Dates in digits: ISO 8601's, and 19/06/2021, 06/19/2021, 19.6.21 in the document's order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.times import calendar as cal
from dragoman.times.resolve import NO_SUCH_DAY, Context, Value, dated, unresolved

Slots = dict[str, Any]
# Where a two-digit year turns: '49 is 2049, '50 is 1950.
PIVOT = 50


def iso(slots: Slots, _context: Context) -> Value:
    """2024-04-29, 2024-04-29T14:30:00Z."""
    text = slots["iso"]
    when = cal.day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if when is None:
        return unresolved(NO_SUCH_DAY)
    if len(text) > 10:
        return Value("TIME", f"{when.isoformat()}T{text[11:16]}", when, when, unit="day")
    return dated(cal.day_period(when))


def numeric(slots: Slots, context: Context) -> Value:
    """19/06/2021, 06/19/2021, 19.6.21: in the order that the document uses."""
    found = numbers_of(slots["numeric"], context.order)
    when = cal.day(*found[:3]) if found else None
    if when is None:
        return unresolved(NO_SUCH_DAY)
    note = f"read as {'day/month' if context.order == 'dmy' else 'month/day'}" if found and found[3] else None
    return dated(cal.day_period(when))._replace(note=note)


def numbers_of(text: str, order: str) -> tuple[int, int, int, bool] | None:
    """Year, month, day of a numeric date, and whether only the order decided; None where it is no date."""
    parts = text.replace("/", ".").replace("-", ".").split(".")
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return (a, b, c, False) if 1 <= b <= 12 and 1 <= c <= 31 and len(parts[2]) == 2 else None
    if len(parts[0]) > 2 or len(parts[2]) == 3:
        return None
    year = c if len(parts[2]) == 4 else c + (2000 if c < PIVOT else 1900)
    if not 1400 <= year <= 2200:
        return None
    number, month, open_order = (a, b, True) if order == "dmy" else (b, a, True)
    if month > 12:
        number, month = month, number
    if a > 12 or b > 12 or a == b:
        open_order = False
    return (year, month, number, open_order) if 1 <= month <= 12 and 1 <= number <= 31 else None


NUMERIC: dict[str, Callable[[Slots, Context], Value]] = {"iso": iso, "numeric": numeric}
