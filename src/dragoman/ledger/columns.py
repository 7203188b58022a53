"""Columns: one value of every row side by side, for questions about many rows at once.

A word that every eighth report has is in a hundred thousand of a million. To count the records of
these exactly, row by row, costs the store a look-up each; with the values side by side it is a few
operations on arrays. A column is an array over row numbers, kept in blocks of BLOCK values, so that
filing some reports writes some blocks. Zero says that there is no such row, or that it has no value.
Derived: `refill` makes all columns anew.
"""

import zlib
from collections.abc import Iterable, Mapping
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, select

from dragoman.ledger import schema
from dragoman.ledger.rows import add_rows, fetch
from dragoman.model import Day, RecordKind, Status

BLOCK = 1024
HOME, SOURCE, PUBLISHED, RECORD = "home", "source", "published", "record"
KINDS: tuple[str, ...] = get_args(RecordKind)
STATUSES: tuple[str, ...] = get_args(Status)
_FEW = 100  # blocks; to read more of them one by one takes longer than to read all

Values = NDArray[Any]
_TYPES: dict[str, np.dtype[Any]] = {
    HOME: np.dtype("<u4"),  # of a report: its record
    SOURCE: np.dtype("<u4"),  # of a report: its document
    PUBLISHED: np.dtype("<i4"),  # of a document: its day, as an ordinal
    # Of a record: first and last day as ordinals, a checksum of the PLOVER type, the place of kind
    # and status in their lists (from 1 on), and `records.dated`.
    RECORD: np.dtype(
        [("day", "<i4"), ("last", "<i4"), ("type", "<u4"), ("kind", "u1"), ("status", "u1"), ("dated", "u1")]
    ),
}


def ordinal(day: str | Day | None) -> int:
    """A day as a column holds it: its ordinal, 0 for none."""
    if not day:
        return 0
    return (day if isinstance(day, Day) else Day.fromisoformat(day)).toordinal()


def type_code(type_: str | None) -> int:
    """A PLOVER type as a column holds it, 0 for none."""
    return zlib.crc32(type_.encode()) if type_ else 0


def record_value(row: Any) -> tuple[int, ...]:
    """What the column of records holds of a row of `records`."""
    return (
        ordinal(row["day"]),
        ordinal(row["last"]),
        type_code(row["type"]),
        KINDS.index(row["kind"]) + 1,
        STATUSES.index(row["status"]) + 1,
        int(row["dated"]),
    )


def read(connection: Connection, name: str) -> Values:
    """A whole column; its indexes are row numbers."""
    table = schema.column_blocks
    query = select(table.c.block, table.c.data).where(table.c.name == name).order_by(table.c.block)
    blocks = [tuple(row) for row in connection.execute(query)]
    made = np.zeros((blocks[-1][0] + 1) * BLOCK if blocks else 0, dtype=_TYPES[name])
    for block, data in blocks:
        made[block * BLOCK : (block + 1) * BLOCK] = np.frombuffer(data, dtype=_TYPES[name])
    return made


def pick(connection: Connection, name: str, rows: NDArray[np.int64]) -> Values:
    """The values of some rows."""
    needed = np.unique(rows // BLOCK)
    if len(needed) > _FEW:
        every: Values = read(connection, name)[rows]
        return every
    held = _blocks(connection, name, needed.tolist())
    if not held:
        return np.zeros(len(rows), dtype=_TYPES[name])
    joined = np.concatenate([held[block] for block in needed.tolist()])
    picked: Values = joined[np.searchsorted(needed, rows // BLOCK) * BLOCK + rows % BLOCK]
    return picked


def _blocks(connection: Connection, name: str, wanted: Iterable[int]) -> dict[int, Values]:
    """Blocks by number, to be written to; those that are not there yet all zero."""
    table = schema.column_blocks
    made = {block: np.zeros(BLOCK, dtype=_TYPES[name]) for block in wanted}
    query = select(table.c.block, table.c.data).where(table.c.name == name)
    for row in fetch(connection, query, table.c.block, list(made)):
        made[row.block] = np.frombuffer(row.data, dtype=_TYPES[name]).copy()
    return made


def write(connection: Connection, name: str, values: Mapping[int, Any]) -> None:
    """Set the values of some rows."""
    if not values:
        return
    table = schema.column_blocks
    held = _blocks(connection, name, {row // BLOCK for row in values})
    for row, value in values.items():
        held[row // BLOCK][row % BLOCK] = value
    numbers = list(held)
    for start in range(0, len(numbers), 500):
        some = numbers[start : start + 500]
        connection.execute(delete(table).where(table.c.name == name, table.c.block.in_(some)))
    rows = [{"name": name, "block": block, "data": held[block].tobytes()} for block in numbers]
    add_rows(connection, table, rows)


def erase(connection: Connection, name: str, rows: Iterable[int]) -> None:
    """Say that there are no such rows any more."""
    nothing = np.zeros((), dtype=_TYPES[name])[()]
    write(connection, name, dict.fromkeys(rows, nothing))


def refill(connection: Connection) -> None:
    """Make all columns anew from the tables."""
    connection.execute(delete(schema.column_blocks))
    reports, documents, records = schema.reports, schema.documents, schema.records
    every = select(reports.c.id, reports.c.document, reports.c.record)
    for some in connection.execute(every.order_by(reports.c.id)).partitions(50_000):
        write(connection, SOURCE, {row.id: row.document for row in some})
        write(connection, HOME, {row.id: row.record or 0 for row in some})
    days = select(documents.c.id, documents.c.published).order_by(documents.c.id)
    for told in connection.execute(days).partitions(50_000):
        write(connection, PUBLISHED, {row.id: ordinal(row.published) for row in told})
    for held in connection.execute(select(records).order_by(records.c.id)).partitions(50_000):
        write(connection, RECORD, {row.id: record_value(row._mapping) for row in held})
