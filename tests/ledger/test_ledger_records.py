"""What the ledger makes of documents: records, their fields and witnesses, statuses and changes."""

import datetime

import pytest
from tests.ledger.accounts import engagement, reading

from dragoman.ledger import Ledger
from dragoman.model import Actor, Event, Record, Span

FITZGIBBON = "Kathleen FitzGibbon|Ambassador|USA"
LAVROV, BLINKEN = "Sergei Lavrov|Foreign Minister|RUS", "Antony Blinken|Secretary of State|USA"
LONG = " ".join(f"word{number} of the agency's text" for number in range(30))


def only(ledger: Ledger) -> Record:
    """The only record of a ledger."""
    (record,) = ledger.records()
    return record


def test_ledger_the_same_document_twice_changes_nothing(ledger: Ledger) -> None:
    """A document is filed once, however often it is added."""
    account = reading(engagement(LAVROV, BLINKEN, start="2024-03-01"), url="https://a.example/x?utm_source=y")
    first = ledger.file(account)
    again = ledger.file(account)
    assert (first.new, again.new) == (True, False)
    assert first.document == again.document
    assert ledger.stats()["documents"] == ledger.stats()["reports"] == 1


def test_ledger_a_wire_copy_is_kept_but_no_further_witness(ledger: Ledger) -> None:
    """A near-identical body under another title is marked as a copy and does not count."""
    account = engagement(LAVROV, BLINKEN, start="2024-03-01")
    ledger.file(
        reading(account, text=LONG, title="Ministers meet", publisher="Agency", published="2024-03-01")
    )
    ledger.file(
        reading(account, text=LONG + " Ends.", title="Talks", publisher="Paper", published="2024-03-02")
    )
    record = only(ledger)
    assert len(record.reports) == 2
    assert record.witnesses == 1
    agency, paper = record.reports
    assert agency.document.copy_of is None
    assert paper.document.copy_of == agency.document.id


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ((("2024-02-20", "announced"),), "announced"),
        ((("2024-02-20", "announced"), ("2024-03-02", "held")), "held"),
        ((("2024-03-02", "held"), ("2024-03-03", "announced")), "held"),
        ((("2024-02-20", "announced"), ("2024-02-25", "postponed")), "postponed"),
        ((("2024-02-25", "postponed"), ("2024-02-27", "announced")), "announced"),
        ((("2024-02-20", "announced"), ("2024-02-25", "cancelled")), "cancelled"),
        ((("2024-02-20", "held"), ("2024-02-21", "announced")), "announced"),  # held before its day?
        ((("2024-03-01", "underway"), ("2024-03-02", "cancelled")), "cancelled"),
    ],
)
def test_ledger_status_is_the_last_reported(statuses: tuple[tuple[str, str], ...], status: str) -> None:
    """A record's status follows the reports in the order of their publication, not of adding."""
    from dragoman.ledger.merging import merge
    from dragoman.ledger.writer import prepare

    found = [
        report
        for published, said in statuses
        for report in prepare(
            reading(engagement(LAVROV, BLINKEN, start="2024-03-01", status=said), published=published)  # type: ignore[arg-type]
        ).reports
    ]
    assert merge(found[::-1]).status == status


def test_ledger_a_day_that_passed_without_a_report_is_shown_as_such(url: str) -> None:
    """An announced engagement is never held by the passing of its day alone."""
    days = [datetime.datetime(2024, 4, 24, tzinfo=datetime.UTC)]
    with Ledger(url, now=lambda: days[0]) as ledger:
        ledger.file(
            reading(
                engagement(FITZGIBBON, "CNSP||NER", status="announced", start="2024-04-25"),
                published="2024-04-24",
            )
        )
        assert (only(ledger).status, only(ledger).unreported) == ("announced", False)
        assert ledger.records(status="unreported") == []
        days[0] = datetime.datetime(2024, 4, 26, tzinfo=datetime.UTC)
        assert (only(ledger).status, only(ledger).unreported) == ("announced", True)
        assert len(ledger.records(status="unreported")) == 1


def test_ledger_announced_postponed_and_held_is_one_record_with_a_history(ledger: Ledger) -> None:
    """A meeting that was moved is one record, whose changes tell of the move."""
    told = (
        (
            "2024-02-20",
            engagement(LAVROV, BLINKEN, status="announced", start="2024-03-01", place="Geneva|CHE"),
        ),
        (
            "2024-02-28",
            engagement(
                LAVROV,
                BLINKEN,
                status="postponed",
                start="2024-03-01",
                new_start="2024-03-09",
                place="Geneva|CHE",
            ),
        ),
        ("2024-03-10", engagement(LAVROV, BLINKEN, status="held", start="2024-03-09", place="Geneva|CHE")),
    )
    for published, account in reversed(told):
        ledger.file(reading(account, published=published))
    record = only(ledger)
    assert record.status == "held"
    assert str(record.start) == "2024-03-09"
    kinds = {change.kind for change in ledger.changes(record=record.id)}
    assert {"announced", "postponed", "date moved", "held"} <= kinds


def test_ledger_two_days_are_two_records(ledger: Ledger) -> None:
    """The same people on different days meet twice."""
    for day in ("2024-03-01", "2024-03-05"):
        ledger.file(reading(engagement(LAVROV, BLINKEN, start=day), published=day))
    assert len(ledger.records()) == 2


def test_ledger_disagreements_are_kept_with_their_witnesses(ledger: Ledger) -> None:
    """Each value names who reports it; the party's own source leads."""
    ledger.file(
        reading(
            engagement(
                "Ken Ekman|Maj. Gen.|USA", "CNSP||NER", start="2024-04-25", quote="Gen. Ekman met the CNSP."
            ),
            publisher="Wire",
            published="2024-04-25",
        )
    )
    ledger.file(
        reading(
            engagement("Kenneth Ekman|Major General|USA", "CNSP||NER", start="2024-04-25"),
            publisher="U.S. Department of State",
            published="2024-04-24",
        )
    )
    first, second = only(ledger).fields["participants.ekman.role"]
    assert (first.value, first.preferred) == ("Major General", "from a party's official source")
    assert (second.value, second.preferred) == ("Maj. Gen.", None)
    (witness,) = second.witnesses
    assert (witness.outlet, witness.words) == ("Wire", "Gen. Ekman met the CNSP.")


def test_ledger_events_become_records_and_meetings_are_not_filed_twice(ledger: Ledger) -> None:
    """An event is filed with its sides; a CONSULT that tells of a filed meeting is not."""
    quote = Span(0, 9, "They met.")
    actors = (Actor("a", "state", "Russia", country="RUS"), Actor("b", "state", "Ukraine", country="UKR"))
    events = (
        Event("1", "CONSULT", None, ("a",), ("b",), 0.9, (quote,)),
        Event("2", "ACCUSE", "disapprove", ("a",), ("b",), 0.9, (Span(20, 30, "criticised"),)),
        Event(
            "3", "THREATEN", None, ("a",), ("b",), 0.9, (Span(40, 50, "threatened"),), auxiliary=("negation",)
        ),
    )
    ledger.file(
        reading(engagement(LAVROV, "Dmytro Kuleba||UKR", start="2024-04-24"), events=events, actors=actors)
    )
    (record,) = ledger.records(kind="event")
    assert (record.type, record.mode, record.countries) == ("ACCUSE", "disapprove", ("RUS", "UKR"))
    assert len(ledger.records()) == 2
