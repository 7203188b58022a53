"""Whether two ways of writing name one person, or one title.

"Ken Ekman", "Kenneth Ekman", "Maj. Gen. Ekman" and "Ekman" are one; "Ekmann" is not.
"""

from functools import cache

from dragoman.authority import names
from dragoman.authority.offices import Office, office_index
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table

LANGUAGES = ("en", "fr")


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """Short titles with what they stand for, the longest first."""
    rows = [row for language in LANGUAGES for row in table(f"{language}/short_forms")]
    pairs = {(fold(r["short"]), fold(r["long"])) for r in rows}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def parts(name: str) -> list[str]:
    """The parts of a name, folded, hyphens kept and full stops dropped."""
    return [part.strip(".,'") for part in fold(name).replace("'s", "").split() if part.strip(".,'")]


def same_person(a: str, b: str) -> bool:
    """Whether two names can be one person's, of a given name only an initial or short form allowed."""
    return names.same_person(parts(a), parts(b), strict=True)


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
