"""The scorer of engagements, on rows made by hand."""

from typing import Any

import pytest
from bench.engagements import last_word, pairs, score, similarity


def row(**given: Any) -> dict[str, Any]:
    """A row with what the test names."""
    base: dict[str, Any] = {
        "kind": "meeting", "status": "held", "participants": [{"name": "Ana Silva"}, {"name": "Bo Lind"}],
        "countries": ["PRT", "SWE"], "place": {"name": "Lisbon"}, "start": "2024-05-01", "end": "2024-05-01",
    }  # fmt: skip
    return {**base, **given}


@pytest.mark.parametrize(
    ("name", "word"),
    [("Recep Tayyip Erdoğan", "erdogan"), ("CNSP", "cnsp"), ("São Tomé", "tome"), (None, "")],
)
def test_names_are_compared_by_their_last_word(name: str | None, word: str) -> None:
    """Accents, case and given names do not count."""
    assert last_word(name) == word


def test_the_same_engagement_shares_everything() -> None:
    """A row is wholly similar to itself."""
    assert similarity(row(), row()) == pytest.approx(1.0)


def test_a_pair_counts_only_from_one_half_on() -> None:
    """Another meeting of other people on another day is no pair."""
    other = row(participants=[{"name": "Li Wei"}], countries=["CHN"], start="2023-01-01", end="2023-01-01")
    assert pairs([row()], [other]) == []


def test_a_document_without_engagements_counts_what_was_read_from_it() -> None:
    """Something read from nothing shows in its own figure."""
    total = score([{"id": "x", "engagements": []}], [[row()]])
    assert (total.from_empty, total.found, total.read) == (1, 0, 1)
