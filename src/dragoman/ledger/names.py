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


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Fold `text` for comparison: lower case, without accents, words apart by one blank."""
    return " ".join(_WORD.findall(_fold(text)))


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles and single letters where others remain."""
    every = fold(re.sub(r"\([^)]{0,80}\)", " ", name)).split()
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


@lru_cache(maxsize=200_000)
def same_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Say the same of two names given as words (see `words`)."""
    if not one or not two:
        return False
    if one == two:
        return True
    shorter, longer = (one, two) if len(one) <= len(two) else (two, one)
    if len(shorter) == 1:
        return shorter[0] in (longer[-1], longer[0])
    if set(shorter) <= set(longer):
        return True
    if shorter[-1] != longer[-1]:
        return False
    return _alike(shorter[0], longer[0])


def _alike(a: str, b: str) -> bool:
    # "Ken" and "Kenneth", "Sergei" and "Sergey", "Mohammed" and "Muhammad"; not "Jill" and "Joe".
    if a.startswith(b[:3]) or b.startswith(a[:3]):
        return True
    consonants = [re.sub(r"[aeiouy]", "", name) for name in (a, b)]
    doubles = [re.sub(r"(.)\1", r"\1", name) for name in consonants]
    return len(doubles[0]) > 1 and doubles[0] == doubles[1]


def is_office(name: str) -> bool:
    """Say whether a name is an office's rather than a person's ("Prime Minister", "the President")."""
    every = fold(name).split()
    return bool(every) and name_words("title", "office").issuperset(every)
