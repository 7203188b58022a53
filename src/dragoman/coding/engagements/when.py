"""When: the days that a sentence gives an engagement, by its times and lengths of time."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc

from dragoman.coding.engagements.days import LONGEST, When, days_of
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.timing import candidates
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span, TimeExpression

_WEEKDAY_ONLY = re.compile(
    r"[^\W\d_]+(?: (?:morning|afternoon|evening|night|matin|soir|après-midi))?", re.UNICODE
)
_DAYS = re.compile(r"P(\d+)D")


def _weekday(lexicon: Lexicon, time: TimeExpression) -> bool:
    days = days_of(time)
    return (
        days is not None
        and days[0] == days[1]
        and bool(_WEEKDAY_ONLY.fullmatch(time.text))
        and lexicon.has("weekdays", time.text.split()[0].lower().rstrip("."))
    )


def _shift(
    lexicon: Lexicon, time: TimeExpression, days: tuple[date, date], status: str, published: date | None
) -> tuple[date, date]:
    """Move a bare weekday to the side of the published day that the status asks for."""
    if published is None or not _weekday(lexicon, time):
        return days
    week = timedelta(days=7)
    if status == "announced" and days[1] < published:
        return days[0] + week, days[1] + week
    if status in ("held", "failed", "underway") and days[0] > published:
        return days[0] - week, days[1] - week
    return days


def duration(lexicon: Lexicon, sentence: Sentence, near: int) -> int | None:
    """Return the days that an expression beside the trigger says it lasts ("a three-day visit")."""
    for i in range(max(0, near - 7), min(near + 11, len(sentence.units))):
        time = sentence.units[i].time
        if time is not None and time.type == "DURATION" and time.value:
            match = _DAYS.fullmatch(time.value)
            before = sentence.units[i - 1].low if i else ""
            if match and int(match.group(1)) <= 60 and not lexicon.has("not_lasting", before):
                return int(match.group(1))
            if match and lexicon.has("lasting", before) and i > near and int(match.group(1)) <= 60:
                return int(match.group(1))
    return None


def read_when(
    lexicon: Lexicon,
    doc: Doc,
    sentence: Sentence,
    trigger: Trigger,
    status: str,
    *,
    own: set[int],
    others: Sequence[int],
    change: int | None,
    published: date | None,
    verb_class: frozenset[str],
) -> When:
    """Return the days that the sentence gives the engagement of `trigger`."""
    units = sentence.units
    ranked = candidates(lexicon, doc, sentence, trigger, own, others, change)
    text = doc.text
    new: tuple[date | None, date | None] = (None, None)
    chosen: When | None = None
    for i in ranked:
        time = units[i].time
        if time is None:
            continue
        before = units[i - 1].low if i else ""
        if status == "postponed" and lexicon.has("moved_to", before) and i > (change or 0) and new[0] is None:
            days = days_of(time)
            if days is not None and not any(
                lexicon.has("moved_from", u.low) for u in units[max(0, i - 4) : i - 1]
            ):
                new = days[0], days[1]
                continue
        chosen = chosen or _one(lexicon, sentence, i, time, status, published, text)
        if chosen is not None and chosen.known:
            break
    if chosen is None:
        chosen = When()
    length = duration(lexicon, sentence, trigger.at)
    if length and length > 1 and chosen.start is not None and chosen.end == chosen.start:
        step = timedelta(days=length - 1)
        day = chosen.start
        if verb_class & {"end", "fail"} or any(lexicon.has("ending", u.low) for u in units):
            chosen = _with(chosen, day - step, day)
        elif trigger.trip or "begin" in verb_class:
            chosen = _with(chosen, day, day + step)
    if new[0] is not None:
        chosen = replace(chosen, new_start=new[0], new_end=new[1])
    return chosen


def _with(when: When, start: date | None, end: date | None) -> When:
    return replace(when, start=start, end=end, inferred=True, how="duration")


def _one(
    lexicon: Lexicon,
    sentence: Sentence,
    i: int,
    time: TimeExpression,
    status: str,
    published: date | None,
    text: str,
) -> When | None:
    units = sentence.units
    span = Span(time.start, time.end, time.text)
    days = days_of(time)
    before = units[i - 1].low if i else ""
    if days is None and time.earliest and (lexicon.has("since", before) or time.mod == "ON_OR_AFTER"):
        return When(
            time.earliest, None, None, None, _phrase(text, units[i].start, time), (span,), how="since"
        )
    if days is None:
        earliest = time.earliest
        if status == "announced" and earliest is None:
            earliest = published
        return When(None, None, earliest, time.latest, _phrase(text, units[i].start, time), (span,))
    days = _shift(lexicon, time, days, status, published)
    # "January 26 and 27": two neighbours joined by "and" are one range.
    if i + 2 < len(units) and lexicon.has("joins_days", units[i + 1].low) and units[i + 2].time is not None:
        more = _days_at(sentence, i + 2)
        if more is not None and timedelta(0) < more[1] - days[0] <= timedelta(days=LONGEST):
            days = days[0], more[1]
    elif i > 1 and lexicon.has("joins_days", units[i - 1].low) and units[i - 2].time is not None:
        less = _days_at(sentence, i - 2)
        if less is not None and timedelta(0) < days[1] - less[0] <= timedelta(days=LONGEST):
            days = less[0], days[1]
    phrase = _phrase(text, units[i].start, time)
    if lexicon.has("since", before) or time.mod == "ON_OR_AFTER":
        return When(days[0], None, None, None, phrase, (span,), how="since")
    if lexicon.has("until", before) and status != "postponed":
        return When(None, days[1], None, days[1], phrase, (span,), how="until")
    return When(days[0], days[1], None, None, phrase, (span,))


def _days_at(sentence: Sentence, i: int) -> tuple[date, date] | None:
    time = sentence.units[i].time
    return days_of(time) if time is not None else None


def _phrase(text: str, start: int, time: TimeExpression) -> str:
    """Return the time's words, with the preposition before them where there is one."""
    lead = re.search(r"\b(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince|[Ll]e|[Dd]epuis) $", text[max(0, start - 7) : start])
    return (lead.group() if lead else "") + time.text
