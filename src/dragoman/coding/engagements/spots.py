"""The places and venues that a sentence names, each with the word that leads to it."""

from dataclasses import dataclass, replace

from dragoman.authority.states import lookup_state, states
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.party import code_of
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
    """Return the places of a sentence with the words that lead to them, coordination resolved.

    They are found once a sentence, however many triggers ask.
    """
    held = sentence.defaults.get("spots")
    if not isinstance(held, list):
        held = sentence.defaults["spots"] = _find(lexicon, sentence, text)
    return list(held)


def _find(lexicon: Lexicon, sentence: Sentence, text: str) -> list[Spot]:
    units = sentence.units
    out: list[Spot] = []
    lead = ""
    for i, unit in enumerate(units):
        if unit.time is not None and unit.place is None:
            continue
        location = _location(unit, text)
        goal = unit.place is not None and _goal_of(lexicon, units, i)
        if (
            unit.place is not None and unit.place.use == "modifier" and not unit.actors and not goal
        ) or _before_kind(lexicon, units, i):
            location = None
        if _seat(lexicon, units, i) or _format(lexicon, units, i):
            location = None
        capital = _capital_at(lexicon, units, i)
        if capital is not None:
            location = capital
        if location is None:
            if not _passes(lexicon, units, i):
                lead = unit.low if not unit.named else ""
            continue
        following = units[i + 1].low if i + 1 < len(units) else ""
        if following in ("'s", "'", "-") or unit.low.endswith("'s"):
            lead = lead if following == "'s" and lexicon.has("into_place", lead) else "'s"
            continue
        words = text[unit.start : unit.end].split(" (")[0]  # "Republic of Korea (ROK)"
        span = Span(unit.start, unit.start + len(words), words)
        if location.name.startswith(words + " ("):
            location = renamed(location, words)
        if span.text in ("D.C.", "DC") and out and out[-1].unit >= i - 2:
            whole = Span(out[-1].span.start, span.end, text[out[-1].span.start : span.end])
            out[-1] = Spot(renamed(out[-1].location, whole.text), out[-1].unit, out[-1].lead, whole)
            continue
        if goal and lexicon.has("of", lead):
            lead = "pour" if lexicon.has("bound_for", units[i - 2].low) else "à"
        if lead in ("for", "pour") and i > 1 and lexicon.has("planned", units[i - 2].low):
            lead = "in"
        out.append(Spot(location, i, lead, span))
    for venue in find_venues(lexicon, sentence, text):
        inside = [s for s in out if s.span.start < venue.span.end and venue.span.start < s.span.end]
        if venue.plain and any(s.unit > venue.last and s.unit - venue.last <= 3 for s in out):
            continue  # "at the presidential palace in Baku": the town says more
        beside = next((s for s in out if venue.last < s.unit <= venue.last + 3), None)
        country = (beside.location.country if beside is not None else None) or venue.country
        country = country or next((s.location.country for s in inside if s.location.country), None)
        named = next((k for k, s in enumerate(out) if s.unit == venue.last + 2 and not s.lead), None)
        if named is not None and units[venue.last + 1].low in (",", "("):
            out[named] = replace(out[named], lead="in")  # "at the Secretariat, Colombo"
        out = [s for s in out if s not in inside]
        out.append(Spot(Location(venue.span.text, country), venue.first, "at", venue.span, True))
    return sorted(out, key=lambda s: s.unit)


