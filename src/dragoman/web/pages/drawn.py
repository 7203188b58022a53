"""The map and the network: tables first, drawn by script from the same data."""

from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.response import Template
from msgspec import structs

from dragoman.authority.gazetteer import cities_named
from dragoman.authority.states import lookup_state, states
from dragoman.authority.states import state as state_of
from dragoman.ledger.overview import Spot
from dragoman.ledger.query import Filters
from dragoman.model import Location
from dragoman.web.asked import filters, given, query_of
from dragoman.web.filters import country as country_name
from dragoman.web.kept import Answers

NODES = 200
ROWS = 60  # of the tables
KEPT = 120.0  # seconds


def _shown(request: Request[Any, Any, State]) -> dict[str, Any]:
    asked = given(dict(request.query_params))
    named = {name: asked.get(name, "") for name in ("since", "until", "country")}
    others = {name: value for name, value in asked.items() if name not in named}
    feed_key = request.app.state.access.feed_key
    return {**named, "others": others, "query": query_of(asked), "feed_key": feed_key}


def spots(state: State, asked: Filters) -> list[Spot]:
    """The places of the records asked for."""
    answers: Answers = state.answers

    def find() -> list[Spot]:
        found = state.ledger.overview().spots(asked)
        return [one._replace(location=located(one.location)) for one in found]

    return answers.get(("spots", asked), KEPT, find)


def located(place: Location) -> Location:
    """A place with the gazetteer's coordinates, where reports give none and its country is known."""
    if place.latitude is not None or not place.country:
        return place
    found = next((city for city in cities_named(place.name) if city.country == place.country), None)
    if found is None and place.country in states() and lookup_state(place.name):
        point = state_of(place.country)
        return structs.replace(place, latitude=point.latitude, longitude=point.longitude)
    if found is None:
        return place
    return structs.replace(
        place, latitude=found.latitude, longitude=found.longitude, geonameid=found.geonameid
    )


@get("/map", sync_to_thread=True, name="map")
def map_page(state: State, request: Request[Any, Any, State]) -> Template:
    """Where engagements take place, in a window of time; a table where there is no script."""
    found = spots(state, filters(dict(request.query_params)))
    context = {"spots": found[:ROWS], "all": len(found), **_shown(request)}
    return Template("map.html", context=context)


@get("/map.json", sync_to_thread=True, name="map-data")
def map_data(state: State, request: Request[Any, Any, State]) -> dict[str, Any]:
    """The same as GeoJSON: a point a place, with how many engagements took place there."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
                "properties": {
                    "name": place.name, "country": place.country, "count": count, "title": title,
                },
            }
            for place, count, title in spots(state, filters(dict(request.query_params)))
            if place.latitude is not None and place.longitude is not None
        ],
    }  # fmt: skip


def pairs(state: State, asked: Filters) -> list[tuple[str, str, int]]:
    """Who meets whom among the records asked for, and how often."""
    answers: Answers = state.answers
    return answers.get(("pairs", asked), KEPT, lambda: state.ledger.overview().pairs(asked))


@get("/network", sync_to_thread=True, name="network")
def network_page(state: State, request: Request[Any, Any, State]) -> Template:
    """Who meets whom, between countries and organisations; a table where there is no script."""
    found = pairs(state, filters(dict(request.query_params)))
    context = {"pairs": found[:ROWS], "all": len(found), **_shown(request)}
    return Template("network.html", context=context)


@get("/network.json", sync_to_thread=True, name="network-data")
def network_data(state: State, request: Request[Any, Any, State]) -> dict[str, Any]:
    """Nodes (at most 200, the busiest) and links, with how often each occurs."""
    found = pairs(state, filters(dict(request.query_params)))
    busy: dict[str, int] = {}
    for one, other, count in found:
        busy[one] = busy.get(one, 0) + count
        busy[other] = busy.get(other, 0) + count
    kept = sorted(busy, key=lambda code: (-busy[code], code))[:NODES]
    inside = set(kept)
    return {
        "nodes": [{"id": code, "name": country_name(code), "count": busy[code]} for code in kept],
        "links": [{"source": a, "target": b, "count": n} for a, b, n in found if a in inside and b in inside],
    }
