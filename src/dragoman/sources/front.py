"""What the text says of itself: title, byline, dateline, date lines and attribution lines.

Pages of diplomacy state their day in a few lines of settled form. They are tried in this order:
a line that says so ("Published on ..."), a dateline ("Brussels, 19/06/2021 ..."), a line of author
and date, a line that is nothing but a date, a sentence that ties a weekday to the day ("this
Friday, 9 June 2017"), an attribution, the end of the title. A date that opens the document with
its weekday is the clock of the page that was scraped, and is never used.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.model import Attribution, Span, TimeExpression
from dragoman.sources.attributions import attribution_in
from dragoman.sources.days import full_days
from dragoman.sources.draft import Draft
from dragoman.sources.words import words

HEAD_LINES = 12  # lines that have words in them
DATELINE = 130  # characters within which a dateline's date has to end
_TITLE_LENGTH = range(12, 220)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:[ ][^\W\d_][\w.'’-]*){1,4}")
_AFTER_DATE = re.compile(r"\s*(?:$|[-–—|:)(,.•/]|\d{1,2}[:.h]\d\d|at \d|à \d)")
_WEEKDAY_FIRST = re.compile(r"[^\W\d_]+\.?,? +(?:\d{1,2}\w{0,2} +)?[^\W\d_]{3}")
_NUMERIC = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}")
_HANDLE = re.compile(r"(?P<name>[^\n(@]{3,60}?) \(@\w{1,30}\)")
_AGENCY = re.compile(r"\((?P<name>[^\W\d_][^()\d]{1,60}?)(?: ?[-–—,] ?[^()]{0,30})?\)")


@dataclass(frozen=True)
class _Line:
    start: int
    text: str


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        if bare := line.strip():
            yield _Line(start + line.index(bare[0]), bare)
        start += len(line) + 1


@dataclass(frozen=True)
class _Dated:
    """A line that gives its date in the settled form `how`."""

    how: str
    time: TimeExpression
    day: date
    line: _Line


def read_front(draft: Draft, language: str) -> None:
    """Offer what the text of `draft` says of itself."""
    lines = list(_lines(draft.text))
    if not lines:
        return
    head = lines[:HEAD_LINES]
    forms = _forms(head, language)
    title = _offer_title(draft, [line for line in head[:3] if line not in [form.line for form in forms]])
    _offer_author(draft, lines, language)
    _offer_published(draft, forms)
    for line in [*lines[:6], *lines[:5:-1][:12]]:
        if source := attribution_in(line.text, line.start, language):
            draft.offer("source", source, "attribution", spans=(source.span,))
            break
    _offer_inferred_day(draft, lines, title, language)


def _offer_title(draft: Draft, head: list[_Line]) -> _Line | None:
    """The first line is the title where it is set apart, is not too long and is no sentence."""
    if not head or "\n" not in draft.text.strip() or len(head[0].text) not in _TITLE_LENGTH:
        return None
    words = head[0].text.rstrip("”\"'’»")
    if re.search(r"[.,;:]$|[^\W\d_]{3}[.!?] [^\W\d_].{60}", words):
        return None
    if any(len(time.text) + 8 > len(words) for time, _ in full_days(words)):
        return None  # nothing but a date
    span = draft.span(head[0].start, head[0].start + len(head[0].text))
    draft.offer("title", head[0].text, "first line", spans=(span,))
    return head[0]


def _is_name(words: str) -> bool:
    parts = words.split()
    small = {"de", "du", "von", "van", "al", "bin", "el", "la", "le", "di", "da", "der", "and", "et"}
    return bool(_NAME.fullmatch(words)) and all(part[0].isupper() or part in small for part in parts)


def _offer_author(draft: Draft, lines: list[_Line], language: str) -> None:
    for line in lines[:HEAD_LINES]:
        if match := re.match(rf"{words(language, 'author')}\s+", line.text, re.IGNORECASE):
            name = re.split(r"\s*(?:[|,•(]|\s[-–—]\s|\d)", line.text[match.end() :])[0].strip()
            if len(line.text) < 120 and _is_name(name.title() if name.isupper() else name):
                draft.offer("author", name, "byline")
        if match := _HANDLE.match(line.text):
            draft.offer("author", match["name"], "byline")
    last = lines[-1]
    if (
        len(lines) > 3
        and len(last.text.split()) in (2, 3, 4)
        and _is_name(last.text)
        and not last.text.isupper()
    ):
        before = lines[-2].text
        if before.endswith((".", "!", "?", "”", '"', "»")) and len(before) > 60:
            draft.offer("author", last.text, "signature", inferred=True)


def _forms(head: list[_Line], language: str) -> list[_Dated]:
    """The lines of the head that give their date in a settled form."""
    found = []
    for line in head:
        for time, day in full_days(line.text[: DATELINE + 40], language)[:2]:
            if time.start <= DATELINE and (how := _form(line, time, language)):
                found.append(_Dated(how, time, day, line))
                break
    return found


def _offer_published(draft: Draft, forms: list[_Dated]) -> None:
    for how in ("publication line", "dateline", "byline", "date line"):
        for form in forms:
            if form.how != how:
                continue
            day = form.day
            if how == "dateline" and _NUMERIC.fullmatch(form.time.text):
                # Datelines in figures are a European habit, with the day first.
                day = next((other for _, other in full_days(form.time.text, "fr")), day)
            draft.offer("published", day, how, spans=(_shifted(form.time, form.line),))
            agency = _AGENCY.search(form.line.text[: DATELINE + 40])
            if how == "dateline" and agency and agency.start() < form.time.start:
                draft.offer("publisher", agency["name"].strip(" -–—,"), "dateline", inferred=True)
            return


def _form(whole: _Line, time: TimeExpression, language: str) -> str | None:
    """Name the form in which the line gives its date, or None where the date is part of prose."""
    line = whole.text
    if attribution_in(line, 0, language):
        return None
    before, after = line[: time.start].strip(), line[time.end :]
    if not after.strip(" ).") and re.search(r"[-–—:|(]$", before):
        before_words = re.fullmatch(rf"{words(language, 'published')}\W*", before, re.IGNORECASE)
        return "publication line" if before_words else None  # else a title that ends in its date
    if not _AFTER_DATE.match(after):
        return None
    if not before:
        if whole.start < 4 and _WEEKDAY_FIRST.match(time.text) and not _has_hour(line):
            return None  # the clock of the page
        return "date line" if not after.strip() or len(after) < 30 or _AFTER_DATE.match(after) else None
    if re.fullmatch(rf"{words(language, 'published')}\W*", before, re.IGNORECASE):
        return "publication line"
    if re.match(words(language, "updated"), before, re.IGNORECASE):
        return None
    capitals = re.findall(r"[^\W\d_][\w.'’-]*", re.sub(r"\([^()]*$|\([^()]*\)|@\w+", " ", before))
    if not capitals:
        return "date line"
    prose = re.compile(words(language, "prose"), re.IGNORECASE)
    filler = re.compile(words(language, "filler"))
    spoken = prose.fullmatch(capitals[-1]) and not filler.fullmatch(capitals[-1])  # "Geneva, on ..."
    if len(capitals) > 12 or prose.fullmatch(capitals[0]) or spoken:
        return None
    if any(not word[0].isupper() and not filler.fullmatch(word) for word in capitals):
        return None
    return "byline" if len(capitals) > 6 or "@" in before else "dateline"


def _has_hour(line: str) -> bool:
    return bool(re.search(r"\d{1,2}[:h]\d\d", line))


def _shifted(time: TimeExpression, line: _Line) -> Span:
    return Span(line.start + time.start, line.start + time.end, time.text)


def _offer_inferred_day(draft: Draft, lines: list[_Line], title: _Line | None, language: str) -> None:
    today = re.compile(rf"\b{words(language, 'today')}\s", re.IGNORECASE)
    for line in lines[:HEAD_LINES]:
        for match in today.finditer(line.text[:1500]):
            days = full_days(line.text[match.end() : match.end() + 40], language)
            if days and days[0][0].start == 0:
                start = line.start + match.end()
                span = draft.span(start, start + days[0][0].end)
                draft.offer("published", days[0][1], "day named as today", inferred=True, spans=(span,))
    source: Attribution | None = draft.facts.get("source")
    if source is not None and source.date is not None:
        draft.offer("published", source.date, "attribution", inferred=True, spans=(source.span,))
    if title is not None:
        for time, day in full_days(title.text, language):
            apart = re.search(r"(?<!\d)\s?[-–—:|,(]\s*$", title.text[: time.start])  # and no end of a range
            if time.end >= len(title.text) - 1 and apart:
                draft.offer("published", day, "title", inferred=True, spans=(_shifted(time, title),))
