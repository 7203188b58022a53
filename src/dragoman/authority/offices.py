"""Offices: titles in English and French, what they stand for, their PLOVER sector and rank.

offices.tsv has a row a title, written by hand. A title is a head ("minister", "ambassador",
"deputy secretary of state") that a text completes with a portfolio, a body or a state; the readers of
titles in `annotate` take such composites apart. A title's own case is its rule, as in
`lexicon.phrases`: "General" wants its capital, "president" takes any case.
"""

from functools import cache

from msgspec import Struct

from dragoman.authority.user import user_table
from dragoman.lexicon.phrases import PhraseIndex
from dragoman.lexicon.tables import table


class Office(Struct, frozen=True):
    """A title and what it stands for.

    `office` is the same for all titles of one office in both languages (head_of_state,
    foreign_minister, ambassador, military_officer, ...). `sector` is PLOVER's, "" where it is that
    of the body headed. `rank` runs from 1 (head of state) to 7 (private person); 9 is a form of
    address. `flags` may hold "head" (a general head: its sector is that of the body), "hon" (a form
    of address, no role), "opp" (opposition). `country` is the only state whose office bears the
    title, "" where several do. `plural` is true for a title of several persons.
    """

    title: str
    office: str
    sector: str
    rank: int
    language: str
    flags: tuple[str, ...]
    country: str
    plural: bool = False

    @property
    def honorific(self) -> bool:
        """Whether it is a form of address ("Mr.", "H.E.", "Sheikh") and no role."""
        return "hon" in self.flags

    @property
    def general(self) -> bool:
        """Whether its sector is that of the body it heads ("head", "leader", "official")."""
        return "head" in self.flags


_INVARIANT = ("s", "x", "z")
_IRREGULAR = {
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "chairman": "chairmen",
    "chairwoman": "chairwomen",
    "congressman": "congressmen",
    "businessman": "businessmen",
    "chief of staff": "chiefs of staff",
    "head of state": "heads of state",
    "head of government": "heads of government",
    "secretary of state": "secretaries of state",
    "minister of foreign affairs": "ministers of foreign affairs",
    "secretary-general": "secretaries-general",
    "chargé d'affaires": "chargés d'affaires",
}


def english_plural(title: str) -> str:
    """Return the regular plural of an English title or noun phrase."""
    if title.casefold() in _IRREGULAR:
        return _IRREGULAR[title.casefold()]
    head, of, rest = title.partition(" of ")
    if of:
        return f"{english_plural(head)} of {rest}"
    if title.endswith("man") and len(title) > 4:
        return title[:-3] + "men"
    if title.endswith("y") and title[-2:-1] not in "aeiou":
        return title[:-1] + "ies"
    if title.endswith(("s", "sh", "ch", "x")):
        return title + "es"
    return title + "s"


def french_plural(title: str) -> str:
    """Return the regular plural of a French title or noun: of its head, and of an adjective after it."""
    words = title.split(" ")
    stop = next((i for i, w in enumerate(words) if w in _LINKS or w.startswith(("d'", "d’"))), len(words))
    for at in range(stop):
        word = words[at]
        if word.endswith("al") and len(word) > 3:
            words[at] = word[:-1] + "ux"
        elif word.endswith(("eau", "eu")):
            words[at] = word + "x"
        elif not word.endswith(_INVARIANT) and word not in ("par",):
            words[at] = word + "s"
    return " ".join(words)


_LINKS = {"de", "des", "du", "à", "au", "aux", "en", "par", "et", "pour"}


def _read(row: dict[str, str]) -> Office:
    return Office(
        row["title"],
        row["office"],
        row["sector"],
        int(row["rank"]),
        row["language"],
        tuple(row["flags"].split()),
        row.get("country") or "",
    )


@cache
def offices() -> tuple[Office, ...]:
    """Return all titles, the user's own last."""
    return tuple(_read(row) for row in (*table("offices", "authority"), *user_table("offices")))


@cache
def office_index(language: str) -> PhraseIndex[Office]:
    """Return an index of the titles of `language` ("en", "fr"), with their plurals."""
    found: dict[str, Office] = {}
    plural = french_plural if language == "fr" else english_plural
    for entry in offices():
        if entry.language != language:
            continue
        found[entry.title] = entry
        if not entry.title.endswith(".") and not entry.honorific:
            many = Office(
                entry.title,
                entry.office,
                entry.sector,
                entry.rank,
                entry.language,
                entry.flags,
                entry.country,
                plural=True,
            )
            found.setdefault(plural(entry.title), many)
    return PhraseIndex(found)
