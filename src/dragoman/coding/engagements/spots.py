"""The places and venues that a sentence names, each with the word that leads to it."""

from dataclasses import dataclass
from functools import cache

from dragoman.authority.states import states
from dragoman.coding.engagements.cast import code_of
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.lexicon.phrases import PhraseIndex
from dragoman.lexicon.tables import table
from dragoman.model import Actor, Location, Place, Span


@dataclass(frozen=True)
class Spot:
    """A place named in a sentence: what it is, its unit, and the preposition before it."""

    location: Location
    unit: int
    lead: str
    span: Span
    venue: bool = False


@cache
def venues() -> PhraseIndex[tuple[str, str, str]]:
    """Return the index of known venues: (name, country, city)."""
    return PhraseIndex(
        {r["venue"]: (r["venue"], r["country"] or "", r["city"] or "") for r in table("venues")}
    )


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
    for start, end, (_name, country, _) in venues().find(text[sentence.start : sentence.end]):
        a, b = sentence.start + start, sentence.start + end
        k = next((j for j, u in enumerate(units) if u.end > a), None)
        if k is None:
            continue
        lead = units[k - 1].low if k else ""
        if lexicon.has("definite", lead) and k > 1:
            lead = units[k - 2].low
        if lexicon.has("venue_lead", lead) or lead in ("–", "-", "—", "("):
            out = [s for s in out if not (s.span.start < b and a < s.span.end)]
            out.append(Spot(Location(text[a:b], country or None), k, "at", Span(a, b, text[a:b]), True))
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
