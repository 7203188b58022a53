"""Many sources: read in order, whoever reads them, and nothing lost before one that fails."""

from pathlib import Path

import pytest

import dragoman
from dragoman.coding import many
from dragoman.errors import NotFound, UsageError
from dragoman.formats.readings import to_json

TEXTS = (
    "LISBON, May 14, 2024 - Foreign Minister Ana Prates met her Fijian counterpart in Lisbon on Monday.",
    "OSLO, May 15, 2024 - Prime Minister Nils Dahl will visit Lima next week for talks with Peru.",
    "SUVA, May 16, 2024 - Talks between Fiji and Oman on fisheries were postponed, officials said.",
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three small statements on disk."""
    paths = [tmp_path / f"{i}.txt" for i in range(len(TEXTS))]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text, encoding="utf8")
    return paths


@pytest.mark.slow
def test_several_processes_read_the_same_in_the_same_order(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes give the readings of one, in the order of the sources."""
    monkeypatch.setattr(many, "BATCH", 1)
    alone = [to_json(reading) for reading in dragoman.read_many(files)]
    together = [to_json(reading) for reading in dragoman.read_many(files, processes=2)]
    assert together == alone
    assert len(alone) == len(TEXTS)


@pytest.mark.slow
@pytest.mark.parametrize("processes", [1, 2])
def test_what_stands_before_a_missing_source_is_read(files: list[Path], processes: int) -> None:
    """The readings before a source that cannot be read are given, then its error."""
    readings = dragoman.read_many([files[0], files[0].with_name("none.txt"), files[1]], processes=processes)
    assert next(readings).document.text.startswith("LISBON")
    with pytest.raises(NotFound, match=r"none\.txt"):
        next(readings)


def test_no_process_is_no_way_to_read(files: list[Path]) -> None:
    """Fewer than one process is refused before anything is read."""
    with pytest.raises(UsageError, match="processes is 0"):
        dragoman.read_many(files, processes=0)
