"""Cuts a text into tokens: words, numbers by their shape (3:30, 16h30, 2nd, 1990s, 12/03/2024), marks.

One regular expression reads the text once, left to right; each alternative is bounded or made of
one repeated class, so reading is linear in the text's length whatever the text. A number's shape is
told here, its sense is told by the grammar.
"""

from __future__ import annotations

import re
from typing import NamedTuple

PATTERN = re.compile(
    r"""
    (?P<ISO>(?<![\d./-])\d{4}-\d{2}-\d{2}
        (?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
  | (?P<NUMDATE>(?<![\d./-])\d{1,4}(?P<sep>[./-])\d{1,2}(?P=sep)\d{2,4}(?![\d]|[./-]\d))
  | (?P<CLOCK>(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<HCLOCK>(?<![\d.,])[0-2]?\d[\ \u00a0\u202f]?[hH](?:[\ \u00a0\u202f]?[0-5]\d(?!\d))?(?![^\W_]))
  | (?P<DECADE>(?<![\w$€£])(?:1[5-9]\d0|20\d0|['’]?[1-9]0)['’]?s(?!\w))
  | (?P<ORDINAL>(?<![\w.,])\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH|er|ère|re|e|è|ème|eme|nde)(?!\w))
  | (?P<BIG>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d{1,12}[.,]\d+)
  | (?P<FRACTION>(?<![\w/.,])[13]/[248](?![\w/]))
  | (?P<GLUED>(?<=[^\W\d_])\d+)
  | (?P<INT>\d+)
  | (?P<AMPM>[aApP]\.\ ?[mM](?!\w)\.?|[aApP][mM](?!\w))
  | (?P<WORD>[^\W\d_]+)
  | (?P<PARA>\n[ \t\r]*\n)
  | (?P<LINE>\n)
  | (?P<MARK>[^\w\s]|_)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A token: where it stands (characters, end exclusive), what it is, and its text."""

    start: int
    end: int
    shape: str
    text: str


# A newline inside a line this long is a wrap of one sentence; otherwise it ends a heading or a
# paragraph. Newswire wraps at 60 to 80 characters, pages do not wrap.
WRAPPED = range(45, 131)


def tokenize(text: str) -> list[Token]:
    """All tokens of `text`, in order. Newlines that only wrap a line are left out."""
    tokens: list[Token] = []
    line_start = 0
    for match in PATTERN.finditer(text):
        shape = match.lastgroup or "MARK"
        start, end = match.span()
        if shape == "LINE":
            wrapped = start - line_start in WRAPPED
            line_start = end
            if wrapped:
                continue
            shape = "PARA"
        elif shape == "PARA":
            line_start = end
        tokens.append(Token(start, end, shape, match.group()))
    return tokens
