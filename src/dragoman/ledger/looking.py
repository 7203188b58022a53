"""Looking: records, timelines, searches, changes and documents."""

import datetime

import msgspec
from sqlalchemy import select

from dragoman.errors import UsageError
from dragoman.ledger import bodies, query, schema
from dragoman.ledger.log import Log
from dragoman.ledger.opened import Days, Opened, as_day
from dragoman.ledger.overview import Overview
from dragoman.ledger.query import Filters
from dragoman.ledger.rows import REST, sources
from dragoman.ledger.search import What, search
from dragoman.ledger.selecting import count
from dragoman.ledger.subjects import subject_filters
from dragoman.model import Change, Document, Found, Record, Report, Source, Statement


class Looking(Opened):
    """The part of a ledger that answers."""

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
            return count(connection, filters, today=self._today)

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
        first, last = as_day(since, "since"), as_day(until, "until")
        if first and last and last < first:
            raise UsageError(f"{first} to {last} is no range of days: the first comes first")
        return Filters(country, person, organisation, place, kind, status, type_, topic, first, last, other)

    def _list(self, filters: Filters, limit: int | None, offset: int, newest: bool) -> list[Record]:
        with self._store.reading() as connection:
            ids = query.find(
                connection, filters, today=self._today, limit=limit, offset=offset, newest=newest
            )
            return bodies.load(connection, ids, today=self._today)

    def record(self, id: str) -> Record:
        """The record with this id, a former id of it, a report's id, or the beginning of one."""
        with self._store.reading() as connection:
            row = query.resolve(connection, id)
            return bodies.load(connection, [row], today=self._today)[0]

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
        first, last = as_day(since, "since"), as_day(until, "until")
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
