"""An office named instead of a person is known by its key, in both languages, with whose it is."""

from datetime import date

import pytest
from tests.ledger.accounts import engagement, reading

from dragoman.ledger import Ledger
from dragoman.ledger.features import sort_of
from dragoman.ledger.titled import LEADER, office_key, office_of, offices_held


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("President of Russia", "head_of_state"),
        ("président français", "head_of_state"),
        ("Président de la République", "head_of_state"),
        ("president of the Republic of Korea", "head_of_state"),
        ("acting prime minister", "head_of_government"),
        ("Premier ministre indien", "head_of_government"),
        ("British foreign minister", "foreign_minister"),
        ("chef de la diplomatie chinoise", "foreign_minister"),
        ("secrétaire d'État américain", "secretary_of_state"),
        ("leaders of Serbia", LEADER),
        ("dirigeants serbes", LEADER),
        ("officials of Serbia", None),
        ("Sergei Lavrov", None),
        ("President Vučić", None),
        ("Foreign Minister and his aides", None),
        ("Russia", None),
        ("", None),
    ],
)
def test_titled_an_office_is_told_whatever_state_stands_with_it(name: str, office: str | None) -> None:
    """An office with a state's name or adjective is that office; what tells more is none."""
    assert office_of(name) == office
    assert (sort_of(name) == "office") is bool(office)


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("directeur général des opérations militaires", "office"),
        ("deputy minister of trade", "office"),
        ("General Ekman", "person"),
        ("al-Sharaa", "person"),
        ("president Vučić", "person"),
    ],
)
def test_titled_what_begins_with_a_title_and_has_no_name_is_an_office(name: str, sort: str) -> None:
    """A title without a capital after it names an office, however it goes on."""
    assert sort_of(name) == sort


def test_titled_offices_are_known_by_state_and_day() -> None:
    """A secretary of state is a foreign minister where the state calls it so; holders are dated."""
    assert office_key("Secretary of State", "USA") == "foreign_minister"
    assert office_key("Secretary of State", "GBR") != "foreign_minister"
    assert "foreign_minister" in offices_held("Antony Blinken", "USA", date(2024, 2, 16))
    assert not offices_held("Antony Blinken", "USA", date(2019, 2, 16))
    assert not offices_held("Antony Blinken", "USA", None)


@pytest.mark.parametrize(
    ("first", "second", "records"),
    [
        (("Antony Blinken||USA", "Wang Yi||CHN"),
         ("secrétaire d'État américain||USA", "chef de la diplomatie chinoise||CHN"), 1),
        (("Vladimir Putin||RUS", "Narendra Modi||IND"), ("President of Russia||RUS", "Modi||IND"), 1),
        (("leaders of Serbia||SRB", "leaders of Kosovo||XKX"), ("Vučić||SRB", "Albin Kurti||XKX"), 1),
        (("Antony Blinken||USA", "Wang Yi||CHN"), ("defence minister||USA", "defence minister||CHN"), 2),
    ],
)  # fmt: skip
def test_titled_an_account_by_offices_joins_one_by_names(
    first: tuple[str, ...], second: tuple[str, ...], records: int, ledger: Ledger
) -> None:
    """Who is named by one and by office in another is one, if the office was theirs that day."""
    for number, people in enumerate((first, second)):
        account = engagement(*people, start="2024-02-16", quote="They met.")
        ledger.file(reading(account, published="2024-02-17", publisher=f"Paper {number}"))
    assert ledger.stats()["records"] == records
