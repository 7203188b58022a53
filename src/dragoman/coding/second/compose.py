"""From a group of words to an engagement, of the actors, places and days that belong to it."""

from dataclasses import replace
from datetime import date

from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.days import When
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import Party, party, unique
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.second.candidates import Candidate, Word
from dragoman.coding.second.groups import Group
from dragoman.model import Location, Span

HOW = "learned"
FRAMES = {"visit": "go", "call": "call", "signing": "sign"}


def compose(scene: Scene, group: Group) -> Cluster:
    """Return the engagement that a group tells of; what stands in other sentences is marked as inferred."""
    parties, countries = _parties(group)
    when = _when(group, scene.published)
    spot, spans, how = _place(group)
    if group.kind == "visit" and spot is not None and spot.country not in {p.code for p in parties}:
        countries = list(dict.fromkeys([*countries, *([spot.country] if spot.country else [])]))
    status = _in_time(group.status, when.start, when.end or when.start, scene.published)
    first = {w.sentence.index: w for w in reversed(group.words)}
    return Cluster(
        group.kind,
        status,
        False,
        parties,
        when,
        [_mention(scene, first[index], group, parties, when) for index in sorted(first)],
        countries=countries,
        place=spot,
        place_spans=spans,
        place_how=how,
        learned=True,
    )


def _mention(scene: Scene, word: Word, group: Group, parties: list[Party], when: When) -> Mention:
    trigger = Trigger(word.at, word.at, group.kind, FRAMES.get(group.kind, "mutual"))
    start, end = word.sentence.start, word.sentence.end
    span = Span(start, end, scene.text[start:end])
    return Mention(word.sentence, trigger, group.kind, group.status, False, parties, when, span, why=HOW)


def _nearest(group: Group, named: list[Candidate]) -> Candidate | None:
    """Return that of several namings of one thing that stands nearest to a word of the group."""

    def far(one: Candidate) -> tuple[int, int]:
        return min(
            (abs(one.sentence - w.sentence.index), abs(one.span.start - w.unit.start)) for w in group.words
        )

    return min(named, key=far) if named else None


def _inside(group: Group, one: Candidate) -> bool:
    return any(one.sentence == w.sentence.index for w in group.words)


def _place(group: Group) -> tuple[Location | None, tuple[Span, ...], str]:
    """Return the place, its words and what it rests on; a call has none."""
    found = None if group.kind == "call" else _nearest(group, group.place)
    if found is None or found.place is None:
        return None, (), "words"
    return found.place, (found.span,), HOW if _inside(group, found) else "inferred"


def _parties(group: Group) -> tuple[list[Party], list[str]]:
    """Return who takes part, and the states that are only visited."""
    people: list[Party] = []
    states: list[Candidate] = []
    for named in group.parties:
        one = _nearest(group, named)
        assert one is not None
        assert one.actor is not None
        if one.sort == "state":
            states.append(one)
        else:
            people.append(replace(party(one.actor, one.span), inferred=not _inside(group, one)))
    known = {p.code for p in people}
    apart = [s for s in states if s.code and s.code not in known]
    if group.kind == "visit":
        return unique(people), list(dict.fromkeys(s.code for s in apart if s.code))
    sides = [Party(s.code, inferred=not _inside(group, s), span=s.span) for s in apart]
    return _settled(unique([*people, *sides])), []


def _settled(parties: list[Party]) -> list[Party]:
    """Give the one person whose state is not known the one state for which nobody named takes part."""
    loose = [p for p in parties if p.named and p.code is None]
    bare = [p for p in parties if not p.named and p.code]
    if len(loose) != 1 or len(bare) != 1:
        return parties
    return [replace(p, code=bare[0].code) if p is loose[0] else p for p in parties if p is not bare[0]]


def _when(group: Group, published: date | None) -> When:
    """Return the days, with the words of the time expressions that they rest on."""
    first, last = _nearest(group, group.first), _nearest(group, group.last)
    if first is None or last is None:
        return When()
    told = [c for c in (first, last) if c.time is not None]
    begun = group.status == "underway" and first.day == last.day and first.day != published
    return When(
        first.day,
        None if begun else last.day,  # what goes on after its first day has no last one yet
        text=told[0].span.text if told else None,
        spans=tuple(dict.fromkeys(c.span for c in told)),
        inferred=not (told and _inside(group, first)),
        how=HOW,
    )


def _in_time(status: str, first: date | None, last: date | None, published: date | None) -> str:
    """Return the state that days allow: what lies ahead is not held, what is over not announced."""
    if published is None or first is None or last is None:
        return status
    if status in ("held", "underway") and first > published:
        return "announced"
    if status in ("announced", "underway") and last < published:
        return "held"
    return status
