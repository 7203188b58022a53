"""The one way in: files documents and reports, and derives records, within one transaction."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sqlalchemy import Connection, Table, delete, func, insert, select, text, update

from dragoman.ledger import schema
from dragoman.ledger.documents import COPY, bands, clean_url, signature, similarity
from dragoman.ledger.features import Features, features
from dragoman.ledger.filing import cite, reports
from dragoman.ledger.history import history
from dragoman.ledger.indexing import days, index_documents, index_reports, party_rows
from dragoman.ledger.matcher import Matcher
from dragoman.ledger.merging import merge, record_id
from dragoman.ledger.names import fold
from dragoman.ledger.rows import Rest, chunks, fetch, load_reports, pack_features, pack_report
from dragoman.model import Day, Document, Judgement, Reading, Record, Report, Source, Statement

_SHORT = 40  # words: a shorter text says too little to be told a copy


class Filed(NamedTuple):
    """What came of one document: its id, its reports' ids, and whether it was new."""

    document: str
    reports: tuple[str, ...]
    new: bool


class Entry(NamedTuple):
    """A document to be filed with its reports, made before the lock is taken."""

    document: Document
    source: Source
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]


def prepare(reading: Reading) -> Entry:
    """Make the entry of a Reading."""
    source = cite(reading.document)
    return Entry(reading.document, source, tuple(reports(reading, source)), reading.statements)


