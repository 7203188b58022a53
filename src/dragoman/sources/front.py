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
_WEEKDAY_FIRST = re.compile(r"[^\W\d_]{2,9}\.?,? ")
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


def read_front(draft: Draft, language: str) -> None:
    """Offer what the text of `draft` says of itself."""
    lines = list(_lines(draft.text))
    if not lines:
        return
    head = lines[:HEAD_LINES]
    title = _offer_title(draft, head)
    _offer_author(draft, lines, language)
    _offer_published(draft, head, language)
    for line in [*lines[:6], *lines[:5:-1][:12]]:
        if source := attribution_in(line.text, line.start, language):
            draft.offer("source", source, "attribution", spans=(source.span,))
            break
    _offer_inferred_day(draft, lines, title, language)


def _offer_title(draft: Draft, head: list[_Line]) -> _Line | None:
    """The first line is the title where it is set apart, is not too long and is no sentence."""
    for line in head[:2]:
        days = full_days(line.text)
        if days and len(days[0][0].text) + 12 > len(line.text):
            continue  # a date above the title
        alone = len(head) > 1 and len(line.text) in _TITLE_LENGTH
        if alone and not re.search(r"[.,;:]$|[^\W\d_]{3}[.!?] [^\W\d_].{60}", line.text.rstrip("”\"'’")):
            draft.offer(
                "title", line.text, "first line", spans=(draft.span(line.start, line.start + len(line.text)),)
            )
            return line
        return None
    return None


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


def _offer_published(draft: Draft, head: list[_Line], language: str) -> None:
    ranked: dict[str, tuple[TimeExpression, date, _Line]] = {}
    for number, line in enumerate(head):
        for time, day in full_days(line.text[: DATELINE + 40], language)[:2]:
            if time.start <= DATELINE and (how := _form(line.text, time, number, language)):
                ranked.setdefault(how, (time, day, line))
    for how in ("publication line", "dateline", "byline", "date line"):
        if how in ranked:
            time, day, line = ranked[how]
            draft.offer("published", day, how, spans=(_shifted(time, line),))
            agency = _AGENCY.search(line.text[: DATELINE + 40])
            if how == "dateline" and agency and agency.start() < time.start:
                name = agency["name"].strip(" -–—,")
                draft.offer("publisher", name, "dateline", inferred=True)
            return


def _form(line: str, time: TimeExpression, number: int, language: str) -> str | None:
    """Name the form in which the line gives its date, or None where the date is part of prose."""
    if attribution_in(line, 0, language):
        return None
    before, after = line[: time.start].strip(), line[time.end :]
    if not _AFTER_DATE.match(after):
        return None
    if not before:
        if number == 0 and _WEEKDAY_FIRST.match(time.text) and not _has_hour(line):
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
    if len(capitals) > 12 or prose.fullmatch(capitals[0]) or prose.fullmatch(capitals[-1]):
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
            if time.end >= len(title.text) - 1 and re.search(r"[-–—:|,(]\s*$", title.text[: time.start]):
                draft.offer("published", day, "title", inferred=True, spans=(_shifted(time, title),))
