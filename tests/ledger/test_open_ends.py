"""A first day without a last one stays open: in reports, records, their fields, lists and the log."""

from datetime import date

import msgspec
import pytest
from tests.ledger.accounts import engagement, reading

from dragoman.ledger import Ledger
from dragoman.ledger.features import features
from dragoman.ledger.filing import reports
from dragoman.ledger.merging import interval, span
from dragoman.model import Engagement, Status
from dragoman.web.filters import field_value
from dragoman.web.filters import span as told

GUTERRES = "António Guterres|Secretary-General|UN"


def visit(start: str, end: str | None = None, status: Status = "underway") -> Engagement:
    """A visit to Kenya; without `end`, none is known."""
    made = engagement(GUTERRES, kind="visit", status=status, start=start, end=end, countries=("KEN",))
    return made if end else msgspec.structs.replace(made, end=None)


def test_open_ends_are_kept_in_report_and_record(ledger: Ledger) -> None:
    """A visit that starts on a day and has no end does not become a single day."""
    ledger.file(reading(visit("2024-03-01"), published="2024-03-03"))
    (record,) = ledger.records()
    assert (record.start, record.end) == (date(2024, 3, 1), None)
    assert (record.reports[0].start, record.reports[0].end) == (date(2024, 3, 1), None)
    assert record.fields["when"][0].value == "2024-03-01/.."
    assert told(record) == "from 1 Mar 2024"
    assert field_value(record.fields["when"][0], "when") == "from 1 March 2024"
    (change, *_) = ledger.changes()
    assert change.record == record.id


def test_open_ends_are_found_as_long_as_they_are_reported_to_go_on(ledger: Ledger) -> None:
    """Under way since the first and reported on the third, it is listed of the second, not of the tenth."""
    ledger.file(reading(visit("2024-03-01"), published="2024-03-03"))
    assert len(ledger.records(since="2024-03-02", until="2024-03-02")) == 1
    assert ledger.records(since="2024-03-10") == []


def test_open_ends_give_way_to_a_known_one(ledger: Ledger) -> None:
    """Who tells the last day too is preferred, in one record, and nothing was moved."""
    ledger.file(reading(visit("2024-03-01"), published="2024-03-01"))
    ledger.file(
        reading(visit("2024-03-01", "2024-03-04", "held"), published="2024-03-05", publisher="Gazette")
    )
    (record,) = ledger.records()
    assert (record.start, record.end) == (date(2024, 3, 1), date(2024, 3, 4))
    assert [one.value for one in record.fields["when"]] == ["2024-03-01/2024-03-04", "2024-03-01/.."]
    assert not [one for one in ledger.changes() if one.kind == "date moved"]


@pytest.mark.parametrize(
    ("status", "published", "unreported"),
    [("announced", "2024-02-20", True), ("underway", "2024-03-01", False)],
)
def test_open_ends_that_nobody_reports(
    ledger: Ledger, status: Status, published: str, unreported: bool
) -> None:
    """What should have begun and was not reported since says so; what is under way does not."""
    ledger.file(reading(visit("2024-03-01", status=status), published=published))
    assert len(ledger.records(status="unreported")) == unreported


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-03-01", (date(2024, 3, 1), date(2024, 3, 1))),
        ("2024-03-01/2024-03-04", (date(2024, 3, 1), date(2024, 3, 4))),
        ("2024-03-01/..", (date(2024, 3, 1), None)),
    ],
)
def test_open_ends_are_written_and_read_back(value: str, days: tuple[date, date | None]) -> None:
    """The value of the field "when" and its days are the same in both directions."""
    assert span(value) == days
    assert interval(*days) == value


def test_open_ends_match_until_reported() -> None:
    """For matching, what is under way without a known end lasts until the day it is reported."""
    (report,) = reports(reading(visit("2024-03-01"), published="2024-03-03"))
    assert features(report).windows == ((date(2024, 3, 1).toordinal(), date(2024, 3, 3).toordinal()),)
