"""A document as it was read: engagements, statements and, where asked for, names marked in place."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from litestar import get
from litestar.datastructures import State
from litestar.response import Template
from markupsafe import Markup, escape

from dragoman.annotate import annotate
from dragoman.ledger import Ledger
from dragoman.model import Document, Report, Statement


@dataclass(frozen=True)
class Mark:
    """Words to mark: where, of what kind, what they were read as, and the entry that they lead to."""

    start: int
    end: int
    kind: str
    title: str
    target: str = ""


@get("/documents/{id:str}", sync_to_thread=True, name="document")
def document(state: State, id: str, names: bool = False) -> Template:
    """The text with what was read marked where it stands; `names` marks names, dates and places too."""
    ledger: Ledger = state.ledger
    found = ledger.document(id)
    reports, statements = ledger.reports(id), ledger.statements(id)
    marks = [*_told(reports), *_said(statements)]
    if names:
        marks += _named(found)
    context = {
        "id": id,
        "document": found,
        "source": ledger.source(id),
        "reports": reports,
        "statements": statements,
        "text": marked(found.text, marks),
        "names": names,
    }
    return Template("document.html", context=context)


def _told(reports: Iterable[Report]) -> Iterable[Mark]:
    for report in reports:
        for span in report.evidence[:3]:
            yield Mark(
                span.start, span.end, "engagement", f"{report.kind}, {report.status}", f"e-{report.id}"
            )


def _said(statements: Iterable[Statement]) -> Iterable[Mark]:
    for statement in statements:
        speaker = statement.speaker.name if statement.speaker else "someone"
        title = f"{speaker}: {statement.act.replace('_', ' ')}"
        yield Mark(statement.content.start, statement.content.end, "statement", title, f"s-{statement.id}")


def _named(found: Document) -> Iterable[Mark]:
    seen = annotate(found)
    for time in seen.times:
        days = " to ".join(dict.fromkeys(str(d) for d in (time.earliest, time.latest) if d))
        yield Mark(time.start, time.end, "time", days or time.value or "a time")
    for place in seen.places:
        yield Mark(place.start, place.end, "place", f"{place.name}, {place.country or 'country unknown'}")
    for actor in seen.actors:
        told = ", ".join(part for part in (actor.name, actor.role, actor.country, actor.sector) if part)
        for span in actor.mentions:
            yield Mark(span.start, span.end, actor.kind, told)


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """The text as HTML, escaped, with nested and crossing marks cut into pieces that nest.

    The first piece of a mark with a target carries its anchor, and every piece leads to its entry.
    """
    inside = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    edges = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    starting: dict[int, list[Mark]] = {}
    for mark in inside:
        starting.setdefault(mark.start, []).append(mark)
    active: list[Mark] = []
    out: list[Markup] = []
    anchored: set[str] = set()
    for start, end in pairwise(edges):
        active = [m for m in active if m.end > start] + starting.get(start, [])
        out.append(_piece(text[start:end], active, anchored))
    return Markup("").join(out)


def _piece(words: str, active: list[Mark], anchored: set[str]) -> Markup:
    if not active:
        return escape(words)
    kinds = " ".join(dict.fromkeys(m.kind for m in active))
    title = "; ".join(dict.fromkeys(m.title for m in active))
    target = next((m.target for m in active if m.target), "")
    anchor = Markup("")
    if target and target not in anchored:
        anchored.add(target)
        anchor = Markup(' id="in-{}"').format(target)
    body = Markup('<a href="#{}">{}</a>').format(target, words) if target else escape(words)
    return Markup('<mark class="{}" title="{}"{}>{}</mark>').format(kinds, title, anchor, body)
