"""Rows to values and back: the one place that knows how reports and documents are stored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, select

from dragoman.ledger import schema
from dragoman.ledger.features import Features
from dragoman.model import Document, Judgement, Report, Source, Statement

T = TypeVar("T")
_CHUNK = 500  # the most values in one IN (...)

_SOURCE = msgspec.json.Decoder(Source)
_REPORT = msgspec.json.Decoder(Report)
_FEATURES = msgspec.msgpack.Decoder(Features)
_JUDGEMENT = msgspec.json.Decoder(Judgement)
_NOWHERE = Source("")


class Rest(msgspec.Struct, frozen=True):
    """What of a document is kept beside its text: all else of it, and its statements."""

    document: Document
    statements: tuple[Statement, ...] = ()


REST = msgspec.json.Decoder(Rest)


def chunks(values: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """Cut `values` into lists of at most `size`."""
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk


def fetch(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[Any]:
    """Run `query` with `column` in `values`, some hundreds at a time."""
    for chunk in chunks(values):
        yield from connection.execute(query.where(column.in_(chunk)))


def add_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows with the same columns, past SQLAlchemy, whose care for each value costs more."""
    if not rows:
        return
    names = list(rows[0])
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    columns = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(mark for _ in names)
    statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({values})'  # noqa: S608  (names of ours)
    connection.exec_driver_sql(statement, [tuple(row[name] for name in names) for row in rows])


def pack_report(report: Report) -> bytes:
    """Write a report for the store; its document is left to the join."""
    return msgspec.json.encode(msgspec.structs.replace(report, document=_NOWHERE))


def pack_features(features: Features) -> bytes:
    """Write features for the store."""
    return msgspec.msgpack.encode(features)


def unpack_features(raw: bytes) -> Features:
    """Read features from the store."""
    return _FEATURES.decode(raw)


def unpack_judgement(raw: bytes) -> Judgement:
    """Read a judgement from the store."""
    return _JUDGEMENT.decode(raw)


def sources(connection: Connection, ids: Iterable[int]) -> dict[int, Source]:
    """Read the sources of documents by row, each saying of which it is a copy.

    That is the first published of those alike, and where this is alike an earlier one in its turn,
    that one: whatever else is asked for with it.
    """
    wanted = set(ids)
    table, copies = schema.documents, schema.copies
    near: dict[int, set[int]] = {}
    found: dict[int, Source] = {}
    first: dict[int, int] = {}
    border = wanted
    while border:
        for row in fetch(connection, select(copies), copies.c.document, border):
            near.setdefault(row.document, set()).add(row.other)
        every = border.union(*(near.get(key, ()) for key in border)) - found.keys()
        query = select(table.c.id, table.c.source)
        found |= {row.id: _SOURCE.decode(row.source) for row in fetch(connection, query, table.c.id, every)}
        first |= {key: _first(key, near, found) for key in border & found.keys()}
        border = set(first.values()) - first.keys()
    made = {}
    for key in wanted & found.keys():
        origin = key
        while first[origin] != origin:
            origin = first[origin]
        source = found[key]
        made[key] = source if origin == key else msgspec.structs.replace(source, copy_of=found[origin].id)
    return made


def _first(key: int, near: Mapping[int, set[int]], found: Mapping[int, Source]) -> int:
    together = {key, *near.get(key, ())} & found.keys()
    ranked = {(str(found[one].published or "9999"), found[one].id): one for one in together}
    first: int = ranked[min(ranked)]
    return first


def load_reports(connection: Connection, rows: Sequence[Any]) -> dict[int, Report]:
    """Make reports of rows with `id`, `document` and `body`."""
    cited = sources(connection, {row.document for row in rows})
    return {
        row.id: msgspec.structs.replace(_REPORT.decode(row.body), document=cited[row.document])
        for row in rows
    }
