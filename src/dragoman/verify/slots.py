"""Finds, for a fact of the brief, what the sources say in its place.

Rule set "slots-1". A fact of the brief is *supported* where a source states a compatible value in
a like context; *contradicted* where the source's fact in the most similar context has another
value; otherwise *not found*. Likeness of contexts is the cosine of their content words, rarer
words (over all the texts compared) weighing more.

`ENOUGH` and `CLEARLY` were set on the pairs in bench/gold/check/dev; rerun bench/check.py after a
change.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Any

from dragoman.verify.prepared import Fact, Prepared

ENOUGH = 0.25  # likeness from which a source's fact is taken to fill the same slot
CLEARLY = 0.45  # likeness from which another value there outweighs support elsewhere


@dataclass(frozen=True)
class Match:
    """A fact of a source, which source it is, and how like the contexts are (0 to 1)."""

    source: Prepared
    fact: Fact
    likeness: float


@dataclass(frozen=True)
class Verdict:
    """`supported`, with the best fact of a source that fills the slot, if any does."""

    supported: bool
    rival: Match | None


class Weights:
    """How much a content word tells: the inverse of the number of sentences that have it."""

    def __init__(self, texts: Sequence[Prepared]) -> None:
        seen: Counter[str] = Counter()
        total = 1
        for text in texts:
            for words in text.words:
                seen.update(words.keys())
                total += 1
        self._weights = {word: log(1 + total / count) for word, count in seen.items()}

    def cosine(self, a: Counter[str], b: Counter[str]) -> float:
        """Likeness of two bags of words, 0 to 1."""
        if not a or not b:
            return 0.0
        shared = sum(self.of(w) ** 2 * min(a[w], 2) * min(b[w], 2) for w in a.keys() & b.keys())
        return shared / (self._norm(a) * self._norm(b)) if shared else 0.0

    def coverage(self, a: Counter[str], b: Counter[str]) -> float:
        """The weight of the words of `a` that `b` has, as a share of all the weight of `a`."""
        total = sum(map(self.of, a))
        return sum(self.of(w) for w in a if w in b) / total if total else 1.0

    def of(self, word: str) -> float:
        """The weight of one word."""
        return self._weights.get(word, 1.0)

    def _norm(self, bag: Counter[str]) -> float:
        return sqrt(sum((self.of(w) * min(n, 2)) ** 2 for w, n in bag.items()))


def judge(
    fact: Fact,
    rivals: Sequence[tuple[Prepared, Fact]],
    weights: Weights,
    compatible: Callable[[Any, Any], bool],
    beside: Sequence[Fact] = (),
) -> Verdict:
    """Say whether a source supports `fact`, and which fact of a source fills its slot otherwise.

    `beside` are the other facts of the brief: what one of them says in the same sentence is that
    one's slot, not this one's.
    """
    ranked = sorted(
        (Match(source, rival, weights.cosine(fact.context, rival.context)) for source, rival in rivals),
        key=lambda match: -match.likeness,
    )
    supporting = [m for m in ranked if compatible(fact.value, m.fact.value)]
    taken = [f.value for f in beside if f.sentence == fact.sentence and f.span != fact.span]
    opposing = [
        m
        for m in ranked
        if not compatible(fact.value, m.fact.value)
        and not (supporting and any(compatible(value, m.fact.value) for value in taken))
    ]
    best = opposing[0] if opposing and opposing[0].likeness >= ENOUGH else None
    if not supporting:
        return Verdict(False, best)
    outweighed = best is not None and best.likeness >= CLEARLY and supporting[0].likeness < ENOUGH / 2
    return Verdict(not outweighed, best if outweighed else None)
