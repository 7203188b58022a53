"""Whether two names can be one person's: the one place where names of people are compared.

Within a document, between a brief and its sources, and among the reports of a ledger the question is
the same, asked more or less strictly: a document spells one name one way, while two languages spell
"Poutine" and "Putin"; and a brief's "Kathleen" for a source's "Kathryn" is an error to be found, not
a spelling. Rooms cut names into words as their texts need it (titles, initials, hyphens) and ask here.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import zip_longest

from dragoman.lexicon.tables import table

# What stands inside many names, and names nobody by itself.
_PARTICLES = frozenset(
    ("al", "el", "ben", "bin", "ibn", "ould", "de", "del", "della", "da", "di", "do", "dos", "du", "la",
     "le", "van", "von", "der", "den", "abu", "abou")
)  # fmt: skip


@lru_cache(maxsize=50_000)
def _same_person(one: tuple[str, ...], other: tuple[str, ...], heard: bool, strict: bool) -> bool:
    if not one or not other:
        return False
    a, b = (tuple(map(sound, words)) if heard else words for words in (one, other))
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) == 1:
        if short[0] in (long[0], long[-1]):
            return True
        word = min(one, other, key=len)[0]
        return len(long) > 2 and short[0] in long and word not in _PARTICLES
    if _joined_alike("".join(one), "".join(other), heard):
        return True
    if set(short) <= set(long) if len(a) != len(b) else sorted(a) == sorted(b):
        return True
    return a[-1] == b[-1] and same_given(one[0], other[0], heard=heard, strict=strict)


_TELLING = 5  # consonants: fewer sound alike by chance ("Wang Wei", "Wang Wu")


def _joined_alike(one: str, other: str, heard: bool) -> bool:
    # "Atske Selassie" and "Atskeselassie", "Al Sharaa" and "Alsharaa".
    return one == other or (heard and len(sound(one)) >= _TELLING and sound(one) == sound(other))


def same_person(
    one: Sequence[str], other: Sequence[str], *, heard: bool = False, strict: bool = False
) -> bool:
    """Whether two names, given as folded words, can be one person's.

    They can where one's words are all in the other, in whatever order ("Xi", "Xi Jinping"; a single
    word has to be a first or last one, or no particle inside), and where the last words are equal and
    the first may be one given name ("Ken Ekman", "Kenneth Ekman"; not "Jill Biden", "Joe Biden").
    `heard` compares words as they sound, for names from several languages; `strict` takes of two
    given names only an initial or a short form for the same, and no other spelling.
    """
    return _same_person(tuple(one), tuple(other), heard, strict)


def same_given(one: str, other: str, *, heard: bool = False, strict: bool = False) -> bool:
    """Whether two given names (folded) can be one person's; see `same_person`."""
    if one == other or full_names(one) & full_names(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short.rstrip(".")) == 1:
        return long.startswith(short.rstrip("."))
    if strict:
        return False
    if len(short) >= 3 and long.startswith(short):
        return True
    if heard and sound(one) == sound(other):
        return True
    # One letter another, or left out at the end: "Sergei", "Sergey".
    return len(short) > 4 and sum(a != b for a, b in zip_longest(one, other)) <= 1


def full_names(given: str) -> frozenset[str]:
    """The names that a given name is, or is short for (folded): "bill" is William too."""
    return frozenset((given, *_short_names().get(given, ())))


@cache
def _short_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("short_names", "authority"):
        found[row["short"]] = (*found.get(row["short"], ()), row["full"])
    return found


_SPELLINGS = (
    (re.compile("tsch|tch|sch|sh|ch|zh"), "c"),
    (re.compile("ph|ff"), "f"),
    (re.compile("dj|dzh"), "j"),
    (re.compile("gu(?=[eiy])"), "g"),
    (re.compile("ck|qu|q|kh|k|c(?=[aou])"), "k"),
    (re.compile("w"), "v"),
    (re.compile("(?<=.)h"), ""),
    (re.compile("[aeiouy]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """How a folded name sounds, roughly: alike for English and French spellings of it.

    Its consonants, those written differently made one ("Poutine", "Putin"; "Pachinian",
    "Pashinyan"; "Zelensky", "Zelenskyy"). A word of fewer than two consonants stays as it is.
    """
    heard = word
    for spelling, letter in _SPELLINGS:
        heard = spelling.sub(letter, heard)
    return heard if len(heard) > 1 else word
