"""Which records: filters as SQL, and rows by what names them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from dragoman.authority.names import same_person
from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import lookup_state, states
from dragoman.errors import UsageError
from dragoman.ledger import schema
from dragoman.ledger.features import body_keys
from dragoman.ledger.indexing import LONGEST
from dragoman.ledger.names import fold, words
from dragoman.ledger.rows import load_reports
from dragoman.model import Day, Report

_records, _parties = schema.records, schema.record_parties
STATUSES = ("announced", "underway", "held", "postponed", "cancelled", "failed", "unreported")


class Filters(Struct, frozen=True):
    """What records are asked for; None is no limit.

    `country` is a name, a code, or an organisation that takes part as one, `other` a second one that
    takes part too; `since` and `until` are
    days, and a record is within if any of its days may be. `status` may be "unreported".
    """

    country: str | None = None
    person: str | None = None
    organisation: str | None = None
    place: str | None = None
    kind: str | None = None
    status: str | None = None
    type: str | None = None
    topic: str | None = None
    since: Day | None = None
    until: Day | None = None
    other: str | None = None


def country_codes(name: str) -> tuple[str, ...]:
    """The codes that a country's or organisation's name or code stands for."""
    if name.upper() in states():
        return (name.upper(),)
    found = tuple(dict.fromkeys(row.country for row in lookup_state(name)))
    bodies = tuple(filter(None, (body.acronym or body.name for body in lookup_organisation(name))))
    return found or bodies or (name,)


def _person_names(connection: Connection, name: str) -> list[str]:
    asked = words(name)
    if not asked:
        raise UsageError(f"{name!r} is no name: give a family name or a full name")
    held = select(_parties.c.name).where(_parties.c.sort == "person").distinct()
    found: set[str] = set()
    for first in {asked[-1], asked[0]} if len(asked) <= 2 else {asked[-1]}:
        # One range of the index: the name itself, and what begins with it and a space ("!" comes next).
        within = held.where(_parties.c.name >= first, _parties.c.name < first + "!")
        found |= {row.name for row in connection.execute(within)}
    return sorted(stored for stored in found if _named(asked, tuple(stored.split())))


def _named(asked: tuple[str, ...], stored: tuple[str, ...]) -> bool:
    # Names are stored both ways round: "sergei lavrov" and "lavrov sergei".
    return same_person(asked, stored, heard=True) or same_person(asked, (*stored[1:], stored[0]), heard=True)


def party_filters(connection: Connection, filters: Filters) -> list[tuple[str, list[str]]]:
    """The filters on who takes part, and where: sorts of party, and the names asked for."""
    asked: list[tuple[str, list[str]]] = []
    if filters.country:
        asked.append(("country", list(country_codes(filters.country))))
    if filters.other:
        asked.append(("country", list(country_codes(filters.other))))
    if filters.person:
        asked.append(("person", _person_names(connection, filters.person)))
    if filters.organisation:
        keys = {*body_keys(filters.organisation), fold(filters.organisation)}
        asked.append(("body", sorted(keys)))
    if filters.place:
        asked.append(("place", [fold(filters.place)]))
    return asked


def _has(sort: str, names: Sequence[str]) -> ColumnElement[bool]:
    held = _parties.alias()  # the query around may be driven by the table itself
    query = select(held.c.record).where(
        held.c.record == _records.c.id, held.c.sort == sort, held.c.name.in_(names)
    )
    return exists(query)


def check_status(filters: Filters) -> None:
    """Raise UsageError where the status asked for is none."""
    if filters.status and filters.status not in STATUSES:
        raise UsageError(f"no status {filters.status!r}: one of {', '.join(STATUSES)}")


def _plain(filters: Filters, today: Day) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if filters.kind:
        made.append(_records.c.kind == filters.kind)
    if filters.type:
        made.append(_records.c.type == filters.type.upper())
    if filters.status == "unreported":
        made += [_records.c.status == "announced", _records.c.last < str(today), _records.c.dated > 0]
    elif filters.status:
        check_status(filters)
        made.append(_records.c.status == filters.status)
    if filters.topic:
        made.append(_records.c.topics.contains(fold(filters.topic), autoescape=True))
    if filters.since:
        made += [_records.c.last >= str(filters.since), _records.c.day >= _floor(filters.since)]
    if filters.until:
        made.append(_records.c.day <= str(filters.until))
    return made


def _floor(since: Day) -> str:
    return str(since - timedelta(days=LONGEST)) if since.year > 2 else str(Day.min)


def find(
    connection: Connection, filters: Filters, *, today: Day, limit: int | None, offset: int, newest: bool
) -> list[int]:
    """Rows of the records asked for, in order of their first day."""
    query, day = _query(connection, filters, today)
    direction = (day.desc(), _records.c.key.desc()) if newest else (day, _records.c.key)
    query = query.order_by(*direction).limit(limit).offset(offset)
    return [row.id for row in connection.execute(query)]


def rows_of(connection: Connection, filters: Filters, *, today: Day) -> Select[Any]:
    """A query for the rows of the records asked for, to be used within another."""
    query, _ = _query(connection, filters, today)
    return query.with_only_columns(_records.c.id)


def _query(connection: Connection, filters: Filters, today: Day) -> tuple[Select[Any], ColumnElement[Any]]:
    """A query driven by one party, whose index is in order of the day, or by the records'."""
    plain = _plain(filters, today)
    parties = party_filters(connection, filters)
    columns = (_records.c.id, _records.c.day, _records.c.key)
    if not parties:
        return select(*columns).where(*plain), _records.c.day
    # A person takes part in less than a country: what is left is looked up one by one.
    (sort, names), *rest = sorted(parties, key=lambda party: party[0] == "country")
    bounds = [_parties.c.sort == sort, _parties.c.name.in_(names)]
    if filters.since:
        bounds.append(_parties.c.day >= _floor(filters.since))
    if filters.until:
        bounds.append(_parties.c.day <= str(filters.until))
    driver: Any = _parties
    if len(names) == 1:
        bounds[1] = _parties.c.name == names[0]
    else:
        driver = select(_parties.c.record, _parties.c.day).where(*bounds).distinct().subquery()
        bounds = []
    query = select(*columns).join(driver, driver.c.record == _records.c.id)
    return query.where(*bounds, *plain, *(_has(*one) for one in rest)), driver.c.day


