"""Matching tells which accounts are of one engagement: floors on stories in two languages."""

import pytest
from bench.stories import evaluate, rows

# Engagements annotated by hand, so that this measures matching alone. The open half was looked at
# while the rules were made, the held-out one was not; the varied and later ones were looked at after they
# had been measured once. Lowering a floor needs a reason in the commit.
PRECISION, RECALL = 0.97, 0.90
LATER = 0.84  # recall of the stories that came last, as first measured: two pairs of nineteen are groups


@pytest.mark.parametrize(
    ("part", "pairs", "recall"),
    [("open", 42, RECALL), ("held-out", 40, RECALL), ("varied", 42, RECALL), ("later", 19, LATER)],
)
def test_matching_stories_are_told_apart(part: str, pairs: int, recall: float) -> None:
    """Accounts of one engagement become one record, and no others do."""
    result = evaluate(part)
    assert result.right + result.missed == pairs, "the gold changed: measure anew, then change this"
    assert result.precision >= PRECISION, result.errors
    assert result.recall >= recall, result.errors


@pytest.mark.parametrize(("part", "recall"), [("held-out", 0.82), ("later", 0.85)])
def test_matching_stories_are_told_apart_as_read(part: str, recall: float) -> None:
    """Read from the documents, too, accounts of one engagement become one record, and no others do."""
    result = evaluate(part, end_to_end=True)
    assert result.precision >= 0.95, result.errors
    assert result.recall >= recall, result.errors


def test_matching_stories_are_enough() -> None:
    """At least twelve stories in two languages, half of them held out, and eight more varied ones."""
    stories = {row["story"]: row["split"] for row in rows("all")}
    assert len(stories) >= 12
    parts = list(stories.values())
    assert parts.count("held-out") * 2 >= parts.count("open") + parts.count("held-out")
    assert parts.count("varied") >= 8
