"""Lists of documents, stories and judgements as files and feeds: CSV, JSON, Atom."""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State

from dragoman.formats.atom import Entry, entries_feed
from dragoman.formats.records import plain
from dragoman.ledger import Ledger
from dragoman.model import Dossier, Source
from dragoman.web.filters import dossier_name
from dragoman.web.pages.dossiers import list_dossiers
from dragoman.web.pages.exports import LATEST, MOST, TYPES, base_of, own_address, subscribed

FORMS = ("csv", "json", "atom")
Asking = Request[Any, Any, State]


def documents_export(state: State, request: Asking) -> Response[bytes]:
    """The documents that the list of documents shows, with the same words asked for."""
    ledger: Ledger = state.ledger
    words = request.query_params.get("q", "").strip()[:500]

    def find(most: int) -> list[Source]:
        if words:
            return [
                hit.source for hit in ledger.search(words, what="documents", limit=most).hits if hit.source
            ]
        return ledger.overview().newest_documents(limit=most)

    def feed() -> Response[bytes]:
        base = base_of(request)
        entries = [
            Entry(
                f"urn:dragoman:document:{one.id}", one.title or "Untitled document",
                f"{base}/documents/{one.id}", _moment(one.published), one.outlet or "",
            )
            for one in find(LATEST)
        ]  # fmt: skip
        return _feed(entries, f"Documents: {words}" if words else "Documents", request)

    if _form(request) == "atom":
        return subscribed(state, request, feed)
    found = find(MOST)
    columns = ("id", "title", "outlet", "published", "url", "language", "official", "copy_of")
    return _file(request, "documents", found, columns, ([getattr(o, c) for c in columns] for o in found))


def dossiers_export(state: State, request: Asking) -> Response[bytes]:
    """The stories that the list of dossiers shows, of the same country."""
    found = list_dossiers(state, request.query_params.get("country", "").strip()[:120])

    def feed() -> Response[bytes]:
        base = base_of(request)
        entries = [
            Entry(
                f"urn:dragoman:dossier:{one.id}", dossier_name(one), f"{base}/dossiers/{one.id}",
                _moment(one.end or one.start), f"{len(one.records)} records",
            )
            for one in found[:LATEST]
        ]  # fmt: skip
        return _feed(entries, "Dossiers", request)

    if _form(request) == "atom":
        return subscribed(state, request, feed)
    columns = ("id", "name", "parties", "topics", "start", "end", "records")
    rows = ([one.id, dossier_name(one), "; ".join(one.parties), "; ".join(one.topics), one.start, one.end,
             "; ".join(one.records)] for one in found[:MOST])  # fmt: skip
    return _file(request, "dossiers", found[:MOST], columns, rows)


def judgements_export(state: State, request: Asking) -> Response[bytes]:
    """All judgements, those taken back too."""
    ledger: Ledger = state.ledger
    found = ledger.judgements(withdrawn=True)
    columns = ("id", "kind", "left", "right", "field", "value", "because", "author", "at", "withdrawn")
    rows = (
        [" ".join(v) if isinstance(v, tuple) else v for v in (getattr(one, c) for c in columns)]
        for one in found
    )
    return _file(request, "judgements", found, columns, rows)


def _form(request: Asking) -> str:
    return request.url.path.rpartition(".")[2]


def _moment(day: datetime.date | None) -> datetime.datetime:
    return datetime.datetime.combine(day or datetime.date(1970, 1, 1), datetime.time(), datetime.UTC)


def _feed(entries: Sequence[Entry], title: str, request: Asking) -> Response[bytes]:
    return Response(entries_feed(entries, title, own_address(request)), media_type=TYPES["atom"])


def _file(
    request: Asking,
    name: str,
    found: Sequence[Source | Dossier | object],
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> Response[bytes]:
    if _form(request) == "json":
        return Response(msgspec.json.encode(found), media_type=TYPES["json"])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(value) for value in row] for row in rows)
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue().encode(), media_type=TYPES["csv"], headers=headers)


EXPORTS = [
    get(f"/{name}.{form}", sync_to_thread=True, name=f"{name}-list-{form}")(export)
    for name, export, forms in (
        ("documents", documents_export, FORMS),
        ("dossiers", dossiers_export, FORMS),
        ("judgements", judgements_export, FORMS[:2]),
    )
    for form in forms
]
