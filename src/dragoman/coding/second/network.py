"""The network of the second reading: MiniLM over the whole row of tokens, and small heads on its states.

For each word: how likely it tells of an engagement, in which state, of which kind, and whether it is the one
that says most. For a word and a candidate: whether the candidate takes part, is the place, the first or the
last day. For two words: whether they tell of the same engagement. Made by `python -m training.second`; the
encoder is an ONNX graph with int8 weights, the heads are sums of this file.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.coding.coder import open_session
from dragoman.coding.second.features import Window

Floats = NDArray[np.floating[Any]]

LIKELY = 0.2  # a word that less likely tells of an engagement is not looked at further
MOST_WORDS = 60  # likely words of a window that are looked at further, so that junk costs little


@dataclass(frozen=True)
class Scores:
    """What the network says of the words of a window, and more of the likely ones (K of them, `rows` in it).

    `every` (W) and `told` (K) are probabilities, `states` (K, 6) and `kinds` (K, 8) logarithms of shares,
    `most` (K) the probability that a word says most of its engagement, `fits` (K, E) and `same` (K, K) log
    odds; E counts the window's candidates by key.
    """

    every: Floats
    rows: list[int]
    told: Floats
    states: Floats
    kinds: Floats
    most: Floats
    fits: Floats
    same: Floats


@cache
def _session() -> onnxruntime.InferenceSession:
    with as_file(files("dragoman.coding").joinpath("model", "second.onnx")) as path:
        return open_session(path)


@cache
def _heads() -> dict[str, Floats]:
    with as_file(files("dragoman.coding").joinpath("model", "second.npz")) as path, np.load(path) as given:
        return {name: given[name].astype(np.float32) for name in given.files}


def _dense(name: str, x: Floats) -> Floats:
    given = _heads()
    out: Floats = x @ given[f"{name}.weight"].T + given[f"{name}.bias"]
    return out


def _gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, by its tanh form (Hendrycks and Gimpel 2016)."""
    out: Floats = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3)))
    return out.astype(np.float32)


def _log_shares(x: Floats) -> Floats:
    top = x - x.max(axis=-1, keepdims=True)
    out: Floats = top - np.log(np.exp(top).sum(axis=-1, keepdims=True))
    return out


def score(window: Window) -> Scores:
    """Score the words and candidates of a window."""
    (states,) = _session().run(["states"], {"ids": window.ids})
    heads = _heads()
    words = states[window.words]
    whole = np.broadcast_to(states[0], words.shape)
    hidden = _gelu(_dense("tell", np.concatenate([words, whole], axis=1)))
    hidden = hidden + heads["form.weight"][window.forms]
    hidden = hidden + heads["rule_state.weight"][window.states] + heads["rule_kind.weight"][window.kinds]
    shares = _log_shares(_dense("state", hidden))
    told = 1 - np.exp(shares[:, 0])
    likely = np.flatnonzero(told >= LIKELY)
    rows = sorted(int(k) for k in likely[np.argsort(-told[likely], kind="stable")[:MOST_WORDS]])
    chosen = np.array(rows, dtype=np.int64)
    return Scores(
        told,
        rows,
        told[chosen],
        _log_shares(shares[chosen, 1:]),
        _log_shares(_dense("kind", hidden[chosen])),
        1 / (1 + np.exp(-_dense("most", hidden[chosen])[:, 0])),
        _fits(states, window, chosen),
        _same(words[chosen], window.apart[np.ix_(chosen, chosen)], window.joint[np.ix_(chosen, chosen)]),
    )


def _fits(states: Floats, window: Window, chosen: Any) -> Floats:
    """Return log odds that candidates belong to the engagement of each chosen word, by key."""
    if not len(window.named) or not len(chosen):
        return np.zeros((len(chosen), len(window.same)), dtype=np.float32)
    heads = _heads()
    word = _dense("word", states[window.words[chosen]])[:, None, :]
    ends = (states[window.spans[:, 0]] + states[window.spans[:, 1]]) / 2
    one = (_dense("one", ends) + heads["sort.weight"][window.sorts])[None, :, :]
    where = heads["far.weight"][window.far[chosen]] + heads["held.weight"][window.held[chosen]]
    joined = np.concatenate([word * one, word + one + where], axis=2)
    odds = _dense("fits", _gelu(_dense("pair", _gelu(joined))))
    channels = np.array([c.channel for c in window.named])
    own = np.take_along_axis(odds, np.broadcast_to(channels[None, :, None], (*odds.shape[:2], 1)), axis=2)[
        ..., 0
    ]
    return np.stack([np.logaddexp.reduce(own[:, list(group)], axis=1) for group in window.same], axis=1)


def _same(words: Floats, apart: Any, joint: Any) -> Floats:
    heads = _heads()
    own = _dense("join", words)
    a, b = own[:, None, :], own[None, :, :]
    where = heads["apart.weight"][apart] + heads["joint.weight"][joint]
    hidden = _gelu(_dense("both", _gelu(np.concatenate([a * b, np.abs(a - b) + where], axis=2))))
    odds = _dense("same", hidden)[..., 0]
    out: Floats = (odds + odds.T) / 2
    return out
