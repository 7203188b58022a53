"""Quotations: the words between quotation marks, of any of the usual kinds.

Marks that open and close differ (“ ”, « ») are paired; straight ones alternate within a paragraph.
What a mark opens and nothing closes ends with its paragraph.
"""

import re

from dragoman.model import Span

PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›"}
_MARK = re.compile(r"[“”«»„\"\n]")
SHORTEST = 2


def find_quotes(text: str) -> list[Span]:
    """Return the quoted words of `text` without their marks, in order; they never nest."""
    found: list[Span] = []
    start: int | None = None
    closing = ""
    for match in _MARK.finditer(text):
        mark = match.group()
        if start is None:
            if mark == '"' or mark in PAIRS:
                start, closing = match.end(), PAIRS.get(mark, mark)
        elif mark == closing or mark == "\n":
            left, right = start, match.start()
            while left < right and text[left].isspace():
                left += 1
            while left < right and text[right - 1].isspace():
                right -= 1
            if right - left >= SHORTEST:
                found.append(Span(left, right, text[left:right]))
            start = None
    return found
