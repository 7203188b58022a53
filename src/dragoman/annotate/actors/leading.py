"""Whom a text is about: the person who opens most of the sentences before a reference.

"Vladimir Putin will be in ... The President of Russia will meet President X. The head of state goes on to":
of two who hold such an office the one is meant of whom the text keeps telling, not the one he meets.
"""

from collections.abc import Callable

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.lexical import Lexical

OPENING = 4  # tokens at the head of a sentence among which its subject stands
REACH = 400  # tokens back that count: further back another story may have been told


class Leading:
    """Tells who opens the sentences of one document."""

    def __init__(self, lex: Lexical, people: list[Cluster], sentence: Callable[[int], int]) -> None:
        self.lex = lex
        self.people = people
        self.sentence = sentence

    def of(self, fits: list[Cluster], at: int) -> Cluster | None:
        """Return the one of `fits` who opens most sentences before token `at`, None where two do."""
        counts = [(self._opened(c, at), c) for c in fits]
        most = max(count for count, _ in counts)
        best = [c for count, c in counts if count == most]
        return best[0] if most and len(best) == 1 else None

    def _opened(self, cluster: Cluster, at: int) -> int:
        """Return how many sentences before `at` a person opens, as far as the text reaches back."""
        starts = {
            self.sentence(m.start)
            for m in cluster.mentions
            if at - REACH < m.start < at and self._opens(m.start)
        }
        return len(starts - {self.sentence(at)})

    def _opens(self, start: int) -> bool:
        return start - self.sentence(start) <= OPENING
