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
_LENGTH = re.compile(r"P(?:(\d+)D|T(\d+)H)")


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
            match = _LENGTH.fullmatch(time.value)
            if match is None:
                continue
            days = int(match.group(1)) if match.group(1) else int(match.group(2)) // 24
            before = sentence.units[i - 1].low if i else ""
            beside = not lexicon.has("not_lasting", before) or (lexicon.has("lasting", before) and i > near)
            if 0 < days <= 60 and beside:
                return days
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
    if length and length > 1 and chosen.how == "since" and chosen.start is not None and trigger.trip:
        chosen = _with(chosen, chosen.start, chosen.start + timedelta(days=length - 1))
    elif length and length > 1 and chosen.how == "until" and chosen.end is not None and trigger.trip:
        chosen = _with(chosen, chosen.end - timedelta(days=length - 1), chosen.end)
    elif length and length > 1 and chosen.start is not None and chosen.end == chosen.start:
        step = timedelta(days=length - 1)
        day = chosen.start
        if verb_class & {"end", "fail"} or any(lexicon.has("ending", u.low) for u in units):
            chosen = _with(chosen, day - step, day)
        elif trigger.trip or "begin" in verb_class:
            chosen = _with(chosen, day, day + step)
    chosen = _since_opening(lexicon, sentence, chosen, verb_class, status, published)
    if new[0] is not None:
        chosen = replace(chosen, new_start=new[0], new_end=new[1])
    return chosen


def _since_opening(
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
            days = _shift(lexicon, time, days, "held", published)
        first = days[0] if days is not None else time.earliest
        if opens and first is not None:
            opened.append(first)
        elif chosen.how == "since" and days is not None:
            closed.append(days[1])
    end = max(closed, default=None)
    starts = [
        day for day in opened if end is not None and timedelta(0) < end - day <= timedelta(days=LONGEST)
    ]
    return _with(chosen, min(starts), end) if starts else chosen


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
    since = lexicon.has("since", before)
    days = _shift(lexicon, time, days, "held" if since else status, published)
    days = _joined(lexicon, sentence, i, days)
    phrase = _phrase(text, units[i].start, time)
    if lexicon.has("since", before) or time.mod == "ON_OR_AFTER":
        return When(days[0], None, None, None, phrase, (span,), how="since")
    if lexicon.has("until", before) and status != "postponed":
        return When(None, days[1], None, days[1], phrase, (span,), how="until")
    return When(days[0], days[1], None, None, phrase, (span,))


def _joined(lexicon: Lexicon, sentence: Sentence, i: int, days: tuple[date, date]) -> tuple[date, date]:
    """Join neighbours to one range: "January 26 and 27", "les 2, 3 et 4 mai", "7 May (Sun) to 8 May"."""
    first, last = days
    for step in (1, -1):
        k = _neighbour(lexicon, sentence, i, step)
        while k is not None:
            other = _days_at(sentence, k)
            if other is None:
                break
            apart = other[0] - last if step > 0 else first - other[1]
            if not timedelta(0) < apart <= timedelta(days=LONGEST):
                break
            if sentence.units[k - step].low == "," and apart > timedelta(days=1):
                break
            first, last = min(first, other[0]), max(last, other[1])
            k = _neighbour(lexicon, sentence, k, step)
    return first, last


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


def _phrase(text: str, start: int, time: TimeExpression) -> str:
    """Return the time's words, with the preposition before them where there is one."""
    lead = re.search(r"\b(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince|[Ll]e|[Dd]epuis) $", text[max(0, start - 7) : start])
    return (lead.group() if lead else "") + time.text
