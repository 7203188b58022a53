"""Lists as files and feeds: CSV, JSON, PLOVER, GeoJSON, iCalendar, Atom; addresses to subscribe to."""

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.params import FromQuery

from dragoman.formats.atom import changes_feed, records_feed
from dragoman.formats.calendar import to_calendar
from dragoman.formats.geojson import to_geojson
from dragoman.formats.records import to_csv, to_plover_lines
from dragoman.ledger import Ledger
from dragoman.model import Record
from dragoman.web.asked import given
from dragoman.web.filters import country as country_name
from dragoman.web.kept import Answers
from dragoman.web.security import FEEDS

MOST = 10_000  # records of a file
LATEST = 100  # records of a feed: what readers ask for again every hour
KEPT = 60.0  # seconds that a feed is kept
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "plover": "application/x-ndjson",
    "geojson": "application/geo+json",
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml",
}


def base_of(request: Request[Any, Any, State]) -> str:
    """The desk's address as others reach it."""
    address: str = request.app.state.address
    return address or str(request.base_url).rstrip("/")


def own_address(request: Request[Any, Any, State]) -> str:
    """The request's address without the key that opened it, as a feed says its own."""
    query = "&".join(part for part in request.url.query.split("&") if part and not part.startswith("key="))
    return base_of(request) + request.url.path + (f"?{query}" if query else "")


def export(state: State, request: Request[Any, Any, State]) -> Response[bytes]:
    """The records that the same filters list, as a file or a feed."""
    if not request.url.path.endswith(FEEDS):
        return _export(state.ledger, request, MOST)
    return subscribed(state, request, lambda: _export(state.ledger, request, LATEST))


def subscribed(
    state: State, request: Request[Any, Any, State], make: Callable[[], Response[bytes]]
) -> Response[bytes]:
    """A feed, made once a minute, and not sent again to a reader that has it."""
    answers: Answers = state.answers
    made = answers.get((request.url.path, own_address(request)), KEPT, make)
    tag = f'"{hashlib.sha256(made.content).hexdigest()[:24]}"'
    headers = {"etag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, media_type=made.media_type, headers=headers)
    return Response(made.content, media_type=made.media_type, headers=headers)


def _export(ledger: Ledger, request: Request[Any, Any, State], most: int) -> Response[bytes]:
    query = dict(request.query_params)
    words, asked = query.get("q", "").strip(), given(query)
    if words:
        found = [hit.record for hit in ledger.search(words, limit=most, **asked).hits if hit.record]
    else:
        found = ledger.records(newest=True, limit=most, **asked)
    named = [country_name(asked[n]) for n in ("country", "other") if n in asked]
    named += [asked[n] for n in ("person", "organisation", "place", "topic", "kind", "status") if n in asked]
    return written(request, found, ", ".join([*([words] if words else []), *named]) or "Dragoman")


EXPORTS = [get(f"/records.{form}", sync_to_thread=True, name=f"export-{form}")(export) for form in TYPES]


def written(request: Request[Any, Any, State], found: Sequence[Record], name: str) -> Response[bytes]:
    """Records in the form that the address ends in; `name` is what a calendar or a feed is called."""
    form = request.url.path.rpartition(".")[2]
    headers = {}
    if form == "csv":
        body = to_csv(found).encode()
    elif form == "json":
        body = msgspec.json.encode(found)
    elif form == "plover":
        body = to_plover_lines(found).encode()
    elif form == "geojson":
        body = msgspec.json.encode(to_geojson(found))
    elif form == "ics":
        body = to_calendar(found, name, link=base_of(request))
    else:
        body = records_feed(found, name, own_address(request), base_of(request))
    if form in {"csv", "plover", "geojson"}:
        safe = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:60] or "records"
        suffix = {"plover": "jsonl"}.get(form, form)
        headers["content-disposition"] = f'attachment; filename="{safe}.{suffix}"'
    return Response(body, media_type=TYPES[form], headers=headers)


@get("/feeds/changes.atom", sync_to_thread=True, name="changes-feed")
def feed(state: State, request: Request[Any, Any, State], country: FromQuery[str] = "") -> Response[bytes]:
    """What became known, newest first; of one country where `country` names it."""
    ledger: Ledger = state.ledger
    name = f"What changed: {country_name(country)}" if country else "What changed"

    def make() -> Response[bytes]:
        changes = ledger.changes(country=country[:200] or None, limit=LATEST)
        body = changes_feed(changes, name, own_address(request), base_of(request))
        return Response(body, media_type=TYPES["atom"])

    return subscribed(state, request, make)
