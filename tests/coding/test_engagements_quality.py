"""Engagements: quality is gated by floors on named corpora, with a margin for noise of the parse."""

from pathlib import Path

import pytest
from bench.engagements import Score, corpus_hash, measure

# corpus -> hash of its gold.json, floors. Lower a floor only with a reason in the changelog.
OWN = ("bench/gold/engagements/dev", "cb074b013e84")
OWN_FLOORS = {"f1": 0.90, "status": 0.95, "dates": 0.90, "place": 0.78, "names": 0.92}
GOLD_HASH = "816f66b4da7b"
GOLD_FLOORS = {"f1": 0.90, "status": 0.95, "dates": 0.90, "place": 0.90, "names": 0.93}


def check(score: Score, floors: dict[str, float]) -> None:
    """Compare a score with its floors, all at once."""
    reached = {"f1": score.f1, "names": score.names}
    reached |= {name: score.share(name) for name in ("status", "dates", "place")}
    short = {name: round(reached[name], 3) for name, floor in floors.items() if reached[name] < floor}
    assert not short, f"below the floor: {short}; {score.line()}"
    assert score.from_empty == 0


@pytest.mark.slow
def test_own_documents_reach_their_floors(root: Path) -> None:
    """The documents of bench/gold/engagements/dev are read as well as when the floors were set."""
    folder = root / OWN[0]
    assert corpus_hash(folder) == OWN[1], "the corpus changed: measure again and set hash and floors anew"
    check(measure(folder), OWN_FLOORS)


@pytest.mark.gold
def test_the_gold_documents_reach_their_floors(shared: Path) -> None:
    """The ten documents in the register of real pages reach the project's targets."""
    folder = shared / "gold" / "engagements"
    if not (folder / "gold.json").is_file():
        pytest.skip("needs ../shared/gold/engagements/gold.json")
    assert corpus_hash(folder) == GOLD_HASH, "the gold changed: measure again and set hash and floors anew"
    check(measure(folder), GOLD_FLOORS)
