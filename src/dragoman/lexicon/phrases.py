"""Finds many phrases in a text in one pass: the longest at each place, on word boundaries.

Words are compared without accents. The gaps between them are compared by kind: a space, a line
break and a hyphen are one kind ("Guinea-Bissau", "Guinea Bissau"), the two apostrophes another
("Côte d’Ivoire"), and a full stop, a comma, "&" and "/" a kind each, so that no phrase crosses a
sentence. A phrase's own case is its rule: a word that is written with a capital wants one in the
text (or a text in capitals), an acronym wants its capitals exactly, and a word in small letters
takes any. The time is linear in the text: each word starts at most as many look-ups as there are
lengths of phrases with that first word.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_GAPS = {"": "", " ": " ", "-": " ", "'": "'", ".": ".", ". ": ".", ",": ",", ", ": ","}
_GAPS |= {"&": "&", " & ": "&", "/": "/", " / ": "/", " - ": " ", "' ": "'", ".-": "."}
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e"}
)
_DASHES = re.compile("[‐‑‒–—]")
_QUOTES = re.compile("[’‘ʼ`´ʻ]")
_SPACES = re.compile(r"\s+")


class Word(NamedTuple):
    """A word of a text: where it stands, as written, folded, and the kind of the gap before it."""

    start: int
    end: int
    text: str
    folded: str
    gap: str | None


class _Entry(NamedTuple):
    """A phrase as it was given: its words and whether it ends with a full stop."""

    words: tuple[str, ...]
    stop: bool


@lru_cache(maxsize=50_000)
def _fold_word(word: str) -> str:
    lowered = word.casefold()
    if lowered.isascii():
        return lowered
    # Taken apart first: what "℠" and "ǿ" are made of has a case and letters of its own.
    apart = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return apart.casefold().translate(_LETTERS)


def fold(text: str) -> str:
    """Return `text` without accents, case and kinds of apostrophe and dash, single-spaced."""
    return " ".join(_plain(_fold_word(_plain(text))).split())


def _plain(text: str) -> str:
    """Return `text` with one kind of apostrophe and one of dash."""
    return _DASHES.sub("-", _QUOTES.sub("'", text))


def _gap(text: str) -> str | None:
    """Return the kind of the gap `text` between two words, None where no phrase may cross it."""
    if text in _GAPS:
        return _GAPS[text]
    if len(text) > 8 or text.count("\n") > 1:
        return None
    return _GAPS.get(_SPACES.sub(" ", _plain(text)))


@lru_cache(maxsize=16)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; remembered for the texts seen last."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        gap = _gap(text[last:start]) if found else None
        found.append(Word(start, end, word, _fold_word(word), gap))
        last = end
    return tuple(found)


def _agrees(entry: _Entry, found: tuple[Word, ...]) -> int:
    """Return how well the case of the text agrees with the phrase: 0 not at all, 2 exactly."""
    exact = True
    for want, have in zip(entry.words, found, strict=True):
        if want == have.text:
            continue
        exact = False
        if want[0].isupper():
            if len(want) > 1 and want.isupper():
                return 0
            if not have.text[0].isupper():
                return 0
    return 2 if exact else 1


class PhraseIndex(Generic[T]):
    """An index over `phrases`: what each phrase stands for, found in texts."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._values: dict[str, list[tuple[_Entry, T]]] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, value in phrases.items():
            tokens = words(phrase)
            if not tokens:
                continue
            entry = _Entry(tuple(w.text for w in tokens), phrase.endswith("."))
            for key in _keys(tokens):
                self._values.setdefault(key, []).append((entry, value))
            lengths.setdefault(tokens[0].folded, set()).add(len(tokens))
        self._lengths = {first: tuple(sorted(n, reverse=True)) for first, n in lengths.items()}

    def __len__(self) -> int:
        return len(self._values)

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, value) of the longest phrases in `text`; none overlaps another."""
        tokens = words(text)
        at = 0
        while at < len(tokens):
            lengths = self._lengths.get(tokens[at].folded)
            step = 1
            if lengths:
                for length in lengths:
                    hit = self._match(tokens[at : at + length], length)
                    if hit is not None:
                        entry, value = hit
                        end = tokens[at + length - 1].end
                        if entry.stop and text[end : end + 1] == ".":
                            end += 1
                        yield tokens[at].start, end, value
                        step = length
                        break
            at += step

    def get(self, text: str) -> T | None:
        """Return the value of the phrase that `text` is as a whole, None where it is none."""
        tokens = words(text)
        hit = self._match(tokens, len(tokens)) if tokens else None
        return None if hit is None else hit[1]

    def _match(self, found: tuple[Word, ...], length: int) -> tuple[_Entry, T] | None:
        if len(found) < length:
            return None
        key = found[0].folded
        for word in found[1:]:
            if word.gap is None:
                return None
            key += word.gap + word.folded
        best: tuple[_Entry, T] | None = None
        for entry, value in self._values.get(key, ()):
            grade = _agrees(entry, found)
            if grade == 2:
                return entry, value
            if grade and best is None:
                best = entry, value
        return best


def _keys(tokens: tuple[Word, ...]) -> set[str]:
    """Return the keys of a phrase: an abbreviation's full stop may be left out ("St. Lucia")."""
    full, bare = tokens[0].folded, tokens[0].folded
    for before, word in pairwise(tokens):
        gap = word.gap or " "
        full += gap + word.folded
        bare += (" " if gap == "." and word.start - before.end > 1 else gap) + word.folded
    return {full, bare}
