"""The words around a match, as a condition on a rule sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.times.scan import Scan


class Around:
    """The tokens around a match: lower-case forms, "" beyond the text's ends."""

    def __init__(self, scan: Scan, span: tuple[int, int]) -> None:
        """`span` counts nodes, end exclusive."""
        self.scan = scan
        self.first = scan.nodes[span[0]].first
        self.last = scan.nodes[span[1] - 1].last

    def before(self, n: int = 1) -> str:
        """The n-th token before the match."""
        return self.scan.lower[self.first - n] if self.first >= n else ""

    def after(self, n: int = 1) -> str:
        """The n-th token after the match."""
        at = self.last + n
        return self.scan.lower[at] if at < len(self.scan.lower) else ""

    def raw(self, offset: int) -> str:
        """A token as written: -1 is the one before the match, 1 the one after it."""
        at = self.first + offset if offset < 0 else self.last + offset
        return self.scan.tokens[at].text if 0 <= at < len(self.scan.tokens) else ""

    def tight(self, offset: int) -> bool:
        """Whether no space stands between the match and its neighbour before (-1) or after (1)."""
        at = self.first if offset < 0 else self.last + 1
        tokens = self.scan.tokens
        return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start

    def words(self, name: str) -> frozenset[str]:
        """A set of words of the language's settings."""
        return frozenset(self.scan.grammar.settings.get(name, ()))
