"""The places and venues that a sentence names, each with the word that leads to it."""

from dataclasses import dataclass

from dragoman.authority.states import states
from dragoman.coding.engagements.cast import code_of
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.coding.engagements.venues import find_venues
from dragoman.model import Actor, Location, Place, Span


@dataclass(frozen=True)
class Spot:
    """A place named in a sentence: what it is, its unit, and the preposition before it."""

    location: Location
    unit: int
    lead: str
    span: Span
    venue: bool = False


def location_of(place: Place) -> Location:
    """Return a place as where something happens."""
    return Location(place.name, place.country, place.latitude, place.longitude, place.geonameid)


def _location(unit: Unit, text: str) -> Location | None:
    if unit.place is not None:
        named = text[unit.start : unit.end]
        place = unit.place
        return Location(named, place.country, place.latitude, place.longitude, place.geonameid)
    state: Actor | None = next((a for a in unit.actors if a.kind == "state"), None)
    if state is not None and len(unit.actors) == 1:
        return Location(text[unit.start : unit.end], code_of(state))
    return None


def spots(lexicon: Lexicon, sentence: Sentence, text: str) -> list[Spot]:
    """Return the places of a sentence with the words that lead to them, coordination resolved."""
    units = sentence.units
    out: list[Spot] = []
    lead = ""
    for i, unit in enumerate(units):
        if unit.time is not None and unit.place is None:
            continue
        location = _location(unit, text)
        if unit.place is not None and unit.place.use == "modifier" and not unit.actors:
            location = _capital_of(lexicon, units, i)
        if location is None:
            if lexicon.has("stop_over", unit.low):
                continue
            lead = unit.low if not unit.named else ""
            continue
        following = units[i + 1].low if i + 1 < len(units) else ""
        if following in ("'s", "'", "-") or unit.low.endswith("'s"):
            lead = "'s"
            continue
        span = Span(unit.start, unit.end, text[unit.start : unit.end])
        if span.text in ("D.C.", "DC") and out and out[-1].unit >= i - 2:
            whole = Span(out[-1].span.start, span.end, text[out[-1].span.start : span.end])
            out[-1] = Spot(_renamed(out[-1].location, whole.text), out[-1].unit, out[-1].lead, whole)
            continue
        if lead in ("for", "pour") and i > 1 and lexicon.has("planned", units[i - 2].low):
            lead = "in"
        out.append(Spot(location, i, lead, span))
    for venue in find_venues(lexicon, sentence, text):
        inside = [s for s in out if s.span.start < venue.span.end and venue.span.start < s.span.end]
        if venue.plain and any(s.unit > venue.last and s.unit - venue.last <= 3 for s in out):
            continue  # "at the presidential palace in Baku": the town says more
        country = venue.country or next((s.location.country for s in inside if s.location.country), None)
        beside = next((s for s in out if venue.last < s.unit <= venue.last + 3), None)
        country = country or (beside.location.country if beside is not None else None)
        out = [s for s in out if s not in inside]
        out.append(Spot(Location(venue.span.text, country), venue.first, "at", venue.span, True))
    return sorted(out, key=lambda s: s.unit)


def _renamed(location: Location, name: str) -> Location:
    return Location(name, location.country, location.latitude, location.longitude, location.geonameid)


def _capital_of(lexicon: Lexicon, units: list[Unit], i: int) -> Location | None:
    """Return the capital that "the Spanish capital" or "la capitale angolaise" means."""
    near = [u.low for u in units[max(0, i - 1) : i] + units[i + 1 : i + 2]]
    place = units[i].place
    if place is None or place.country is None or not lexicon.words["capital"] & set(near):
        return None
    name = states()[place.country].capital if place.country in states() else ""
    return Location(name, place.country) if name else None
