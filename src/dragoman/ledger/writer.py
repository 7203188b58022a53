"""The one way in: files documents and reports, and derives records, within one transaction."""

import datetime
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sqlalchemy import Connection, delete, select, text, update

from dragoman.ledger import columns, schema
from dragoman.ledger.deriving import Deriver, next_row
from dragoman.ledger.documents import COPY, bands, clean_url, signature, similarity
from dragoman.ledger.features import Features, features
from dragoman.ledger.filing import cite, reports
from dragoman.ledger.indexing import index_documents, index_reports
from dragoman.ledger.matcher import Matcher
from dragoman.ledger.rows import (
    Rest,
    add_rows,
    chunks,
    fetch,
    load_reports,
    pack_features,
    pack_report,
    sources,
)
from dragoman.model import Document, Judgement, Reading, Report, Source, Statement

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
        self._deriver = Deriver(self.matcher, now)

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
            rows, turned = self._documents(connection, list(new.values()))
            found = [(rows[key], one) for key, entry in new.items() for one in entry.reports]
            self._reports(connection, found, turned)
        return outcome

    def _documents(
        self, connection: Connection, entries: list[Entry]
    ) -> tuple[dict[str, int], Collection[int]]:
        """File documents; their rows by id, and those of older documents that are a copy of another now."""
        first = next_row(connection, schema.documents)
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
        add_rows(connection, schema.documents, rows)
        days = {row["id"]: columns.ordinal(row["published"]) for row in rows}
        columns.write(connection, columns.PUBLISHED, days)
        index_documents(connection, rows)
        turned = self._copies(connection, rows, minima)
        return {row["key"]: row["id"] for row in rows}, turned

    def _copies(
        self, connection: Connection, rows: list[dict[str, Any]], minima: dict[int, Any]
    ) -> Collection[int]:
        table, documents = schema.document_bands, schema.documents
        keys: dict[int, list[int]] = {}
        for row, found in minima.items():
            for band in bands(found):
                keys.setdefault(band, []).append(row)
        if keys:
            pairs = [{"band": band, "document": row} for band, held in keys.items() for row in held]
            add_rows(connection, table, pairs)
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
        if not both:
            return ()
        older = {other for _, other in alike} - {one["id"] for one in rows}
        before = sources(connection, older)
        add_rows(connection, schema.copies, [{"document": a, "other": b} for a, b in both])
        return () if sources(connection, older) == before else self._alike(connection, older)

    def _alike(self, connection: Connection, documents: Iterable[int]) -> Collection[int]:
        """The documents that these are copies of, or that are copies of them, and so on."""
        table = schema.copies
        found: set[int] = set()
        border = set(documents)
        while border:
            found |= border
            border = {row.other for row in fetch(connection, select(table), table.c.document, border)} - found
        return found

    def _reports(
        self, connection: Connection, found: list[tuple[int, Report]], turned: Collection[int]
    ) -> None:
        """File reports and make their records, and those of the documents of `turned` anew."""
        first = next_row(connection, schema.reports)
        new: dict[int, Features] = {}
        rows: list[dict[str, Any]] = []
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
        table = schema.reports
        older = {row.id for row in fetch(connection, select(table.c.id), table.c.document, turned)}
        add_rows(connection, table, rows)
        columns.write(connection, columns.SOURCE, {row["id"]: row["document"] for row in rows})
        index_reports(connection, [(row, report) for row, (_, report) in enumerate(found, first)])
        self._deriver.derive(connection, self.matcher.link(connection, new), anew=older)

    def judge(self, connection: Connection, judgement: Judgement) -> None:
        """File a judgement and make anew the records that it bears on."""
        table = schema.judgements
        if connection.execute(select(table.c.id).where(table.c.key == judgement.id)).first():
            return
        row = next_row(connection, table)
        add_rows(
            connection,
            table,
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
        add_rows(connection, schema.judged, [{"report": one, "judgement": row} for one in named])
        self._deriver.derive(connection, self._rows(connection, named))

    def withdraw(self, connection: Connection, judgement: Judgement) -> None:
        """Take a judgement back and make anew the records that it bore on."""
        table = schema.judgements
        at = self._now().isoformat(timespec="seconds")
        connection.execute(update(table).where(table.c.key == judgement.id).values(withdrawn=at))
        seeds = self._rows(connection, (*judgement.left, *judgement.right))
        self._deriver.derive(connection, (), anew=seeds)

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
            made = [{"id": row, "features": pack_features(one)} for row, one in new.items()]
            connection.execute(text("UPDATE reports SET features = :features WHERE id = :id"), made)
            self.matcher.link(connection, new)
            progress(len(chunk))
        connection.execute(update(table).values(record=None))
        for chunk in chunks(every, 500):
            query = select(table.c.id).where(table.c.record.is_(None))
            self._deriver.derive(connection, [row.id for row in fetch(connection, query, table.c.id, chunk)])
        self._deriver.sweep(connection)
