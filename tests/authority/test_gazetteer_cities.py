"""The gazetteer: cities by any name in Latin script, fast and small."""

import subprocess
import sys

import pytest

from dragoman.authority.gazetteer import cities_named

CASES = [
    ("Niamey", "NER"),
    ("N'Djamena", "TCD"),
    ("N’Djamena", "TCD"),
    ("Kiev", "UKR"),
    ("Kyiv", "UKR"),
    ("Cologne", "DEU"),
    ("Pékin", "CHN"),
    ("Saint Louis", "USA"),
    ("St. Louis", "USA"),
    ("Agadez", "NER"),
    ("San José", "USA"),
    ("Addis-Abeba", "ETH"),
    ("paris", "FRA"),
]


@pytest.mark.parametrize(("name", "country"), CASES)
def test_cities_named_biggest_first(name: str, country: str) -> None:
    """The biggest city of a name comes first, whatever its spelling."""
    assert cities_named(name)[0].country == country


def test_cities_named_unknown_is_empty() -> None:
    """A name that no city has finds none."""
    assert cities_named("Qwzzk") == ()


def test_paris_is_in_texas_too() -> None:
    """Smaller places of the same name follow, with their unit and point."""
    texas = next(city for city in cities_named("Paris") if city.admin == "TX")
    assert texas.country == "USA"
    assert (round(texas.latitude, 1), round(texas.longitude, 1)) == (33.7, -95.6)


def test_gazetteer_is_small_and_fast() -> None:
    """It loads in under 0.3 s and takes less than 60 MB."""
    code = """
import resource, time
import numpy, dragoman.authority.states as s
s.states()
from dragoman.authority.gazetteer import cities_named
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.process_time()
assert cities_named("Niamey")
print(time.process_time() - began, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 0.3
    assert megabytes < 60
