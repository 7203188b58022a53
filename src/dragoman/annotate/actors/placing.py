"""The country of a place name, for bodies and titles that are named after a place.

A state or its capital goes before a part of a state ("Texas", "Ontario", "Kano"), a part before a
city. Only cities of some size count: GeoNames has a hamlet for nearly every surname.
"""

from functools import cache

from dragoman.authority.gazetteer import cities_named
from dragoman.authority.states import lookup_state
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table

LEAST_PEOPLE = 50_000


@cache
def _units() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("us_states", "authority"):
        found[fold(row["name"])] = "USA"
    for row in table("units", "authority"):
        for name in row["names"].split(";"):
            found.setdefault(fold(name), row["country"])
    return found


def unit_country(text: str) -> str | None:
    """Return the country of a part of a state ("Texas"), None where `text` is none."""
    return _units().get(fold(text))


def place_country(text: str, *, cities: bool = True) -> str | None:
    """Return the country that the place `text` is or lies in, None where it is no known place."""
    readings = [r for r in lookup_state(text) if r.form != "demonym"]
    codes = {r.country for r in readings}
    if len(codes) == 1:
        return readings[0].country
    unit = unit_country(text)
    if unit is not None:
        return unit
    if cities and text[:1].isupper():
        found = cities_named(text)
        if found and found[0].population >= LEAST_PEOPLE:
            return found[0].country
    return None
