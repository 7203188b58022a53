"""English expressions: their words, type, value and bounds."""

from __future__ import annotations

import pytest
from tests.times.rows import Row, rows

from dragoman.times import find_times
from dragoman.times.language import guess


@pytest.mark.parametrize("row", rows("english"), ids=lambda row: f"{row.expression} in: {row.text[:40]}")
def test_expression_means_what_the_table_says(row: Row) -> None:
    """Each expression is found with its words, type, value, and first and last day."""
    found = {time.text: time for time in find_times(row.text, row.published)}
    assert row.expression in found, f"found {list(found)}"
    time = found[row.expression]
    assert (time.type, time.value, row.day(time.earliest), row.day(time.latest)) == (
        row.type,
        row.value,
        row.earliest,
        row.latest,
    )


@pytest.mark.parametrize("row", rows("english"), ids=lambda row: f"{row.expression} in: {row.text[:40]}")
def test_language_is_told_from_the_text(row: Row) -> None:
    """Without a language given, an English sentence is read as English."""
    assert guess(row.text) == "en"
