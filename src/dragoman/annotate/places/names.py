"""What names may stand for: states, regions, waters, venues, first-level units and cities as readings."""

from functools import cache

from msgspec import Struct

from dragoman.authority.gazetteer import City, cities_named, name_key
from dragoman.authority.states import french_forms, state_names, states
from dragoman.authority.user import user_table
from dragoman.lexicon.phrases import PhraseIndex
from dragoman.lexicon.tables import table


class Reading(Struct, frozen=True):
    """One thing that a name may stand for.

    `kind` is state, demonym, region, water, mountain, venue, unit or city; `admin` is the code of the
    first-level unit that it is or lies in, "" where unknown; `population` is 0 where unknown.
    """

    kind: str
    name: str
    country: str | None
    admin: str
    latitude: float
    longitude: float
    population: int = 0
    geonameid: int | None = None


def of_city(city: City) -> Reading:
    """Return `city` as a reading."""
    return Reading(
        "city",
        city.name,
        city.country,
        city.admin,
        city.latitude,
        city.longitude,
        city.population,
        city.geonameid,
    )


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _add(found: dict[str, list[Reading]], text: str, reading: Reading) -> None:
    known = found.setdefault(text, [])
    if reading not in known:
        known.append(reading)


def _add_states(found: dict[str, list[Reading]], language: str) -> None:
    regions = {
        name for row in table("places", "authority") for name in _split(row["names"] + ";" + row["noms"])
    }
    for row in state_names():
        if row.form in ("capital", "seat") or row.text in regions:
            continue
        if row.language not in (language, "*") and not (row.form != "demonym" and len(row.text) > 6):
            continue
        known = states()[row.country]
        kind = "demonym" if row.form == "demonym" else "state"
        name = known.name_fr if language == "fr" else known.name
        number = known.geonameid or None
        _add(
            found, row.text, Reading(kind, name, row.country, "", known.latitude, known.longitude, 0, number)
        )


def _add_capitals(found: dict[str, list[Reading]]) -> None:
    """Add the names of capitals that the gazetteer lacks ("N'Djaména", "Abou Dhabi", "Addis")."""
    for row in state_names():
        known = states()[row.country]
        if row.form != "capital" or known.kind == "former":
            continue
        listed = any(city.country == row.country for city in cities_named(row.text))
        if listed and len(name_key(row.text).split()[0]) > 1:
            continue
        homes = [c for c in cities_named(known.capital) if c.country == row.country]
        if homes:
            place = homes[0]
            number: int | None = place.geonameid
            point, size = (place.latitude, place.longitude), place.population
        else:
            number, point, size = None, (known.latitude, known.longitude), 500_000
        name = known.capital if row.text in known.capital.split() else row.text
        _add(found, row.text, Reading("city", name, row.country, "", *point, size, number))


def _add_places(found: dict[str, list[Reading]]) -> None:
    for row in (*table("places", "authority"), *user_table("places")):
        names = _split(row["names"]) + _split(row["noms"])
        point = float(row["latitude"]), float(row["longitude"])
        for text in names:
            _add(found, text, Reading(row["kind"], names[0], row["country"] or None, "", *point))


def _add_region_demonyms(found: dict[str, list[Reading]]) -> None:
    points = {_split(row["names"])[0]: row for row in table("places", "authority")}
    for row in table("region_demonyms", "authority"):
        place = points[row["region"]]
        point = float(place["latitude"]), float(place["longitude"])
        reading = Reading("demonym", row["region"], place["country"] or None, "", *point)
        for text in [*_split(row["en"]), *french_forms(row["fr"])]:
            if not any(known.kind != "demonym" for known in found.get(text, [])):
                found[text] = [reading]


def _add_units(found: dict[str, list[Reading]]) -> None:
    for row in table("us_states", "authority"):
        point = float(row["latitude"]), float(row["longitude"])
        reading = Reading("unit", row["name"], "USA", row["code"], *point)
        for text in [row["name"], *_split(row["short"]), *_split(row["nom"])]:
            _add(found, text, reading)
    for row in (*table("units", "authority"), *table("us_counties", "authority")):
        names = _split(row["names"])
        kind = "county" if names[0].endswith((" County", " Parish")) else "unit"
        point = float(row["latitude"]), float(row["longitude"])
        for text in names:
            _add(found, text, Reading(kind, names[0], row["country"], row["admin"], *point))


@cache
def place_index(language: str) -> PhraseIndex[tuple[Reading, ...]]:
    """Return the index of all names of states, regions, waters, venues and units, with their readings."""
    found: dict[str, list[Reading]] = {}
    _add_states(found, language)
    _add_capitals(found)
    _add_places(found)
    _add_region_demonyms(found)
    _add_units(found)
    return PhraseIndex({text: tuple(readings) for text, readings in found.items()})


@cache
def us_codes() -> dict[str, Reading]:
    """Return the states of the United States by postal code ("TX")."""
    return {
        row["code"]: Reading(
            "unit", row["name"], "USA", row["code"], float(row["latitude"]), float(row["longitude"])
        )
        for row in table("us_states", "authority")
    }


@cache
def capitals() -> frozenset[str]:
    """Return the folded names of cities that stand for their state's government."""
    return frozenset(name_key(row.text) for row in state_names() if row.form == "capital")


@cache
def capital_of() -> dict[str, frozenset[str]]:
    """Return the states whose capital a folded name is: towns elsewhere are called Islamabad, too."""
    found: dict[str, set[str]] = {}
    for row in state_names():
        if row.form == "capital" and states()[row.country].kind != "former":
            found.setdefault(name_key(row.text), set()).add(row.country)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def dotted() -> frozenset[str]:
    """Return abbreviations of states with one full stop ("Miss."), without it: words of their own."""
    shorts = [text for row in table("us_states", "authority") for text in _split(row["short"])]
    return frozenset(text[:-1] for text in shorts if text.endswith(".") and text.count(".") == 1)
