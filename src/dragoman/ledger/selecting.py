"""Which records, of many at once: filters on columns, so that counts are exact and cheap.

Says the same as query's conditions in SQL, which serve where a page of a list is wanted in the order
of an index; here it is about all that match, in no order. A test holds the two together.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, bindparam, select, text

from dragoman.ledger import columns, schema
from dragoman.ledger.names import fold
from dragoman.ledger.query import Filters, check_status, party_filters
from dragoman.ledger.rows import fetch
from dragoman.model import Day

Rows = NDArray[np.int64]
_SOME = 2_000  # records, of which topics are looked up one by one


class Chosen(NamedTuple):
    """Records by row, in order of row, with their first days as ordinals (0: none)."""

    rows: Rows
    days: NDArray[np.int32]


def listed(connection: Connection, query: str, parameters: dict[str, object], column: str) -> Rows:
    """The numbers that a query gives, sorted: as one text, which is far faster than row by row."""
    joined = (
        f"group_concat({column})"
        if connection.dialect.name == "sqlite"
        else f"string_agg({column}::text, ',')"
    )
    statement = text(query.replace("{rows}", joined))
    wide = [name for name, value in parameters.items() if isinstance(value, list)]
    statement = statement.bindparams(*(bindparam(name, expanding=True) for name in wide))
    told = connection.execute(statement, parameters).scalar()
    found = np.fromstring(told, dtype=np.int64, sep=",") if told else np.zeros(0, dtype=np.int64)
    found.sort()
    return found


def choose(connection: Connection, filters: Filters, *, today: Day, within: Rows | None = None) -> Chosen:
    """The records asked for; of those in `within` (sorted, each once), if it is given."""
    check_status(filters)
    rows = within
    for sort, names in sorted(party_filters(connection, filters), key=lambda party: party[0] == "country"):
        held = _taking_part(connection, sort, names)
        rows = held if rows is None else rows[np.isin(rows, held, assume_unique=True)]
    if rows is None:
        every = columns.read(connection, columns.RECORD)
        rows = np.flatnonzero(every["kind"])
        values = every[rows]
    else:
        values = columns.pick(connection, columns.RECORD, rows)
    kept = _plain(filters, values, today)
    rows, days = rows[kept], values["day"][kept]
    if filters.topic and len(rows):
        wanted = np.isin(rows, _about(connection, fold(filters.topic), rows))
        rows, days = rows[wanted], days[wanted]
    return Chosen(rows, days)


def count(connection: Connection, filters: Filters, *, today: Day) -> int:
    """How many records are asked for."""
    return len(choose(connection, filters, today=today).rows)


def _taking_part(connection: Connection, sort: str, names: Sequence[str]) -> Rows:
    if not names:
        return np.zeros(0, dtype=np.int64)
    query = "SELECT {rows} FROM record_parties WHERE sort = :sort AND name IN :names"
    return np.unique(listed(connection, query, {"sort": sort, "names": list(names)}, "record"))


def _plain(filters: Filters, values: columns.Values, today: Day) -> NDArray[np.bool_]:
    kept = values["kind"] > 0
    if filters.kind:
        kinds = columns.KINDS
        kept &= values["kind"] == (kinds.index(filters.kind) + 1 if filters.kind in kinds else 255)
    if filters.type:
        kept &= values["type"] == columns.type_code(filters.type.upper())
    if filters.status == "unreported":
        announced = columns.STATUSES.index("announced") + 1
        kept &= (values["status"] == announced) & (values["dated"] > 0)
        kept &= (values["last"] > 0) & (values["last"] < today.toordinal())
    elif filters.status:
        kept &= values["status"] == columns.STATUSES.index(filters.status) + 1
    if filters.since:
        kept &= values["last"] >= filters.since.toordinal()
    if filters.until:
        kept &= (values["day"] > 0) & (values["day"] <= filters.until.toordinal())
    result: NDArray[np.bool_] = kept
    return result


def _about(connection: Connection, topic: str, rows: Rows) -> Rows:
    table = schema.records
    query = select(table.c.id).where(table.c.topics.contains(topic, autoescape=True))
    if len(rows) <= _SOME:
        found = [row.id for row in fetch(connection, query, table.c.id, rows.tolist())]
    else:
        found = [row.id for row in connection.execute(query)]
    return np.array(found, dtype=np.int64)


def page(
    connection: Connection, table: Table, rows: Rows, rank: NDArray[np.float64], limit: int, offset: int
) -> list[tuple[int, float]]:
    """A page of a table's rows by rank, the highest first, and by id where ranks are equal.

    Ids are looked up only of the records whose ranks are those at the page's ends, or between.
    """
    if offset >= len(rows) or limit <= 0:
        return []
    order = np.argsort(-rank, kind="stable")
    rows, rank = rows[order], rank[order]
    last = min(offset + limit, len(rows)) - 1
    first = int(np.searchsorted(-rank, -rank[offset], side="left"))
    after = int(np.searchsorted(-rank, -rank[last], side="right"))
    some = rows[first:after].tolist()
    keys = {row.id: row.key for row in fetch(connection, select(table.c.id, table.c.key), table.c.id, some)}
    ranked = sorted(
        zip(some, rank[first:after].tolist(), strict=True), key=lambda one: (-one[1], keys[one[0]])
    )
    return ranked[offset - first : last + 1 - first]
