"""Floors of the shipped event coder, pinned with the data that they were measured on.

A floor is the figure of the model's card less a margin for noise. To lower one, say why in the
change that does it; after a change of the data, measure anew with `python -m bench.events`.
"""

import hashlib
import json
from pathlib import Path

import pytest
from training.rows import Example

from dragoman.coding.coder import FOLDER, shipped
from dragoman.model import Code
from training import measure, rows

OWN_FLOOR, PLV_FLOOR = 0.61, 0.87
PLV_SHA256 = "b184c7623cb05a48011adabd951f1a7f7efa8c80059ef4dc12c3d3231de5f5d3"
FALSE_EVENTS, CALIBRATION = 0.05, 0.05


def _coded(examples: list[Example]) -> list[Code]:
    return shipped().code_many([(e.sentence, e.source, e.target) for e in examples])


@pytest.fixture(scope="module")
def figures() -> dict[str, object]:
    """What was measured when the weights were made."""
    loaded: dict[str, object] = json.loads(FOLDER.joinpath("figures.json").read_text(encoding="utf8"))
    return loaded


@pytest.fixture(scope="module")
def own_test() -> tuple[list[Example], list[Code]]:
    """The half of the own test part on which nothing was set, coded."""
    examples = measure.test_half(rows.own())
    return examples, _coded(examples)


def test_coder_keeps_its_floor_on_the_own_test_part(own_test: tuple[list[Example], list[Code]]) -> None:
    """Root macro F1 on templates unseen in training stays above its floor."""
    assert measure.figures(*own_test, measure.as_is)["root_macro_f1"] >= OWN_FLOOR


def test_coder_is_calibrated(own_test: tuple[list[Example], list[Code]]) -> None:
    """A confidence of 0.8 means right four times in five, within the bound."""
    examples, coded = own_test
    error = measure.calibration_error(measure.right(examples, coded), [code.confidence for code in coded])
    assert error < CALIBRATION


def test_coder_gives_no_event_where_there_is_none() -> None:
    """At most one in twenty event-free sentences is given an event."""
    free = rows.event_free()
    assert len(free) >= 300
    assert measure.false_events(_coded(free)) < FALSE_EVENTS


def test_coder_figures_are_of_this_data(figures: dict[str, object]) -> None:
    """The data is the data that the card's figures were measured on."""
    assert figures["data_sha256"] == rows.digest()


@pytest.mark.gold
def test_coder_keeps_its_floor_on_plv(shared: Path) -> None:
    """Root macro F1 on PLV's held-out rows stays above its floor."""
    path = shared / "gold" / "plv_train.tsv"
    if not path.is_file():
        pytest.skip("needs ../shared/gold/plv_train.tsv")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == PLV_SHA256
    _, held = rows.plv(path)
    assert measure.figures(held, _coded(held), measure.merged)["root_macro_f1"] >= PLV_FLOOR


def test_coder_loses_little_in_int8(figures: dict[str, dict[str, dict[str, dict[str, float]]]]) -> None:
    """int8 loses less than half a point of root macro F1 to the weights it was made from."""
    whole, small = (figures["results"][name]["own_test"]["root_macro_f1"] for name in ("whole", "int8"))
    assert whole - small < 0.005
