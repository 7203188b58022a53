"""Without any source: weekdays that are not the date's, days that do not exist, plans in the past."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Prepared
from dragoman.verify.report import doubt
from dragoman.verify.told import engagements


@cache
def _names(language: str, kind: str) -> dict[str, int]:
    """The words of a class of the time expressions' lexicon (MONTH, WEEKDAY) with their numbers."""
    rows = (row for row in table(f"{language}/times") if row["class"] == kind)
    return {fold(row["form"]): int(row["value"]) for row in rows}


def check_weekdays(brief: Prepared) -> Iterator[Finding]:
    """Find a weekday that is not the weekday of the date beside it."""
    language = brief.document.language
    days = _names(language, "WEEKDAY")
    for expression in brief.found.times:
        if expression.earliest is None or expression.earliest != expression.latest:
            continue
        if not re.search(r"\d", expression.text):
            continue
        for word in re.finditer(r"[^\W\d_]+", expression.text):
            named = days.get(fold(word.group()))
            if named is None or named == expression.earliest.isoweekday():
                continue
            right = _weekday(language, expression.earliest, word.group())
            start = expression.start + word.start()
            fact = brief.fact(start, start + len(word.group()), named)
            message = f"{_day(expression.earliest)} is a {right}, not a {word.group()}."
            yield doubt("date", fact, message, severity="error", correction=right)


def _weekday(language: str, day: date, like: str) -> str:
    rows = (row for row in table(f"{language}/times") if row["class"] == "WEEKDAY")
    word = next(row["form"] for row in rows if int(row["value"]) == day.isoweekday())
    return word.capitalize() if like[:1].isupper() else word


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def check_impossible(brief: Prepared) -> Iterator[Finding]:
    """Find days that no month has ("31 April", "30 février")."""
    language = brief.document.language
    months = _names(language, "MONTH")
    names = "|".join(sorted(map(re.escape, _spellings(language)), key=len, reverse=True))
    pattern = re.compile(
        rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?P<m1>{names})|(?P<m2>{names})\s+(?P<d2>\d{{1,2}})(?!\d))\b"
    )
    for match in pattern.finditer(brief.document.text):
        month = months[fold(match["m1"] or match["m2"])]
        day = int(match["d1"] or match["d2"])
        last = 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31
        if day > last or day == 0:
            fact = brief.fact(match.start(), match.end(), None)
            yield doubt(
                "date", fact, f"There is no {match.group()}: the month has {last} days.", severity="error"
            )


def _spellings(language: str) -> list[str]:
    forms = [row["form"] for row in table(f"{language}/times") if row["class"] == "MONTH"]
    return [spelling for form in forms for spelling in (form, form.capitalize())]


def check_plans(brief: Prepared) -> Iterator[Finding]:
    """Find what is announced for a day before the day of publication."""
    published = brief.document.published
    basis = brief.document.basis.get("published")
    if published is None or (basis is not None and basis.how == "source"):
        return
    for engagement in brief.once(engagements):
        last = engagement.end or engagement.start
        if engagement.status != "announced" or last is None or last >= published:
            continue
        spans = engagement.basis["start"].spans if "start" in engagement.basis else engagement.evidence
        if not spans:
            continue
        fact = brief.fact(spans[0].start, spans[0].end, last)
        message = f"It is announced for {_day(last)}, before the day of publication, {_day(published)}."
        yield doubt("date", fact, message)
