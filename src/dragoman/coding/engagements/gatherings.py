"""Summits and conferences beside which others meet: their place and days hold for those meetings, too.

"Leaders met in Arusha on Friday for an extraordinary summit. On the sidelines, A held talks with B",
"Before the summit, A received B": the sentence on the gathering tells where and when.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.coding.engagements.agreement import outside
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.days import When, days_of
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.ranges import joined_days, shifted
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import Spot, spots
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.venues import common
from dragoman.model import Span

REMOTE = timedelta(days=21)
NEAR = 6  # units behind its noun in which the place of a gathering stands


@dataclass(frozen=True)
class Gathering:
    """What a sentence tells of a gathering: its noun, None where it is only implied, and its place."""

    sentence: Sentence
    noun: str | None
    spot: Spot | None


def _gathering(scene: Scene, sentence: Sentence) -> Gathering | None:
    """Return the gathering that a sentence tells the place of, or the days."""
    nouns = [
        i for i, u in enumerate(sentence.units) if not u.named and scene.lexicon.has("gatherings", u.low)
    ]
    found = [s for s in spots(scene.lexicon, sentence, scene.text) if s.location.country]
    found = [s for s in found if s.venue or scene.lexicon.has("into_place", s.lead)]
    for i in nouns:
        spot = next((s for s in found if i < s.unit <= i + NEAR), None)
        if spot is not None:
            return Gathering(sentence, sentence.units[i].low, spot)
    if nouns:
        return Gathering(sentence, sentence.units[nouns[0]].low, None)
    return None


def gatherings(scene: Scene) -> list[Gathering]:
    """Return the gatherings that the document speaks of, in order."""
    found = (_gathering(scene, s) for s in scene.layout.sentences)
    return [g for g in found if g is not None]


def _named(lexicon: Lexicon, sentence: Sentence) -> tuple[bool, str | None]:
    """Say whether words tell what it is beside ("on the margins of the forum"), and by which noun."""
    units = sentence.units
    at = next((i for i, u in enumerate(units) if lexicon.has("sidelines", u.low)), -1)
    of = at >= 0 and at + 1 < len(units) and lexicon.has("of", units[at + 1].low)
    ahead = units[at + 1 : at + 9] if at >= 0 else units[:6]
    return of, next((u.low for u in ahead if lexicon.has("gatherings", u.low)), None)


def _day(scene: Scene, told: Sentence, status: str) -> When | None:
    """Return the days that the sentence on a gathering gives it, on the side of now that a state asks for."""
    for i, unit in enumerate(told.units):
        days = days_of(unit.time) if unit.time is not None else None
        if unit.time is None or days is None:
            continue
        days = shifted(scene.lexicon, unit.time, days, status, scene.published)
        days = joined_days(scene.lexicon, told, i, days)
        span = Span(unit.time.start, unit.time.end, unit.time.text)
        return When(days[0], days[1], None, None, None, (span,), True, "summit")
    return None


def _past(scene: Scene, told: Gathering) -> bool:
    """Say whether a gathering is one of long before, like "that in Cairo in 2019" beside the one told of."""
    when = _day(scene, told.sentence, "held")
    last = when.end if when is not None else None
    return scene.published is not None and last is not None and scene.published - last > REMOTE


def _fits(when: When, status: str, published: date | None) -> bool:
    """Say whether days are past or to come as the state asks."""
    if published is None or when.start is None or when.end is None:
        return published is None
    return when.start <= published if status in ("held", "failed", "underway") else when.end >= published


def carry_gathering(clusters: Sequence[Cluster], scene: Scene, *, whole: bool) -> None:
    """Give meetings beside a gathering its place and days, where nothing tells others.

    First those of what has been told with both of them (`whole`), later whatever is known.
    """
    told = gatherings(scene)
    if whole:
        told = [g for g in told if g.spot is not None and _day(scene, g.sentence, "") is not None]
    for c in clusters:
        first = c.mentions[0]
        if not any(m.sideline for m in c.mentions) or c.kind in ("visit", "call"):
            continue
        of, noun = _named(scene.lexicon, first.sentence)
        alike = [g for g in told if noun is None or g.noun == noun]
        alike = [g for g in alike if g.sentence.index <= c.at] if whole else alike
        before = sorted(alike, key=_likely(scene, c.at))
        if not of and noun is None and first.sentence.index:
            before = _just_before(scene, first.sentence) + before
        bare = c.place is not None and c.venue == c.place.name and common(scene.lexicon, c.venue)
        if bare or (c.place is None and not any(m.place_spans for m in c.mentions)):
            spot = next((g.spot for g in before if g.spot is not None), None)
            same = not bare or c.place is None or c.place.country in (None, spot and spot.location.country)
            if spot is not None and same:
                c.place, c.place_spans, c.place_how = spot.location, (spot.span,), "inferred"
        if c.when.known or first.title:
            continue
        for g in before:
            when = _day(scene, g.sentence, c.status) if g.sentence.form != "furniture" else None
            here = g.spot is None or c.place is None or g.spot.location.country == c.place.country
            if (
                when is not None
                and here
                and (not whole or c.place is not None)
                and _fits(when, c.status, scene.published)
            ):
                c.when = when if not outside(c.when, when) else c.when
                break


def _likely(scene: Scene, at: int) -> Callable[[Gathering], tuple[bool, bool, int]]:
    """Return how to rate a gathering as the one spoken of in sentence `at`: told before, of late, nearby."""

    def rate(told: Gathering) -> tuple[bool, bool, int]:
        return told.sentence.index > at, _past(scene, told), abs(told.sentence.index - at)

    return rate


def _just_before(scene: Scene, sentence: Sentence) -> list[Gathering]:
    """Return what the sentence before tells of, where "on the sidelines" leaves open of what."""
    last = scene.layout.sentences[sentence.index - 1]
    found = [s for s in spots(scene.lexicon, last, scene.text) if s.location.country]
    found = [s for s in found if s.venue or scene.lexicon.has("into_place", s.lead)]
    return [Gathering(last, None, found[0])] if found else []
