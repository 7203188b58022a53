"""Records as they are shown, made when their reports come and kept beside the index.

A record's fields name the same few witnesses again and again, and its reports lie wherever they
were filed; to read them all and merge them for each of fifty lines of a timeline costs more than
all else. So what `merging` makes is kept whole: every witness once, fields with the numbers of
theirs. Derived: `refill` makes all of it anew, and a change of what `merging` makes needs a migration
that calls it. What depends on the day of asking is added when a record is read.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, select

from dragoman.ledger import schema
from dragoman.ledger.merging import merge
from dragoman.ledger.rows import add_rows, chunks, fetch, load_reports, unpack_judgement
from dragoman.model import Day, FieldValue, Judgement, Record, Witness

_SOME = 500  # records at a time


class _Value(Struct, frozen=True, array_like=True):
    """A FieldValue of `field`, its witnesses as numbers."""

    field: str
    value: str
    preferred: str | None
    witnesses: tuple[int, ...]


class _Body(Struct, frozen=True, array_like=True):
    """A record without its fields, and these."""

    record: Record
    witnesses: tuple[Witness, ...]
    values: tuple[_Value, ...]


_BODY = msgspec.msgpack.Decoder(_Body)


def pack(record: Record) -> bytes:
    """Write a record for the store."""
    numbers: dict[Witness, int] = {}
    values = tuple(
        _Value(
            name,
            one.value,
            one.preferred,
            tuple(numbers.setdefault(witness, len(numbers)) for witness in one.witnesses),
        )
        for name, found in record.fields.items()
        for one in found
    )
    body = _Body(msgspec.structs.replace(record, fields={}), tuple(numbers), values)
    return zlib.compress(msgspec.msgpack.encode(body), 1)


def unpack(raw: bytes, *, today: Day) -> Record:
    """Read a record from the store, as seen on the day `today`."""
    body = _BODY.decode(zlib.decompress(raw))
    fields: dict[str, tuple[FieldValue, ...]] = {}
    for one in body.values:
        value = FieldValue(
            one.value, tuple(body.witnesses[number] for number in one.witnesses), one.preferred
        )
        fields[one.field] = (*fields.get(one.field, ()), value)
    record = body.record
    return msgspec.structs.replace(record, fields=fields, unreported=unreported(record, today))


def unreported(record: Record, today: Day) -> bool:
    """Whether `record` was announced, and its day has passed with no report that it took place."""
    last = record.latest or record.start
    return record.status == "announced" and last is not None and last < today


def load(connection: Connection, ids: Sequence[int], *, today: Day) -> list[Record]:
    """Read the records of rows `ids`, in that order; rows that are not there are left out."""
    table = schema.record_bodies
    query = select(table.c.record, table.c.body)
    found = {row.record: row.body for row in fetch(connection, query, table.c.record, ids)}
    return [unpack(found[one], today=today) for one in ids if one in found]


def write(connection: Connection, records: Mapping[int, Record]) -> None:
    """Keep records by row, in place of what was kept there."""
    erase(connection, records)
    rows = [{"record": row, "body": pack(record)} for row, record in records.items()]
    add_rows(connection, schema.record_bodies, rows)


def erase(connection: Connection, rows: Iterable[int]) -> None:
    """Forget the records of these rows."""
    table = schema.record_bodies
    for chunk in chunks(rows):
        connection.execute(delete(table).where(table.c.record.in_(chunk)))


def refill(connection: Connection) -> None:
    """Make all records anew from their reports and the corrections that hold."""
    table = schema.reports
    query = select(table.c.id, table.c.key, table.c.record, table.c.document, table.c.body)
    every = [row.id for row in connection.execute(select(schema.records.c.id).order_by(schema.records.c.id))]
    for some in chunks(every, _SOME):
        rows = list(fetch(connection, query, table.c.record, some))
        reports = load_reports(connection, rows)
        corrections = _corrections(connection, [row.key for row in rows])
        members: dict[int, list[Any]] = {}
        for row in rows:
            members.setdefault(row.record, []).append(row)
        made = {
            record: merge(
                [reports[row.id] for row in held],
                [judgement for row in held for judgement in corrections.get(row.key, ())],
            )
            for record, held in members.items()
        }
        write(connection, made)


def _corrections(connection: Connection, names: Sequence[str]) -> dict[str, list[Judgement]]:
    table, judged = schema.judgements, schema.judged
    query = select(table.c.body).join(judged, judged.c.judgement == table.c.id)
    found: dict[str, list[Judgement]] = {}
    for row in fetch(connection, query.where(table.c.withdrawn.is_(None)), judged.c.report, names):
        judgement = unpack_judgement(row.body)
        if judgement.kind == "correct":
            found.setdefault(judgement.left[0], []).append(judgement)
    return found
