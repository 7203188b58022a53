"""Participants of several reports: who of them is one, and how a record is called."""

from tests.ledger.accounts import engagement, reading

from dragoman.ledger.merging import merge
from dragoman.ledger.writer import prepare
from dragoman.model import Engagement, Record

FITZGIBBON = "Kathleen FitzGibbon|Ambassador|USA"


def merged(*accounts: Engagement) -> Record:
    """The record that accounts of one happening add up to, one account a document."""
    found = [
        report
        for i, one in enumerate(accounts)
        for report in prepare(
            reading(one, text=f"Text {i}.", publisher=f"Outlet {i}", published="2024-04-25")
        ).reports
    ]
    return merge(found)


def test_gather_one_name_in_full_is_one_person_whatever_country_each_account_tells() -> None:
    """Of two countries told of one person the record keeps both, as a disagreement."""
    record = merged(
        engagement(FITZGIBBON, "Kenneth Ekman||USA", "CNSP||NER", start="2024-04-25"),
        engagement(FITZGIBBON, "Kenneth Ekman||USA", "CNSP||NER", start="2024-04-25"),
        engagement(FITZGIBBON, "Kenneth Ekman||NER", "CNSP||NER", start="2024-04-25"),
    )
    assert [one.name for one in record.participants].count("Kenneth Ekman") == 1
    assert [value.value for value in record.fields["participants.ekman.country"]] == ["USA", "NER"]


def test_gather_a_family_name_alone_is_told_apart_by_its_country() -> None:
    """Two people who share a family name and act for two countries are two."""
    record = merged(
        engagement("Ali||PAK", "Smith||GBR", start="2024-04-25"),
        engagement("Ali||EGY", "Smith||GBR", start="2024-04-25"),
    )
    assert sorted(one.country or "" for one in record.participants if one.name == "Ali") == ["EGY", "PAK"]


def test_title_names_the_country_visited_once() -> None:
    """A visit to a country without a town is not titled "United States, United States"."""
    visit = engagement(
        "Mahamadou Issoufou|President|NER",
        kind="visit",
        countries=("USA",),
        place="United States|USA",
        start="2011-07-29",
    )
    assert merged(visit).title == "Visit: Mahamadou Issoufou (NER) – United States"
