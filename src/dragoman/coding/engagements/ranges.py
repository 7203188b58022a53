"""Ranges of days: neighbours joined to one, weekdays moved to the side that a state asks for, openings."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from dragoman.coding.engagements.days import LONGEST, VAGUE, When, days_of
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.units import Sentence
from dragoman.model import TimeExpression

_WEEKDAY_ONLY = re.compile(
    r"[^\W\d_]+(?: (?:morning|afternoon|evening|night|matin|soir|après-midi))?", re.UNICODE
)

_YEARLESS = re.compile(r"(?:[^\W\d_]+\.? \d{1,2}|\d{1,2} [^\W\d_]+)", re.UNICODE)


def _weekday(lexicon: Lexicon, time: TimeExpression) -> bool:
    days = days_of(time)
    return (
        days is not None
        and days[0] == days[1]
        and bool(_WEEKDAY_ONLY.fullmatch(time.text))
        and lexicon.has("weekdays", time.text.split()[0].lower().rstrip("."))
    )


def _nearer_year(days: tuple[date, date], published: date) -> tuple[date, date]:
    """Return a day without a year in the year in which it lies nearer: what was planned may be past."""
    if (days[0] - published).days <= 183 or days[0].day == 29:
        return days
    return days[0].replace(year=days[0].year - 1), days[1].replace(year=days[1].year - 1)


def shifted(
    lexicon: Lexicon, time: TimeExpression, days: tuple[date, date], status: str, published: date | None
) -> tuple[date, date]:
    """Move a bare weekday to the side of the published day that the status asks for."""
    if published is None:
        return days
    if status in ("cancelled", "postponed") and _YEARLESS.fullmatch(time.text):
        return _nearer_year(days, published)
    if not _weekday(lexicon, time):
        return days
    week = timedelta(days=7)
    if status == "announced" and days[1] < published:
        return days[0] + week, days[1] + week
    if status in ("held", "failed", "underway") and days[0] > published:
        return days[0] - week, days[1] - week
    return days


def whole_month(lexicon: Lexicon, time: TimeExpression) -> tuple[date, date] | None:
    """Return the month that "later this month" tells: the word says no more than on which side of now."""
    compared = lexicon.has("comparing", time.text.lower().split()[0])
    match = re.fullmatch(r"(\d{4})-(\d{2})", time.value or "")
    if match is None or time.mod not in VAGUE or not compared:
        return None
    year, month = int(match[1]), int(match[2])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def lasting(when: When, start: date | None, end: date | None) -> When:
    """Return `when` with days that a length of time gives."""
    return replace(when, start=start, end=end, inferred=True, how="duration")


def since_opening(
    lexicon: Lexicon,
    sentence: Sentence,
    chosen: When,
    verb_class: frozenset[str],
    status: str,
    published: date | None,
) -> When:
    """Let what ended on a day begin on the earlier one that the sentence gives for its opening.

    "Talks that opened on Tuesday broke down on Friday", "concluded a visit on June 14, having arrived on
    June 9", "qui se tenaient depuis mercredi ont échoué vendredi".
    """
    over = verb_class & {"end", "fail"} or status == "failed"
    if (
        not over
        or chosen.start is None
        or ((chosen.end or chosen.start) != chosen.start and chosen.how != "since")
    ):
        return chosen
    units = sentence.units
    opened: list[date] = []
    closed = [] if chosen.how == "since" else [chosen.start]
    for i, unit in enumerate(units):
        time = unit.time
        days = days_of(time) if time is not None else None
        if time is None or (days is None and (time.earliest is None or time.type != "DATE")):
            continue
        before = [u.low for u in units[max(0, i - 6) : i]]
        opens = any(lexicon.has("opening", w) for w in before) or (
            bool(before) and lexicon.has("since", before[-1])
        )
        if days is not None:
            days = shifted(lexicon, time, days, "held", published)
        first = days[0] if days is not None else time.earliest
        if opens and first is not None:
            opened.append(first)
        elif chosen.how == "since" and days is not None:
            closed.append(days[1])
    end = max(closed, default=None)
    starts = [
        day for day in opened if end is not None and timedelta(0) < end - day <= timedelta(days=LONGEST)
    ]
    return lasting(chosen, min(starts), end) if starts else chosen


def begun_and_ended(
    lexicon: Lexicon, sentence: Sentence, at: int, when: When, published: date | None
) -> When:
    """Let what has both days told last from one to the other: "began on Monday and is to end on Friday"."""
    found: dict[str, date] = {}
    for i in range(at + 1, len(sentence.units)):
        time = sentence.units[i].time
        days = days_of(time) if time is not None else None
        if time is None or days is None or days[0] != days[1]:
            continue
        before = sentence.units[max(at + 1, i - 3) : i]
        classes = {s.cls for u in before for s in lexicon.states.get(u.low, ())}
        if "begin" in classes and not found:
            found["begin"] = shifted(lexicon, time, days, "held" if when.start is None else "", published)[0]
        elif classes & {"end", "fail"} and "begin" in found:
            found["end"] = days[0]
    first, last = found.get("begin"), found.get("end")
    if first is None or last is None:
        return when
    week = timedelta(days=7)
    last = last + week if last <= first and last + week - first <= 2 * week else last
    return lasting(when, first, last) if first < last <= first + timedelta(days=LONGEST) else when


def joined_days(lexicon: Lexicon, sentence: Sentence, i: int, days: tuple[date, date]) -> tuple[date, date]:
    """Join neighbours to one range: "January 26 and 27", "les 2, 3 et 4 mai", "7 May (Sun) to 8 May"."""
    first, last = days
    for step in (1, -1):
        k = _neighbour(lexicon, sentence, i, step)
        while k is not None:
            other = _days_at(sentence, k)
            if other is None or _clause_at(sentence, k if step > 0 else k + 1):
                break
            apart = other[0] - last if step > 0 else first - other[1]
            if not timedelta(0) < apart <= timedelta(days=LONGEST):
                break
            if sentence.units[k - step].low == "," and apart > timedelta(days=1):
                break
            first, last = min(first, other[0]), max(last, other[1])
            k = _neighbour(lexicon, sentence, k, step)
    return first, last


def _clause_at(sentence: Sentence, k: int) -> bool:
    """Say whether a clause begins at a time or behind it: "on Monday, and the next morning he saw B"."""
    return k + 1 < len(sentence.units) and sentence.units[k + 1].pos == "PRON"


def _neighbour(lexicon: Lexicon, sentence: Sentence, k: int, step: int) -> int | None:
    """Return the time that "and", "to" or a comma joins to the one at unit `k`, brackets left out."""
    units = sentence.units
    at = _beyond_brackets(sentence, k + step, step)
    links = 0
    while (
        0 <= at < len(units)
        and links < 2
        and (lexicon.has("joins_days", units[at].low) or units[at].low == ",")
    ):
        links += 1
        at += step
    at = _beyond_brackets(sentence, at, step)
    return at if links and 0 <= at < len(units) and units[at].time is not None else None


def _beyond_brackets(sentence: Sentence, k: int, step: int) -> int:
    """Return the unit behind a day of the week in brackets at unit `k`, else `k`."""
    units = sentence.units
    opening, closing = ("(", ")") if step > 0 else (")", "(")
    end = k + 2 * step
    if (
        0 <= k < len(units)
        and units[k].low == opening
        and 0 <= end < len(units)
        and units[end].low == closing
    ):
        return end + step
    return k


def _days_at(sentence: Sentence, i: int) -> tuple[date, date] | None:
    time = sentence.units[i].time
    return days_of(time) if time is not None else None
