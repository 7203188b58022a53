"""Dates: compared by the days that they can mean, not by their words.

"Next week" and "the week of April 29" are one date; "in 2022" is true of 14 November 2022; a day
is not true where the source gives another day of that week.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.model import TimeExpression
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction, missing
from dragoman.verify.slots import Match, Weights, judge

VAGUE = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
ANY_YEAR = 4  # stands for the year where a text gives none and bears no date; a leap year, for 29 February
LONG = 400  # days: decades and longer are background, and any year is true of them


@dataclass(frozen=True)
class Days:
    """The first and last day meant; `clock` is the time of day where one is given.

    `span` tells "May 15 to 19" from "the week of May 15": a span is true only day by day, while a
    week, a month or a year is true of any day in it. `words` is the expression, folded.
    """

    first: date
    last: date
    clock: str | None
    span: bool
    words: str


def dates(text: Prepared) -> Iterator[Fact]:
    """Yield the resolved dates of a text, and its own date of publication last."""
    for expression in text.found.times:
        days = meant(expression)
        if days is not None:
            yield text.fact(expression.start, expression.end, days)


def meant(expression: TimeExpression) -> Days | None:
    """The days that an expression means, None for what is vague, open, or a duration."""
    if expression.type not in {"DATE", "TIME"} or expression.value in VAGUE or expression.value is None:
        return None
    days = _of_value(expression)
    if days is None:
        return None
    first, last = days
    clock = expression.value.split("T", 1)[1] if "T" in expression.value else None
    if clock and not clock[:1].isdigit():
        clock = None
    return Days(first, last, clock[:5] if clock else None, "/" in expression.value, fold(expression.text))


def _of_value(expression: TimeExpression) -> tuple[date, date] | None:
    """The days that the expression names, whatever lies open before or after ("by May 3", "since July")."""
    first, last = expression.earliest, expression.latest
    if first is not None and last is not None:
        return first, last
    return value_days(expression.value or "")


def value_days(value: str) -> tuple[date, date] | None:
    """The first and last day of a TIMEX3 value of a day, month or year; None for others."""
    match = re.fullmatch(r"(\d{4}|XXXX(?=-\d\d))(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", value)
    if match is None:
        return None
    year, month, day = (ANY_YEAR if part == "XXXX" else int(part or 0) for part in match.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def compatible(brief: Days, source: Days) -> bool:
    """Whether the brief's date is true if the source's is: the same days, or coarser ones around."""
    if ANY_YEAR in {brief.first.year, source.first.year} and brief.first.year != source.first.year:
        brief, source = _yearless(brief), _yearless(source)
    if brief.clock and source.clock and brief.clock != source.clock:
        return False
    if brief.clock and not source.clock and (brief.first, brief.last) == (source.first, source.last):
        return True
    if brief.words == source.words or (brief.first, brief.last) == (source.first, source.last):
        return True
    if source.span and brief.first == brief.last and brief.first in {source.first, source.last}:
        return True
    return not brief.span and brief.first <= source.first and source.last <= brief.last


def _yearless(days: Days) -> Days:
    first, last = days.first.replace(year=ANY_YEAR), days.last.replace(year=ANY_YEAR)
    return Days(first, last, days.clock, days.span, days.words)


def check_dates(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare the dates of the brief with those of its sources."""
    rivals = [(source, fact) for source in sources for fact in source.once(dates)]
    published = {s.document.published for s in sources}
    own = brief.document.basis.get("published")
    if own is not None and own.inferred:  # "today, 8 May": a claim like any other
        own = None
    if own is not None:
        published.add(brief.document.published)
    furniture = {(s.start, s.end) for s in own.spans} if own else set()
    for fact in brief.once(dates):
        stated: Days = fact.value
        if (fact.span.start, fact.span.end) in furniture:
            heading = _heading(fact, sources) if own and own.how == "source" else None
            if heading is not None:
                yield contradiction("date", fact, heading, "The source is of another date")
            continue
        if (stated.last - stated.first).days > LONG:
            continue
        verdict = judge(fact, rivals, weights, compatible, brief.once(dates))
        heading = _issued(brief, fact, sources)
        if heading is not None:
            yield contradiction("date", fact, heading, "The source is of another date")
            continue
        if verdict.supported:
            continue
        if any(day and stated.first <= day <= stated.last for day in published) and verdict.rival is None:
            continue
        if verdict.rival is not None:
            yield contradiction("date", fact, verdict.rival, "The source gives another date")
        elif not _within(stated, rivals):
            yield missing("date", fact, "No source gives this date")


def _issued(brief: Prepared, fact: Fact, sources: Sequence[Prepared]) -> Match | None:
    """The date of the source, where the brief has its words said on another day that it names."""
    before = brief.document.text[max(0, fact.span.start - 24) : fact.span.start]
    verbs = "|".join(toml(f"{brief.document.language}/clauses")["sets"]["issued"])
    if not re.search(rf"(?i)\b(?:{verbs})(?: on| in a statement on| le)?(?: \w+day,?)? $", before):
        return None
    return _heading(fact, sources)


def _heading(fact: Fact, sources: Sequence[Prepared]) -> Match | None:
    """The date that a single source bears, where it is not the day of `fact`."""
    for source in sources:
        basis, day = source.document.basis.get("published"), source.document.published
        if day is None or basis is None or not basis.spans or fact.value.first <= day <= fact.value.last:
            return None
    if len(sources) != 1 or fact.value.first != fact.value.last:
        return None
    span = sources[0].document.basis["published"].spans[0]
    return Match(sources[0], sources[0].fact(span.start, span.end, None), 1.0)


def _within(stated: Days, rivals: Sequence[tuple[Prepared, Fact]]) -> bool:
    """A day inside a range that a source gives ("on Friday evening" of a two-day visit)."""
    return any(
        f.value.first <= stated.first
        and stated.last <= f.value.last
        and f.value.last - f.value.first <= timedelta(days=10)
        for _, f in rivals
    )
