"""The days of holidays: by rule (12-25, the fourth Thursday, Easter), or by table where the moon decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from dragoman.lexicon.tables import table
from dragoman.times import calendar as cal

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Feasts whose day a country's sighting of the moon may move by one.
SIGHTED = frozenset({"@ramadan", "@eid_al_fitr", "@eid_al_adha", "@islamic_new_year", "@ashura", "@mawlid"})


def days(rule: str, year: int) -> Iterator[tuple[date, date]]:
    """First and last day of a holiday that begins in a year; a lunar feast may fall twice or not at all."""
    if rule.startswith("@"):
        yield from moving().get((rule[1:], year), ())
    elif found := day(rule, year):
        yield found, found


def day(rule: str, year: int) -> date | None:
    """The day by its rule: "12-25", "easter-2", "pascha+0" (eastern churches), "11-thu-4" (fourth),
    "5-mon-last", "11-mon-1+1" (the day after it)."""
    for name, make in (("easter", easter), ("pascha", pascha)):
        if rule.startswith(name):
            return cal.plus_days(make(year), int(rule[len(name) :] or 0)) if 1582 < year < 2200 else None
    if "+" in rule:
        base, _, later = rule.partition("+")
        found = day(base, year)
        return cal.plus_days(found, int(later)) if found else None
    parts = rule.split("-")
    if len(parts) == 2:
        return cal.day(year, int(parts[0]), int(parts[1]))
    month, weekday = int(parts[0]), WEEKDAYS.index(parts[1]) + 1
    if parts[2] == "last":
        end = cal.last_of(year, month)
        return cal.plus_days(end, -((end.isoweekday() - weekday) % 7)) if end else None
    first = cal.day(year, month, 1)
    if first is None:
        return None
    return cal.plus_days(first, (weekday - first.isoweekday()) % 7 + 7 * (int(parts[2]) - 1))


@cache
def moving() -> dict[tuple[str, int], list[tuple[date, date]]]:
    """The feasts of the lexicon's table by name and the year that they begin in."""
    found: dict[tuple[str, int], list[tuple[date, date]]] = {}
    for row in table("feasts"):
        first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        found.setdefault((row["feast"], first.year), []).append((first, last))
    return found


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gregorian computus, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


def pascha(year: int) -> date:
    """Easter Sunday of the eastern churches (Meeus's Julian computus), as a Gregorian day."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, number = divmod(d + e + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date.fromordinal(date(year, month, number + 1).toordinal() + behind)
