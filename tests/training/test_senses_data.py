"""The sentences from which the sense of engagements is made, and what it is never made from."""

import ast
import csv
from collections import Counter
from pathlib import Path

import pytest

from dragoman.coding.sense import KINDS, STATES

FILES = ("en-news", "en-official", "fr")


def rows(root: Path, name: str) -> list[dict[str, str]]:
    """The rows of a file of written sentences."""
    path = root / "training" / "data" / "engagements" / f"{name}.tsv"
    with path.open(encoding="utf8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_has_a_state_and_a_kind_or_neither(root: Path, name: str) -> None:
    """A slip in a label would teach the model nonsense."""
    for row in rows(root, name):
        told = row["status"] in STATES and row["kind"] in KINDS
        assert told or (row["status"], row["kind"]) == ("none", "-"), row


@pytest.mark.parametrize("name", FILES)
def test_sentences_are_many_and_of_all_states(root: Path, name: str) -> None:
    """Each file has hundreds of different sentences, every state, and almost as many that tell of none."""
    found = rows(root, name)
    counts = Counter(row["status"] for row in found)
    assert len({row["sentence"] for row in found}) == len(found) >= 700
    assert all(counts[state] >= 35 for state in STATES)
    assert 0.4 <= counts["none"] / len(found) <= 0.5


def test_held_out_documents_are_never_fitted_to(root: Path) -> None:
    """The folders that the model is fitted to are those open to development."""
    tree = ast.parse((root / "training" / "senses.py").read_text(encoding="utf8"))
    folders = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "OPEN"
    )
    assert not [name for name in folders if name.startswith("held")]
