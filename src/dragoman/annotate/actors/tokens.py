"""Tokens of a text for reading names: words with their shape, and what stands between them.

spaCy's tokens are not used: they keep "Pendarovski(link" and "UK-US" whole. A word keeps its inner
hyphens and apostrophes ("Al-Sisi", "O’Brien"); a possessive, an elided French article and every other
sign is a token of its own. Two names of states joined by a hyphen are two words.
"""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.holders import holders_named
from dragoman.authority.states import state_names
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""(?:[A-Z]\.){{2,}}                                  # U.S., J.F.
    | (?<![^\W_])[A-ZÀ-Þ]\.(?=\s?[A-ZÀ-Þ])                   # an initial
    | ['’]s\b(?!['’])                                        # a possessive
    | (?<![^\W\d_])(?:[dlsnmjtc]|[Qq]u|jusqu|lorsqu|puisqu   # an elided article
        |[DLSNJC](?=['’][A-ZÉÈÎ]?[a-zéèêîô]))['’](?={_LETTER})
    | {_LETTER}+(?:(?:[-‐‑](?={_LETTER})|['’](?!s\b|S\b)(?={_LETTER})){_LETTER}+)*   # a word
    | \d+(?:[.,:]\d+)*
    | [^\w\s]
    | _""",
    re.VERBOSE,
)
_ABBREVIATIONS = words_of("abbreviations")


class Token(NamedTuple):
    """A token: where it stands, its text, the text without case and accents, and the gap before it.

    `gap` is "" (glued), " " (on the same line) or "\\n" (on another line).
    """

    start: int
    end: int
    text: str
    low: str
    gap: str

    @property
    def word(self) -> bool:
        """Whether it begins with a letter and is no possessive or elided article."""
        return self.text[0].isalpha() and self.text[-1] not in "'’"

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper() and self.text[-1] not in "'’"

    @property
    def upper(self) -> bool:
        """Whether it is a word of two letters or more, all of them capitals."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def initial(self) -> bool:
        """Whether it is an initial ("J.", "W", "J.F.")."""
        return (len(self.text) == 1 and self.text.isupper()) or (
            self.text[-1] == "."
            and len(self.text) <= 6
            and self.text[0].isupper()
            and len(self.text) > 1
            and all(c == "." or c.isupper() for c in self.text)
        )


@cache
def _state_words() -> frozenset[str]:
    return frozenset(fold(row.text) for row in state_names() if " " not in row.text and len(row.text) > 1)


@cache
def _state_phrases() -> frozenset[str]:
    return frozenset(fold(row.text).replace("-", " ") for row in state_names() if "-" in row.text)


def _parts(word: str) -> list[str]:
    """Take "UK-US" and "Pristina-Belgrade" apart; other hyphenated words stay whole."""
    prefix, _, rest = word.partition("-")
    if prefix.casefold() == "ex" and rest:
        return [prefix, rest]
    if not word[0].isupper():
        return [word]
    if fold(word) in _state_words() or fold(word).replace("-", " ") in _state_phrases():
        return [word]
    parts = re.split(r"[-‐‑–]", word)
    if len(parts) > 1 and all(p[:1].isupper() and fold(p) in _state_words() for p in parts):
        return parts
    if (
        len(parts) == 2
        and all(p[:1].isupper() and p[1:].islower() and (len(p) > 2 or p == "Xi") for p in parts)
        and _two_leaders(word, parts)
    ):
        return parts
    return [word]


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["word"] for row in table("given_names"))


@cache
def _leads(name: str) -> frozenset[str]:
    return frozenset(h.country for h in holders_named(name) if h.office.startswith("head_of"))


def _two_leaders(word: str, parts: list[str]) -> bool:
    """Say whether a word joins the names of the leaders of two states: "le sommet Trump-Poutine"."""
    first, second = _leads(parts[0]), _leads(parts[1])
    return bool(first and second) and not first & second and not holders_named(word)


def _elided(word: str, language: str) -> bool:
    return language == "fr" or not word[0].isupper()


class Tokens:
    """The tokens of `text`, and the way from a character to the token it stands in."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self.language = language
        self.all: list[Token] = []
        last = 0
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            if start < last:
                continue
            piece = match.group()
            if piece[-1] in "'’" and len(piece) > 1 and not _elided(piece, language):
                joined = _WORD_WITH_APOSTROPHE.match(text, start)
                if joined is not None:
                    end, piece = joined.end(), joined.group()
            if piece[-1].isalpha() and text[end : end + 1] == "." and piece.casefold() in _ABBREVIATIONS:
                end += 1
                piece += "."
            between = text[last:start]
            gap = "" if not between else "\n" if "\n" in between else " "
            last = end
            if "-" in piece or "‑" in piece or "‐" in piece:
                at = start
                given = bool(self.all) and gap == " " and self.all[-1].low in _given_names()
                for part in [piece] if given else _parts(piece):
                    self.all.append(Token(at, at + len(part), part, fold(part), gap))
                    gap = ""
                    at += len(part) + 1
                continue
            self.all.append(Token(start, end, piece, fold(piece), gap))
        self._starts = [token.start for token in self.all]

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, at: int) -> Token:
        return self.all[at]

    def at(self, character: int) -> int:
        """Return the index of the token that `character` stands in (or the last before it)."""
        return max(bisect_right(self._starts, character) - 1, 0)

    def low(self, at: int) -> str:
        """Return the folded text of token `at`, "" outside the text."""
        return self.all[at].low if 0 <= at < len(self.all) else ""

    def span(self, start: int, end: int) -> str:
        """Return the text from token `start` up to token `end` (exclusive), as written."""
        return self.text[self.all[start].start : self.all[end - 1].end] if end > start else ""


_WORD_WITH_APOSTROPHE = re.compile(rf"{_LETTER}+['’]{_LETTER}+(?:[-‐‑]{_LETTER}+)*")
