"""When: the days that a sentence gives an engagement, by its times and lengths of time."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from msgspec.structs import replace as renew
from spacy.tokens import Doc

from dragoman.coding.engagements.days import When, days_of, lately
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.offsets import nth_day, on_nth_day
from dragoman.coding.engagements.ranges import (
    begun_and_ended,
    joined_days,
    lasting,
    shifted,
    since_opening,
    whole_month,
)
from dragoman.coding.engagements.timing import candidates
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span, TimeExpression

_LENGTH = re.compile(r"P(?:(\d+)D|T(\d+)H)")


def duration(lexicon: Lexicon, sentence: Sentence, near: int) -> int | None:
    """Return the days that an expression beside the trigger says it lasts ("a three-day visit")."""
    for i in range(max(0, near - 7), len(sentence.units)):
        if i >= near + 11 and not lexicon.has("lasted", sentence.units[i - 1].low):
            continue
        time = sentence.units[i].time
        if time is not None and time.type == "DURATION" and time.value:
            match = _LENGTH.fullmatch(time.value)
            if match is None:
                continue
            days = int(match.group(1)) if match.group(1) else int(match.group(2)) // 24
            before = sentence.units[i - 1].low if i else ""
            behind = sentence.units[i + 1].low if i + 1 < len(sentence.units) else ""
            if lexicon.has("later_than", behind) or lexicon.has("sooner_than", behind):
                continue  # "two days before he meets X"
            beside = not lexicon.has("not_lasting", before) or (lexicon.has("lasting", before) and i > near)
            ahead = sentence.units[i + 1].low if i + 1 < len(sentence.units) else ""
            beside = beside or (i < near and lexicon.has("of", ahead))  # "after two days of talks"
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
        side = "held" if status == "announced" and _on_the_way(lexicon, sentence, trigger, i, own) else status
        chosen = chosen or _one(lexicon, doc, sentence, i, time, side, published)
        if chosen is not None and chosen.known:
            break
    if chosen is None:
        chosen = When()
    length = duration(lexicon, sentence, trigger.at)
    one_day = chosen if nth_day(lexicon, sentence, trigger) is not None else None
    if length and length > 1 and chosen.how == "since" and chosen.start is not None and trigger.trip:
        chosen = lasting(chosen, chosen.start, chosen.start + timedelta(days=length - 1))
    elif length and length > 1 and chosen.how == "until" and chosen.end is not None and trigger.trip:
        chosen = lasting(chosen, chosen.end - timedelta(days=length - 1), chosen.end)
    elif length and length > 1 and chosen.start is not None and chosen.end == chosen.start:
        step = timedelta(days=length - 1)
        day = chosen.start
        over = trigger.first > 2 and any(
            lexicon.has("later_than", u.low) for u in units[trigger.first - 3 : trigger.first]
        )  # "left A after a two-day visit"
        if over or verb_class & {"end", "fail"} or any(lexicon.has("ending", u.low) for u in units):
            chosen = lasting(chosen, day - step, day)
        elif trigger.trip or "begin" in verb_class:
            chosen = lasting(chosen, day, day + step)
    chosen = on_nth_day(lexicon, sentence, trigger, one_day, length) if one_day is not None else chosen
    chosen = since_opening(lexicon, sentence, chosen, verb_class, status, published)
    chosen = begun_and_ended(lexicon, sentence, trigger.at, chosen, published)
    if new[0] is not None:
        chosen = replace(chosen, new_start=new[0], new_end=new[1])
    return chosen


def _on_the_way(lexicon: Lexicon, sentence: Sentence, trigger: Trigger, i: int, own: set[int]) -> bool:
    """Say whether a day is that of a journey that is over: "flew to A on Monday for talks with B"."""
    return any(
        v < i < trigger.first
        and any(
            one.kind == "visit" and "past" in one.tenses and "inf" not in one.tenses
            for one in lexicon.verbs.get(sentence.units[v].low, ())
        )
        for v in own
    )


def _one(
    lexicon: Lexicon,
    doc: Doc,
    sentence: Sentence,
    i: int,
    time: TimeExpression,
    status: str,
    published: date | None,
) -> When | None:
    units = sentence.units
    span = Span(time.start, time.end, time.text)
    days = days_of(time) or lately(time, published) or whole_month(lexicon, time)
    before = units[i - 1].low if i else ""
    if i > 1 and units[i - 2].low == "jusqu'":
        before = "jusqu'au"
    phrase = _phrase(lexicon, doc, sentence, i, time)
    if days is None and time.earliest and (lexicon.has("since", before) or time.mod == "ON_OR_AFTER"):
        return When(time.earliest, None, None, None, phrase, (span,), how="since")
    ending = days is None and time.earliest is None and time.mod == "ON_OR_BEFORE"
    if ending and lexicon.has("until", before) and status != "postponed":
        one = days_of(renew(time, earliest=time.latest))
        if one is not None:
            return When(None, one[1], None, one[1], phrase, (span,), how="until")
    if days is None:
        earliest = time.earliest
        if status == "announced" and earliest is None:
            earliest = published
        return When(None, None, earliest, time.latest, phrase, (span,))
    since = lexicon.has("since", before)
    days = shifted(lexicon, time, days, "held" if since else status, published)
    days = joined_days(lexicon, sentence, i, days)
    if lexicon.has("since", before) or time.mod == "ON_OR_AFTER":
        return When(days[0], None, None, None, phrase, (span,), how="since")
    if lexicon.has("until", before) and status != "postponed":
        return When(None, days[1], None, days[1], phrase, (span,), how="until")
    return When(days[0], days[1], None, None, phrase, (span,))


def _phrase(lexicon: Lexicon, doc: Doc, sentence: Sentence, i: int, time: TimeExpression) -> str:
    """Return the time's words, with the preposition before them where there is one."""
    before = sentence.units[i - 1] if i else None
    if before is None or not lexicon.has("time_leads", before.low):
        return time.text
    return f"{doc[before.first].text} {time.text}"