def _seat(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a town only tells whose a government is: "the government in Kinshasa"."""
    if i > 2 and lexicon.has("of", units[i - 3].low):
        return False  # "une visite d'État à Paris"
    body = units[i - 2].low.split() if i > 1 else []
    return bool(body) and units[i - 1].low in ("in", "à") and lexicon.has("ruling", body[-1])


def _format(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a place is the name of a way to meet: "in the Normandy format", "en format Normandie"."""
    words = [
        units[i - 1].low if i else "",
        *units[i].low.split(),
        units[i + 1].low if i + 1 < len(units) else "",
    ]
    lead = (
        0 if lexicon.language == "fr" else 1
    )  # the noun goes before the name in French, behind it in English
    return any(lexicon.has("meeting_formats", word) for word in words[lead : len(words) - 1 + lead])


def _goal_of(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether "of" leads to the town that a journey or a meeting is of: "le déplacement d'Athènes"."""
    if lexicon.language != "fr" or i < 2 or not lexicon.has("of", units[i - 1].low):
        return False
    if any(row.form != "capital" for row in lookup_state(units[i].low, "fr")):
        return False  # "la rencontre du président russe"
    noun = units[i - 2]
    met = any(n.frame == "event" and n.kind in ("meeting", "summit") for n in lexicon.nouns.get(noun.low, ()))
    return lexicon.has("bound_for", noun.low) or (met and not noun.named)


def renamed(location: Location, name: str) -> Location:
    """Return a place under the name by which it is told."""
    return Location(name, location.country, location.latitude, location.longitude, location.geonameid)


def _before_kind(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a place only tells where another lies: "the Black Sea resort of"."""
    if i + 2 >= len(units) or units[i].place is None:
        return False
    if lexicon.has("capital", units[i + 1].low) and lexicon.language == "en":
        return True  # "the U.S. capital"
    return lexicon.has("settlements", units[i + 1].low) and lexicon.has("of", units[i + 2].low)


def _passes(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether the unit may stand between a preposition and its place ("in the port city of")."""
    unit = units[i]
    if unit.named:
        modifier = unit.place is not None and unit.place.use == "modifier"
        return modifier or _before_kind(lexicon, units, i)
    kind = lexicon.has("settlements", unit.low) or (
        unit.pos in ("NOUN", "PROPN") and i + 1 < len(units) and lexicon.has("settlements", units[i + 1].low)
    )
    of = lexicon.has("of", unit.low) and i > 0 and lexicon.has("settlements", units[i - 1].low)
    return kind or of or lexicon.has("stop_over", unit.low) or unit.low == "'s" or unit.pos == "ADJ"


def _capital_at(lexicon: Lexicon, units: list[Unit], i: int) -> Location | None:
    """Return the capital that unit `i` ends the words for: "the Spanish capital", "the capital of Chad"."""
    lows = [u.low for u in units[max(0, i - 4) : i]]
    while lows and lexicon.has("determiners", lows[-1]):
        lows.pop()
    of = len(lows) > 1 and lexicon.has("of", lows[-1]) and lexicon.has("capital", lows[-2])
    code = None
    if of:
        code = _code(lexicon, units[i])
    elif lexicon.has("capital", units[i].low) and i and lexicon.language == "en":
        code = _code(lexicon, units[i - 1])
        code = None if i + 1 < len(units) and _placed(units, i + 1) else code
    elif lows and lexicon.has("capital", lows[-1]) and lexicon.language == "fr":
        code = _code(lexicon, units[i], adjective=True)
    name = states()[code].capital if code in states() else ""
    return Location(name, code) if name else None


def _placed(units: list[Unit], i: int) -> bool:
    i += units[i].low in (",", "(") and i + 1 < len(units)
    place = units[i].place
    return place is not None and place.use == "location"


def _code(lexicon: Lexicon, unit: Unit, *, adjective: bool = False) -> str | None:
    """Return the state that a unit names or describes, None for a town."""
    state = next((a for a in unit.actors if a.kind == "state"), None)
    if state is not None and not adjective:
        return state.country
    if unit.place is not None and unit.place.use != "modifier" and adjective:
        return None
    found = {row.country for row in lookup_state(unit.low, lexicon.language) if row.form != "capital"}
    if len(found) > 1 and unit.place is not None and unit.place.country in found:
        return unit.place.country  # "the Congolese capital", of the two the one that the text speaks of
    return found.pop() if len(found) == 1 else None
