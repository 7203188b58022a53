"""Engagements of schedules: what a heading says holds for the entries below it."""

from datetime import date

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

WEEK = """European Council
Press release | 13 January 2023 | 14:05

Weekly schedule of President Charles Michel, 16-22 January 2023

Tuesday 17 January 2023
Strasbourg
09.00 Speech at the European Parliament
12.15 Meeting with President of the European Parliament Roberta Metsola

Wednesday 18 January 2023
Davos
11.00 Meeting with President of Colombia Gustavo Petro

Friday 20 January 2023
15.00 Meeting with Prime Minister of Estonia Kaja Kallas
"""


def read(text: str) -> list[Engagement]:
    """The engagements of a page published on 13 January 2023."""
    return find_engagements(annotate(Document(text=text, published=date(2023, 1, 13), language="en")))


def test_headings_give_day_place_and_official_until_the_next_ones() -> None:
    """A town below a day holds for that day only; the line that names the schedule tells whose it is."""
    petro, kallas = read(WEEK)
    assert [p.name for p in petro.participants] == ["Charles Michel", "Gustavo Petro"]
    assert petro.start == petro.end == date(2023, 1, 18)
    assert petro.place is not None
    assert (petro.place.name, petro.place.country) == ("Davos", "CHE")
    assert kallas.start == date(2023, 1, 20)
    assert kallas.place is None


def test_an_organisations_own_people_meet_among_themselves_anywhere() -> None:
    """The heads of two bodies of the Union meet internally, in Strasbourg as in Brussels."""
    named = {p.name for e in read(WEEK) for p in e.participants}
    assert "Roberta Metsola" not in named