class Writer:
    """Writes to one store; all methods run within the transaction of the connection given."""

    def __init__(self, now: Callable[[], datetime.datetime]) -> None:
        self._now = now
        self.matcher = Matcher()

    def file(self, connection: Connection, entries: Sequence[Entry]) -> list[Filed]:
        """File documents that the ledger does not have yet, with their reports."""
        table = schema.documents
        names = [entry.source.id for entry in entries]
        known = {row.key for row in fetch(connection, select(table.c.key), table.c.key, set(names))}
        new = {entry.source.id: entry for entry in entries if entry.source.id not in known}
        outcome = []
        seen = set(known)
        for entry in entries:
            outcome.append(
                Filed(entry.source.id, tuple(one.id for one in entry.reports), entry.source.id not in seen)
            )
            seen.add(entry.source.id)
        if new:
            rows = self._documents(connection, list(new.values()))
            self._reports(
                connection, [(rows[key], one) for key, entry in new.items() for one in entry.reports]
            )
        return outcome

    def _documents(self, connection: Connection, entries: list[Entry]) -> dict[str, int]:
        first = _next(connection, schema.documents)
        at = self._now().isoformat(timespec="seconds")
        rows: list[dict[str, Any]] = []
        minima = {}
        for row, entry in enumerate(entries, first):
            document = entry.document
            enough = len(document.text.split()) >= _SHORT
            if enough:
                minima[row] = signature(document.text)
            rest = Rest(msgspec.structs.replace(document, text=""), entry.statements)
            rows.append(
                {
                    "id": row,
                    "key": entry.source.id,
                    "url": clean_url(document.url),
                    "title": (document.title or "").replace("\0", ""),
                    "text": document.text.replace("\0", ""),  # PostgreSQL takes none
                    "published": str(document.published) if document.published else None,
                    "source": msgspec.json.encode(entry.source),
                    "rest": msgspec.json.encode(rest),
                    "minima": minima[row].tobytes() if enough else None,
                    "filed": at,
                }
            )
        connection.execute(insert(schema.documents), rows)
        index_documents(connection, rows)
        self._copies(connection, rows, minima)
        return {row["key"]: row["id"] for row in rows}

    def _copies(self, connection: Connection, rows: list[dict[str, Any]], minima: dict[int, Any]) -> None:
        table, documents = schema.document_bands, schema.documents
        keys: dict[int, list[int]] = {}
        for row, found in minima.items():
            for band in bands(found):
                keys.setdefault(band, []).append(row)
        if keys:
            pairs = [{"band": band, "document": row} for band, held in keys.items() for row in held]
            connection.execute(insert(table), pairs)
        near: dict[int, set[int]] = {}
        for hit in fetch(connection, select(table), table.c.band, keys):
            for row in keys[hit.band]:
                if row != hit.document:
                    near.setdefault(row, set()).add(hit.document)
        others = {other for found in near.values() for other in found} - minima.keys()
        query = select(documents.c.id, documents.c.minima)
        for hit in fetch(connection, query, documents.c.id, others):
            minima[hit.id] = np.frombuffer(hit.minima, dtype=np.uint32)
        alike = {
            (row, other)
            for row, found in near.items()
            for other in found
            if similarity(minima[row], minima[other]) >= COPY
        }
        urls: dict[str, list[int]] = {}
        for one in rows:
            if one["url"]:
                urls.setdefault(one["url"], []).append(one["id"])
        for hit in fetch(connection, select(documents.c.id, documents.c.url), documents.c.url, urls):
            alike |= {(row, hit.id) for row in urls[hit.url] if row != hit.id}  # a page that was changed
        both = {pair for a, b in alike for pair in ((a, b), (b, a))}
        if both:
            connection.execute(insert(schema.copies), [{"document": a, "other": b} for a, b in both])

    def _reports(self, connection: Connection, found: list[tuple[int, Report]]) -> None:
        if not found:
            return
        first = _next(connection, schema.reports)
        new: dict[int, Features] = {}
        rows = []
        for row, (document, report) in enumerate(found, first):
            new[row] = features(report)
            rows.append(
                {
                    "id": row,
                    "key": report.id,
                    "document": document,
                    "body": pack_report(report),
                    "features": pack_features(new[row]),
                    "record": None,
                }
            )
        connection.execute(insert(schema.reports), rows)
        index_reports(connection, [(row, report) for row, (_, report) in enumerate(found, first)])
        self.derive(connection, self.matcher.link(connection, new))

    def derive(self, connection: Connection, seeds: Iterable[int], *, all_anew: bool = False) -> None:
        """Make anew the records of all reports connected with `seeds`.

        A record whose reports are the ones it had, and on which no judgement bears, stays as it is,
        unless `all_anew`.
        """
        part = self.matcher.parts(connection, seeds)
        table = schema.reports
        members = [row for group in part.groups for row in group]
        query = select(table.c.id, table.c.record)
        held = {row.id: row.record for row in fetch(connection, query, table.c.id, members)}
        old: dict[int, set[int]] = {}
        for row, record in held.items():
            if record is not None:
                old.setdefault(record, set()).add(row)
        same = set() if all_anew else {frozenset(rows) for rows in old.values()}
        judged = {report for one in part.judgements for report in one.left}
        names = {row: one.report for row, one in self.matcher.features(connection, members).items()}
        changed = [
            group
            for group in part.groups
            if frozenset(group) not in same or any(names[row] in judged for row in group)
        ]
        kept = {frozenset(group) for group in part.groups} & same
        gone = [record for record, rows in old.items() if frozenset(rows) not in kept]
        for chunk in chunks(changed, 200):
            self._records(connection, chunk, part.judgements, gone)
            gone = []

    def _records(
        self,
        connection: Connection,
        groups: list[tuple[int, ...]],
        judgements: Sequence[Judgement],
        gone: list[int],
    ) -> None:
        table = schema.reports
        query = select(table.c.id, table.c.document, table.c.body)
        rows = list(fetch(connection, query, table.c.id, [row for group in groups for row in group]))
        loaded = load_reports(connection, rows)
        corrections = [one for one in judgements if one.kind == "correct"]
        made: dict[str, tuple[tuple[int, ...], Record]] = {}
        news = []
        for group in groups:
            found = [loaded[row] for row in group]
            held = {report.id for report in found}
            mine = [one for one in corrections if one.left and one.left[0] in held]
            made[record_id(found)] = (group, merge(found, mine, today=Day.max))
            news += history(found, mine)
        self._remove(connection, gone)
        stored = schema.records
        known = {
            row.key: row.id
            for row in fetch(connection, select(stored.c.id, stored.c.key), stored.c.key, made)
        }
        self._remove(connection, list(known.values()))
        first = _next(connection, stored)
        ids = dict(zip(made, range(first, first + len(made)), strict=True))
        connection.execute(insert(stored), [_row(ids[key], one) for key, (_, one) in made.items()])
        parties = [row for key, (_, one) in made.items() for row in party_rows(ids[key], one)]
        if parties:
            connection.execute(insert(schema.record_parties), parties)
        connection.execute(
            text("UPDATE reports SET record = :record WHERE id = :id"),
            [{"record": ids[key], "id": row} for key, (group, _) in made.items() for row in group],
        )
        self._log(connection, news)

    def _remove(self, connection: Connection, records: list[int]) -> None:
        for chunk in chunks(records):
            connection.execute(delete(schema.record_parties).where(schema.record_parties.c.record.in_(chunk)))
            connection.execute(delete(schema.records).where(schema.records.c.id.in_(chunk)))

    def _log(self, connection: Connection, news: Iterable[Any]) -> None:
        table = schema.changes
        lines = {line.key: line for line in news}
        for row in fetch(connection, select(table.c.key), table.c.key, list(lines)):
            del lines[row.key]
        if not lines:
            return
        at = self._now().isoformat(timespec="seconds")
        first = _next(connection, table)
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
            for row, line in enumerate(lines.values(), first)
        ]
        connection.execute(insert(table), rows)

    def judge(self, connection: Connection, judgement: Judgement) -> None:
        """File a judgement and make anew the records that it bears on."""
        table = schema.judgements
        if connection.execute(select(table.c.id).where(table.c.key == judgement.id)).first():
            return
        row = _next(connection, table)
        connection.execute(
            insert(table),
            [
                {
                    "id": row,
                    "key": judgement.id,
                    "body": msgspec.json.encode(judgement),
                    "at": str(judgement.at),
                }
            ],
        )
        named = dict.fromkeys((*judgement.left, *judgement.right))
        connection.execute(insert(schema.judged), [{"report": one, "judgement": row} for one in named])
        self.derive(connection, self._rows(connection, named))

    def withdraw(self, connection: Connection, judgement: Judgement) -> None:
        """Take a judgement back and make anew the records that it bore on."""
        table = schema.judgements
        at = self._now().isoformat(timespec="seconds")
        connection.execute(update(table).where(table.c.key == judgement.id).values(withdrawn=at))
        seeds = self._rows(connection, (*judgement.left, *judgement.right))
        self.derive(connection, seeds, all_anew=True)

    def _rows(self, connection: Connection, names: Iterable[str]) -> set[int]:
        table = schema.reports
        return {row.id for row in fetch(connection, select(table.c.id), table.c.key, names)}

    def rebuild(self, connection: Connection, progress: Callable[[int], None]) -> None:
        """Make all that is derived anew from the reports and judgements."""
        self.matcher.forget()
        connection.execute(delete(schema.blocks))
        connection.execute(delete(schema.links))
        table = schema.reports
        query = select(table.c.id, table.c.document, table.c.body)
        every = [row.id for row in connection.execute(select(table.c.id).order_by(table.c.id))]
        for chunk in chunks(every, 500):
            rows = list(fetch(connection, query, table.c.id, chunk))
            new = {row: features(report) for row, report in load_reports(connection, rows).items()}
            for row, one in new.items():
                connection.execute(update(table).where(table.c.id == row).values(features=pack_features(one)))
            self.matcher.link(connection, new)
            progress(len(chunk))
        connection.execute(update(table).values(record=None))
        for chunk in chunks(every, 500):
            query = select(table.c.id).where(table.c.record.is_(None))
            self.derive(connection, [row.id for row in fetch(connection, query, table.c.id, chunk)])
        self.sweep(connection)

    def sweep(self, connection: Connection) -> None:
        """Remove records that no report belongs to any more."""
        held = select(schema.reports.c.record).where(schema.reports.c.record.is_not(None))
        query = select(schema.records.c.id).where(schema.records.c.id.not_in(held))
        self._remove(connection, [row.id for row in connection.execute(query)])


def _next(connection: Connection, table: Table) -> int:
    # Under the writer's lock nobody else counts.
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1


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
        "dated": int(record.start is not None),
        "place": fold(record.place.name) if record.place else None,
        "title": record.title,
        "parties": "|".join(record.countries),
        "topics": "|".join(fold(topic) for topic in record.topics),
        "news": max(news, default=None),
        "reports": len(record.reports),
        "rules": record.rules,
    }
