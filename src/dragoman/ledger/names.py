"""Names as the ledger compares them: without accents, case, particles and titles."""

import re
from functools import cache, lru_cache

from dragoman.lexicon.phrases import fold as _fold
from dragoman.lexicon.tables import table

_WORD = re.compile(r"[^\W_]+")


@cache
def name_words(*sorts: str) -> frozenset[str]:
    """The words of the given sorts ("title", "office", "group") in names, folded."""
    return frozenset(row["word"] for row in table("name_words", "authority") if row["sort"] in sorts)


def fold(text: str) -> str:
    """Fold `text` for comparison: lower case, without accents, words apart by one blank."""
    return _fold_name(text) if len(text) <= _NAME else " ".join(_WORD.findall(_fold(text)))


_NAME = 80  # characters: names and titles are folded again and again, texts once


@lru_cache(maxsize=50_000)
def _fold_name(text: str) -> str:
    return " ".join(_WORD.findall(_fold(text)))


@lru_cache(maxsize=50_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles and single letters where others remain."""
    every = fold(re.sub(r"\([^)]{0,80}\)", " ", name.replace("ç", "s"))).split()
    kept = [word for word in every if word not in name_words("title") and len(word) > 1]
    return tuple(kept or every)


def family(name: str) -> str:
    """The last word of a name: what two accounts of one person most often share."""
    parts = words(name)
    return parts[-1] if parts else ""


def same_person(a: str, b: str) -> bool:
    """Say whether two names may be one person's: a family name shared, and no other given name.

    "Ken Ekman" and "Kenneth Ekman", "Lavrov" and "Sergei Lavrov", "Xi" and "Xi Jinping" may be;
    "Jill Biden" and "Joe Biden" may not.
    """
    return same_name(words(a), words(b))


@lru_cache(maxsize=50_000)
def same_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Say the same of two names given as words (see `words`)."""
    if not one or not two:
        return False
    if one == two:
        return True
    a, b = tuple(map(sound, one)), tuple(map(sound, two))
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) == 1:
        return shorter[0] in (longer[-1], longer[0])
    if shorter[-1] != longer[-1]:
        return set(shorter) <= set(longer)
    return set(shorter) <= set(longer) or _alike(one[0], two[0])


def _alike(a: str, b: str) -> bool:
    # "Ken" and "Kenneth", "Sergei" and "Sergey", "Joe" and "Joseph"; not "Jill" and "Joe".
    first, second = _full_name(a), _full_name(b)
    return first[:3] == second[:3] or sound(first) == sound(second)


@cache
def _short_names() -> dict[str, str]:
    return {row["short"]: row["full"] for row in table("short_names", "authority")}


def _full_name(given: str) -> str:
    return _short_names().get(given, given)


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


def is_office(name: str) -> bool:
    """Say whether a name is an office's rather than a person's ("Prime Minister", "the President")."""
    every = fold(name).split()
    return bool(every) and name_words("title", "office").issuperset(every)
