"""The REST API under /api/v1: the ledger's own structs as JSON, lists by cursor.

A list is an object with `items`, `total` and `next`: give `next` back as `cursor` for the items
after these; it is null at the end. Errors are problem details (RFC 9457).
"""

import base64
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.datastructures import State
from litestar.params import Parameter

from dragoman import __version__
from dragoman.coding import read_document
from dragoman.errors import UsageError
from dragoman.ledger import Ledger
from dragoman.model import Change, Document, Dossier, Reading, Record
from dragoman.sources.load import from_bytes
from dragoman.verify import Finding
from dragoman.verify import check as check_brief

Word = Annotated[str | None, Parameter(max_length=200)]
Limit = Annotated[int, Parameter(ge=1, le=500)]


class Page(msgspec.Struct):
    """Some of a list's items, how many there are in all, and the cursor of the next ones."""

    items: list[Any]
    total: int
    next: str | None


class Text(msgspec.Struct, forbid_unknown_fields=True):
    """A text to read: `published` is YYYY-MM-DD, `language` en or fr; both may be left out."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2_000_000)]
    published: str | None = None
    language: str | None = None


class Brief(msgspec.Struct, forbid_unknown_fields=True):
    """A brief to check, with the texts of its sources."""

    brief: Annotated[str, msgspec.Meta(min_length=1, max_length=500_000)]
    sources: list[Annotated[str, msgspec.Meta(max_length=2_000_000)]] = []
    omitted: bool = False


def _offset(cursor: str | None) -> int:
    if not cursor:
        return 0
    try:
        offset = int(base64.urlsafe_b64decode(cursor.encode()).decode())
    except ValueError as error:
        raise UsageError("that is no cursor of this list; take the `next` of the page before") from error
    if not 0 <= offset <= 10_000_000:
        raise UsageError("that is no cursor of this list; take the `next` of the page before")
    return offset


def _page(items: list[Any], total: int, offset: int) -> Page:
    after = offset + len(items)
    more = bool(items) and after < total
    return Page(items, total, base64.urlsafe_b64encode(str(after).encode()).decode() if more else None)


@get("/records", sync_to_thread=True)
def records(
    state: State,
    q: Word = None,
    country: Word = None,
    person: Word = None,
    organisation: Word = None,
    place: Word = None,
    kind: Word = None,
    status: Word = None,
    topic: Word = None,
    since: Word = None,
    until: Word = None,
    limit: Limit = 50,
    cursor: Word = None,
) -> Page:
    """Records, newest first, or best first where `q` gives words to search for."""
    ledger: Ledger = state.ledger
    asked = {"country": country, "person": person, "organisation": organisation, "place": place}
    asked |= {"kind": kind, "status": status, "topic": topic, "since": since, "until": until}
    given: dict[str, Any] = {name: value for name, value in asked.items() if value}
    offset = _offset(cursor)
    if q:
        found = ledger.search(q, limit=limit, offset=offset, **given)
        return _page([hit.record for hit in found.hits if hit.record], found.total, offset)
    rows = ledger.records(newest=True, limit=limit, offset=offset, **given)
    return _page(rows, ledger.count(**given), offset)


@get("/records/{id:str}", sync_to_thread=True)
def record(state: State, id: str) -> Record:
    """One record with its fields, witnesses and reports."""
    ledger: Ledger = state.ledger
    return ledger.record(id)


@get("/records/{id:str}/changes", sync_to_thread=True)
def record_changes(state: State, id: str) -> list[Change]:
    """What became known of a record, latest first."""
    ledger: Ledger = state.ledger
    return ledger.changes(record=ledger.record(id).id)


@get("/changes", sync_to_thread=True)
def changes(state: State, country: Word = None, limit: Limit = 50, cursor: Word = None) -> Page:
    """What became known, latest first; `total` counts what the page shows up to now."""
    ledger: Ledger = state.ledger
    offset = _offset(cursor)
    rows = ledger.changes(country=country, limit=limit + 1, offset=offset)
    return _page(rows[:limit], offset + len(rows), offset)


@get("/documents/{id:str}", sync_to_thread=True)
def document(state: State, id: str) -> Document:
    """A document as it was read."""
    ledger: Ledger = state.ledger
    return ledger.document(id)


@get("/timeline/{subject:str}", sync_to_thread=True)
def timeline(state: State, subject: str, limit: Limit = 50, cursor: Word = None) -> Page:
    """What is on record of a country, an organisation, a person or a place, in order of time."""
    ledger: Ledger = state.ledger
    offset = _offset(cursor)
    rows = ledger.timeline(subject, limit=limit + 1, offset=offset)
    return _page(rows[:limit], offset + len(rows), offset)


@get("/dossiers", sync_to_thread=True)
def dossiers(state: State, limit: Limit = 50) -> list[Dossier]:
    """The stories among the records, latest first."""
    ledger: Ledger = state.ledger
    return ledger.dossiers(limit=limit)


@get("/stats", sync_to_thread=True)
def stats(state: State) -> dict[str, int]:
    """How many documents, reports, records, changes and judgements there are."""
    ledger: Ledger = state.ledger
    return ledger.stats()


@post("/read", sync_to_thread=True, status_code=200)
def read(data: Text) -> Reading:
    """Read a text; nothing is filed."""
    loaded = from_bytes(data.text.encode(), name="text.txt", published=data.published, language=data.language)
    return read_document(loaded)


@post("/check", sync_to_thread=True, status_code=200)
def check(data: Brief) -> list[Finding]:
    """Check a brief against its sources; nothing is filed."""
    sources = [from_bytes(text.encode(), name=f"source-{n}.txt") for n, text in enumerate(data.sources, 1)]
    return check_brief(from_bytes(data.brief.encode(), name="brief.txt"), sources, omitted=data.omitted)


@get("/openapi.json", include_in_schema=False)
async def schema(request: Request[Any, Any, State]) -> Response[bytes]:
    """The OpenAPI description, made from the structs."""
    body = msgspec.json.encode({**request.app.openapi_schema.to_schema(), "x-dragoman": __version__})
    return Response(body, media_type="application/json")


ROUTER = Router(
    "/api/v1",
    route_handlers=[
        records, record, record_changes, changes, document, timeline, dossiers, stats, read, check, schema,
    ],
)  # fmt: skip
