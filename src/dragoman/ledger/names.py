"""Names as the ledger compares them: without accents, case, particles and titles."""

import re
from functools import cache, lru_cache

from dragoman.authority import names
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
    return names.same_person(words(a), words(b), heard=True)


def is_office(name: str) -> bool:
    """Say whether a name is an office's rather than a person's ("Prime Minister", "the President")."""
    every = fold(name).split()
    return bool(every) and name_words("title", "office").issuperset(every)
