"""The gazetteer: populated places of GeoNames (500 people or more), found by name.

cities.npz is written by scripts/build_places.py, biggest city first: arrays with a row a city
(latitude, longitude, population, geonameid, and numbers into `countries` and `admins`), the names as
one run of UTF-8 with `offsets`, and the sorted `keys` (a 64-bit hash of a folded name) with the `rows`
that have that name. A look-up is a binary search. Data: GeoNames, CC BY 4.0.
"""

from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import as_file, files
from typing import Any

import numpy
from msgspec import Struct

from dragoman.authority.states import states
from dragoman.lexicon.phrases import words


class City(Struct, frozen=True):
    """A populated place: `country` is ISO 3166 alpha-3, `admin` GeoNames' first-level code ("TX")."""

    name: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int
    geonameid: int


def name_key(name: str) -> str:
    """Return the form in which names are compared: the folded words, single-spaced."""
    return " ".join(word.folded for word in words(name))


def key_of(key: str) -> int:
    """Return the hash under which the gazetteer keeps the name with `key`."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")


@cache
def _arrays() -> dict[str, Any]:
    source = files("dragoman.authority").joinpath("cities.npz")
    with as_file(source) as path, numpy.load(path, allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}


@cache
def _codes() -> list[str]:
    alpha3 = {entry.iso2: code for code, entry in states().items() if entry.kind != "former"}
    return [alpha3.get(str(code), str(code)) for code in _arrays()["countries"]]


def _city(row: int) -> City:
    data = _arrays()
    start, end = int(data["offsets"][row]), int(data["offsets"][row + 1])
    return City(
        data["names"][start:end].tobytes().decode(),
        _codes()[int(data["country"][row])],
        str(data["admins"][int(data["admin"][row])]).partition(".")[2],
        round(float(data["latitude"][row]), 5),
        round(float(data["longitude"][row]), 5),
        int(data["population"][row]),
        int(data["geonameid"][row]),
    )


@lru_cache(maxsize=20_000)
def cities_with_key(key: str) -> tuple[City, ...]:
    """Return the cities with the name whose `name_key` is `key`, the biggest first."""
    data = _arrays()
    wanted = numpy.uint64(key_of(key))
    low = int(numpy.searchsorted(data["keys"], wanted, "left"))
    high = int(numpy.searchsorted(data["keys"], wanted, "right"))
    return tuple(_city(int(row)) for row in sorted(data["rows"][low:high]))


def cities_named(name: str) -> tuple[City, ...]:
    """Return the cities called `name` (any of their names in Latin script), the biggest first."""
    return cities_with_key(name_key(name))
