"""What stands before a line's first sentence and is no part of it: a speaker's name, a dateline."""

from functools import cache

from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.units import Unit, agencies
from dragoman.lexicon.tables import table
from dragoman.model import Location

_DATELINE = 14  # units
_DASHES = ("-", "–", "—", ":")


@cache
def venue_names() -> dict[str, str | None]:
    """Return the buildings known by name, each with its country, in both kinds of apostrophe."""
    rows = [(row["venue"], row["country"]) for row in table("venues")]
    return {form: country for name, country in rows for form in (name, name.replace("'", "’"))}


def unlabelled(units: list[Unit]) -> list[Unit]:
    """Return a line's units without the name of the one who speaks: "Mao Ning: President Xi will ..."."""
    for k in range(1, min(5, len(units) - 2)):
        if units[k].low == ":":
            persons = any(a.kind == "person" for u in units[:k] for a in u.actors)
            agency = " ".join(u.low for u in units[:k]) in {name.lower() for name in agencies()}
            return units[k + 1 :] if (persons and k == 1) or agency else units
    return units


def placed(units: list[Unit], text: str) -> tuple[list[Unit], Location | None]:
    """Return an entry's units without the town or building that leads it, and that place.

    "11h00 Quai d'Orsay – Entretien avec X", "Lübeck (Allemagne) – Déplacement pour": a country does not
    lead so, it tells what an entry is about.
    """
    k = 0
    while k < min(4, len(units)) and (
        units[k].time is not None or units[k].low in ("-", "–", "•", "*", ":", ",")
    ):
        k += 1
    end = next((j for j in range(k + 1, min(k + 5, len(units) - 1)) if units[j].low in _DASHES), None)
    if end is None:
        return units, None
    words = text[units[k].start : units[end - 1].end]
    lead = units[k]
    if words in venue_names():
        return units[end + 1 :], Location(words, venue_names()[words])
    whole = end == k + 1 or (units[k + 1].low == "(" and units[end - 1].low == ")")
    where = _town(lead, text[lead.start : lead.end]) if whole else None
    return (units[end + 1 :], where) if where is not None else (units, None)


def _town(unit: Unit, name: str) -> Location | None:
    """Return the town that a unit names, also one that may stand for its state ("Berlin")."""
    forms = {row.form for row in lookup_state(name)}
    place = unit.place
    if place is not None and place.use != "modifier" and not forms & {"name", "alias"}:
        return Location(name, place.country, place.latitude, place.longitude, place.geonameid)
    state = next((a for a in unit.actors if a.kind == "state"), None)
    return Location(name, state.country) if state is not None and forms == {"capital"} else None


def undated(units: list[Unit]) -> list[Unit]:
    """Return a line's units without its dateline: "NAIROBI, March 4 (AFP) - The minister met ..."."""
    if not units or units[0].place is None:
        return units
    inside = False
    for k, unit in enumerate(units[1:_DATELINE], 1):
        if unit.low in ("-", "--", "–", "—") and not inside and k + 1 < len(units):
            return units[k + 1 :]
        inside = (inside or unit.low == "(") and unit.low != ")"
        told = unit.place is not None or unit.time is not None or unit.low in (",", ")") or inside
        if not told:
            return units
    return units
