"""The quality gate: floors a little below what was measured, on a corpus known by its hash."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.timeml import corpus, digest, half
from bench.times import measure, ours

# Measured with `python -m bench.times` (value 0.788, standard form 0.861, relaxed 0.952, strict 0.850;
# half B 0.807, 0.858, 0.944).
# Lowering a floor takes a reason in the commit's message.
CORPUS = "1906204cc3591b1e"
FLOORS = {"value": 0.785, "standard_value": 0.857, "relaxed": 0.948, "strict": 0.845}
# The half that rules were checked on may not fall behind the other by more than noise.
HELD_FLOORS = {"value": 0.803, "standard_value": 0.854, "relaxed": 0.940}
# Words a second of processor time; 50,000 is what is promised, on a machine that does other work too.
SPEED = 50_000


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    """The annotated news documents, as they were when the floors were set."""
    folder = shared / "gold" / "timeml-aquaint"
    if not folder.is_dir():
        pytest.skip("needs ../shared/gold/timeml-aquaint")
    assert digest(folder) == CORPUS, "the corpus has changed: measure again and set the floors anew"
    return folder


@pytest.mark.gold
def test_quality_on_annotated_news_stays_above_its_floors(folder: Path) -> None:
    """Relaxed, strict and value F1 on all documents do not fall, and neither does the speed."""
    documents = list(corpus(folder))
    runs = [measure(ours, documents) for _ in range(3)]  # the best of three: other work slows a run
    score, speed = runs[0][0], max(speed for _, speed in runs)
    for name, floor in FLOORS.items():
        assert getattr(score, name) >= floor, name
    assert speed >= SPEED


@pytest.mark.gold
def test_quality_on_the_half_not_worked_on_stays_above_its_floors(folder: Path) -> None:
    """The half that only checks the rules scores as the other does."""
    score, _ = measure(ours, [document for document in corpus(folder) if half(document.name) == "B"])
    for name, floor in HELD_FLOORS.items():
        assert getattr(score, name) >= floor, name
