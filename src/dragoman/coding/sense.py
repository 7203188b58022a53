"""The sense of engagements: a small transformer that says whether a sentence tells of one, in which state.

It knows no parties, days or places: these are read by the rules of `engagements`, which ask it only
where their lexicon finds nothing. Made by `python -m training.senses`; one sentence at a time, so that
an answer never depends on its neighbours.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import onnxruntime

from dragoman.coding.marking import CLASSIFY, SEPARATE, tokenizer

STATES = ("announced", "underway", "held", "postponed", "cancelled", "failed")
KINDS = ("meeting", "visit", "call", "talks", "summit", "dialogue", "signing", "other")
LONGEST = 96  # tokens of a sentence that are read
VIEW = 1200  # characters that are looked at, more than LONGEST tokens hold


@dataclass(frozen=True)
class Sense:
    """What a sentence tells: how likely an engagement at all (0 to 1), its likeliest state and kind."""

    share: float
    state: str
    kind: str


def ids_of(sentence: str) -> list[int]:
    """Return the token ids of a sentence, cut to LONGEST."""
    return [CLASSIFY, *tokenizer().encode(sentence[:VIEW]).ids[: LONGEST - 2], SEPARATE]


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(files("dragoman.coding").joinpath("model", "sense.onnx")) as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def sense(sentence: str) -> Sense:
    """Say what a sentence tells."""
    given = {"ids": np.array(ids_of(sentence), dtype=np.int64), "marks": np.zeros(3, dtype=np.int64)}
    state, kind = _session().run(["event", "mode"], given)
    odds = np.exp(state[0] - state[0].max())
    shares = odds / odds.sum()
    best = int(np.argmax(shares[1:]))
    return Sense(float(1 - shares[0]), STATES[best], KINDS[int(np.argmax(kind[0]))])
