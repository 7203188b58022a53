"""The Historian's files as they are published."""

from pathlib import Path

import pytest

from dragoman.authority.historian import Trip, Visit, chiefs, travels, visits


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    """The folder with the three repositories."""
    path = shared / "gold" / "history.state.gov"
    if not path.is_dir():
        pytest.skip("needs ../shared/gold/history.state.gov")
    return path


@pytest.mark.gold
def test_travels_and_visits_have_countries(folder: Path) -> None:
    """Nearly every trip and visit has its country's code, a person and days in order."""
    trips = list(travels(folder / "travels"))
    stays = list(visits(folder / "visits"))
    assert len(trips) > 4000
    assert len(stays) > 2900
    rows: list[Trip | Visit] = [*trips, *stays]
    assert sum(row.country is None for row in rows) / len(rows) < 0.005
    assert all(trip.who for trip in trips)
    assert sum(row.start > row.end for row in rows) < 10


@pytest.mark.gold
def test_chiefs_have_names_and_posts(folder: Path) -> None:
    """Every term has a person and a title; missions to states have their code."""
    terms = list(chiefs(folder / "pocom"))
    assert len(terms) > 7000
    assert all(term.person and term.title and term.start for term in terms)
    assert sum(term.post is not None for term in terms) > 4500
