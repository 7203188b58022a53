"""What holds for any input: nothing raises, spans lie in the text, and time is linear."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.times.rows import rows

from dragoman.errors import UsageError
from dragoman.times import find_times

WORDS = sorted({word for name in ("english", "french") for row in rows(name) for word in row.text.split()})
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))
SOUP = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=40).map(" ".join)


def check(text: str, published: date | None, language: str | None) -> None:
    """Reads a text and checks that its spans and bounds are sound."""
    last = 0
    for found in find_times(text, published, language=language):
        assert last <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.value is not None or found.note
        if found.earliest and found.latest:
            assert found.earliest <= found.latest
        last = found.end


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300), published=DAYS, language=st.sampled_from(["en", "fr", None]))
def test_any_text_gives_sound_spans(text: str, published: date | None, language: str | None) -> None:
    """Whatever the text, nothing raises, spans lie inside it in order, and bounds are in order."""
    check(text, published, language)


@settings(max_examples=300, deadline=None)
@given(text=SOUP, published=DAYS, language=st.sampled_from(["en", "fr"]))
def test_soup_of_time_words_gives_sound_spans(text: str, published: date | None, language: str) -> None:
    """Words of time in any order, with any published day to the calendar's ends, are read soundly."""
    check(text, published, language)


UNITS = [
    "1", "12/", "1,000", "a", "\n ", "May ", "from 3 to ", "3-4-", "the ", "two hundred ", "a week after ",
    "early ", "'", "every ", "il y a ", "the week of ", "du 3 au ", "\u00a0", "Tuesday, ", "will ", "and ",
]  # fmt: skip
MEGABYTES = ["9", "12:", "Monday ", "- ", "aA"]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_ten_times_the_text_takes_ten_times_the_time(unit: str, language: str) -> None:
    """Any unit repeated is read in time that grows with its length, not its square."""
    small, large = (clock(unit * (size // len(unit)), language) for size in (4_000, 40_000))
    assert large < 40 * max(small, 0.01)


@pytest.mark.slow
@pytest.mark.parametrize("unit", MEGABYTES, ids=repr)
def test_a_megabyte_of_junk_is_read_in_seconds(unit: str) -> None:
    """A megabyte of the worst units takes seconds, not minutes."""
    assert clock(unit * (1_000_000 // len(unit)), "en") < 60


def clock(text: str, language: str) -> float:
    """Seconds of this process's own time to read a text: the best of three, since memory is tidied at times."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        find_times(text, "2024-04-24", language=language)
        taken.append(time.process_time() - began)
    return min(taken)


def test_ten_kilobytes_of_digits_are_read() -> None:
    """A number longer than Python converts is no date and no error."""
    assert find_times("9" * 10_000, "2024-04-24") == []


def test_published_that_is_no_date_is_named_in_one_line() -> None:
    """A published day that cannot be read is wrong use, with the form to give it in."""
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        find_times("Monday", "soon")


def test_language_without_a_lexicon_is_named_in_one_line() -> None:
    """A language that has no folder in the lexicon is wrong use, with those that exist."""
    with pytest.raises(UsageError, match="en, fr"):
        find_times("Montag", "2024-04-24", language="de")
