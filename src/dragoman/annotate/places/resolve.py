"""Which place a name means: what is said of it, what else the document names, then size.

The weights were set by hand on half of the articles of GeoWebNews' development set.
"""

from collections import Counter
from functools import cache
from math import log10

from dragoman.annotate.places.candidates import Candidate
from dragoman.annotate.places.context import Context
from dragoman.annotate.places.names import Reading, capital_of
from dragoman.authority.gazetteer import name_key
from dragoman.lexicon.tables import table

BASE = {"state": 8.5, "demonym": 8.5, "region": 9.0, "water": 8.0, "mountain": 8.0, "unit": 8.0, "venue": 9.0}

SEAT, SMALL_SEAT = 3.5, 2.0  # for a capital, beside its namesakes elsewhere
MET = 2.5  # for a town known for the meetings of states


@cache
def _meeting_towns() -> dict[str, str]:
    """Return name -> country of the towns known for the meetings of states."""
    return {name_key(row["town"]): row["country"] for row in table("meeting_towns")}


class Resolver:
    """Chooses readings for the candidates of one document."""

    def __init__(self, context: Context, candidates: list[Candidate]) -> None:
        self.context = context
        self.countries: Counter[str] = Counter()
        self.units: Counter[tuple[str | None, str]] = Counter()
        self.explicit: dict[str, Reading] = {}
        for candidate in candidates:
            kinds = {reading.kind for reading in candidate.readings}
            wide = [r for r in candidate.readings if r.kind in ("state", "demonym", "unit")]
            states = wide if kinds & {"state", "demonym"} else []
            own = {reading.country for reading in states or candidate.readings if reading.country}
            weight = 3 if kinds & {"state", "unit"} else 2 if "demonym" in kinds else 1
            if len(own) == 1:
                self.countries[next(iter(own))] += weight
            elif own and candidate.readings[0].kind == "city" and candidate.readings[0].population > 400_000:
                self.countries[candidate.readings[0].country or ""] += 1
            for reading in candidate.readings:
                if reading.kind == "unit" and "city" not in kinds:
                    self.units[reading.country, reading.admin] += 1

    def container(self, candidate: Candidate, following: Candidate | None) -> Reading | None:
        """Return the reading of `candidate` that lies in what follows it after a comma or in brackets."""
        if following is None or following.first != candidate.last + 1:
            return None
        gap = self.context.text[candidate.end : following.start]
        if gap.strip(" .\n") not in (",", "("):
            return None
        fits = []
        for reading in candidate.readings:
            if reading.kind not in ("city", "county", "unit", "venue"):
                continue
            for outer in following.readings:
                same = outer.country == reading.country
                if same and (
                    outer.kind == "state" or (outer.kind == "unit" and outer.admin == reading.admin)
                ):
                    fits.append(reading)
        return max(fits, key=lambda reading: reading.population, default=None)

    def choose(self, candidate: Candidate, contained: bool) -> Reading:
        """Return the likeliest reading, a country before a city.

        `contained` is true where the name says where the one before it lies.
        """
        key = candidate.key(self.context)
        known = self.explicit.get(key)
        if known is not None and not contained:
            return known
        states = [reading for reading in candidate.readings if reading.kind in ("state", "demonym")]
        readings = [r for r in candidate.readings if not states or r.kind != "city"]
        total = sum(self.countries.values()) or 1

        def score(reading: Reading) -> float:
            share = self.countries[reading.country or ""] / total
            value = BASE.get(reading.kind, 5.0 if reading.kind == "county" else 0.0)
            if reading.kind == "city":
                value += log10(reading.population + 10)
                exact = name_key(reading.name) in (key, key + " city")
                value += 1.8 if exact else 0.0
                if reading.country in capital_of().get(key, ()):
                    value += SEAT if reading.population > 100_000 else SMALL_SEAT
                if _meeting_towns().get(key) == reading.country:
                    value += MET
            if contained and reading.kind in ("unit", "state"):
                value += 5.0
            value += 2.5 * share + (0.5 if share else 0.0)
            if reading.admin and self.units[reading.country, reading.admin]:
                value += 1.2
            return value

        return max(readings, key=score)
