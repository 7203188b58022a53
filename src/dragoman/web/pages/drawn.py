"""The map and the network: tables first, drawn by script from the same data."""

from collections import Counter
from itertools import combinations
from typing import Annotated, Any

from litestar import get
from litestar.datastructures import State
from litestar.params import Parameter
from litestar.response import Template

from dragoman.formats.geojson import to_geojson
from dragoman.ledger import Ledger
from dragoman.model import Record
from dragoman.web.filters import country as country_name

MOST = 2000  # records drawn at once
NODES = 200
Day = Annotated[str, Parameter(max_length=10)]


def _records(ledger: Ledger, since: str, until: str, country: str) -> list[Record]:
    asked = {"since": since, "until": until, "country": country}
    given: dict[str, Any] = {k: v for k, v in asked.items() if v}
    return [r for r in ledger.records(newest=True, limit=MOST, **given) if r.kind != "event"]


@get("/map", sync_to_thread=True, name="map")
def map_page(state: State, since: Day = "", until: Day = "", country: Day = "") -> Template:
    """Where engagements take place, in a window of time; a table where there is no script."""
    ledger: Ledger = state.ledger
    counts: Counter[tuple[str, str]] = Counter()
    for record in _records(ledger, since, until, country):
        if record.place:
            counts[record.place.name, record.place.country or ""] += 1
    context = {"places": counts.most_common(100), "since": since, "until": until, "country": country}
    return Template("map.html", context=context)


@get("/map.json", sync_to_thread=True, name="map-data")
def map_data(state: State, since: Day = "", until: Day = "", country: Day = "") -> dict[str, Any]:
    """The same as GeoJSON."""
    return to_geojson(_records(state.ledger, since, until, country))


@get("/network", sync_to_thread=True, name="network")
def network_page(state: State, since: Day = "", until: Day = "", country: Day = "") -> Template:
    """Who meets whom, between countries and organisations; a table where there is no script."""
    pairs = _pairs(_records(state.ledger, since, until, country)).most_common(100)
    context = {"pairs": pairs, "since": since, "until": until, "country": country}
    return Template("network.html", context=context)


@get("/network.json", sync_to_thread=True, name="network-data")
def network_data(state: State, since: Day = "", until: Day = "", country: Day = "") -> dict[str, Any]:
    """Nodes (at most 200, the busiest) and links, with how often each occurs."""
    pairs = _pairs(_records(state.ledger, since, until, country))
    busy: Counter[str] = Counter()
    for (one, other), count in pairs.items():
        busy[one] += count
        busy[other] += count
    kept = {code for code, _ in busy.most_common(NODES)}
    return {
        "nodes": [{"id": c, "name": country_name(c), "count": busy[c]} for c in sorted(kept)],
        "links": [
            {"source": a, "target": b, "count": n} for (a, b), n in pairs.items() if a in kept and b in kept
        ],
    }


def _pairs(records: list[Record]) -> Counter[tuple[str, str]]:
    return Counter(pair for r in records for pair in combinations(sorted(set(r.countries)), 2))
