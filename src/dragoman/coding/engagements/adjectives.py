"""French adjectives of nationality behind a noun: "homologue ivoirien", "délégation militaire russe"."""

from dragoman.coding.engagements.naming import Namer
from dragoman.coding.engagements.units import Unit


def adjective_after(namer: Namer, units: list[Unit], j: int) -> str | None:
    """Return the country of an adjective after the noun at unit `j`, with one other adjective between."""
    if namer.lexicon.language != "fr" or j + 1 >= len(units):
        return None
    code = namer.country(units[j + 1])
    plain = units[j + 1].pos == "ADJ" and not units[j + 1].named and j + 2 < len(units)
    return namer.country(units[j + 2]) if code is None and plain and not units[j + 2].actors else code


def second_adjective(namer: Namer, units: list[Unit], j: int) -> str | None:
    """Return the country of the second adjective of "les négociateurs américains et chinois"."""
    if j + 3 >= len(units) or units[j + 2].low != "et":
        return None
    return namer.country(units[j + 3])


def qualifies(namer: Namer, unit: Unit) -> bool:
    """Say whether a unit is an adjective on the noun before it."""
    plain = unit.pos == "ADJ" and not unit.named and not namer.lexicon.has("led", unit.low)
    return plain or (namer.country(unit) is not None and not unit.actors)
