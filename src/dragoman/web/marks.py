"""A document's text with what was read marked where it stands, and the entries that marks lead to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from dragoman.model import Actor, Engagement, Event, Place, Report, Span, Statement, TimeExpression

QUOTES = 3  # passages marked for one engagement: the most telling


@dataclass(frozen=True)
class Mark:
    """Words to mark: where, of what kind, what they were read as, and the entry that they lead to."""

    start: int
    end: int
    kind: str
    title: str
    target: str = ""


@dataclass(frozen=True)
class Named:
    """A name, a date or a place as read: its entry in the list beside the text."""

    id: str
    kind: str
    words: str
    told: str
    link: str = ""
    inferred: bool = False


def told_in(reports: Iterable[Report | Engagement]) -> list[Mark]:
    """Where engagements and events stand."""
    return [
        Mark(s.start, s.end, "engagement", f"{_kind(one)}, {one.status}", f"e-{one.id}")
        for one in reports
        for s in one.evidence[:QUOTES]
    ]


def _kind(one: Report | Engagement) -> str:
    return one.type or one.kind if isinstance(one, Report) else one.kind


def coded_in(events: Iterable[Event]) -> list[Mark]:
    """Where a reading's events stand."""
    return [Mark(s.start, s.end, "engagement", e.type, f"v-{e.id}") for e in events for s in e.evidence[:1]]


def said_in(statements: Iterable[Statement]) -> list[Mark]:
    """Where statements stand."""
    return [
        Mark(
            s.content.start,
            s.content.end,
            "statement",
            f"{s.speaker.name if s.speaker else 'someone'}: {s.act.replace('_', ' ')}",
            f"s-{s.id}",
        )
        for s in statements
    ]


def named_in(
    times: Sequence[TimeExpression], places: Sequence[Place], actors: Sequence[Actor]
) -> tuple[list[Mark], list[Named]]:
    """Where names, dates and places stand, and the list of what they were read as."""
    marks, entries = [], {}
    for number, actor in enumerate(actors, 1):
        told = ", ".join(part for part in (actor.role, actor.country, actor.sector) if part)
        key = f"a-{number}"
        link = "people" if actor.kind == "person" and " " in actor.name else ""
        entries[key] = Named(key, actor.kind, actor.name, told, link)
        marks += [_mark(span, actor.kind, f"{actor.name}, {told}" if told else actor.name, key)
                  for span in actor.mentions]  # fmt: skip
    for place in places:
        key = f"p-{place.geonameid or place.name}-{place.country}".replace(" ", "_")
        told = place.country or "country unknown"
        entries.setdefault(key, Named(key, "place", place.name, told))
        marks.append(_mark(place, "place", f"{place.name}, {told}", key))
    for number, time in enumerate(times, 1):
        key = f"t-{number}"
        days = " to ".join(dict.fromkeys(str(d) for d in (time.earliest, time.latest) if d))
        told = days or time.note or time.value or "no day"
        stated = time.earliest is not None and str(time.earliest.year) in time.text
        entries[key] = Named(key, "time", time.text, told, inferred=bool(days) and not stated)
        marks.append(_mark(time, "time" if stated or not days else "time concluded", told, key))
    return marks, list(entries.values())


def _mark(span: Span, kind: str, title: str, target: str) -> Mark:
    return Mark(span.start, span.end, kind, title, target)


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """The text as HTML, escaped, with nested and crossing marks cut into pieces that nest.

    The first piece of a mark carries its anchor; a piece leads to the entry of the shortest mark
    that it is in.
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
    inner = sorted(active, key=lambda m: m.end - m.start)
    kinds = " ".join(dict.fromkeys(kind for m in inner for kind in m.kind.split()))
    title = "; ".join(dict.fromkeys(m.title for m in inner))
    body = escape(words)
    for target in dict.fromkeys(m.target for m in inner if m.target):
        if target not in anchored:  # one element has one id: anchors of several marks stand in it
            anchored.add(target)
            body = Markup('<span id="in-{}"></span>{}').format(target, body)
    target = next((m.target for m in inner if m.target), "")
    if target:
        body = Markup('<a href="#{}">{}</a>').format(target, body)
    return Markup('<mark class="{}" title="{}">{}</mark>').format(kinds, title, body)
