"""What a document looks like: its lines, what each is, its sentences, and whether it is a schedule.

A line is a title (the headline, also where the page repeats it), a header (capitals, a day, or a
name alone), an entry of a schedule (it starts with a time of day or a bullet), or body text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from dragoman.annotate import Annotations
from dragoman.coding.engagements.labels import placed, undated, unlabelled
from dragoman.coding.engagements.units import MAX_SENTENCE, Sentence, fold_names, row
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.model import Span, TimeExpression

S = TypeVar("S", bound=Span)

_LINE = re.compile(r"[^\n]+")
_TIMED = re.compile(r"\s*[-•*–]?\s*\d{1,2}\s?(?:[:.h]\s?\d{2}|[ap]\.?m\b)")
_BULLET = re.compile(r"\s*[-•*–·▪]\s+\S")
_NUMBER = re.compile(r"\s*(?:\d{1,2}[.)]\s+|[-•*–·▪]\s+)")
_SIGNED = re.compile(r"\s*\([A-Z]{2,8}(?:[/ -][A-Z]{2,8})?\)\s*$")  # an agency's name at the end
_WORD = re.compile(r"[^\W\d_]+")
LONGEST_TITLE = 220
BRIEFS = 3  # headlines over short pieces that make a page a row of briefs
AHEAD = timedelta(days=15)  # within which a day at the head of a page is one that it looks forward to
HEAD = 5  # lines among which a schedule says what it is


@dataclass
class Line:
    """A line of text: characters and what it is."""

    index: int
    start: int
    end: int
    form: str
    text: str


@dataclass
class Layout:
    """The lines of a document and its sentences in order."""

    lines: list[Line]
    sentences: list[Sentence]
    schedule: bool
    dated: bool = False  # days stand as headings over what happens on them
    briefs: bool = False  # a headline of its own stands over every piece of news


def _capital(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)


def _ends(text: str) -> bool:
    text = _SIGNED.sub("", text)
    return text.rstrip("\"'”’») ").endswith((".", "!", "?", ";"))


def _names(found: Annotations, line: Line, spans: Sequence[Span], *, places: bool) -> bool:
    """Say whether a short line names one actor, day (or place) and hardly anything else."""
    length = len("".join(_WORD.findall(line.text))) or 1
    inside = [s for s in within(spans, line.start, line.end) if s.end <= line.end]
    covered = sum(len("".join(_WORD.findall(s.text))) for s in inside)
    here = within(found.places, line.start, line.end) if places else ()
    if any(p.text == line.text.strip(" :\t–-") for p in here):
        return True
    return covered >= 0.85 * length


def _names_schedule(language: str, text: str) -> bool:
    """Say whether words name a schedule: "weekly schedule of", "agenda"."""
    words = toml(f"{language}/layout")["schedule"]
    return any(re.search(rf"\b{re.escape(fold(word))}\b", fold(text)) for word in words)


def is_schedule(found: Annotations, lines: list[Line]) -> bool:
    """Say whether the document lists the doings of days: named so and laid out so."""
    head = " ".join(line.text for line in lines[:3]) + " " + (found.document.title or "")
    named = _names_schedule(found.document.language, head)
    timed = sum(bool(_TIMED.match(line.text)) for line in lines)
    bullets = sum(bool(_BULLET.match(line.text)) for line in lines)
    capitals = sum(_capital(line.text) for line in lines)
    dated = sum(
        any(
            t.type == "DATE" and t.end <= line.end and len(t.text) >= 0.8 * len(line.text.strip())
            for t in within(found.times, line.start, line.end)
        )
        for line in lines
    )
    led = sum(leading_day(found, line) is not None for line in lines)
    if any(_day_to_come(found, line) for line in lines[:2]):
        return True
    return (named and timed + bullets + capitals + dated + led >= 1) or timed >= 3 or led >= 3


def _day_to_come(found: Annotations, line: Line) -> bool:
    """Say whether a line is a day after the one of publication, and no more."""
    published = found.document.published
    bare = line.text.strip().strip(":.-– ")
    return published is not None and any(
        t.type == "DATE"
        and t.text == bare
        and t.earliest is not None
        and timedelta(0) < t.earliest - published < AHEAD
        for t in within(found.times, line.start, line.end)
    )


def within(spans: Sequence[S], start: int, end: int) -> Sequence[S]:
    """Return those of `spans`, which are in order of the text, that begin between two characters."""
    first = bisect_left(spans, start, key=_start)
    return spans[first : bisect_left(spans, end, lo=first, key=_start)]


def _start(span: Span) -> int:
    return span.start


def leading_day(found: Annotations, line: Line) -> TimeExpression | None:
    """Return the day that an entry begins with: "1. Monday, 30 October, 09:00. Courtesy call"."""
    lead = _NUMBER.match(line.text)
    start = line.start + (lead.end() if lead else 0)
    for time in within(found.times, start, start + 3):
        if time.type == "DATE" and time.end < line.start + 0.8 * len(line.text):
            return time
    return None


def is_dated(found: Annotations, lines: list[Line]) -> bool:
    """Say whether days stand as headings over what happens on them, in the body of the text."""
    alone: set[str | None] = set()
    for line in lines[1:-1]:
        bare = line.text.strip().strip(":.-– ")
        days = [t for t in within(found.times, line.start, line.end) if t.type == "DATE"]
        alone |= {t.value for t in days if len(t.text) >= 0.8 * len(bare)}
    return len(alone) > 1


def is_briefs(lines: list[Line]) -> bool:
    """Say whether a page is a row of short pieces, each with its headline, which nothing joins."""
    forms = [line.form for line in lines[1:]]
    heads = [i for i, form in enumerate(forms[:-1]) if form == "title" and forms[i + 1] == "body"]
    return len(heads) >= BRIEFS and forms.count("body") <= 2 * len(heads)


def read_lines(found: Annotations) -> tuple[list[Line], bool]:
    """Return the lines of the document and whether it is a schedule."""
    text = found.document.text
    lines = [
        Line(i, m.start(), m.end(), "body", m.group())
        for i, m in enumerate(m for m in _LINE.finditer(text) if m.group().strip())
    ]
    schedule = is_schedule(found, lines)
    mentions = [m for a in found.actors for m in a.mentions]
    spans = sorted([*mentions, *found.times], key=_start)
    title = fold(found.document.title or "")
    furniture = tuple(fold(w) for w in toml(f"{found.document.language}/layout")["furniture"])
    first = ""
    for line in lines:
        flat = fold(line.text)
        short = len(line.text) < LONGEST_TITLE and not _ends(line.text)
        if flat and flat in (title, first):
            line.form = "title"
        elif flat.startswith(furniture):
            line.form = "furniture"
        elif schedule and _TIMED.match(line.text):
            line.form = "entry"
        elif schedule and short and line.index < HEAD and _names_schedule(found.document.language, line.text):
            line.form = "title"
            first = first or flat  # what follows is no second headline
        elif short and (_capital(line.text) or _names(found, line, spans, places=schedule)):
            line.form = "header"
        elif schedule and _BULLET.match(line.text):
            line.form = "entry"
        elif short and not first and len(lines) > 1:
            line.form = "title"
            first = flat
        elif short and line.index > 0 and len(line.text.split()) > 3 and len(line.text) < 120:
            line.form = "entry" if schedule else "title"
    return lines, schedule


def pieces(layout: Layout, starts: Sequence[int]) -> list[list[Sentence]]:
    """Return the sentences piece by piece: a page of briefs has many, any other one.

    `starts` are the characters at which lines with a dateline of their own begin.
    """
    rows = {line.index for line in layout.lines for at in starts if line.start <= at < line.end}
    rows = rows if len(rows) >= BRIEFS else set()
    found: list[list[Sentence]] = [[]]
    for sentence in layout.sentences:
        headed = layout.briefs and sentence.form == "title"
        opens = sentence.line in rows and (not found[-1] or found[-1][-1].line != sentence.line)
        if found[-1] and (headed or (opens and found[-1][-1].form != "title")):
            found.append([])
        found[-1].append(sentence)
    return found


def read_layout(found: Annotations) -> Layout:
    """Return the document's lines and sentences; a title, header or entry is one sentence."""
    lines, schedule = read_lines(found)
    names = fold_names(found)
    covered = {i for unit in names.values() for i in range(unit.first + 1, unit.last + 1)}
    stops = set(toml(f"{found.document.language}/layout")["abbreviations"])
    parse = found.parse
    sentences: list[Sentence] = []
    dated = is_dated(found, lines)
    at = 0
    for line in lines:
        while at < len(parse) and parse[at].idx < line.start:
            at += 1
        first = at
        while at < len(parse) and parse[at].idx < line.end:
            at += 1
        begin = first
        for i in range(first, at):
            last = i == at - 1
            if not last and i - begin < MAX_SENTENCE:
                if line.form != "body" or not parse[i + 1].is_sent_start or i + 1 in covered:
                    continue
                before = parse[i].text.lower()
                bare = before.rstrip(".") if before != "." else parse[i - 1].text.lower() if i > begin else ""
                if bare in stops or not (before[-1:] in '.!?:;”"»…)' or parse[i + 1].text[:1].isupper()):
                    continue
                if before[-1:] not in ".!?:;”\"»…)’'":
                    continue
            units = row(found, names, begin, i)
            units = unlabelled(undated(units)) if begin == first and line.form == "body" else units
            where = None
            if (schedule or dated) and begin == first and line.form in ("entry", "body", "title"):
                units, where = placed(units, found.document.text)
            if units:
                sentences.append(
                    Sentence(len(sentences), units[0].start, units[-1].end, units, line.index, line.form)
                )
                if where is not None:
                    sentences[-1].defaults["place"] = where
            begin = i + 1
    briefs = not schedule and is_briefs(lines)
    return Layout(lines, sentences, schedule, dated, briefs)
