"""The training data keeps its own rules: spans, labels, and a test part that training never saw."""

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from training.diversity import distinct, masked
from training.rows import HERE, read

from dragoman.coding.ontology import NONE, auxiliaries, events, modes

FILES = ("composed.tsv", "event_free.tsv", "hand_test.tsv", "hand_train.tsv", "none_train.tsv")
COLUMNS = ["id", "sentence", "source", "target", "event", "mode", "auxiliary", "template", "part"]


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of one file."""
    return read(HERE / name)


def everything() -> list[dict[str, str]]:
    """The rows of all files."""
    return [row for name in FILES for row in rows(name)]


def plain(sentence: str) -> str:
    """Letters and digits of a sentence in lower case."""
    return re.sub(r"\W+", " ", sentence.lower()).strip()


@pytest.mark.parametrize("name", FILES)
def test_spans_are_exact_and_apart(name: str) -> None:
    """Source and target of every row stand in its sentence and are two different texts."""
    wrong = [
        row["id"]
        for row in rows(name)
        if row["source"] not in row["sentence"]
        or row["target"] not in row["sentence"]
        or row["source"] == row["target"]
        or not row["source"].strip() == row["source"] != ""
        or not row["target"].strip() == row["target"] != ""
    ]
    assert not wrong


@pytest.mark.parametrize("name", FILES)
def test_labels_are_of_the_ontology(name: str) -> None:
    """Types, modes, auxiliaries and parts are among those that exist."""
    wrong = [
        row["id"]
        for row in rows(name)
        if list(row) != COLUMNS
        or row["event"] not in events()
        or (row["mode"] and (row["event"], row["mode"]) not in modes())
        or not set(filter(None, row["auxiliary"].split(","))) <= set(auxiliaries())
        or row["part"] not in ("train", "test")
    ]
    assert not wrong


def test_no_pair_twice() -> None:
    """A sentence with the same two actors in the same order stands once in the data, with one label."""
    seen = Counter((row["sentence"], row["source"], row["target"]) for row in everything())
    assert [pair for pair, count in seen.items() if count > 1] == []


def test_test_part_is_unseen() -> None:
    """No frame, no sentence and no sentence with other actors of the test part is in the train part."""
    train = [row for row in everything() if row["part"] == "train"]
    test = [row for row in everything() if row["part"] == "test"]
    assert not {row["template"] for row in train} & {row["template"] for row in test}
    assert not {plain(row["sentence"]) for row in train} & {plain(row["sentence"]) for row in test}
    assert not {masked(row) for row in train} & {masked(row) for row in test}


def test_every_type_and_mode_is_there() -> None:
    """The train part has every type and mode, and the test part every type."""
    train = {(row["event"], row["mode"] or None) for row in everything() if row["part"] == "train"}
    assert {mode for mode in modes() if mode[1]} <= train
    assert set(events()) == {row["event"] for row in rows("hand_test.tsv")} == {event for event, _ in train}


def test_amounts() -> None:
    """The amounts that the documentation promises: rows, hand-written sentences, frames a type."""
    hand = {row["sentence"] for name in FILES[1:] for row in rows(name)}
    frames = Counter(event for event, _ in {(row["event"], row["template"]) for row in rows("composed.tsv")})
    assert len(everything()) >= 6000
    assert len(hand) >= 2000
    assert len(rows("hand_test.tsv")) >= 800
    assert len(rows("event_free.tsv")) >= 300
    assert {row["event"] for row in rows("event_free.tsv")} == {NONE}
    assert min(frames[event] for event in events()) >= 50


def test_variety() -> None:
    """Hand-written sentences repeat few pairs of words, composed ones more, and no frame fills the data."""
    assert distinct(sorted({masked(row) for row in rows("hand_train.tsv")}), 2) > 0.5
    assert distinct(sorted({masked(row) for row in rows("composed.tsv")}), 2) > 0.12
    assert max(Counter(row["template"] for row in everything()).values()) <= 10


def test_frames_make_the_composed_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The composer gives the committed rows again, to the byte."""
    from training.compose import main

    out = tmp_path / "composed.tsv"
    monkeypatch.setattr("sys.argv", ["compose", "--out", str(out)])
    main()
    assert out.read_bytes() == (HERE / "composed.tsv").read_bytes()


def test_no_sentence_of_the_gold_data(shared: Path) -> None:
    """No sentence of the optional gold data is in the project's own data."""
    with (shared / "gold" / "plv_train.tsv").open(encoding="utf8", newline="") as file:
        gold = {plain(row["sentence"]) for row in csv.DictReader(file, delimiter="\t")}
    assert not gold & {plain(row["sentence"]) for row in everything()}
