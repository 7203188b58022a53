"""Days of an engagement, and those that a time expression gives."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model import Span, TimeExpression

VAGUE = ("START", "MID", "END")  # TIMEX3's parts of a month
WEEK = 6  # days between the first and the last of a week: "the first week of March" is a date
LONGEST = 45  # days: what lasts longer (a season, a year) bounds an engagement but is no date of it
FROM_TO = 366  # days that first and last lie apart at most where both are told: "from April to August"
FEW = 14  # days that "the past ten days" may count
_DAYS = re.compile(r"P(\d{1,2})D")


@dataclass(frozen=True)
class When:
    """Days of an engagement: as in `Engagement`, with the words that they rest on."""

    start: date | None = None
    end: date | None = None
    earliest: date | None = None
    latest: date | None = None
    text: str | None = None
    spans: tuple[Span, ...] = ()
    inferred: bool = False
    how: str = "time"
    new_start: date | None = None
    new_end: date | None = None

    @property
    def known(self) -> bool:
        """Whether a first or last day is known."""
        return self.start is not None or self.end is not None


def days_of(time: TimeExpression) -> tuple[date, date] | None:
    """Return first and last day of a time that is short enough to be a date, else None.

    "Early September" is none: it bounds the days and tells none of them.
    """
    if time.type not in ("DATE", "TIME") or time.earliest is None or time.latest is None or not time.value:
        return None
    longest = FROM_TO if "/" in time.value else LONGEST
    if (time.latest - time.earliest).days > longest or time.value.startswith(("P", "X")):
        return None
    if re.fullmatch(r"\d{4}(-(SP|SU|FA|WI|Q\d|H\d))?", time.value):
        return None
    part = time.mod in VAGUE and re.fullmatch(r"\d{4}-\d{2}", time.value) is not None
    if part and (time.latest - time.earliest).days != WEEK:
        return None
    return time.earliest, time.latest


def lately(time: TimeExpression, published: date | None) -> tuple[date, date] | None:
    """Return first and last of the days that are just over: "in the past three days", today with them."""
    match = _DAYS.fullmatch(time.value or "") if time.type == "DURATION" else None
    last = time.latest
    if match is None or time.earliest is None or last is None or (published is not None and last > published):
        return None
    count = int(match[1])
    return (last - timedelta(days=count - 1), last) if 0 < count <= FEW else None
