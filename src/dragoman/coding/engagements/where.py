"""Where: the place or venue that belongs to a trigger, and the countries that a trip goes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.authority.states import states
from dragoman.coding.engagements.cast import code_of
from dragoman.coding.engagements.lexicon import Lexicon, straight
from dragoman.coding.engagements.triggers import Trigger
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


LEADS = frozenset(
    [
        "in",
        "at",
        "to",
        "into",
        "for",
        "of",
        "through",
        "across",
        "around",
        "from",
        "à",
        "au",
        "aux",
        "en",
        "dans",
        "vers",
        "pour",
        "sur",
        "visit",
        "visits",
        "visited",
        "visiting",
        "visite",
        "tour",
        "tours",
        "leave",
        "left",
        "via",
        "near",
        "outside",
        "l'",
        "la",
        "le",
        "les",
        "the",
        "du",
        "de",
        "d'",
    ]
)


def spots(sentence: Sentence, text: str) -> list[Spot]:
    """Return the places of a sentence with the words that lead to them, coordination resolved."""
    units = sentence.units
    out: list[Spot] = []
    lead = ""
    for i, unit in enumerate(units):
        if unit.time is not None and unit.place is None:
            continue
        location = _location(unit, text)
        if unit.place is not None and unit.place.use == "modifier" and not unit.actors:
            location = _capital_of(units, i)
        if location is None:
            if unit.low in (
                "capital",
                "capitale",
                ",",
                "and",
                "et",
                "the",
                "then",
                "puis",
                "(",
                "la",
                "le",
                "les",
                "l'",
                "capital",
                "city",
                "both",
            ):
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
        if lead in ("for", "pour") and i > 1 and units[i - 2].low in PLANNED:
            lead = "in"
        out.append(Spot(location, i, lead, span))
    for start, end, (_name, country, _) in venues().find(text[sentence.start : sentence.end]):
        a, b = sentence.start + start, sentence.start + end
        k = next((j for j, u in enumerate(units) if u.end > a), None)
        if k is None:
            continue
        lead = units[k - 1].low if k else ""
        if lead in ("the", "l'", "le") and k > 1:
            lead = units[k - 2].low
        if lead in ("at", "in", "à", "au", "inside", "–", "-", "—", "to", "("):
            out = [s for s in out if not (s.span.start < b and a < s.span.end)]
            out.append(Spot(Location(text[a:b], country or None), k, "at", Span(a, b, text[a:b]), True))
    return sorted(out, key=lambda s: s.unit)


def _carrying(lexicon: Lexicon, low: str) -> bool:
    """Say whether a verb may stand between a trip and its goal, as in a visit that he was to pay."""
    classes = {s.cls for s in lexicon.states.get(low, ())}
    return bool(classes & {"light", "plan"}) or lexicon.has("be", low)


PLANNED = frozenset(
    [
        "planned",
        "scheduled",
        "set",
        "slated",
        "due",
        "prévu",
        "prévue",
        "prévus",
        "prévues",
        "programmé",
        "programmée",
    ]
)


def _renamed(location: Location, name: str) -> Location:
    return Location(name, location.country, location.latitude, location.longitude, location.geonameid)


def _capital_of(units: list[Unit], i: int) -> Location | None:
    """Return the capital that "the Spanish capital" or "la capitale angolaise" means."""
    near = [u.low for u in units[max(0, i - 1) : i] + units[i + 1 : i + 2]]
    place = units[i].place
    if place is None or place.country is None or not {"capital", "capitale"} & set(near):
        return None
    name = states()[place.country].capital if place.country in states() else ""
    return Location(name, place.country) if name else None


def _same_country_pair(units: list[Unit], a: Spot, b: Spot) -> bool:
    """Say whether `b` only says where `a` lies ("Kyiv, Ukraine", "Rio de Janeiro (Brésil)")."""
    between = [u.low for u in units[a.unit + 1 : b.unit]]
    return between in ([","], ["("], [",", "the"], []) and a.location.country == b.location.country


def _near(trigger: Trigger, found: Sequence[Spot], barriers: Sequence[int]) -> list[Spot]:
    kept = []
    for spot in found:
        low, high = sorted((trigger.at, spot.unit))
        rivals = [b for b in barriers if low < b < high]
        if rivals and spot.unit > trigger.at:
            continue
        if len(rivals) > 0 and spot.unit < trigger.at and spot.unit > 4:
            continue
        kept.append(spot)
    return kept


def meeting_place(
    sentence: Sentence, trigger: Trigger, text: str, barriers: Sequence[int]
) -> tuple[Location | None, str | None, tuple[Span, ...]]:
    """Return place, venue and their words for what happens at one place."""
    found = [
        s
        for s in _near(trigger, spots(sentence, text), barriers)
        if s.lead in ("in", "at", "à", "au", "aux", "en", "dans", "near", "outside", "–", "—", "a")
    ]
    later = [s for s in found if s.unit > trigger.at]
    earlier = [s for s in found if s.unit < trigger.at]
    ordered = later + earlier[::-1]
    if not ordered:
        return None, None, ()
    towns = [s for s in later if not s.venue]
    if (
        len(towns) > 1
        and towns[1].unit - towns[0].unit <= 3
        and any(u.low in ("and", "et") for u in sentence.units[towns[0].unit : towns[1].unit])
    ):
        return None, None, tuple(s.span for s in towns[:2])
    city = next((s for s in ordered if not s.venue), None)
    venue = next((s for s in ordered if s.venue), None)
    if venue is not None and city is not None and city not in later[:3] and venue in later:
        city = None
    if city is not None and venue is not None:
        return city.location, venue.span.text, (city.span, venue.span)
    one = city or venue
    assert one is not None
    return one.location, one.span.text if one.venue else None, (one.span,)


def destinations(
    lexicon: Lexicon, sentence: Sentence, trigger: Trigger, text: str, barriers: Sequence[int]
) -> list[Spot]:
    """Return the places that a trip goes to; a country that only explains its city is left out."""
    units = sentence.units
    found = spots(sentence, text)
    out: list[Spot] = []
    wanted = lexicon.words["dest"] | {"to", "in"}
    for spot in found:
        rivals = [b for b in barriers if trigger.at < b < spot.unit]
        if spot.unit < trigger.at or rivals:
            continue
        between = units[trigger.at + 1 : spot.unit]
        direct = not any(
            u.pos in ("VERB", "AUX") and not u.named and not _carrying(lexicon, u.low) for u in between
        )
        if not direct:
            continue
        chained = (
            bool(out)
            and spot.unit - out[-1].unit <= 4
            and all(
                u.low
                in (
                    ",",
                    "and",
                    "et",
                    "the",
                    "la",
                    "le",
                    "les",
                    "l'",
                    "(",
                    "then",
                    "puis",
                    "en",
                    "au",
                    "à",
                    "aux",
                    "to",
                )
                for u in units[out[-1].unit + 1 : spot.unit]
            )
        )
        if (
            trigger.verb is not None
            and trigger.verb.lemma in ("leave", "depart", "partir")
            and spot.lead not in ("for", "pour", "to", "vers")
        ):
            continue
        close = spot.unit - trigger.at <= 2 or (trigger.noun is not None and spot.unit - trigger.at <= 3)
        if (
            spot.lead in wanted
            or chained
            or (close and trigger.frame == "go")
            or (spot.lead in ("of", "de", "du", "d'") and not out)
        ):
            if out and _same_country_pair(units, out[-1], spot):
                continue
            if out and not chained and spot.lead not in ("to", "à", "au", "aux", "en"):
                continue
            out.append(spot)
    if not out and trigger.noun is not None:
        # "his Beijing trip", "the Denmark visit"
        before = trigger.first - 1
        for spot in found:
            if spot.unit == before or (spot.unit == before - 1 and units[before].pos == "ADJ"):
                out.append(spot)
    return out


def straighten(name: str) -> str:
    """Return a place's name for comparison."""
    return straight(name)
