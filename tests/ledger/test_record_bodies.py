"""Records kept as they are shown are those that their reports add up to, whatever came in whatever order."""

import datetime

import pytest
from tests.ledger.accounts import engagement, reading
from tests.ledger.test_columns_totals import some

from dragoman.ledger import Ledger, bodies, schema
from dragoman.ledger.merging import merge
from dragoman.ledger.writer import prepare
from dragoman.model import Day, Reading, Record, Status

TODAY = Day(2024, 6, 1)


def kept(ledger: Ledger) -> dict[int, Record]:
    """All records as they are kept, by row."""
    with ledger._store.reading() as connection:
        rows = connection.execute(schema.record_bodies.select())
        return {row.record: bodies.unpack(row.body, today=TODAY) for row in rows}


def test_bodies_are_what_the_reports_add_up_to(ledger: Ledger) -> None:
    """After filing, judging, correcting and withdrawing, they are those that would be made anew."""
    for one in some(60):
        ledger.file(one)
    first, second, third = ledger.records(limit=3)
    ledger.correct(third.id, "place", "Vienna, AUT", because="the host said so")
    withdrawn = ledger.correct(second.id, "place", "Bern, CHE", because="a slip")
    decided = ledger.different(first.id, second.id)
    ledger.withdraw(decided.id)
    ledger.withdraw(withdrawn.id)
    before = kept(ledger)
    assert len(before) == len(ledger.records()) > 1
    assert any(one.fields.get("place", ())[:1] and one.place and one.place.name == "Vienna, AUT"
               for one in before.values())  # fmt: skip
    with ledger._store.writing() as connection:
        bodies.refill(connection)
    assert kept(ledger) == before


def test_bodies_give_back_what_was_packed() -> None:
    """Fields in their order, values with all their witnesses; only the day of asking is not in it."""
    entries = [prepare(one) for one in some(40)]
    record = merge([report for entry in entries for report in entry.reports])
    assert any(len(values) > 1 for values in record.fields.values()), "disagreements too"
    back = bodies.unpack(bodies.pack(record), today=Day.min)
    assert back == record
    assert list(back.fields) == list(record.fields)


@pytest.mark.parametrize(
    ("status", "day", "today", "unreported"),
    [
        ("announced", "2024-04-25", "2024-04-25", False),
        ("announced", "2024-04-25", "2024-04-26", True),
        ("held", "2024-04-25", "2024-04-26", False),
        ("announced", None, "2030-01-01", False),
    ],
)
def test_bodies_say_as_of_today_that_nothing_was_reported(
    status: Status, day: str | None, today: str, unreported: bool
) -> None:
    """An announced day that has passed is unreported from the next day on."""
    told = engagement("Wang Yi||CHN", "Lavrov||RUS", status=status, start=day)
    raw = bodies.pack(merge(prepare(reading(told)).reports))
    assert bodies.unpack(raw, today=datetime.date.fromisoformat(today)).unreported is unreported


WORDS = [f"word{number}" for number in range(260)]


def chain() -> list[Reading]:
    """Four bodies, each a copy of the one before but not of the one before that; and who met."""
    return [
        reading(
            *([engagement("Wang Yi||CHN", "Lavrov||RUS", start="2024-03-01")] if number else []),
            published=f"2024-03-0{number + 1}",
            publisher=f"Outlet {number}",
            text=" ".join(WORDS[20 * number : 20 * number + 200]),
        )
        for number in range(4)
    ]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1), (1, 3, 0, 2), (3, 1, 2, 0)])
def test_bodies_know_the_first_of_a_chain_of_copies_in_any_order(
    ledger: Ledger, order: tuple[int, ...]
) -> None:
    """An original that comes late turns what was on record into copies, even if it tells of nothing."""
    found = chain()
    names = [ledger.file(found[number]).document for number in order]
    original = names[order.index(0)]
    (record,) = ledger.records()
    assert [one.document.publisher for one in record.reports] == ["Outlet 1", "Outlet 2", "Outlet 3"]
    assert {one.document.copy_of for one in record.reports} == {original}
    assert record.witnesses == 1
    before = kept(ledger)
    ledger.rebuild()
    assert kept(ledger) == before
