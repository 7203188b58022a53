"""The event coder: a small transformer in int8, run by onnxruntime, one pair at a time.

Each pair is run by itself, on as many threads as there are processors: no padding is computed, and
a pair's answer is the same to the last bit whatever else is asked in the same call. How the model
was made, and what it fails on, is in `model/CARD.md` beside its weights.
"""

import math
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from msgspec import Struct, json

from dragoman.coding.marking import CLASSIFY, Row, mark
from dragoman.coding.ontology import NONE, auxiliaries, events, modes
from dragoman.model import Code

FOLDER = files("dragoman.coding").joinpath("model")


class Settings(Struct, frozen=True):
    """What was calibrated with the weights (written by `python -m training`).

    A pair is given no event where the model's probability of NONE is `abstain` or more.
    `certainty` and `certainty_none` (scale, shift) turn the model's log odds of the event given,
    or of none, into the log odds that the answer is right. `sha256` is the weights'.
    """

    version: str
    abstain: float
    certainty: tuple[float, float]
    certainty_none: tuple[float, float]
    sha256: str


Logits = tuple[Any, Any, Any]
"""Arrays of the logits of types, modes and auxiliary modes of one pair."""


def open_session(weights: Path) -> onnxruntime.InferenceSession:
    """Open an ONNX graph for one thread, since several processes may read at once."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])


class Coder:
    """Weights and settings of an event coder, loaded."""

    def __init__(self, weights: Path, settings: Settings) -> None:
        self.session = open_session(weights)
        self.settings = settings

    def scores(self, row: Row) -> Logits:
        """Logits of the types, modes and auxiliary modes of one marked pair."""
        marks = np.array([row.ids.index(CLASSIFY), row.source, row.target], dtype=np.int64)
        given = {"ids": np.array(row.ids, dtype=np.int64), "marks": marks}
        event, mode, auxiliary = self.session.run(["event", "mode", "auxiliary"], given)
        return event[0], mode[0], auxiliary[0]

    def code_row(self, row: Row) -> Code:
        """Code one marked pair."""
        return decide(*self.scores(row), self.settings)

    def code_rows(self, rows: Sequence[Row]) -> list[Code]:
        """Code marked pairs on all processors, in the order given."""
        if len(rows) < 4:
            return [self.code_row(row) for row in rows]
        return list(_threads().map(self.code_row, rows))

    def code(self, pair: tuple[str, str, str]) -> Code:
        """Code one (sentence, source, target); an empty sentence has no event."""
        return self.code_row(mark(*pair)) if pair[0].strip() else Code(None, confidence=1.0)

    def code_many(self, pairs: Sequence[tuple[str, str, str]]) -> list[Code]:
        """Code (sentence, source, target) triples on all processors, in the order given."""
        if len(pairs) < 4:
            return [self.code(pair) for pair in pairs]
        return list(_threads().map(self.code, pairs))


def decide(event: Any, mode: Any, auxiliary: Any, settings: Settings) -> Code:
    """From logits to a Code: abstain where NONE is likely, else the likeliest type and its mode."""
    odds = np.exp(event - event.max())
    shares = odds / odds.sum()
    none = events().index(NONE)
    if shares[none] >= settings.abstain:
        return Code(None, confidence=certainty(float(shares[none]), settings.certainty_none))
    best = int(np.argmax(np.delete(shares, none)))
    name = events()[best]
    group = [i for i, (owner, _) in enumerate(modes()) if owner == name]
    chosen = modes()[max(group, key=lambda i: float(mode[i]))][1] if group else None
    extra = tuple(label for label, value in zip(auxiliaries(), auxiliary, strict=True) if value >= 0)
    return Code(name, chosen, extra, certainty(float(shares[best]), settings.certainty))


def certainty(share: float, line: tuple[float, float]) -> float:
    """The probability of being right for a probability of the model (Platt scaling of its log odds)."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    scaled = line[0] * math.log(share / (1 - share)) + line[1]
    return round(1 / (1 + math.exp(-scaled)), 4)


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(
        max_workers=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    )


@cache
def shipped() -> Coder:
    """The coder that comes with the package, loaded once a process."""
    settings = json.decode(FOLDER.joinpath("coder.json").read_bytes(), type=Settings)
    with as_file(FOLDER.joinpath("coder.onnx")) as path:
        return Coder(path, settings)
