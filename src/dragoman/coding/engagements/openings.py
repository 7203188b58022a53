"""Legs of a journey that open a sentence: "In Accra, February 15-17, the Secretary will ...".

Where a journey has been told, a place that it goes to and a run of days at the head of a sentence are
one of its legs. A single day is that of the meeting which the sentence tells.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.coding.engagements.agreement import CHANGED
from dragoman.coding.engagements.cluster import Cluster, start_cluster
from dragoman.coding.engagements.days import When, days_of
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.ranges import joined_days
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import spots
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span

REACH = 9  # units from the head of a sentence to the days of a leg


def _journey(clusters: Sequence[Cluster], country: str) -> Mention | None:
    """Return the last journey of several stops that goes to a country."""
    for c in reversed(clusters):
        if c.trip and country in c.countries and len(c.countries) > 1 and c.status not in CHANGED:
            return c.mentions[0]
    return None


def opening_leg(scene: Scene, sentence: Sentence, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the leg that opens a sentence as an engagement of its own, None where none does."""
    units = sentence.units
    if sentence.form != "body" or len(units) < 4:
        return None
    found = [s for s in spots(scene.lexicon, sentence, scene.text) if s.unit <= 3 and not s.venue]
    if not found or not scene.lexicon.has("into_place", found[0].lead):
        return None
    spot = found[0]
    country = spot.location.country
    if country is None:
        return None
    for i in range(spot.unit + 1, min(spot.unit + REACH, len(units))):
        unit = units[i]
        days = days_of(unit.time) if unit.time is not None else None
        if unit.time is not None and days is not None:
            first, last = joined_days(scene.lexicon, sentence, i, days)
            journey = _journey(clusters, country)
            if journey is None or first == last or not _within(journey, first, last):
                return None
            span = Span(unit.start, unit.end, unit.time.text)
            when = When(first, last, None, None, unit.time.text, (span,))
            leg = replace(
                journey,
                sentence=sentence,
                span=Span(sentence.start, sentence.end, scene.text[sentence.start : sentence.end]),
                when=when,
                place=spot.location,
                place_spans=(spot.span,),
                venue=None,
                countries=[country],
            )
            return start_cluster(leg)
        if (unit.pos in ("VERB", "AUX") and not unit.named) or any(a.kind == "person" for a in unit.actors):
            return None
    return None


def _within(journey: Mention, first: date, last: date) -> bool:
    """Say whether days lie within those of the journey, where these are told."""
    start, end = journey.when.start, journey.when.end
    if start is None or end is None:
        return True
    return start <= first and last <= end and (start, end) != (first, last)
