"""The shipped event coder: answers that do not depend on company, and its files."""

import hashlib
import json
from pathlib import Path

import pytest

import dragoman
from dragoman.coding.coder import FOLDER, shipped
from dragoman.coding.ontology import auxiliaries, events, modes
from dragoman.model import Code

PAIRS = [
    ("Gabon expelled two Peruvian diplomats over spying on Monday.", "Gabon", "two Peruvian diplomats"),
    ("The presidents of Fiji and Malta held talks in Valletta.", "Fiji", "Malta"),
    ("Oslo urged Khartoum to let relief convoys through, after months of appeals by aid groups that had seen "
     "their trucks turned back at checkpoint after checkpoint along the river road.", "Oslo", "Khartoum"),
    ("Tonga shipped 900 tonnes of rice to flood victims in Haiti.", "Tonga", "flood victims in Haiti"),
    ("Rebels shelled the town of Kasese overnight.", "Rebels", "the town of Kasese"),
]  # fmt: skip


def test_coder_codes_plain_sentences() -> None:
    """Plain sentences get the type that PLOVER's manual gives them."""
    found = [code.event for code in dragoman.code_pairs(PAIRS)]
    assert found == ["SANCTION", "CONSULT", "REQUEST", "AID", "ASSAULT"]


def test_coder_answers_alike_in_any_company() -> None:
    """A pair's answer is the same to the last bit alone, in a batch, and in another order."""
    together = dragoman.code_pairs(PAIRS * 3)
    backwards = dragoman.code_pairs(PAIRS[::-1])[::-1]
    alone = [dragoman.code_pairs([pair])[0] for pair in PAIRS]
    assert together == alone * 3
    assert backwards == alone


@pytest.mark.parametrize(
    "pair",
    [
        ("", "", ""),
        ("   ", "a", "b"),
        ("Chad met Gabon.", "", ""),
        ("\x00\ud7ff🙂" * 50, "🙂", "x"),
        ("a" * 100_000, "a", "b"),
        ("(a " * 30_000, "(a", "b"),
    ],
)  # fmt: skip
def test_coder_answers_any_input(pair: tuple[str, str, str]) -> None:
    """Empty, strange and endless input gets an answer, not an error."""
    (code,) = dragoman.code_pairs([pair])
    assert isinstance(code, Code)
    assert 0 <= code.confidence <= 1


def test_coder_gives_none_for_no_pairs_and_empty_sentences() -> None:
    """No pairs give no codes, and an empty sentence has no event."""
    assert dragoman.code_pairs([]) == []
    assert dragoman.code_pairs([("", "Chad", "Gabon")])[0].event is None


def test_coder_names_modes_of_its_types_only() -> None:
    """A mode belongs to its type, and auxiliary modes are PLOVER's."""
    for code in dragoman.code_pairs(PAIRS):
        assert code.event in events()
        assert code.mode is None or (code.event, code.mode) in modes()
        assert set(code.auxiliary) <= set(auxiliaries())


def test_coder_files_are_the_ones_measured() -> None:
    """The weights have the hash in their settings and figures, and are small enough to ship."""
    folder = Path(str(FOLDER))
    weights = (folder / "coder.onnx").read_bytes()
    digest = hashlib.sha256(weights).hexdigest()
    figures = json.loads((folder / "figures.json").read_text("utf8"))
    assert shipped().settings.sha256 == figures["settings"]["sha256"] == digest
    assert len(weights) + (folder / "tokenizer.json").stat().st_size < 30_000_000
    assert shipped().settings.version in (folder / "CARD.md").read_text("utf8")
