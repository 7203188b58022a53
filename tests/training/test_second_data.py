"""The documents from which the second reading is made, and what it is never made from."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

STATES = {"announced", "underway", "held", "postponed", "cancelled", "failed"}
KINDS = {"meeting", "visit", "call", "talks", "summit", "dialogue", "signing", "other"}


@pytest.fixture(scope="module")
def rows(root: Path) -> list[dict[str, Any]]:
    """All written documents."""
    files = sorted((root / "training" / "data" / "documents").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf8").splitlines()]


def test_every_phrase_stands_in_its_document(rows: list[dict[str, Any]]) -> None:
    """The words that tell an engagement are found literally, white space aside."""
    for row in rows:
        text = " ".join(row["text"].split())
        for engagement in row["engagements"]:
            assert engagement["told"], row["id"]
            for phrase in engagement["told"]:
                assert " ".join(phrase.split()) in text, (row["id"], phrase)


def test_labels_are_those_of_the_model(rows: list[dict[str, Any]]) -> None:
    """A slip in a label would teach the network nonsense."""
    for row in rows:
        assert row["lang"] in ("en", "fr")
        date.fromisoformat(row["published"])
        for engagement in row["engagements"]:
            assert engagement["status"] in STATES, row["id"]
            assert engagement["kind"] in KINDS, row["id"]
            days = [date.fromisoformat(engagement[k]) for k in ("start", "end") if engagement.get(k)]
            assert days == sorted(days), row["id"]


def test_documents_are_many_and_of_all_states_and_kinds(rows: list[dict[str, Any]]) -> None:
    """Hundreds of different pages, a fifth of them French, some of which tell of nothing."""
    told = [e for row in rows for e in row["engagements"]]
    states, kinds = Counter(e["status"] for e in told), Counter(e["kind"] for e in told)
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows) >= 700
    assert sum(row["lang"] == "fr" for row in rows) >= len(rows) / 5
    assert sum(not row["engagements"] for row in rows) >= 50
    assert all(states[state] >= 50 for state in STATES)
    assert all(kinds[kind] >= 15 for kind in KINDS)


def test_no_document_to_measure_on_is_among_them(root: Path, rows: list[dict[str, Any]]) -> None:
    """The held-out folders, and the one on which bounds are chosen, are never fitted to."""
    texts = {" ".join(row["text"].split()) for row in rows}
    folders = [f for f in (root / "bench" / "gold" / "engagements").iterdir() if f.name.startswith("held")]
    for folder in [*folders, root / "bench" / "gold" / "engagements" / "eighth"]:
        for path in folder.glob("*.txt"):
            assert " ".join(path.read_text(encoding="utf8").split()) not in texts, path


def test_the_script_names_no_folder_to_measure_on(root: Path) -> None:
    """What it reads of the annotated folders is listed, and no held-out one is in the list."""
    source = (root / "training" / "second_data.py").read_text(encoding="utf8")
    listed = source[source.index("OPEN = (") : source.index(")", source.index("OPEN = ("))]
    assert "held" not in listed
    assert "eighth" not in listed
