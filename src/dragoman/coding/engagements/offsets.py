"""Days told by their distance: "three days after he had met X", "au lendemain de ses entretiens avec X"."""

import re
from datetime import date, timedelta

from dragoman.coding.engagements.days import When, days_of
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.ranges import lasting, shifted
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span

_LENGTH = re.compile(r"P(\d+)D|PT.*|PX.*H")
REACH = 12  # units between the word of distance and what it leads to


def _distance(lexicon: Lexicon, sentence: Sentence, k: int) -> int | None:
    """Return the days that the words before and at unit `k` say that things lie apart."""
    unit = sentence.units[k]
    if unit.time is not None:  # "trois jours après" as one, counted from the day told before it
        days = days_of(unit.time)
        told = (u.time for u in reversed(sentence.units[:k]) if u.time is not None)
        before = next((found for time in told if (found := days_of(time))), None)
        return abs((days[0] - before[0]).days) if days is not None and before is not None else None
    unit = sentence.units[k - 1]
    if unit.time is not None and unit.time.type == "DURATION" and unit.time.value:
        match = _LENGTH.fullmatch(unit.time.value)
        if match is None:
            return None
        return int(match[1]) if match[1] else 0
    return 1 if lexicon.has("a_day", unit.low) else 0 if lexicon.has("hours", unit.low) else None


def _link(lexicon: Lexicon, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return the word that says on which side of the other thing the trigger at `at` lies, and how far.

    The days are to be added to those of the other thing: "a day after the talks" puts the talks a day
    earlier.
    """
    units = sentence.units
    for k in range(at - 1, max(-1, at - REACH), -1):
        low = units[k].low.split()[-1]
        if lexicon.has("eve", low) or lexicon.has("morrow", low):
            of = k + 1 < at and lexicon.has("of", units[k + 1].low)
            return (k, 1 if lexicon.has("eve", low) else -1) if of else None
        if k and (lexicon.has("later_than", low) or lexicon.has("sooner_than", low)):
            apart = _distance(lexicon, sentence, k)
            if apart is None or apart > 31:
                return None
            return k, -apart if lexicon.has("later_than", low) else apart
        if low in (";", ":", ",") or units[k].time is not None:
            return None
    return None


def distant_day(
    lexicon: Lexicon, sentence: Sentence, trigger: Trigger, text: str, published: date | None
) -> When | None:
    """Return the day of a trigger told by its distance from what else the sentence tells, else None."""
    units = sentence.units
    link = _link(lexicon, sentence, trigger.first)
    if link is None:
        return None
    k, step = link
    end = next((j for j in range(trigger.at + 1, len(units)) if units[j].low in (",", ";")), len(units))
    if any(u.time is not None and days_of(u.time) for u in units[trigger.at + 1 : end]):
        return None  # it has a day of its own
    opens = k <= 3
    sides = range(end, len(units)) if opens else range(k - 1, -1, -1)
    found = next((j for j in sides if (t := units[j].time) is not None and days_of(t)), None)
    time = units[found].time if found is not None else None
    days = days_of(time) if time is not None else None
    if time is None or days is None or days[0] != days[1]:
        return None
    told = units[end:] if opens else units[:k]
    ahead = any(lexicon.has("future", u.low) for u in told)
    day = shifted(lexicon, time, days, "announced" if ahead else "held", published)[0]
    whole = units[k].time is not None or any(lexicon.has(w, units[k].low) for w in ("eve", "morrow"))
    first = units[k] if whole else units[k - 1]
    span = Span(first.start, units[k].end, text[first.start : units[k].end])
    moved = day + timedelta(days=step)
    return When(moved, moved, None, None, span.text, (span,), inferred=True, how="distance")


def nth_day(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> int | None:
    """Return which day of a visit the sentence's day is ("the second day of his visit"), 0 for the last."""
    units = sentence.units
    for k in range(max(1, trigger.first - REACH), trigger.first - 1):
        if lexicon.has("a_day", units[k].low) and lexicon.has("of", units[k + 1].low):
            said = units[k - 1].low
            number = next((n for n in range(1, 6) if lexicon.has(f"day_{n}", said)), None)
            return 0 if lexicon.has("day_last", said) else number
    return None


def on_nth_day(
    lexicon: Lexicon, sentence: Sentence, trigger: Trigger, when: When, length: int | None
) -> When:
    """Let a visit begin as many days before the sentence's day as that one is into it."""
    number = nth_day(lexicon, sentence, trigger) if trigger.trip else None
    day = when.start
    if number is None or day is None:
        return when
    span = length or number or 1
    first = day - timedelta(days=number - 1 if number else span - 1)
    return lasting(when, first, max(day, first + timedelta(days=span - 1)))
