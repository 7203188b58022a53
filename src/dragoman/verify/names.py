"""Whether two ways of writing name one person, or one title.

"Ken Ekman", "Kenneth Ekman", "Maj. Gen. Ekman" and "Ekman" are one; "Ekmann" is not.
"""

from functools import cache

from dragoman.authority.offices import Office, office_index
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table

LANGUAGES = ("en", "fr")


@cache
def _given() -> frozenset[tuple[str, str]]:
    rows = [row for language in LANGUAGES for row in table(f"{language}/short_forms")]
    return frozenset((fold(r["short"]), fold(r["long"])) for r in rows if r["kind"] == "given")


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """Short titles with what they stand for, the longest first."""
    rows = [row for language in LANGUAGES for row in table(f"{language}/short_forms")]
    pairs = {(fold(r["short"]), fold(r["long"])) for r in rows if r["kind"] == "title"}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def parts(name: str) -> list[str]:
    """The parts of a name, folded, hyphens kept and full stops dropped."""
    return [part.strip(".,'") for part in fold(name).replace("'s", "").split() if part.strip(".,'")]


def same_given(a: str, b: str) -> bool:
    """Whether two given names can be one person's: equal, initial, or a short form."""
    if a == b or (a, b) in _given() or (b, a) in _given():
        return True
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and long.startswith(short)


def same_person(a: str, b: str) -> bool:
    """Whether two names can be one person's: the surname equal, the given names agreeing.

    A surname alone agrees with any given name. Names with the family name first agree with the
    same parts in the other order.
    """
    one, other = parts(a), parts(b)
    if not one or not other:
        return False
    if sorted(one) == sorted(other):
        return True
    if set(one) <= set(other) or set(other) <= set(one):
        short, long = sorted((one, other), key=len)
        return len(short) > 1 or short[0] in (long[-1], long[0]) or len(long) > 2
    if one[-1] != other[-1] and one[-2:] != other[-2:]:
        return False
    return same_given(one[0], other[0])


def long_title(role: str) -> str:
    """`role` folded, with its short forms written out."""
    text = f" {fold(role)} "
    for short, long in _titles():
        text = text.replace(f" {short} ", f" {long} ").replace(f" {short}, ", f" {long}, ")
    return " ".join(text.split())


def offices_in(role: str) -> list[Office]:
    """The offices that a title names, in either language; forms of address aside."""
    found = [row for language in LANGUAGES for _, _, row in office_index(language).find(role)]
    return [row for row in found if not row.honorific]