def resolve(connection: Connection, name: str) -> int:
    """The row of the record that `name` names: its id, a former id, a report's id, or its beginning.

    Raises UsageError where there is none, or several.
    """
    kind, digits = name[:1], name[1:].lower()
    hint = "`dragoman ledger list` shows the ids"
    if kind not in ("r", "p") or not digits or set(digits) - set("0123456789abcdef"):
        raise UsageError(f"{name!r} is no record's id: {hint}")
    table = schema.reports
    query = select(table.c.record).where(table.c.key == "p" + digits)
    row = connection.execute(query).first()
    if row is not None and row.record is not None:
        return int(row.record)
    held = _records if kind == "r" else table
    column = _records.c.id if kind == "r" else table.c.record
    begins = and_(held.c.key >= kind + digits, held.c.key < kind + digits + "g")
    found = {int(one[0]) for one in connection.execute(select(column).where(begins).limit(2)) if one[0]}
    if len(found) == 1:
        return found.pop()
    if found:
        raise UsageError(f"{name!r} begins more than one id: give more digits")
    raise UsageError(f"no record {name!r} in this ledger: {hint}")


def reports_of(connection: Connection, document: str) -> tuple[Report, ...]:
    """All reports of the document with this id."""
    table, documents = schema.reports, schema.documents
    query = select(table.c.id, table.c.document, table.c.body).join(documents)
    rows = list(connection.execute(query.where(documents.c.key == document).order_by(table.c.key)))
    return tuple(load_reports(connection, rows).values())


def stats(connection: Connection) -> dict[str, int]:
    """How many rows of each sort there are."""
    tables = (schema.documents, schema.reports, schema.records, schema.changes, schema.judgements)
    return {
        table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in tables
    }
