"""Organisations: what they are called, what kind they are, and their PLOVER code and sector.

The files organisations*.tsv, written by hand, have a row a body. Names and acronyms stand there in
both languages; every one of them finds the body. A text may name several ("AU", "SPD"): all are returned.
"""

from functools import cache

from msgspec import Struct

from dragoman.authority.user import user_table
from dragoman.lexicon.phrases import PhraseIndex, fold
from dragoman.lexicon.tables import table

FILES = (
    "organisations",
    "organisations_state",
    "organisations_armed",
    "organisations_parties",
    "organisations_other",
)


class OrganisationName(Struct, frozen=True):
    """One name or acronym of an organisation, in `language` ("en", "fr" or "*" for any)."""

    text: str
    language: str


class Organisation(Struct, frozen=True):
    """A body that the news names.

    `acronym` is the usual one ("" where none); `names` has every name and acronym. `kind` says what
    it is (igo, un, eu, party, rebel, military, intelligence, ministry, ngo, media, company, ...).
    `code` is PLOVER's country: IGO, UNO, EUR, NGO, MNC, or ISO alpha-3 of the state that it belongs
    to; "" where no one state or kind fits. `sector` and `secondary` are PLOVER's.
    """

    id: str
    name: str
    acronym: str
    names: tuple[OrganisationName, ...]
    kind: str
    code: str
    sector: str
    secondary: tuple[str, ...]
    basis: str


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _read(row: dict[str, str]) -> Organisation:
    texts = [(text, "en") for text in _split(row["en"])]
    texts += [(text, "fr") for text in _split(row["fr"])]
    texts += [(text, "*") for text in _split(row["acronyms"])]
    names = tuple(OrganisationName(text, language) for text, language in dict.fromkeys(texts))
    acronym = next(iter(_split(row["acronyms"])), "")
    secondary = tuple(_split(row["secondary"]))
    name = names[0].text
    key = row["id"] or fold(acronym or name).replace(" ", "-")
    return Organisation(
        key, name, acronym, names, row["kind"], row["code"], row["sector"], secondary, row["basis"]
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Return all organisations, the user's own last."""
    rows = [row for name in FILES for row in table(name, "authority")]
    return tuple(_read(row) for row in (*rows, *user_table("organisations")))


@cache
def _by_fold() -> dict[str, list[tuple[str, Organisation]]]:
    found: dict[str, list[tuple[str, Organisation]]] = {}
    for body in organisations():
        for name in body.names:
            found.setdefault(fold(name.text).replace(".", ""), []).append((name.text, body))
    return found


def _agrees(name: str, text: str) -> bool:
    """Return whether `text` may be `name`: an acronym wants its capitals, a long one its first."""
    if not name.isupper() or " " in name:
        return True
    bare = name.replace(".", "")
    written = text.replace(".", "")
    return bare in written or (len(bare) > 3 and any(c.isupper() for c in written))


def lookup_organisation(text: str) -> tuple[Organisation, ...]:
    """Return the organisations that `text` names; () for none, several where it is ambiguous.

    Accents, case, full stops in acronyms and a leading article do not matter; an acronym in small
    letters is none.
    """
    key = fold(text).strip(" ,;:").replace(".", "")
    rows = _by_fold().get(key)
    if rows is None:
        for article in ("the ", "la ", "le ", "les ", "l'"):
            if key.startswith(article):
                rows = _by_fold().get(key.removeprefix(article))
                break
    found = {body.id: body for name, body in rows or () if _agrees(name, text)}
    return tuple(found.values())


@cache
def organisation_index(language: str | None = None) -> PhraseIndex[tuple[Organisation, ...]]:
    """Return an index of all names of organisations in `language` (None: all)."""
    readings: dict[str, dict[str, Organisation]] = {}
    for body in organisations():
        for name in body.names:
            if language in (None, name.language) or name.language == "*":
                readings.setdefault(name.text, {})[body.id] = body
    return PhraseIndex({text: tuple(bodies.values()) for text, bodies in readings.items()})
