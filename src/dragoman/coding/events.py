"""PLOVER events: of pairs of actors that a caller names, and of a whole document.

One happening is one event: the candidate pairs of one predicate are coded once with its actors as
lists, and a happening that the document tells again (same type, parties and day) adds its words to
the event's evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from dragoman.annotate import Annotations
from dragoman.coding.candidate import Candidate
from dragoman.coding.circumstances import Circumstances, context
from dragoman.coding.coder import shipped
from dragoman.coding.marking import place
from dragoman.coding.ontology import quad
from dragoman.coding.pairs import candidates
from dragoman.coding.phrases import code_by_phrase
from dragoman.lexicon.tables import toml
from dragoman.model import Basis, Code, Event, Location, Span

FLOOR = 0.5
"""A candidate of a document is kept from this confidence on. Unlike the pairs of `code_pairs`, which
a caller vouches for, candidates come from a parse that errs; below the floor the type is a guess."""

VISIT = "visit"
OFFICIAL = {"GOV", "MIL", "SPY"}
"""Sectors of a government's own offices."""


def code_pairs(pairs: Sequence[tuple[str, str, str]]) -> list[Code]:
    """Say of each (sentence, source, target) what the source did to the target.

    The sentence is English. `event` is one of PLOVER's 16 types, or None where nothing codable
    passes; `confidence` is the calibrated probability that this is right. Source and target need
    not stand in the sentence letter by letter. A pair's answer does not depend on the others.
    """
    return shipped().code_many(pairs)


@dataclass(frozen=True)
class _Happening:
    """A candidate with its code and circumstances."""

    candidate: Candidate
    code: Code
    day: tuple[date, date, Span] | None
    place: tuple[Location, Span] | None


def find_events(found: Annotations) -> list[Event]:
    """Find the PLOVER events of a document, in the order of its text.

    English candidates are coded by the shipped model, French ones by the lexicon's phrases.
    """
    pairs = candidates(found)
    if not pairs:
        return []
    codes = _code(found, pairs)
    around = Circumstances(found)
    events: list[Event] = []
    for candidate, code in zip(pairs, codes, strict=True):
        if code.event is None or code.confidence < FLOOR:
            continue
        if _at_home(found, candidate, code.event):
            continue
        happening = _Happening(candidate, code, around.day(candidate), around.place(candidate))
        _file(events, _event(found, happening))
    return [replace(event, id=f"e{number}") for number, event in enumerate(events, start=1)]


def _at_home(found: Annotations, candidate: Candidate, event: str) -> bool:
    """Whether an office of a government only talks or works with another of the same one.

    PLOVER's events of cooperation are between actors that stand for different sides. What one
    does against the other is an event still.
    """
    if quad(event) > 2:
        return False
    actors = {actor.id: actor for actor in found.actors}
    parties = [actors[key] for key in (*candidate.source.actors, *candidate.target.actors)]
    official = all(party.kind == "state" or party.sector in OFFICIAL for party in parties)
    return official and parties[0].country is not None and len({party.country for party in parties}) == 1


def _code(found: Annotations, pairs: Sequence[Candidate]) -> list[Code]:
    if found.document.language == "fr":
        return [code_by_phrase(pair.predicate, "fr") for pair in pairs]
    return shipped().code_rows([place(*pair.focus()) for pair in pairs])


def _event(found: Annotations, happening: _Happening) -> Event:
    candidate, code = happening.candidate, happening.code
    source, target = candidate.source.actors, candidate.target.actors
    words, text = candidate.span, found.document.text
    basis: dict[str, Basis] = {}
    if code.event == "CONSULT" or (candidate.symmetric and code.event in ("AGREE", "COOPERATE", "SUPPORT")):
        source, target = _sides(found, happening)
    if happening.day:
        basis["date"] = Basis("time expression in the clause", spans=(happening.day[2],))
    if happening.place:
        basis["place"] = Basis("place in the clause", spans=(happening.place[1],))
    assert code.event is not None
    start, end = (happening.day[0], happening.day[1]) if happening.day else (None, None)
    return Event(
        id="",
        type=code.event,
        mode=code.mode,
        actors=source,
        recipients=target,
        confidence=code.confidence,
        evidence=(Span(words.start_char, words.end_char, text[words.start_char : words.end_char]),),
        context=context(candidate.predicate.sent, found.document.language),
        auxiliary=code.auxiliary,
        date=start,
        enddate=end if end != start else None,
        place=happening.place[0] if happening.place else None,
        basis=basis,
    )


def _sides(found: Annotations, happening: _Happening) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Visitors and hosts where they are clear, else all as actors.

    The host is clear where the verb says it ("received"), where the coder says it is a visit (to
    the target), or where the meeting's place lies in the country of exactly one side.
    """
    source, target = happening.candidate.source.actors, happening.candidate.target.actors
    hosts = toml(f"{found.document.language}/pairs")["host"]
    if happening.candidate.predicate.lemma_.lower() in hosts and not happening.candidate.symmetric:
        return target, source
    countries = {actor.id: actor.country for actor in found.actors}
    if happening.place and happening.place[0].country:
        home = happening.place[0].country
        sides = [any(countries.get(actor) == home for actor in side) for side in (source, target)]
        if sides == [True, False]:
            return target, source
        if sides == [False, True]:
            return source, target
    if happening.code.mode == VISIT and not happening.candidate.symmetric:
        return source, target
    return tuple(dict.fromkeys((*source, *target))), ()


def _file(events: list[Event], event: Event) -> None:
    """Add the event, or its words to the event of the same happening."""
    for i, other in enumerate(events):
        if _same(other, event):
            events[i] = replace(
                other,
                evidence=tuple(dict.fromkeys((*other.evidence, *event.evidence))),
                confidence=max(other.confidence, event.confidence),
                mode=other.mode or event.mode,
                date=other.date or event.date,
                enddate=other.enddate or event.enddate,
                place=other.place or event.place,
                context=tuple(dict.fromkeys((*other.context, *event.context))),
                basis={**event.basis, **other.basis},
            )
            return
    events.append(event)


def _same(one: Event, other: Event) -> bool:
    """Whether two events tell of one happening: type, parties and auxiliaries agree, days do not clash."""
    if one.type != other.type or set(one.auxiliary) != set(other.auxiliary):
        return False
    if {*one.actors, *one.recipients} != {*other.actors, *other.recipients}:
        return False
    if one.recipients and other.recipients and set(one.actors) != set(other.actors):
        return False
    days = one.date is None or other.date is None or one.date == other.date
    modes = one.mode is None or other.mode is None or one.mode == other.mode
    return days and modes
