"""The example page that everybody runs first: what its reading has to hold."""

from datetime import date
from pathlib import Path

import pytest

import dragoman
from dragoman.model import Engagement, Reading


@pytest.fixture(scope="module")
def reading(root: Path) -> Reading:
    """The page's reading."""
    return dragoman.read(root / "examples" / "niger-talks.html")


def having(reading: Reading, name: str) -> Engagement:
    """The one engagement in which the person with the family name `name` takes part."""
    found = [
        engagement
        for engagement in reading.engagements
        if any(participant.name.split()[-1] == name for participant in engagement.participants)
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("name", "kind", "start", "end"),
    [
        ("FitzGibbon", "meeting", date(2024, 4, 25), date(2024, 4, 25)),
        ("Ekman", "meeting", date(2024, 4, 25), date(2024, 4, 25)),
        ("Maier", "meeting", date(2024, 4, 29), date(2024, 5, 5)),
        ("Anderson", "meeting", date(2024, 4, 29), date(2024, 5, 5)),
        ("Campbell", "visit", None, None),
    ],
)
def test_who_meets_when(reading: Reading, name: str, kind: str, start: date | None, end: date | None) -> None:
    """Each person takes part in one announced engagement in Niamey, on the days that the page gives."""
    engagement = having(reading, name)
    assert (engagement.kind, engagement.status) == (kind, "announced")
    assert (engagement.start, engagement.end) == (start, end)
    assert engagement.place is not None
    assert (engagement.place.name, engagement.place.country) == ("Niamey", "NER")


def test_talks_that_ended_without_agreement(reading: Reading) -> None:
    """The talks since July 2023 are one engagement that failed."""
    failed = [engagement for engagement in reading.engagements if engagement.status == "failed"]
    assert len(failed) == 1
    assert {"USA", "NER"} <= set(failed[0].countries)


def test_what_was_said(reading: Reading) -> None:
    """The United States acknowledged and reaffirmed; a headline is nobody's statement."""
    said = {(item.speaker.country, item.act) for item in reading.statements if item.speaker is not None}
    assert {("USA", "acknowledge"), ("USA", "reaffirm")} <= said
    assert all(item.content.start > len(reading.document.title or "") for item in reading.statements)
