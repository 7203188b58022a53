"""Lists as files and feeds: CSV, JSON, PLOVER, iCalendar, Atom; stable addresses to subscribe to."""

from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State

from dragoman.formats.atom import changes_feed, records_feed
from dragoman.formats.calendar import to_calendar
from dragoman.formats.records import to_csv, to_plover_lines
from dragoman.ledger import Ledger
from dragoman.model import Record

MOST = 10_000
FILTERS = ("country", "person", "organisation", "place", "kind", "status", "topic", "since", "until")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "plover": "application/x-ndjson",
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml",
}


def _base(request: Request[Any, Any, Any]) -> str:
    return str(request.base_url).rstrip("/")


def _found(ledger: Ledger, request: Request[Any, Any, Any]) -> list[Record]:
    given: dict[str, Any] = {k: request.query_params[k] for k in FILTERS if request.query_params.get(k)}
    words = request.query_params.get("q", "")
    if words:
        return [hit.record for hit in ledger.search(words, limit=MOST, **given).hits if hit.record]
    return ledger.records(newest=True, limit=MOST, **given)


@get([f"/records.{form}" for form in TYPES], sync_to_thread=True, name="export")
def export(state: State, request: Request[Any, Any, State]) -> Response[bytes]:
    """The records that the same filters list, as a file or a feed."""
    form = request.url.path.rpartition(".")[2]
    found = _found(state.ledger, request)
    name = request.query_params.get("q") or request.query_params.get("country") or "Dragoman"
    if form == "csv":
        body = to_csv(found).encode()
    elif form == "json":
        body = msgspec.json.encode(found)
    elif form == "plover":
        body = to_plover_lines(found).encode()
    elif form == "ics":
        body = to_calendar(found, name, link=_base(request))
    else:
        body = records_feed(found, name, str(request.url))
    return Response(body, media_type=TYPES[form])


@get("/feeds/changes.atom", sync_to_thread=True, name="changes-feed")
def feed(state: State, request: Request[Any, Any, State]) -> Response[bytes]:
    """What became known, newest first."""
    ledger: Ledger = state.ledger
    country = request.query_params.get("country") or None
    body = changes_feed(
        ledger.changes(country=country, limit=100), "Dragoman: what changed", str(request.url)
    )
    return Response(body, media_type=TYPES["atom"])
