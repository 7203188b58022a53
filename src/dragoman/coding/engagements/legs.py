"""Legs: "in Zimbabwe on Jan. 11, in Rwanda on Jan. 12" is one engagement a place and day."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.engagements.days import When, days_of
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import spots
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Location, Span


@dataclass(frozen=True)
class Leg:
    """A place with its days."""

    place: Location
    when: When
    spans: tuple[Span, ...]


def split_legs(scene: Scene, sentence: Sentence, trigger: Trigger, barriers: Sequence[int]) -> list[Leg]:
    """Return the legs that follow `trigger`, each a place and the days that follow it."""
    stop = min((b for b in barriers if b > trigger.at), default=len(sentence.units))
    places = [s for s in spots(scene.lexicon, sentence, scene.text) if trigger.at < s.unit < stop]
    times = [
        i
        for i, u in enumerate(sentence.units)
        if trigger.at < i < stop and u.time is not None and days_of(u.time)
    ]
    legs: list[Leg] = []
    last = trigger.at
    for k, spot in enumerate(places):
        limit = places[k + 1].unit if k + 1 < len(places) else stop
        own = [i for i in times if spot.unit < i < limit]
        if not own:
            continue
        time = sentence.units[own[0]].time
        days = days_of(time) if time is not None else None
        if time is None or days is None:
            continue
        span = Span(time.start, time.end, time.text)
        when = When(days[0], days[1], None, None, time.text, (span,))
        if legs and legs[-1].when.start == when.start:
            continue
        between = sentence.units[last : own[0]] if legs else []
        if any(u.low in (":", ";") or (u.pos in ("VERB", "AUX") and not u.named) for u in between):
            break
        last = own[0]
        legs.append(Leg(spot.location, when, (spot.span,)))
    return legs
