"""Which actor stands at a place of the text."""

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.model import Actor, Span


class ActorIndex:
    """Maps characters of a document to its actors.

    `at(start, end)` gives the actor whose mention covers or overlaps the characters most, the
    shortest mention first where several cover them; None where there is none.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self._mentions = sorted(
            ((span, actor) for actor in actors for span in actor.mentions), key=lambda pair: pair[0].start
        )
        self._starts = [span.start for span, _ in self._mentions]
        self._longest = max((span.end - span.start for span, _ in self._mentions), default=0)

    def overlapping(self, start: int, end: int) -> list[tuple[Span, Actor]]:
        """Return the mentions that share characters with `start` to `end`, in order."""
        low = bisect_right(self._starts, start - self._longest - 1)
        high = bisect_right(self._starts, end - 1)
        return [(span, actor) for span, actor in self._mentions[low:high] if span.end > start]

    def at(self, start: int, end: int) -> Actor | None:
        """Return the actor mentioned at the characters `start` to `end`."""
        hits = self.overlapping(start, end)
        if not hits:
            return None

        def fit(pair: tuple[Span, Actor]) -> tuple[int, int]:
            span = pair[0]
            return min(span.end, end) - max(span.start, start), -(span.end - span.start)

        return max(hits, key=fit)[1]

    def within(self, start: int, end: int) -> list[Actor]:
        """Return the actors mentioned between the characters `start` and `end`, each once, in order."""
        return list({actor.id: actor for _, actor in self.overlapping(start, end)}.values())
