"""Columns say the same as the tables, whatever came in whatever order, and totals are exact."""

import random

import numpy as np
import pytest
from sqlalchemy import text
from tests.ledger.accounts import engagement, reading

from dragoman.ledger import Ledger, columns, query, search, selecting
from dragoman.ledger.query import Filters
from dragoman.model import Day, Reading

PEOPLE = ("Sergei Lavrov|Foreign Minister|RUS", "Antony Blinken|Secretary of State|USA", "Wang Yi||CHN",
          "Joe Biden|President|USA", "African Union||")  # fmt: skip
TODAY = Day(2024, 6, 1)
FILTERS = (
    Filters(),
    Filters(country="Russia"),
    Filters(country="USA", other="China"),
    Filters(person="Lavrov", kind="meeting"),
    Filters(place="Geneva", status="held"),
    Filters(status="unreported"),
    Filters(type="consult"),
    Filters(kind="no such kind"),
    Filters(topic="Grain"),
    Filters(since=Day(2024, 3, 2)),
    Filters(until=Day(2024, 3, 2), country="USA"),
    Filters(since=Day(2024, 3, 1), until=Day(2024, 3, 3), status="announced"),
)


def some(count: int, seed: int = 3) -> list[Reading]:
    """Documents with accounts of meetings, planned and held, some without a day."""
    chance = random.Random(seed)
    return [
        reading(
            engagement(
                *chance.sample(PEOPLE, 2),
                kind=chance.choice(("meeting", "visit", "call")),
                status=chance.choice(("announced", "held", "cancelled")),
                start=chance.choice(("2024-03-01", "2024-03-02", "2024-03-04", None)),
                place=chance.choice((None, "Geneva|CHE", "Moscow|RUS")),
                topics=chance.choice(((), ("grain",), ("arms",))),
                quote=f"They spoke about {chance.choice(('grain', 'arms'))}.",
            ),
            published=chance.choice(("2024-03-01", "2024-03-05", None)),
            publisher=f"Outlet {number}",
        )
        for number in range(count)
    ]


def held(ledger: Ledger) -> dict[str, list[object]]:
    """All columns, without what trails behind the last value."""
    names = (columns.HOME, columns.SOURCE, columns.PUBLISHED, columns.RECORD)
    with ledger._store.reading() as connection:
        read = {name: columns.read(connection, name).tolist() for name in names}
    for values in read.values():
        while values and not np.any(values[-1]):
            values.pop()
    return read


def test_columns_hold_what_the_tables_hold(ledger: Ledger) -> None:
    """After filing, judging and a rebuild, the columns are those that would be made anew."""
    for one in some(60):
        ledger.file(one)
    first, second = ledger.records(limit=2)
    decided = ledger.different(first.id, second.id)
    ledger.withdraw(decided.id)
    ledger.rebuild()
    before = held(ledger)
    assert any(before[columns.HOME])
    with ledger._store.writing() as connection:
        columns.refill(connection)
    assert held(ledger) == before


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_columns_choose_as_the_conditions_do(filters: Filters, many: Ledger) -> None:
    """A filter finds the same records by columns, for counts, as by the index, for lists."""
    with many._store.reading() as connection:
        wanted = query.rows_of(connection, filters, today=TODAY)
        by_index = sorted(row[0] for row in connection.execute(wanted))
        chosen = selecting.choose(connection, filters, today=TODAY).rows.tolist()
    assert chosen == by_index
    assert bool(chosen) == (filters not in (FILTERS[6], FILTERS[7]))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A ledger with a hundred documents."""
    ledger = Ledger(f"sqlite:///{tmp_path_factory.mktemp('many') / 'ledger.db'}")
    ledger.file_many(some(100))
    return ledger


@pytest.mark.parametrize("ranked", [5000, 3])
def test_search_pages_are_the_same_in_any_order_of_adding(
    ranked: int, url: str, many: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hits that rank alike, or too many to be ranked, stand in one order, page after page."""
    monkeypatch.setattr(search, "RANKED", ranked)
    shuffled = some(100)
    random.Random(1).shuffle(shuffled)
    with Ledger(url) as other:
        other.file_many(shuffled)
        for what in ("records", "documents"):
            found = many.search("grain", what=what, limit=1000)
            again = other.search("grain", what=what, limit=1000)
            assert found.total == again.total == len(found.hits)
            if ranked == 3 or url.startswith("sqlite"):  # PostgreSQL scores otherwise
                assert _names(found.hits) == _names(again.hits)
            paged = [one for at in range(0, found.total, 4) for one in many.search(
                "grain", what=what, limit=4, offset=at).hits]  # fmt: skip
            assert _names(paged) == _names(found.hits)
        if ranked == 3:
            days = [
                hit.record.start or hit.record.earliest for hit in many.search("grain").hits if hit.record
            ]
            told = [day for day in days if day]
            assert told == sorted(told, reverse=True), "the newest first"


def _names(hits: object) -> list[str]:
    return [hit.record.id if hit.record else hit.source.id for hit in hits]  # type: ignore[attr-defined]


def test_store_a_ledger_of_the_first_version_is_brought_up_to_date(url: str) -> None:
    """A ledger without columns and records as shown gets them when it is opened."""
    with Ledger(url) as ledger:
        ledger.file_many(some(30))
        before, records = held(ledger), ledger.records()
        with ledger._store.writing() as connection:
            connection.execute(text("DROP TABLE column_blocks"))
            connection.execute(text("DROP TABLE record_bodies"))
            connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with Ledger(url) as ledger:
        assert held(ledger) == before
        assert ledger.records() == records
        assert ledger.count(status="held") == len(ledger.records(status="held")) > 0


def test_records_keep_their_rows_when_another_witness_comes(ledger: Ledger) -> None:
    """A report that joins a record changes neither its row nor those of others."""
    accounts = [
        reading(engagement(*PEOPLE[:2], start=day), published="2024-03-05", publisher=f"Paper {number}")
        for number, day in enumerate(("2024-03-01", "2024-03-04", "2024-03-01"))
    ]
    ledger.file_many(accounts[:2])
    before = held(ledger)[columns.RECORD]
    ledger.file(accounts[2])
    assert held(ledger)[columns.RECORD] == before
    assert [len(record.reports) for record in ledger.records()] == [2, 1]
