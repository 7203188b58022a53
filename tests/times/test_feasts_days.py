"""The days of feasts: by rule, and by the table of those that the moon moves."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.lexicon.tables import table
from dragoman.times import feasts
from dragoman.times.language import LANGUAGES

DAYS = [
    ("12-25", 2024, date(2024, 12, 25)),
    ("easter+0", 2024, date(2024, 3, 31)),
    ("easter-2", 1998, date(1998, 4, 10)),
    ("pascha+0", 2024, date(2024, 5, 5)),
    ("pascha+0", 2025, date(2025, 4, 20)),
    ("pascha+0", 1998, date(1998, 4, 19)),
    ("11-thu-4", 2024, date(2024, 11, 28)),
    ("05-mon-last", 2024, date(2024, 5, 27)),
    ("11-mon-1+1", 2024, date(2024, 11, 5)),
    ("@eid_al_fitr", 2024, date(2024, 4, 10)),
    ("@yom_kippur", 1998, date(1998, 9, 30)),
    ("@lunar_new_year", 2026, date(2026, 2, 17)),
    ("@nowruz", 2024, date(2024, 3, 20)),
    ("@diwali", 2025, date(2025, 10, 20)),
]


@pytest.mark.parametrize(("rule", "year", "first"), DAYS)
def test_feast_falls_on_the_day_that_calendars_give(rule: str, year: int, first: date) -> None:
    """A rule gives the known day of its year."""
    assert [begins for begins, _ in feasts.days(rule, year)] == [first]


def test_lunar_feast_may_fall_twice_in_a_year() -> None:
    """Eid al-Fitr fell in January and in December 2000."""
    assert [first for first, _ in feasts.days("@eid_al_fitr", 2000)] == [date(2000, 1, 8), date(2000, 12, 27)]


def test_year_beyond_the_table_has_no_day() -> None:
    """Nothing is guessed beyond the years that the table holds."""
    assert list(feasts.days("@eid_al_fitr", 1950)) == []


def test_table_of_feasts_is_sound() -> None:
    """Each stretch is short and in order, and no day stands twice."""
    rows = table("feasts")
    assert len({(row["feast"], row["first"]) for row in rows}) == len(rows)
    for row in rows:
        assert 0 <= (date.fromisoformat(row["last"]) - date.fromisoformat(row["first"])).days <= 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_feasts_that_a_language_names_stand_in_the_table(language: str) -> None:
    """A language's word for a moving feast leads to days."""
    named = {row["value"][1:] for row in table(f"{language}/times") if row["value"].startswith("@")}
    assert named <= {row["feast"] for row in table("feasts")}
