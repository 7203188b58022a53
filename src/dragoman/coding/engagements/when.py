"""When: the time expression that belongs to a trigger, and the days that it gives.

A time belongs to the verb that governs it: "said on Thursday that the visit was put off from
Monday" has two, and only the second is the visit's. What the parse leaves open, nearness decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from dragoman.coding.engagements.clauses import unit_of
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span, TimeExpression

LONGEST = 45  # days: what lasts longer (a season, a year) bounds an engagement but is no date of it
_WEEKDAY_ONLY = re.compile(
    r"[^\W\d_]+(?: (?:morning|afternoon|evening|night|matin|soir|après-midi))?", re.UNICODE
)
_DAYS = re.compile(r"P(\d+)D")


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
    """Return first and last day of a time that is short enough to be a date, else None."""
    if time.type not in ("DATE", "TIME") or time.earliest is None or time.latest is None or not time.value:
        return None
    if (time.latest - time.earliest).days > LONGEST or time.value.startswith(("P", "X")):
        return None
    if re.fullmatch(r"\d{4}(-(SP|SU|FA|WI|Q\d|H\d))?", time.value):
        return None
    return time.earliest, time.latest


def _weekday(time: TimeExpression) -> bool:
    days = days_of(time)
    return (
        days is not None
        and days[0] == days[1]
        and bool(_WEEKDAY_ONLY.fullmatch(time.text))
        and (time.text.split()[0].lower().rstrip(".") in WEEKDAYS)
    )


WEEKDAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ]
)


TELLINGS = frozenset(
    [
        "statement",
        "tweet",
        "interview",
        "release",
        "communiqué",
        "communique",
        "declaration",
        "message",
        "note",
    ]
)


def _verb_above(doc: Doc, sentence: Sentence, i: int) -> int | None:
    """Return the unit of the nearest verb or engagement noun above the time at unit `i`."""
    unit = sentence.units[i]
    heads = {t.i for t in doc[unit.first : unit.last + 1]}
    top = next((t for t in doc[unit.first : unit.last + 1] if t.head.i not in heads), doc[unit.first])
    current = top
    for _ in range(6):
        head = current.head
        if head.i == current.i:
            return None
        if head.pos_ in ("VERB", "AUX"):
            return unit_of(sentence, head.i)
        current = head
    return None


def candidates(
    lexicon: Lexicon,
    doc: Doc,
    sentence: Sentence,
    trigger: Trigger,
    own: set[int],
    others: Sequence[int],
    change: int | None,
) -> list[int]:
    """Return the units of the times that may be the trigger's, likeliest first.

    `own` are the units of the trigger and of its verbs; `others` those of other triggers.
    """
    units = sentence.units
    rated: list[tuple[float, int]] = []
    for i, unit in enumerate(units):
        if unit.time is None or unit.time.type == "SET":
            continue
        if unit.time.type == "DURATION" and not _ahead(sentence, i):
            continue
        above = _verb_above(doc, sentence, i)
        low, high = sorted((i, trigger.at))
        between = units[low + 1 : high]
        score = -abs(i - trigger.at) * 0.1
        rivals = sum(low < k < high for k in others)
        score -= 1.5 * rivals
        if above is not None and above in own and above != change:
            score += 2
        elif above is not None and above == change:
            score += -1.5 if i > above or i < above else 0
        elif above is not None and above not in own:
            said = _reporting(lexicon, units[above].low)
            score -= 3 if said and not _after_trigger(i, trigger, above) else 0.7
        if trigger.trip and unit.time.value and "/" in unit.time.value:
            score += 1.2
        if i > trigger.at:
            score += 0.6
            joined = units[trigger.at + 1 : i]
            if any(
                u.low
                in (
                    "planned",
                    "scheduled",
                    "due",
                    "set",
                    "slated",
                    "prévu",
                    "prévue",
                    "prévus",
                    "prévues",
                    "programmé",
                    "programmée",
                    "for",
                    "fixée",
                )
                for u in joined
            ):
                score += 1.5
        if sum(u.low in (";", "—") for u in between):
            score -= 2
        if i > trigger.at and any(u.low in TELLINGS for u in between):
            score -= 2  # "in a statement at the weekend"
        if any(u.low in ("since", "depuis") for u in units[max(0, i - 1) : i]):
            score -= 0.5
        if any(
            u.low
            in (
                "after",
                "before",
                "following",
                "as",
                "when",
                "because",
                "after",
                "après",
                "lorsque",
                "quand",
                "who",
                "which",
                "qui",
                "dont",
            )
            for u in between
        ):
            score -= 1.5
        rated.append((score, i))
    return [i for score, i in sorted(rated, reverse=True) if score > -1.7]


def _ahead(sentence: Sentence, i: int) -> bool:
    """Say whether a length of time says when: "in the coming months", "dans deux semaines"."""
    time = sentence.units[i].time
    before = sentence.units[i - 1].low if i else ""
    return time is not None and (before in ("in", "within", "dans", "sous") or time.earliest is not None)


def _after_trigger(i: int, trigger: Trigger, above: int) -> bool:
    return above < trigger.at < i


def _reporting(lexicon: Lexicon, low: str) -> bool:
    states = {s.cls for s in lexicon.states.get(low, ())}
    return "say" in states or low in REPORTING


REPORTING = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "tell",
        "added",
        "announced",
        "stated",
        "confirmed",
        "reported",
        "wrote",
        "tweeted",
        "declared",
        "explained",
        "noted",
        "a",
        "dit",
        "indiqué",
        "annoncé",
        "déclaré",
        "précisé",
        "affirmé",
        "expliqué",
        "confirmé",
        "ajouté",
        "fait",
        "rapporté",
        "souligné",
        "assuré",
    ]
)


def _shift(
    time: TimeExpression, days: tuple[date, date], status: str, published: date | None
) -> tuple[date, date]:
    """Move a bare weekday to the side of the published day that the status asks for."""
    if published is None or not _weekday(time):
        return days
    week = timedelta(days=7)
    if status == "announced" and days[1] < published:
        return days[0] + week, days[1] + week
    if status in ("held", "failed", "underway") and days[0] > published:
        return days[0] - week, days[1] - week
    return days


def duration(sentence: Sentence, near: int) -> int | None:
    """Return the days that an expression beside the trigger says it lasts ("a three-day visit")."""
    for i in range(max(0, near - 7), min(near + 11, len(sentence.units))):
        time = sentence.units[i].time
        if time is not None and time.type == "DURATION" and time.value:
            match = _DAYS.fullmatch(time.value)
            before = sentence.units[i - 1].low if i else ""
            if (
                match
                and int(match.group(1)) <= 60
                and before not in ("for", "in", "within", "dans", "after", "il")
            ):
                return int(match.group(1))
            if match and before == "for" and i > near and int(match.group(1)) <= 60:
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
        if (
            status == "postponed"
            and before in ("to", "until", "till", "au", "à")
            and i > (change or 0)
            and new[0] is None
        ):
            days = days_of(time)
            if days is not None and not any(u.low in ("from", "du") for u in units[max(0, i - 4) : i - 1]):
                new = days[0], days[1]
                continue
        chosen = chosen or _one(sentence, i, time, status, published, text)
        if chosen is not None and chosen.known:
            break
    if chosen is None:
        chosen = When()
    length = duration(sentence, trigger.at)
    if length and length > 1 and chosen.start is not None and chosen.end == chosen.start:
        step = timedelta(days=length - 1)
        day = chosen.start
        if verb_class & {"end", "fail"} or any(
            u.low in ("end", "ended", "concluded", "wrapped", "ends") for u in units
        ):
            chosen = _with(chosen, day - step, day)
        elif trigger.trip or "begin" in verb_class:
            chosen = _with(chosen, day, day + step)
    if new[0] is not None:
        chosen = When(
            chosen.start,
            chosen.end,
            chosen.earliest,
            chosen.latest,
            chosen.text,
            chosen.spans,
            chosen.inferred,
            chosen.how,
            new[0],
            new[1],
        )
    return chosen


def _with(when: When, start: date | None, end: date | None) -> When:
    return When(start, end, when.earliest, when.latest, when.text, when.spans, True, "duration")


def _one(
    sentence: Sentence, i: int, time: TimeExpression, status: str, published: date | None, text: str
) -> When | None:
    units = sentence.units
    span = Span(time.start, time.end, time.text)
    days = days_of(time)
    before = units[i - 1].low if i else ""
    if days is None and time.earliest and (before in ("since", "depuis") or time.mod == "ON_OR_AFTER"):
        return When(
            time.earliest, None, None, None, _phrase(text, units[i].start, time), (span,), how="since"
        )
    if days is None:
        earliest = time.earliest
        if status == "announced" and earliest is None:
            earliest = published
        return When(None, None, earliest, time.latest, _phrase(text, units[i].start, time), (span,))
    days = _shift(time, days, status, published)
    # "January 26 and 27": two neighbours joined by "and" are one range.
    if i + 2 < len(units) and units[i + 1].low in ("and", "et", "to", "au") and units[i + 2].time is not None:
        more = _days_at(sentence, i + 2)
        if more is not None and timedelta(0) < more[1] - days[0] <= timedelta(days=LONGEST):
            days = days[0], more[1]
    elif i > 1 and units[i - 1].low in ("and", "et") and units[i - 2].time is not None:
        less = _days_at(sentence, i - 2)
        if less is not None and timedelta(0) < days[1] - less[0] <= timedelta(days=LONGEST):
            days = less[0], days[1]
    phrase = _phrase(text, units[i].start, time)
    if before in ("since", "depuis") or time.mod == "ON_OR_AFTER":
        return When(days[0], None, None, None, phrase, (span,), how="since")
    if before in ("until", "till", "through", "jusqu'au", "by") and status != "postponed":
        return When(None, days[1], None, days[1], phrase, (span,), how="until")
    return When(days[0], days[1], None, None, phrase, (span,))


def _days_at(sentence: Sentence, i: int) -> tuple[date, date] | None:
    time = sentence.units[i].time
    return days_of(time) if time is not None else None


def _phrase(text: str, start: int, time: TimeExpression) -> str:
    """Return the time's words, with the preposition before them where there is one."""
    lead = re.search(r"\b(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince|[Ll]e|[Dd]epuis) $", text[max(0, start - 7) : start])
    return (lead.group() if lead else "") + time.text
