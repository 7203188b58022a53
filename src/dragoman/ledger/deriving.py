"""Records made of groups of reports, and written: the tables, the log, the columns.

A record keeps its row as long as any of its reports is in it, and of what is indexed only the
difference is written: most reports that come add a witness to a record and change little else.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, text

from dragoman.ledger import bodies, columns, schema
from dragoman.ledger.history import News, history
from dragoman.ledger.indexing import days, party_rows
from dragoman.ledger.matcher import Matcher
from dragoman.ledger.merging import merge, record_id
from dragoman.ledger.names import fold
from dragoman.ledger.rows import add_rows, chunks, fetch, load_reports
from dragoman.model import Judgement, Record

_Group = tuple[int, ...]
_GROUPS = 200  # at a time


class Deriver:
    """Makes the records of one store, within the writer's transaction."""

    def __init__(self, matcher: Matcher, now: Callable[[], datetime.datetime]) -> None:
        self._matcher = matcher
        self._now = now

    def derive(self, connection: Connection, seeds: Iterable[int], *, anew: Collection[int] = ()) -> None:
        """Make anew the records of all reports connected with `seeds`, or with those of `anew`.

        A record whose reports are the ones it had, and on which no judgement bears, stays as it is,
        unless one of them is of `anew`.
        """
        part = self._matcher.parts(connection, {*seeds, *anew})
        table = schema.reports
        members = [row for group in part.groups for row in group]
        query = select(table.c.id, table.c.record)
        held = {row.id: row.record for row in fetch(connection, query, table.c.id, members)}
        old: dict[int, set[int]] = {}
        for row, record in held.items():
            if record is not None:
                old.setdefault(record, set()).add(row)
        same = {frozenset(rows) for rows in old.values() if not rows & set(anew)}
        judged = {report for one in part.judgements for report in one.left}
        names = {row: one.report for row, one in self._matcher.features(connection, members).items()}
        changed = [
            group
            for group in part.groups
            if frozenset(group) not in same or any(names[row] in judged for row in group)
        ]
        kept = {frozenset(group) for group in part.groups} & same
        free = {record for record, rows in old.items() if frozenset(rows) not in kept}
        homes = _homes(changed, held, free)
        fresh = count(next_row(connection, schema.records))
        self._remove(connection, free - set(homes.values()))
        _delete(connection, schema.records, homes.values())  # before any of them takes another's id
        for chunk in chunks(changed, _GROUPS):
            self._records(connection, chunk, homes, held, fresh, part.judgements)

    def _records(
        self,
        connection: Connection,
        groups: list[_Group],
        homes: dict[_Group, int],
        held: dict[int, int | None],
        fresh: Iterator[int],
        judgements: Sequence[Judgement],
    ) -> None:
        table = schema.reports
        query = select(table.c.id, table.c.document, table.c.body)
        rows = list(fetch(connection, query, table.c.id, [row for group in groups for row in group]))
        loaded = load_reports(connection, rows)
        corrections = [one for one in judgements if one.kind == "correct"]
        made: dict[str, tuple[_Group, Record]] = {}
        news = []
        for group in groups:
            found = [loaded[row] for row in group]
            mine = {report.id for report in found}
            bearing = [one for one in corrections if one.left and one.left[0] in mine]
            made[record_id(found)] = (group, merge(found, bearing))
            news += history(found, bearing)
        ids = self._rows(connection, made, homes, fresh)
        stored = [_row(ids[key], one) for key, (_, one) in made.items()]
        add_rows(connection, schema.records, stored)
        bodies.write(connection, {ids[key]: one for key, (_, one) in made.items()})
        self._parties(connection, ids, made)
        moved = {row: ids[key] for key, (group, _) in made.items() for row in group if held[row] != ids[key]}
        if moved:
            update = text("UPDATE reports SET record = :record WHERE id = :id")
            connection.execute(update, [{"record": record, "id": row} for row, record in moved.items()])
        columns.write(connection, columns.HOME, moved)
        columns.write(connection, columns.RECORD, {row["id"]: columns.record_value(row) for row in stored})
        self._log(connection, news)

    def _rows(
        self,
        connection: Connection,
        made: Mapping[str, tuple[_Group, Record]],
        homes: Mapping[_Group, int],
        fresh: Iterator[int],
    ) -> dict[str, int]:
        """Rows for records by id: those that they had, a forgotten record's of the same id, or new."""
        stored = schema.records
        query = select(stored.c.id, stored.c.key)
        forgotten = {row.key: row.id for row in fetch(connection, query, stored.c.key, made)}
        ids = {}
        for key, (group, _) in made.items():
            known = homes.get(group, forgotten.get(key))
            ids[key] = next(fresh) if known is None else known
        self._remove(connection, set(forgotten.values()) - set(ids.values()))
        _delete(connection, stored, forgotten.values())
        return ids

    def _parties(
        self,
        connection: Connection,
        ids: Mapping[str, int],
        made: Mapping[str, tuple[_Group, Record]],
    ) -> None:
        table = schema.record_parties
        wanted = {tuple(row.values()) for key, (_, one) in made.items() for row in party_rows(ids[key], one)}
        query = select(table.c.sort, table.c.name, table.c.day, table.c.record)
        held = {tuple(row) for row in fetch(connection, query, table.c.record, ids.values())}
        names = ("sort", "name", "day", "record")
        gone = [dict(zip(names, row, strict=True)) for row in sorted(held - wanted)]
        if gone:
            matching = " AND ".join(f"{name} = :{name}" for name in names)
            connection.execute(text(f"DELETE FROM record_parties WHERE {matching}"), gone)  # noqa: S608
        come = [dict(zip(names, row, strict=True)) for row in sorted(wanted - held)]
        if come:
            add_rows(connection, table, come)

    def _remove(self, connection: Connection, records: Iterable[int]) -> None:
        gone = sorted(records)
        for chunk in chunks(gone):
            connection.execute(delete(schema.record_parties).where(schema.record_parties.c.record.in_(chunk)))
        _delete(connection, schema.records, gone)
        bodies.erase(connection, gone)
        columns.erase(connection, columns.RECORD, gone)

    def sweep(self, connection: Connection) -> None:
        """Remove records that no report belongs to any more."""
        held = select(schema.reports.c.record).where(schema.reports.c.record.is_not(None))
        query = select(schema.records.c.id).where(schema.records.c.id.not_in(held))
        self._remove(connection, [row.id for row in connection.execute(query)])

    def _log(self, connection: Connection, news: Iterable[News]) -> None:
        table = schema.changes
        lines = {line.key: line for line in news}
        for row in fetch(connection, select(table.c.key), table.c.key, list(lines)):
            del lines[row.key]
        if not lines:
            return
        at = self._now().isoformat(timespec="seconds")
        rows = [
            {
                "id": row,
                "key": line.key,
                "at": at,
                "published": str(line.published) if line.published else None,
                "kind": line.kind,
                "field": line.field,
                "before": line.before,
                "after": line.after,
                "report": line.report,
            }
            for row, line in enumerate(lines.values(), next_row(connection, table))
        ]
        add_rows(connection, table, rows)


