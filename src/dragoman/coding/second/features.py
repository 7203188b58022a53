"""The numbers that the second reading's network is given: windows of tokens, and how candidates lie in them.

A document goes in as one row of tokens, a long one as several that overlap. The same functions make the rows
of training and of reading.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.marking import CLASSIFY, SEPARATE, tokenizer
from dragoman.coding.second.candidates import (
    ACTOR,
    FIRST,
    LAST,
    PLACE,
    SORTS,
    Candidate,
    Candidates,
    Word,
    last_word,
)

STATES = ("announced", "underway", "held", "postponed", "cancelled", "failed")
KINDS = ("meeting", "visit", "call", "talks", "summit", "dialogue", "signing", "other")
FORMS = ("title", "header", "entry", "body", "furniture")
LONGEST = 500  # tokens of a window
BEHIND = 200  # tokens of the window before that a window sees again
CLOSE, LEAD = 192, 48  # tokens of the one window of a long page that is read, and before what the rules read
NEAR = (-90, -30, 0, 30, 90)  # characters, bounds of the distances within a sentence
AHEAD, BACK = 6, 12  # sentences: what lies further counts as far as that
DISTANCES = len(NEAR) + 1 + AHEAD + BACK

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Window:
    """A row of tokens with its words and candidates.

    With W words and C candidates: `ids` (tokens), `words` (W) and `spans` (C, 2) are positions in it, `forms`
    (W) indices of FORMS, `sorts` (C) of SORTS, `far` (W, C) and `apart` (W, W) of distances. What the rules
    say: `states` (W: 0 none, else the state, plus as many where the word is theirs) and `kinds` (W) of the
    engagement that a word stands for, `held` (W, C: 0 none, 1 it has the candidate, 2 not, 3 and 4 the same
    where the word is theirs), `joint` (W, W: 0 unknown, 1 the same engagement, 2 another). `same` lists the
    candidates by key.
    """

    ids: Ints
    words: Ints
    forms: Ints
    spans: Ints
    sorts: Ints
    far: Ints
    apart: Ints
    states: Ints
    kinds: Ints
    held: Ints
    joint: Ints
    told: Sequence[Word]
    named: Sequence[Candidate]
    same: Sequence[Sequence[int]]


def brief(text: str) -> bool:
    """Say whether a page has at most CLOSE tokens."""
    return len(text) <= 12 * CLOSE and len(tokenizer().encode(text).ids) <= CLOSE


def densest(found: Candidates, text: str) -> list[Window]:
    """Return the one window of a page, of a long one that in which the rules read most.

    A window of LONGEST tokens takes as long as all else that is done with a page; news is long.
    """
    encoded = tokenizer().encode(text)
    starts = [start for start, _ in encoded.offsets]
    if len(starts) <= LONGEST:
        return windows(found, text)
    units = [m.sentence.units[m.trigger.at] for c in found.clusters for m in c.mentions]
    spots = sorted(bisect_right(starts, unit.start) - 1 for unit in units)
    if not spots:
        return []
    dense = max(spots, key=lambda at: (sum(at <= other < at + CLOSE - LEAD for other in spots), -at))
    first = max(0, dense - LEAD)
    made = _window(found, starts, encoded.ids, (first, first, min(len(starts), first + CLOSE)))
    return [made] if made is not None else []


def windows(found: Candidates, text: str) -> list[Window]:
    """Return the windows of a document, as in training; each word that may tell is in exactly one."""
    encoded = tokenizer().encode(text)
    starts = [start for start, _ in encoded.offsets]
    out, first, seen = [], 0, 0
    while seen < len(starts):
        last = min(len(starts), first + LONGEST)
        made = _window(found, starts, encoded.ids, (first, seen, last))
        out += [made] if made is not None else []
        seen, first = last, max(0, last - BEHIND)
    return out


def _window(
    found: Candidates, starts: list[int], ids: list[int], bounds: tuple[int, int, int]
) -> Window | None:
    """The window of tokens `first` to `last` with the words from `seen` on, None without any."""
    first, seen, last = bounds

    def token(char: int) -> int:
        return bisect_right(starts, char) - 1

    told = [w for w in found.words if seen <= token(w.unit.start) < last]
    named = [c for c in found.named if first <= token(c.span.start) < last]
    if not told:
        return None
    row = [CLASSIFY, *ids[first:last], SEPARATE]
    spans = [
        (token(c.span.start) - first + 1, min(len(row) - 2, token(c.span.end - 1) - first + 1)) for c in named
    ]
    links = [_link(w, found.clusters) for w in told]
    words = _spots([(w.sentence.index, w.unit.start) for w in told])
    far = _apart(words, words)
    keys: dict[tuple[int, str], list[int]] = {}
    for i, c in enumerate(named):
        keys.setdefault((c.channel, c.key), []).append(i)
    return Window(
        ids=np.array(row, dtype=np.int64),
        words=np.array([token(w.unit.start) - first + 1 for w in told], dtype=np.int64),
        forms=np.array([FORMS.index(w.sentence.form) for w in told], dtype=np.int64),
        spans=np.array(spans, dtype=np.int64).reshape(-1, 2),
        sorts=np.array([SORTS.index(c.sort) for c in named], dtype=np.int64),
        far=_apart(words, _spots([(c.sentence, c.span.start) for c in named])),
        apart=np.minimum(far, far.T),
        states=np.array([_state(found.clusters, k, own) for k, own in links], dtype=np.int64),
        kinds=np.array(
            [0 if k is None else 1 + KINDS.index(found.clusters[k].kind) for k, _ in links], dtype=np.int64
        ),
        held=_held(found.clusters, links, named),
        joint=_joint(np.array([-1 if k is None else k for k, _ in links], dtype=np.int64)),
        told=told,
        named=named,
        same=list(keys.values()),
    )


def _spots(given: list[tuple[int, int]]) -> Ints:
    """Sentences and characters (n, 2)."""
    return np.array(given, dtype=np.int64).reshape(-1, 2)


def _apart(words: Ints, others: Ints) -> Ints:
    """How far others lie from words, as indices below DISTANCES."""
    sentences = others[None, :, 0] - words[:, None, 0]
    within = np.searchsorted(NEAR, others[None, :, 1] - words[:, None, 1], side="right")
    ahead = len(NEAR) + np.minimum(sentences, AHEAD)
    back = len(NEAR) + AHEAD + np.minimum(-sentences, BACK)
    out: Ints = np.where(sentences == 0, within, np.where(sentences > 0, ahead, back))
    return out


def _link(word: Word, clusters: Sequence[Cluster]) -> tuple[int | None, bool]:
    """Return the engagement of the rules that a word stands for, and whether they read it by that word."""
    near: list[tuple[int, int]] = []
    for k, cluster in enumerate(clusters):
        for mention in cluster.mentions:
            if mention.sentence is word.sentence:
                if mention.trigger.at == word.at:
                    return k, True
                near.append((abs(mention.trigger.at - word.at), k))
    return (min(near)[1], False) if near else (None, False)


def _state(clusters: Sequence[Cluster], k: int | None, own: bool) -> int:
    return 0 if k is None else 1 + STATES.index(clusters[k].status) + len(STATES) * own


def _joint(links: Ints) -> Ints:
    same = links[:, None] == links[None, :]
    unknown = (links[:, None] < 0) | (links[None, :] < 0)
    out: Ints = np.where(unknown, 0, np.where(same, 1, 2)).astype(np.int64)
    return out


def _has(cluster: Cluster, one: Candidate) -> bool:
    """Say whether an engagement of the rules has a candidate as what it is one for."""
    if one.channel == FIRST:
        return one.day is not None and cluster.when.start == one.day
    if one.channel == LAST:
        return one.day is not None and (cluster.when.end or cluster.when.start) == one.day
    if one.channel == PLACE:
        return cluster.place is not None and last_word(cluster.place.name) == one.key
    assert one.channel == ACTOR
    if any(p.actor is not None and p.actor.id == one.key for p in cluster.parties):
        return True
    return one.sort == "state" and one.code in cluster.codes


def _held(
    clusters: Sequence[Cluster], links: Sequence[tuple[int | None, bool]], named: Sequence[Candidate]
) -> Ints:
    out = np.zeros((len(links), len(named)), dtype=np.int64)
    known: dict[int, Ints] = {}
    for row, (k, own) in enumerate(links):
        if k is not None:
            if k not in known:
                known[k] = np.array([1 if _has(clusters[k], c) else 2 for c in named], dtype=np.int64)
            out[row] = known[k] + 2 * own
    return out
