"""The REST API under /api/v1, described at /api/v1/openapi.json: what ABOUT says."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, get
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, Parameter

from dragoman.ledger import Ledger
from dragoman.model import Change, Document, Dossier, Judgement, Record, Report, Statement
from dragoman.web.api_lists import Changes, Dossiers, Lines, Records, Sources, cursor_after, offset_of
from dragoman.web.api_writing import WRITING
from dragoman.web.asked import NAMES, filters, given
from dragoman.web.errors import PROBLEMS, known
from dragoman.web.pages.dossiers import find_dossier, list_dossiers

Word = Annotated[str | None, Parameter(max_length=200)]
Words = Annotated[str | None, Parameter(max_length=500)]
Limit = Annotated[int, Parameter(ge=1, le=500)]
Asked = NamedDependency[dict[str, Any]]
ABOUT = """The ledger's own structs as JSON. A list is an object with `items`, `total` and `next`: give
`next` back as `cursor` for the items after these; it is null at the end, and `total` is null where
counting would take long. Errors are problem details (RFC 9457)."""


def asked_for(
    country: Word = None,
    other: Word = None,
    person: Word = None,
    organisation: Word = None,
    place: Word = None,
    kind: Word = None,
    type: Word = None,
    status: Word = None,
    topic: Word = None,
    since: Word = None,
    until: Word = None,
) -> dict[str, Any]:
    """The filters that every list of records takes.

    `country` and `other` are codes or names, `since` and `until` days (YYYY-MM-DD), `status` one of
    announced, underway, held, postponed, cancelled, failed, unreported.
    """
    named = (country, other, person, organisation, place, kind, type, status, topic, since, until)
    return given({name: value or "" for name, value in zip(NAMES, named, strict=True)})


@get("/records", sync_to_thread=True, dependencies={"asked": Provide(asked_for, sync_to_thread=False)})
def records(
    state: State,
    asked: Asked,
    q: Words = None,
    limit: Limit = 50,
    cursor: Word = None,
) -> Records:
    """Records with all their fields, newest first, or best first where `q` gives words to search for.

    `country` and `other` are codes or names, `since` and `until` days (YYYY-MM-DD), `status` one of
    announced, underway, held, postponed, cancelled, failed, unreported.
    """
    ledger: Ledger = state.ledger
    offset = offset_of(cursor)
    if q and q.strip():
        found = ledger.search(q, limit=limit, offset=offset, **asked)
        rows, total = [hit.record for hit in found.hits if hit.record], found.total
    else:
        rows = ledger.records(newest=True, limit=limit, offset=offset, **asked)
        total = ledger.count(**asked)
    return Records(rows, total, cursor_after(rows, offset, bool(rows) and offset + len(rows) < total))


@get("/lines", sync_to_thread=True, dependencies={"asked": Provide(asked_for, sync_to_thread=False)})
def lines(
    state: State,
    asked: Asked,
    limit: Limit = 100,
    cursor: Word = None,
) -> Lines:
    """The same records in brief, without fields, witnesses and reports: much faster for many."""
    overview, chosen = state.ledger.overview(), filters(asked)
    offset = offset_of(cursor)
    rows = overview.lines(chosen, newest=True, limit=limit, offset=offset)
    total = overview.count(chosen)
    return Lines(rows, total, cursor_after(rows, offset, bool(rows) and offset + len(rows) < total))


@get("/records/{id:str}", sync_to_thread=True)
def record(state: State, id: FromPath[str]) -> Record:
    """One record with its fields, witnesses and reports; a former id of it leads to it too."""
    ledger: Ledger = state.ledger
    return known(lambda: ledger.record(id))


@get("/records/{id:str}/changes", sync_to_thread=True)
def record_changes(state: State, id: FromPath[str]) -> list[Change]:
    """What became known of a record, latest first."""
    ledger: Ledger = state.ledger
    return ledger.changes(record=known(lambda: ledger.record(id)).id)


@get("/changes", sync_to_thread=True)
def changes(
    state: State, country: Word = None, since: Word = None, limit: Limit = 50, cursor: Word = None
) -> Changes:
    """What became known, latest first; `since` is a day or a moment (2024-04-25T08:00:00Z)."""
    ledger: Ledger = state.ledger
    offset = offset_of(cursor)
    rows = ledger.changes(country=country, since=since, limit=limit + 1, offset=offset)
    return Changes(rows[:limit], None, cursor_after(rows[:limit], offset, len(rows) > limit))


@get("/documents", sync_to_thread=True)
def documents(state: State, q: Words = None, limit: Limit = 50, cursor: Word = None) -> Sources:
    """Documents, the last filed first, or best first where `q` gives words to search for."""
    ledger: Ledger = state.ledger
    offset = offset_of(cursor)
    if q and q.strip():
        found = ledger.search(q, what="documents", limit=limit, offset=offset)
        rows, total = [hit.source for hit in found.hits if hit.source], found.total
    else:
        rows = ledger.overview().newest_documents(limit=limit, offset=offset)
        total = ledger.stats()["documents"]
    return Sources(rows, total, cursor_after(rows, offset, bool(rows) and offset + len(rows) < total))


@get("/documents/{id:str}", sync_to_thread=True)
def document(state: State, id: FromPath[str]) -> Document:
    """A document as it was read, with its text."""
    ledger: Ledger = state.ledger
    return known(lambda: ledger.document(id))


@get("/documents/{id:str}/reports", sync_to_thread=True)
def document_reports(state: State, id: FromPath[str]) -> list[Report]:
    """What a document reports."""
    ledger: Ledger = state.ledger
    known(lambda: ledger.document(id))
    return list(ledger.reports(id))


@get("/documents/{id:str}/statements", sync_to_thread=True)
def document_statements(state: State, id: FromPath[str]) -> list[Statement]:
    """Who said what to whom in a document."""
    ledger: Ledger = state.ledger
    return list(known(lambda: ledger.statements(id)))


@get("/timeline/{subject:str}", sync_to_thread=True)
def timeline(state: State, subject: FromPath[str], limit: Limit = 50, cursor: Word = None) -> Records:
    """What is on record of a country, an organisation, a person or a place, in order of time."""
    ledger: Ledger = state.ledger
    offset = offset_of(cursor)
    rows = known(lambda: ledger.timeline(subject[:200], limit=limit + 1, offset=offset))
    return Records(rows[:limit], None, cursor_after(rows[:limit], offset, len(rows) > limit))


@get("/dossiers", sync_to_thread=True)
def dossiers(state: State, country: Word = None, limit: Limit = 50, cursor: Word = None) -> Dossiers:
    """The stories among the records, of one country where it is given; latest first."""
    found = list_dossiers(state, country or "")
    offset = offset_of(cursor)
    rows = found[offset : offset + limit]
    return Dossiers(rows, len(found), cursor_after(rows, offset, offset + len(rows) < len(found)))


@get("/dossiers/{id:str}", sync_to_thread=True)
def dossier(state: State, id: FromPath[str]) -> Dossier:
    """One story, by its id or its name."""
    return known(lambda: find_dossier(state, id))


@get("/judgements", sync_to_thread=True)
def judgements(state: State, withdrawn: FromQuery[bool] = False) -> list[Judgement]:
    """The judgements that hold; with `withdrawn`, those taken back too."""
    ledger: Ledger = state.ledger
    return ledger.judgements(withdrawn=withdrawn)


@get("/stats", sync_to_thread=True)
def stats(state: State) -> dict[str, int]:
    """How many documents, reports, records, changes and judgements there are."""
    ledger: Ledger = state.ledger
    return ledger.stats()


@get("/openapi.json", include_in_schema=False)
async def schema(request: Request[Any, Any, State]) -> Response[bytes]:
    """The OpenAPI description, made from the structs."""
    made = request.app.openapi_schema.to_schema()
    return Response(msgspec.json.encode(made), media_type="application/json")


HANDLERS = [
    records, lines, record, record_changes, changes, documents, document, document_reports,
    document_statements, timeline, dossiers, dossier, judgements, stats, *WRITING,
]  # fmt: skip
for handler in HANDLERS:  # what every call may answer, said in the description
    handler.responses = PROBLEMS
ROUTER = Router("/api/v1", route_handlers=[*HANDLERS, schema], include_in_schema=True)
