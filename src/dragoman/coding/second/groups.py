"""From scores to groups: the words that tell of one engagement, and what belongs to it.

Words are joined by average linkage over the network's odds that two tell of the same; what a group is, and
who, when and where, is then asked of all its words together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dragoman.coding.second.candidates import ACTOR, FIRST, LAST, PLACE, Candidate, Word
from dragoman.coding.second.features import KINDS, STATES, Window
from dragoman.coding.second.network import Scores


@dataclass(frozen=True)
class Bounds:
    """Where to draw lines, chosen on `bench/gold/engagements/eighth`: probabilities, then log odds."""

    told: float = 0.5
    same: float = 0.0
    party: float = 0.0
    state: float = 0.0
    day: float = -1.0
    place: float = -1.0


@dataclass(frozen=True)
class Group:
    """An engagement as the second reading has it: its words, how likely it is, and what belongs to it."""

    words: list[Word]
    told: float
    status: str
    kind: str
    parties: list[list[Candidate]]
    place: list[Candidate]
    first: list[Candidate]
    last: list[Candidate]


def groups(window: Window, scores: Scores, bounds: Bounds) -> list[Group]:
    """Return the engagements that the words of a window tell of."""
    kept = [k for k in range(len(scores.rows)) if scores.told[k] >= bounds.told]
    return [_group(window, scores, rows, bounds) for rows in _linked(scores.same, kept, bounds.same)]


def _linked(odds: Any, kept: Sequence[int], least: float) -> list[list[int]]:
    """Join rows by average linkage until no two groups reach `least`."""
    out = [[k] for k in kept]
    while len(out) > 1:
        best = max(
            (float(odds[np.ix_(out[i], out[j])].mean()), -i, -j)
            for i in range(len(out))
            for j in range(i + 1, len(out))
        )
        if best[0] <= least:
            break
        i, j = -best[1], -best[2]
        out[i] += out.pop(j)
    return [sorted(rows) for rows in out]


def _group(window: Window, scores: Scores, rows: list[int], bounds: Bounds) -> Group:
    weight = (scores.told[rows] * (1 + scores.most[rows]))[:, None]
    status = STATES[int((scores.states[rows] * weight).sum(axis=0).argmax())]
    kind = KINDS[int((scores.kinds[rows] * weight).sum(axis=0).argmax())]
    fits = np.logaddexp.reduce(scores.fits[rows], axis=0) - np.log(len(rows))
    ranked: dict[int, list[tuple[float, list[Candidate]]]] = {ACTOR: [], FIRST: [], PLACE: [], LAST: []}
    for fit, group in zip(fits, window.same, strict=True):
        named = [window.named[i] for i in group]
        ranked[named[0].channel].append((float(fit), named))
    first, last = _days(ranked[FIRST], ranked[LAST], bounds.day)
    place = max(ranked[PLACE], key=lambda pair: pair[0], default=(bounds.place, []))
    words = [window.told[scores.rows[k]] for k in rows]
    return Group(
        words,
        float(scores.told[rows].max()),
        status,
        kind,
        [named for fit, named in ranked[ACTOR] if fit > _least(named[0], bounds)],
        place[1] if place[0] > bounds.place else [],
        first,
        last,
    )


def _least(one: Candidate, bounds: Bounds) -> float:
    return bounds.state if one.sort == "state" else bounds.party


def _days(
    firsts: list[tuple[float, list[Candidate]]], lasts: list[tuple[float, list[Candidate]]], least: float
) -> tuple[list[Candidate], list[Candidate]]:
    """Return the likeliest first and last day that are in order, none where no first day is likely."""
    pairs = [
        (a + b, i, j)
        for i, (a, one) in enumerate(firsts)
        for j, (b, other) in enumerate(lasts)
        if a > least and one[0].day is not None and other[0].day is not None and one[0].day <= other[0].day
    ]
    if not pairs:
        return [], []
    _, i, j = max(pairs)
    return firsts[i][1], lasts[j][1]
