"""Single days of short texts: datelines, bylines, metadata."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.times import parse_day

CASES = [
    ("Source: U.S. Department Of State, April 24, 2024", date(2024, 4, 24)),
    ("Fri. Jun 2nd, 2023", date(2023, 6, 2)),
    ("Brussels, 19/06/2021", date(2021, 6, 19)),
    ("Thu 03rd October 2019 | 03:54 PM", date(2019, 10, 3)),
    ("2024-03-12T10:00:00Z", date(2024, 3, 12)),
    ("BRUSSELS (Agency - 03rd October, 2019)", date(2019, 10, 3)),
    ("Paris, le 1er mai 2020", date(2020, 5, 1)),
    ("Publié le mardi 23 avril 2024 à 14h05", date(2024, 4, 23)),
    ("ShareMarch 12, 2024Print", date(2024, 3, 12)),
    ("March 2024", None),
    ("Tuesday", None),
    ("10-12 March 2024", None),
    ("no day here", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "day"), CASES)
def test_parse_day_gives_the_first_single_day(text: str, day: date | None) -> None:
    """A text that names one day gives it; a month, a range or a weekday without a date gives None."""
    assert parse_day(text) == day


def test_parse_day_counts_from_the_published_day() -> None:
    """With a published day, a weekday or "yesterday" is a day too."""
    assert parse_day("Posted yesterday", published=date(2024, 3, 1)) == date(2024, 2, 29)
