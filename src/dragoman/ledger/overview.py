"""Many records at a glance: lines of a list and tallies, from the index alone.

A page that lists fifty records, or counts who meets whom among a hundred thousand, has no need of
every report's words: what is asked here reads `records` and `record_parties` and merges nothing.
A party is a country or an organisation that takes part, or the country where it takes place.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, func, or_, select

from dragoman.ledger import query, schema
from dragoman.ledger.names import fold
from dragoman.ledger.query import Filters
from dragoman.ledger.rows import REST, fetch, load_reports, sources
from dragoman.ledger.selecting import count
from dragoman.ledger.store import Store
from dragoman.model import Day, Location, RecordKind, Source, Statement, Status

_records, _parties = schema.records, schema.record_parties
_NAMED = 500  # records that one question may name


class Line(Struct, frozen=True):
    """A record in a list. Fields are as in Record; `reports` counts its reports, copies included."""

    id: str
    kind: RecordKind
    status: Status
    title: str
    type: str | None = None
    start: Day | None = None
    end: Day | None = None
    earliest: Day | None = None
    latest: Day | None = None
    countries: tuple[str, ...] = ()
    unreported: bool = False
    reports: int = 0


class Spot(NamedTuple):
    """A place with how many engagements took place there, and the title of one of the latest."""

    location: Location
    total: int
    title: str


class Said(NamedTuple):
    """A statement with the document that reports it."""

    source: Source
    statement: Statement


class Overview:
    """Lists and tallies of one store, as seen on `today`."""

    def __init__(self, store: Store, today: Day) -> None:
        self._store = store
        self._today = today

    def lines(self, filters: Filters, *, limit: int, offset: int = 0, newest: bool = False) -> list[Line]:
        """The records asked for, by their first day; `newest` turns the order around."""
        with self._store.reading() as connection:
            found = query.find(
                connection, filters, today=self._today, limit=limit, offset=offset, newest=newest
            )
            return self._lines(connection, found)

    def named(self, ids: Iterable[str]) -> list[Line]:
        """The records with these ids, in their order; ids that are of none are left out."""
        wanted = list(ids)
        with self._store.reading() as connection:
            keys = select(_records.c.id, _records.c.key)
            rows = {row.key: row.id for row in fetch(connection, keys, _records.c.key, wanted)}
            return self._lines(connection, [rows[one] for one in wanted if one in rows])

    def count(self, filters: Filters) -> int:
        """How many records are asked for."""
        with self._store.reading() as connection:
            return count(connection, filters, today=self._today)

    def partners(self, filters: Filters, *, limit: int = 15) -> list[tuple[str, int]]:
        """The parties of the records asked for, by how many each takes part in."""
        found = _parties.alias()
        with self._store.reading() as connection:
            count = func.count().label("n")
            asked = (
                select(found.c.name, count)
                .where(*self._parties_of(connection, filters, found, "country"))
                .group_by(found.c.name)
                .order_by(count.desc(), found.c.name)
                .limit(limit)
            )
            return [(row.name, int(row.n)) for row in connection.execute(asked)]

    def pairs(self, filters: Filters, *, limit: int = 2000) -> list[tuple[str, str, int]]:
        """Parties that meet, by how often."""
        one, other = _parties.alias(), _parties.alias()
        with self._store.reading() as connection:
            wanted = query.rows_of(connection, filters, today=self._today)
            count = func.count().label("n")
            asked = (
                select(one.c.name, other.c.name.label("other"), count)
                .join(other, other.c.record == one.c.record)
                .where(one.c.sort == "country", other.c.sort == "country", one.c.name < other.c.name)
                .where(one.c.record.in_(wanted))
                .group_by(one.c.name, other.c.name)
                .order_by(count.desc(), one.c.name, other.c.name)
                .limit(limit)
            )
            return [(row.name, row.other, int(row.n)) for row in connection.execute(asked)]

    def months(self, filters: Filters) -> list[tuple[str, str, int]]:
        """Events by month (YYYY-MM) and PLOVER type, in order of time.

        An engagement that took place is a CONSULT, as PLOVER has it.
        """
        with self._store.reading() as connection:
            wanted = query.rows_of(connection, filters, today=self._today)
            month = func.substr(_records.c.day, 1, 7).label("month")
            kind = func.coalesce(_records.c.type, "CONSULT").label("type")
            took_place = or_(_records.c.type.is_not(None), _records.c.status.in_(("held", "underway")))
            asked = (
                select(month, kind, func.count().label("n"))
                .where(took_place, _records.c.day.is_not(None))
                .where(_records.c.id.in_(wanted))
                .group_by(month, kind)
                .order_by(month, kind)
            )
            return [(row.month, row.type, int(row.n)) for row in connection.execute(asked)]

    def statuses(self, filters: Filters) -> dict[str, int]:
        """How many of the records asked for are in each status."""
        with self._store.reading() as connection:
            wanted = query.rows_of(connection, filters, today=self._today)
            asked = select(_records.c.status, func.count().label("n")).where(_records.c.id.in_(wanted))
            return {row.status: int(row.n) for row in connection.execute(asked.group_by(_records.c.status))}

    def statements(self, records: Iterable[str], *, documents: int = 60) -> list[Said]:
        """What is said in the documents that report on these records; the latest first.

        Looks through so many `documents`, of at most 500 records.
        """
        table, held = schema.documents, schema.reports
        with self._store.reading() as connection:
            wanted = select(_records.c.id).where(_records.c.key.in_(list(records)[:_NAMED]))
            inside = select(held.c.document).where(held.c.record.in_(wanted))
            asked = select(table.c.id, table.c.rest).where(table.c.id.in_(inside))
            asked = asked.order_by(table.c.published.desc(), table.c.id.desc()).limit(documents)
            rows = list(connection.execute(asked))
            cited = sources(connection, [row.id for row in rows])
        return [Said(cited[row.id], one) for row in rows for one in REST.decode(row.rest).statements]

    def newest_documents(self, *, limit: int, offset: int = 0) -> list[Source]:
        """The documents filed last."""
        table = schema.documents
        with self._store.reading() as connection:
            asked = select(table.c.id).order_by(table.c.id.desc()).limit(limit).offset(offset)
            rows = [row.id for row in connection.execute(asked)]
            cited = sources(connection, rows)
        return [cited[row] for row in rows]

    def spots(self, filters: Filters, *, limit: int = 300) -> list[Spot]:
        """The places of the records asked for, the busiest first, with what is known of each."""
        with self._store.reading() as connection:
            count = func.count().label("n")
            asked = (
                select(_parties.c.name, count, func.max(_parties.c.record).label("record"))
                .where(*self._parties_of(connection, filters, _parties, "place"))
                .group_by(_parties.c.name)
                .order_by(count.desc(), _parties.c.name)
                .limit(limit)
            )
            rows = list(connection.execute(asked))
            places = self._locations(connection, [row.record for row in rows])
            named = select(_records.c.id, _records.c.title)
            latest = [row.record for row in rows]
            titles = {row.id: row.title for row in fetch(connection, named, _records.c.id, latest)}
            return [
                Spot(
                    places.get((row.record, row.name), Location(row.name.title())),
                    int(row.n),
                    titles.get(row.record, ""),
                )
                for row in rows
            ]

    def _locations(self, connection: Connection, rows: Sequence[int]) -> dict[tuple[int, str], Location]:
        table = schema.reports
        asked = select(table.c.id, table.c.record, table.c.document, table.c.body)
        found = list(fetch(connection, asked, table.c.record, rows))
        reports = load_reports(connection, found)
        known: dict[tuple[int, str], Location] = {}
        for row in found:
            place = reports[row.id].place
            if place is None:
                continue
            held = known.get((row.record, fold(place.name)))
            if held is None or held.latitude is None:
                known[row.record, fold(place.name)] = place
        return known

    def _parties_of(
        self, connection: Connection, filters: Filters, table: Any, sort: str
    ) -> list[ColumnElement[bool]]:
        """The parties of one sort, of the records asked for.

        Where few records are, their parties are looked up one by one: a store that drove the query by
        the sort's index would pass over those of all records.
        """
        wanted = query.rows_of(connection, filters, today=self._today)
        few = any((filters.country, filters.person, filters.organisation, filters.place, filters.since))
        column = table.c.sort.concat("") if few else table.c.sort
        return [column == sort, table.c.record.in_(wanted)]

    def _lines(self, connection: Connection, rows: Sequence[int]) -> list[Line]:
        found = {row.id: row for row in fetch(connection, select(_records), _records.c.id, rows)}
        return [self._line(found[one]) for one in rows if one in found]

    def _line(self, row: Any) -> Line:
        first, last = (Day.fromisoformat(value) if value else None for value in (row.day, row.last))
        dated = bool(row.dated)
        return Line(
            id=row.key,
            kind=row.kind,
            status=row.status,
            title=row.title,
            type=row.type,
            start=first if dated else None,
            end=last if row.dated == 1 else None,
            earliest=None if dated else first,
            latest=None if dated else last,
            countries=tuple(filter(None, row.parties.split("|"))),
            unreported=row.status == "announced" and dated and last is not None and last < self._today,
            reports=row.reports,
        )
