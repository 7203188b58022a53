"""Figures of a coder: F1 as the field scores it, calibration, false events.

`macro_f1` and the merging of CONCEDE and RETREAT into YIELD follow PLV's published scoring
(Hu et al., ACL 2024), so that the figures stand beside theirs.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from dragoman.coding.coder import Coder, Logits, Settings, decide
from dragoman.coding.ontology import NONE, auxiliaries, modes, quad
from dragoman.model import Code
from training.rows import YIELD, YIELDS, Example

PULL = 10.0
"""Weight of the identity in `certainty`: of 0.01, 1, 3, 10, 30 and 1000 the one with the least
calibration error in five-fold cross-validation on the tuning half."""

QUADS = {YIELD: 2}


def merged(event: str | None) -> str | None:
    """The type as PLV names it."""
    return YIELD if event in YIELDS else event


def as_is(event: str | None) -> str | None:
    """The type as PLOVER names it."""
    return event


def macro_f1(gold: Sequence[object], found: Sequence[object]) -> float:
    """Mean F1 of the labels that the gold has; a missing answer is a wrong one."""
    return sum(f1_by_label(gold, found).values()) / len(set(gold))


def f1_by_label(gold: Sequence[object], found: Sequence[object]) -> dict[object, float]:
    """F1 of each label of the gold."""
    pairs = Counter(zip(gold, found, strict=True))
    golds, founds = Counter(gold), Counter(found)
    return {label: 2 * pairs[label, label] / (golds[label] + founds[label]) for label in golds}


def tuning_half(examples: Sequence[Example]) -> list[Example]:
    """The half of the own test part, by template, on which thresholds are set."""
    return [e for e in examples if e.part == "test" and zlib.crc32(e.template.encode()) % 2]


def test_half(examples: Sequence[Example]) -> list[Example]:
    """The other half of the own test part, on which figures are measured and nothing is set."""
    return [e for e in examples if e.part == "test" and not zlib.crc32(e.template.encode()) % 2]


def logits(coder: Coder, examples: Sequence[Example]) -> list[Logits]:
    """The shipped coder's logits, by onnxruntime, in order."""
    return [coder.scores(example.row) for example in examples]


def codes(found: Sequence[Logits], settings: Settings) -> list[Code]:
    """Codes of logits."""
    return [decide(*row, settings) for row in found]


def _side(value: object) -> int | None:
    return None if value in (None, NONE) else QUADS.get(str(value)) or quad(str(value))


def figures(
    examples: Sequence[Example], coded: Sequence[Code], merge: Callable[[str | None], str | None]
) -> dict[str, float]:
    """Root and quad macro F1 and accuracy; `merge` maps a type to the name it is compared by."""
    gold = [merge(None if example.event == NONE else example.event) for example in examples]
    found = [merge(code.event) for code in coded]
    labelled = [i for i, label in enumerate(gold) if label]
    gold, found = [gold[i] for i in labelled], [found[i] for i in labelled]
    return {
        "pairs": len(gold),
        "root_macro_f1": macro_f1(gold, found),
        "root_accuracy": sum(map(str.__eq__, map(str, gold), map(str, found))) / max(len(gold), 1),
        "quad_macro_f1": macro_f1([_side(label) for label in gold], [_side(label) for label in found]),
        "no_answer": sum(label is None for label in found) / max(len(gold), 1),
    }


def false_events(coded: Sequence[Code]) -> float:
    """Share of pairs given an event, for pairs that have none."""
    return sum(code.event is not None for code in coded) / max(len(coded), 1)


def calibration_error(right: Sequence[bool], confidence: Sequence[float], bins: int = 10) -> float:
    """Expected calibration error: mean gap of confidence and accuracy over bins of equal width."""
    rows = np.array(confidence), np.array(right, dtype=float)
    place = np.minimum((rows[0] * bins).astype(int), bins - 1)
    gaps = [
        (place == i).sum() * abs(rows[0][place == i].mean() - rows[1][place == i].mean())
        for i in range(bins)
        if (place == i).any()
    ]
    return float(sum(gaps)) / len(right)


def right(examples: Sequence[Example], coded: Sequence[Code]) -> list[bool]:
    """Whether each code has the example's type (none where the gold is NONE)."""
    out = []
    for example, code in zip(examples, coded, strict=True):
        found = merged(code.event) if example.event == YIELD else code.event
        out.append((found or NONE) == example.event)
    return out


def mode_accuracy(examples: Sequence[Example], coded: Sequence[Code]) -> float:
    """Share of modes that are right, of the pairs whose type has modes and was found."""
    pairs = [
        (modes()[example.mode][1], code.mode)
        for example, code in zip(examples, coded, strict=True)
        if example.mode is not None and code.event == example.event
    ]
    return sum(gold == found for gold, found in pairs) / max(len(pairs), 1)


def auxiliary_accuracy(examples: Sequence[Example], coded: Sequence[Code]) -> float:
    """Share of pairs with all auxiliary modes right, of those that have an event and were given one."""
    pairs = [
        ({name for name, on in zip(auxiliaries(), example.auxiliary, strict=True) if on}, set(code.auxiliary))
        for example, code in zip(examples, coded, strict=True)
        if example.auxiliary is not None and code.event is not None
    ]
    return sum(gold == found for gold, found in pairs) / max(len(pairs), 1)


def certainty(examples: Sequence[Example], coded: Sequence[Code], *, none: bool) -> tuple[float, float]:
    """Scale and shift (Platt 1999) of the log odds of confidences, for answers with or without event.

    `coded` has the model's own probabilities as confidence. The line is drawn towards the identity
    by PULL, since a few hundred answers are little to fit it to. Few answers give the identity.
    """
    rows = [
        (math.log(share / (1 - share)), float(ok))
        for code, ok in zip(coded, right(examples, coded), strict=True)
        if (code.event is None) == none
        for share in (min(max(code.confidence, 1e-4), 1 - 1e-4),)
    ]
    if len(rows) < 20:
        return (1.0, 0.0)
    x, y = np.array([[a, 1.0] for a, _ in rows]), np.array([b for _, b in rows])
    line = np.array([1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ line))
        bend = x.T @ (x * (p * (1 - p))[:, None]) + PULL * np.eye(2)
        line = line - np.linalg.solve(bend, x.T @ (p - y) + PULL * (line - np.array([1.0, 0.0])))
    return (round(float(line[0]), 4), round(float(line[1]), 4))
