"""The ledger's interface: what is filed, found, judged and listed. Kept stable."""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import select

from dragoman.errors import DragomanError, UsageError
from dragoman.ledger import dossiers, judgements, query, schema
from dragoman.ledger.log import Log
from dragoman.ledger.overview import Overview
from dragoman.ledger.query import Filters
from dragoman.ledger.rows import REST, chunks, sources, unpack_judgement
from dragoman.ledger.search import What, search
from dragoman.ledger.store import DEFAULT, Store
from dragoman.ledger.subjects import subject_filters
from dragoman.ledger.writer import Entry, Filed, Writer, prepare
from dragoman.model import (
    Change,
    Day,
    Document,
    Dossier,
    Found,
    Judgement,
    JudgementKind,
    Reading,
    Record,
    Report,
    Source,
    Statement,
)

Days = Day | str | None
_BATCH = 100  # documents in one transaction


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _day(value: Days, name: str) -> Day | None:
    if value is None or isinstance(value, Day):
        return value
    try:
        return Day.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{name}: {value!r} is no day: write YYYY-MM-DD") from None


class Ledger:
    """A ledger at a URL: `sqlite:///ledger.db` (a file, made if need be) or `postgresql+psycopg://...`.

    Use it as a context manager, or call `close`. It may be shared by threads; several processes
    may write to one store. All methods raise LedgerError where the store fails, UsageError where
    what is asked makes no sense. `now` is the clock, given in tests.
    """

    def __init__(self, url: str = DEFAULT, *, now: Callable[[], datetime.datetime] = _now) -> None:
        self._store = Store(url)
        self._now = now
        self._writer = Writer(now)

    @property
    def url(self) -> str:
        """Where the ledger is, without a password."""
        return self._store.url.render_as_string(hide_password=True)

    @property
    def _today(self) -> Day:
        return self._now().date()

    def close(self) -> None:
        """Close all connections."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- filing -------------------------------------------------------------------------------

    def add(self, source: str | Path, *, published: Days = None, language: str | None = None) -> Filed:
        """Read a path, a URL or a text and file it; a document filed before changes nothing.

        Raises SourceError where it cannot be read.
        """
        from dragoman.coding import read  # loads the models: only where something is read

        return self.file(read(source, published=_day(published, "published"), language=language))

    def add_many(
        self,
        sources: Iterable[str | Path],
        *,
        published: Days = None,
        language: str | None = None,
        progress: Callable[[int], None] = lambda _: None,
        failed: Callable[[str | Path, DragomanError], None] | None = None,
    ) -> int:
        """Read and file many sources as they come, in batches; return how many were new.

        Each batch is kept whole: after an interruption, add all again. `progress` is told how many
        were done after each batch, `failed` of each that cannot be read (without it, the first one
        raises).
        """
        from dragoman.coding import read

        day = _day(published, "published")

        def readings() -> Iterator[Reading]:
            for source in sources:
                try:
                    yield read(source, published=day, language=language)
                except DragomanError as error:
                    if failed is None:
                        raise
                    failed(source, error)

        return self.file_many(readings(), progress=progress)

    def file(self, reading: Reading) -> Filed:
        """File a Reading that was made already."""
        return self._file([prepare(reading)])[0]

    def file_many(
        self, readings: Iterable[Reading], *, progress: Callable[[int], None] = lambda _: None
    ) -> int:
        """File Readings as they come, in batches; return how many documents were new."""
        new = 0
        for batch in chunks(readings, _BATCH):
            outcome = self._file([prepare(reading) for reading in batch])
            new += sum(one.new for one in outcome)
            progress(len(batch))
        return new

    def _file(self, entries: list[Entry]) -> list[Filed]:
        try:
            with self._store.writing() as connection:
                return self._writer.file(connection, entries)
        except BaseException:
            self._writer.matcher.forget()
            raise

    def rebuild(self, *, progress: Callable[[int], None] = lambda _: None) -> None:
        """Make all records anew from the reports and judgements: after an upgrade of the rules."""
        try:
            with self._store.writing() as connection:
                self._writer.rebuild(connection, progress)
        finally:
            self._writer.matcher.forget()

    # --- looking ------------------------------------------------------------------------------

    def records(
        self,
        *,
        country: str | None = None,
        person: str | None = None,
        organisation: str | None = None,
        place: str | None = None,
        kind: str | None = None,
        status: str | None = None,
        type: str | None = None,
        topic: str | None = None,
        other: str | None = None,
        since: Days = None,
        until: Days = None,
        limit: int | None = None,
        offset: int = 0,
        newest: bool = False,
    ) -> list[Record]:
        """List records, by their first day; `newest` turns the order around.

        `country` is a name ("Niger", "Côte d'Ivoire"), an ISO 3166 code or an organisation that
        takes part, `other` a second one beside it; `person` a family name or a full name; `type` a
        PLOVER type; `status` one of the six, or "unreported". A record is within
        `since` to `until` if any of its days may be.
        """
        filters = self._filters(
            country, person, organisation, place, kind, status, type, topic, since, until, other
        )
        return self._list(filters, limit, offset, newest)

    def count(
        self,
        *,
        country: str | None = None,
        person: str | None = None,
        organisation: str | None = None,
        place: str | None = None,
        kind: str | None = None,
        status: str | None = None,
        type: str | None = None,
        topic: str | None = None,
        other: str | None = None,
        since: Days = None,
        until: Days = None,
    ) -> int:
        """How many records `records` would list without a limit."""
        filters = self._filters(
            country, person, organisation, place, kind, status, type, topic, since, until, other
        )
        with self._store.reading() as connection:
            return query.count(connection, filters, today=self._today)

    def _filters(
        self,
        country: str | None,
        person: str | None,
        organisation: str | None,
        place: str | None,
        kind: str | None,
        status: str | None,
        type_: str | None,
        topic: str | None,
        since: Days,
        until: Days,
        other: str | None,
    ) -> Filters:
        first, last = _day(since, "since"), _day(until, "until")
        if first and last and last < first:
            raise UsageError(f"{first} to {last} is no range of days: the first comes first")
        return Filters(country, person, organisation, place, kind, status, type_, topic, first, last, other)

    def _list(self, filters: Filters, limit: int | None, offset: int, newest: bool) -> list[Record]:
        with self._store.reading() as connection:
            ids = query.find(
                connection, filters, today=self._today, limit=limit, offset=offset, newest=newest
            )
            return query.load(connection, ids, today=self._today)

    def record(self, id: str) -> Record:
        """The record with this id, a former id of it, a report's id, or the beginning of one."""
        with self._store.reading() as connection:
            row = query.resolve(connection, id)
            return query.load(connection, [row], today=self._today)[0]

    def timeline(
        self,
        subject: str,
        *,
        since: Days = None,
        until: Days = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Record]:
        """What is on record of a country, an organisation, a person or a place, in order of time."""
        first, last = _day(since, "since"), _day(until, "until")
        with self._store.reading() as connection:
            filters = subject_filters(connection, subject, first, last, today=self._today)
        return self._list(filters, limit, offset, newest=False)

    def search(
        self,
        query: str,
        *,
        what: What = "records",
        country: str | None = None,
        person: str | None = None,
        organisation: str | None = None,
        place: str | None = None,
        kind: str | None = None,
        status: str | None = None,
        type: str | None = None,
        topic: str | None = None,
        other: str | None = None,
        since: Days = None,
        until: Days = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Found:
        """Search the records (names, titles, quotes) or the documents (titles, texts) for words.

        All words have to occur; accents and case do not matter; "words in quotation marks" occur
        together; a trailing * stands for any ending. The total is exact.
        """
        filters = self._filters(
            country, person, organisation, place, kind, status, type, topic, since, until, other
        )
        with self._store.reading() as connection:
            return search(
                connection, query, filters, what=what, limit=limit, offset=offset, today=self._today
            )

    def changes(
        self,
        *,
        since: datetime.datetime | Days = None,
        until: datetime.datetime | Days = None,
        record: str | None = None,
        country: str | None = None,
        kind: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Change]:
        """What became known, the latest first; `since` and `until` are times of the ledger (UTC).

        A day as `since` begins at midnight; as `until` it is included.
        """
        with self._store.reading() as connection:
            return Log(connection).changes(since, until, record, country, kind, limit, offset)

    def document(self, id: str) -> Document:
        """A document as it was read, with its text."""
        return self._document(id)[0]

    def statements(self, id: str) -> tuple[Statement, ...]:
        """Who said what to whom in a document."""
        return self._document(id)[1]

    def _document(self, id: str) -> tuple[Document, tuple[Statement, ...]]:
        table = schema.documents
        with self._store.reading() as connection:
            row = connection.execute(select(table.c.text, table.c.rest).where(table.c.key == id)).first()
        if row is None:
            raise UsageError(f"no document {id!r} in this ledger: a record's reports name theirs")
        rest = REST.decode(row.rest)
        return msgspec.structs.replace(rest.document, text=row.text), rest.statements

    def source(self, id: str) -> Source:
        """How a document is cited, and of which document it is a copy."""
        table = schema.documents
        with self._store.reading() as connection:
            row = connection.execute(select(table.c.id).where(table.c.key == id)).first()
            if row is None:
                raise UsageError(f"no document {id!r} in this ledger: a record's reports name theirs")
            return sources(connection, [row.id])[row.id]

    def reports(self, id: str) -> tuple[Report, ...]:
        """All reports of a document, by its id."""
        with self._store.reading() as connection:
            return query.reports_of(connection, id)

    def stats(self) -> dict[str, int]:
        """How many documents, reports, records, changes and judgements the ledger holds."""
        with self._store.reading() as connection:
            return query.stats(connection)

    def overview(self) -> Overview:
        """Lists and tallies from the index alone: for many records at a glance."""
        return Overview(self._store, self._today)

    # --- judging ------------------------------------------------------------------------------

    def same(self, a: str, b: str, *, because: str | None = None, author: str | None = None) -> Judgement:
        """Decide that two records are one; the ids are records' or reports'."""
        one, two = self._reports_named(a), self._reports_named(b)
        if set(one) & set(two):
            raise UsageError(f"{a} and {b} are one record already")
        return self._judge("same", one, two, because=because, author=author)

    def different(
        self, a: str, b: str, *, because: str | None = None, author: str | None = None
    ) -> Judgement:
        """Decide that two records are not one, or, given reports' ids, that these are not of one."""
        one, two = self._reports_named(a), self._reports_named(b)
        if set(one) & set(two):
            raise UsageError(f"{a} and {b} are one record: name the two reports (p...) that are not of one")
        return self._judge("different", one, two, because=because, author=author)

    def correct(
        self, record: str, field: str, value: str, *, because: str | None = None, author: str | None = None
    ) -> Judgement:
        """Put `value` in the place of what is preferred for a record's field; the rest stays shown."""
        found = self.record(record)
        judgements.check_correction(found, field, value)
        left = [one.id for one in found.reports]
        return self._judge("correct", left, (), field=field, value=value, because=because, author=author)

    def judgements(self, *, withdrawn: bool = False) -> list[Judgement]:
        """All judgements that hold, in order of time; with `withdrawn`, those taken back too."""
        table = schema.judgements
        with self._store.reading() as connection:
            rows = list(connection.execute(select(table).order_by(table.c.at, table.c.key)))
        return [
            msgspec.structs.replace(
                unpack_judgement(row.body),
                withdrawn=datetime.datetime.fromisoformat(row.withdrawn) if row.withdrawn else None,
            )
            for row in rows
            if withdrawn or not row.withdrawn
        ]

    def withdraw(self, judgement: str) -> Judgement:
        """Take a judgement back; it stays on record as withdrawn."""
        held = [one for one in self.judgements() if one.id.startswith(judgement)]
        if len(held) != 1:
            what = "several judgements begin with" if held else "no judgement that holds has the id"
            raise UsageError(f"{what} {judgement!r}: `dragoman ledger judgements` lists them")
        try:
            with self._store.writing() as connection:
                self._writer.withdraw(connection, held[0])
        except BaseException:
            self._writer.matcher.forget()
            raise
        return held[0]

    def _reports_named(self, id: str) -> list[str]:
        found = self.record(id)
        return [id] if any(one.id == id for one in found.reports) else [one.id for one in found.reports]

    def _judge(
        self,
        kind: JudgementKind,
        left: Iterable[str],
        right: Iterable[str],
        *,
        field: str | None = None,
        value: str | None = None,
        because: str | None,
        author: str | None,
    ) -> Judgement:
        made = judgements.make(
            kind,
            left,
            right,
            field=field,
            value=value,
            author=author or os.environ.get("USER") or None,
            because=because,
            at=self._now(),
        )
        try:
            with self._store.writing() as connection:
                self._writer.judge(connection, made)
        except BaseException:
            self._writer.matcher.forget()
            raise
        return made

    # --- dossiers -----------------------------------------------------------------------------

    def dossiers(
        self,
        *,
        country: str | None = None,
        person: str | None = None,
        since: Days = None,
        until: Days = None,
        limit: int | None = None,
    ) -> list[Dossier]:
        """The stories among the records asked for, the most recent first."""
        found = self.records(country=country, person=person, since=since, until=until)
        edits = [one for one in self.judgements() if one.kind == "dossier"]
        made = dossiers.stories(found, edits)
        return made if limit is None else made[:limit]

    def dossier(self, id: str) -> Dossier:
        """The dossier with this id, or this name."""
        found = [one for one in self.dossiers() if id in (one.id, one.name)]
        if not found:
            raise UsageError(f"no dossier {id!r}: `dragoman ledger dossiers` lists them")
        return found[0]

    def name_dossier(self, id: str, name: str, *, author: str | None = None) -> Judgement:
        """Name a dossier; the name stays with its records."""
        return self._edit("name", self.dossier(id).records, name, author)

    def add_to_dossier(self, name: str, record: str, *, author: str | None = None) -> Judgement:
        """Put a record into the dossier of this name, made if there is none."""
        return self._edit("add", [record], name, author)

    def remove_from_dossier(self, name: str, record: str, *, author: str | None = None) -> Judgement:
        """Take a record out of the dossier of this name."""
        return self._edit("remove", [record], name, author)

    def _edit(self, what: str, records: Iterable[str], name: str, author: str | None) -> Judgement:
        left = [self.record(one).reports[0].id for one in records]
        return self._judge("dossier", left, (), field=what, value=name, because=None, author=author)


def open_ledger(url: str | None = None) -> Ledger:
    """Open the ledger at `url`, by default the one that DRAGOMAN_LEDGER names, or ./ledger.db."""
    return Ledger(url or os.environ.get("DRAGOMAN_LEDGER") or DEFAULT)
