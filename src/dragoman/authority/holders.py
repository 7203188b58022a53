"""Holders: who held which office when, dated to the month.

The files holders_<region>.tsv, written by hand, have a row a term of office; holders.tsv in the
user's folder adds the user's own. A row with an unknown end is open: held at least until the file
was last reviewed. A person with several offices has several rows.
"""

from datetime import date
from functools import cache

from msgspec import Struct

from dragoman.authority.user import user_table
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table

FILES = (
    "holders_africa",
    "holders_americas",
    "holders_asia",
    "holders_europe",
    "holders_middle_east",
    "holders_organisations",
)
MONTHS_AFTER = "9999-12"


class Holder(Struct, frozen=True):
    """A term of office: `person` (with other `names`) held `office` of `country` from `start` to `end`.

    `start` and `end` are months, YYYY-MM, both included; `end` is None while in office. `office` is
    a key of offices (head_of_state, head_of_government, foreign_minister, defence_minister, ...);
    `title` is the title as usually written. `country` is ISO alpha-3,
    or the acronym of an organisation (UN, EU, NATO, AU).
    """

    person: str
    names: tuple[str, ...]
    office: str
    title: str
    country: str
    start: str
    end: str | None
    basis: str

    def held(self, on: str) -> bool:
        """Return whether the office was held in the month of `on` (YYYY-MM or YYYY-MM-DD)."""
        return self.start <= on[:7] <= (self.end or MONTHS_AFTER)


def _read(row: dict[str, str]) -> Holder:
    others = tuple(name.strip() for name in row["names"].split(";") if name.strip())
    return Holder(
        row["person"],
        others,
        row["office"],
        row["title"],
        row["country"],
        row["start"],
        row["end"] or None,
        row["basis"],
    )


@cache
def holders() -> tuple[Holder, ...]:
    """Return all terms of office, the user's own last."""
    rows = [row for name in FILES for row in table(name, "authority")]
    return tuple(_read(row) for row in (*rows, *user_table("holders")))


_PARTICLES = {
    "abu",
    "al",
    "ben",
    "bin",
    "bou",
    "da",
    "das",
    "de",
    "del",
    "della",
    "den",
    "der",
    "di",
    "dos",
    "du",
    "el",
    "ibn",
    "la",
    "le",
    "ould",
    "ter",
    "van",
    "von",
}


def surname(person: str) -> str:
    """Return the surname of `person` with its particles, as a newspaper would write it.

    For names with the family name first the files' `names` column holds the surname.
    """
    parts = person.split()
    at = len(parts) - 1
    while at > 1 and fold(parts[at - 1]) in _PARTICLES:
        at -= 1
    return " ".join(parts[at:])


@cache
def _by_name() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for term in holders():
        keys = {fold(name) for name in (term.person, *term.names)}
        family = surname(term.person)
        last = term.person.split()[-1]
        keys |= {fold(family), fold(last)}
        article, _, bare = last.partition("-")
        if fold(article) in ("al", "el") and len(bare) > 3:
            keys.add(fold(bare))  # "Burhan" for "Abdel Fattah al-Burhan"
        if term.person != family:  # "Hayashi Yoshimasa": the family name first
            keys.add(fold(f"{family} {term.person.removesuffix(family).strip()}"))
        for key in keys:
            found.setdefault(key.replace("-", " "), []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


@cache
def _by_office() -> dict[tuple[str, str], tuple[Holder, ...]]:
    found: dict[tuple[str, str], list[Holder]] = {}
    for term in holders():
        found.setdefault((term.office, term.country), []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


_SUFFIXES = (" jr.", " jr", " sr.", " sr", " iii")


def _plain(name: str) -> str:
    """Return a name as it is looked up: folded, without what comes after the family name."""
    flat = fold(name).replace("-", " ")
    suffix = next((s for s in _SUFFIXES if flat.endswith(s)), "")
    bare = flat.removesuffix(suffix).rstrip(", ")
    return bare if suffix and flat not in _by_name() else flat


def _month(on: date | str | None) -> str | None:
    return None if on is None else str(on)[:7]


def holders_named(name: str, on: date | str | None = None) -> tuple[Holder, ...]:
    """Return the terms of those named `name` (full name, other name or surname), accents aside.

    With `on` (a day or a month), only terms that were under way then.
    """
    terms = _by_name().get(_plain(name), ())
    month = _month(on)
    return terms if month is None else tuple(term for term in terms if term.held(month))


def holder_of(office: str, country: str, on: date | str) -> Holder | None:
    """Return who held `office` of `country` on the day (or in the month) `on`, None where unknown.

    In a month with a change of hands, the one who took office then. Where a country has no head of
    government on file (a presidential system), its head of state is returned for that office.
    """
    month = str(on)[:7]
    terms = [t for t in _by_office().get((office, country), ()) if t.held(month)]
    if not terms and office == "head_of_government" and (office, country) not in _by_office():
        terms = [t for t in _by_office().get(("head_of_state", country), ()) if t.held(month)]
    return max(terms, key=lambda term: term.start, default=None)
