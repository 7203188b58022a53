"""Who held an office when."""

from itertools import pairwise

import pytest

from dragoman.authority.holders import holder_of, holders, holders_named, surname

# office, country, day, person
CASES = [
    ("head_of_state", "USA", "2016-11-01", "Barack Obama"),
    ("head_of_state", "USA", "2017-01-25", "Donald Trump"),
    ("foreign_minister", "USA", "2012-05-05", "Hillary Clinton"),
    ("head_of_government", "USA", "2022-02-01", "Joe Biden"),
    ("head_of_state", "NER", "2023-06-30", "Mohamed Bazoum"),
    ("head_of_state", "NER", "2024-04-24", "Abdourahamane Tiani"),
    ("foreign_minister", "GBR", "2022-09-20", "James Cleverly"),
    ("head_of_government", "DEU", "2015-01-01", "Angela Merkel"),
    ("foreign_minister", "RUS", "2010-01-01", "Sergei Lavrov"),
    ("foreign_minister", "EU", "2021-07-01", "Josep Borrell"),
    ("head_of_organisation", "UN", "2005-01-01", "Kofi Annan"),
    ("head_of_organisation", "NATO", "2020-01-01", "Jens Stoltenberg"),
]


@pytest.mark.parametrize(("office", "country", "day", "person"), CASES)
def test_holder_of_by_day(office: str, country: str, day: str, person: str) -> None:
    """The holder of an office on a day is the one whose term it falls in."""
    holder = holder_of(office, country, day)
    assert holder is not None
    assert holder.person == person


def test_holder_of_unknown_is_none() -> None:
    """Before the first term on file nobody is returned."""
    assert holder_of("foreign_minister", "NER", "1961-01-01") is None
    assert holder_of("archbishop", "FRA", "2020-01-01") is None


@pytest.mark.parametrize(
    ("name", "on", "people"),
    [
        ("Çavuşoğlu", "2018-03", {"Mevlüt Çavuşoğlu"}),
        ("cavusoglu", "2018-03", {"Mevlüt Çavuşoğlu"}),
        ("Blinken", "2024-04-24", {"Antony Blinken"}),
        ("Antony J. Blinken", "2024-04-24", {"Antony Blinken"}),
        ("von der Leyen", "2022-01", {"Ursula von der Leyen"}),
        ("Xi", "2020-01", {"Xi Jinping"}),
        ("Blinken", "2026-01", set()),
        ("Nobody", None, set()),
    ],
)
def test_holders_named_by_any_form(name: str, on: str | None, people: set[str]) -> None:
    """A person is found by full name, other name or surname, accents and case aside, within the term."""
    assert {term.person for term in holders_named(name, on)} == people


def test_surname_keeps_particles() -> None:
    """A surname has its particles."""
    assert surname("Ursula von der Leyen") == "von der Leyen"
    assert surname("Joe Biden") == "Biden"


def test_terms_do_not_overlap() -> None:
    """One office of one country has one holder at a time, save for the month of a change."""
    terms: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for term in holders():
        terms.setdefault((term.office, term.country), []).append(
            (term.start, term.end or "9999-12", term.person)
        )
    for office, rows in terms.items():
        for (_, end, first), (start, _, second) in pairwise(sorted(rows)):
            assert end <= start, (office, first, second)


def test_there_are_enough_terms() -> None:
    """All parts of the world are covered."""
    assert len(holders()) >= 1700
    assert len({term.country for term in holders()}) >= 190
