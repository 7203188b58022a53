"""Days in metadata: machine-written ones by their form, all others by the resolver in `times`."""

import re
from datetime import date, timedelta

from dragoman.model import TimeExpression
from dragoman.times import find_times

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?=$|[T\s])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
EARLIEST = date(1900, 1, 1)


def full_days(text: str, language: str = "en") -> list[tuple[TimeExpression, date]]:
    """Return the expressions of `text` that give day, month and year, with their days."""
    if not _YEAR.search(text):
        return []
    found = []
    for time in find_times(text, None, language=language):
        single = time.value and _DAY.match(time.value) and time.earliest == time.latest
        if single and (day := plausible(str(time.value)[:10])):
            found.append((time, day))
    return found


def day_of(value: str) -> date | None:
    """Return the day of a metadata value ("2024-04-24T09:00:00Z", "April 24, 2024"), or None."""
    if match := _ISO.match(value[:40]):
        return plausible("-".join(match.groups()))
    for language in ("en", "fr"):
        if days := full_days(value[:200], language):
            return days[0][1]
    return None


def plausible(value: str) -> date | None:
    """Return the day YYYY-MM-DD where a document can have been published on it, else None.

    A day after tomorrow cannot be one: a guess is bounded by the day on which it is made (and
    tomorrow has begun in some time zone).
    """
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if EARLIEST <= day <= date.today() + timedelta(days=1) else None