def _homes(
    groups: Iterable[_Group], held: Mapping[int, int | None], free: Collection[int]
) -> dict[_Group, int]:
    """Which of the `free` records' rows each group keeps: the first that a report of it is in."""
    left = set(free)
    homes = {}
    for group in groups:
        found = min((one for row in group if (one := held[row]) in left and one is not None), default=None)
        if found is not None:
            homes[group] = found
            left.remove(found)
    return homes


def next_row(connection: Connection, table: Table) -> int:
    """The first row number that is free; under the writer's lock nobody else counts."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1


def _delete(connection: Connection, table: Table, rows: Iterable[int]) -> None:
    for chunk in chunks(rows):
        connection.execute(delete(table).where(table.c.id.in_(chunk)))


def _row(row: int, record: Record) -> dict[str, Any]:
    news = [str(one.document.published) for one in record.reports if one.document.published]
    day, last = days(record)
    shown = str(day) if day else min(news, default=None)
    return {
        "id": row,
        "key": record.id,
        "kind": record.kind,
        "type": record.type,
        "status": record.status,
        "day": shown,
        "last": str(last) if last else shown,
        "dated": (1 if record.end else 2) if record.start else 0,
        "place": fold(record.place.name) if record.place else None,
        "title": record.title,
        "parties": "|".join(record.countries),
        "topics": "|".join(fold(topic) for topic in record.topics),
        "news": max(news, default=None),
        "reports": len(record.reports),
        "rules": record.rules,
    }
