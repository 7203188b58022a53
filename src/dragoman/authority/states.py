"""States and territories: their names, aliases, demonyms, capitals and seats, in English and French.

Three files say what is known: states.tsv (built from packages), state_names.tsv and demonyms.tsv
(written by hand). A text may name several states ("Congolese", "Dominican"): every reading is
returned, and the caller decides by context. Former states (Soviet Union: SUN) keep the codes of
ISO 3166-3; those that were only renamed (Zaire, Burma) have the code of today.
"""

from functools import cache
from typing import Literal

from msgspec import Struct

from dragoman.authority.user import user_table
from dragoman.errors import UsageError
from dragoman.lexicon.phrases import PhraseIndex, fold
from dragoman.lexicon.tables import table

Form = Literal["name", "alias", "demonym", "capital", "seat"]


class StateName(Struct, frozen=True):
    """One name of a state: `text` in `language` ("en", "fr" or "*" for both), and what it rests on."""

    country: str
    form: Form
    language: str
    text: str
    basis: str


class State(Struct, frozen=True):
    """A state or territory.

    `code` is ISO 3166 alpha-3 (XKX for Kosovo); `kind` is state, partial (not recognised by all),
    territory or former; `capital` is its English name, "" where it has none. The point (degrees) and
    `geonameid` are GeoNames'; 0 where it has none.
    """

    code: str
    iso2: str
    kind: str
    continent: str
    name: str
    name_fr: str
    capital: str
    latitude: float
    longitude: float
    geonameid: int
    basis: str


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _english(cell: str) -> list[str]:
    forms = []
    for form in _split(cell):
        forms += [form[:-1], form[:-1] + "s"] if form.endswith("+") else [form]
    return forms


def _plural(word: str) -> str:
    return word if word.endswith(("s", "x", "z")) else word + "s"


def french_forms(cell: str) -> list[str]:
    """Return the forms of "masculine/feminine" pairs, apart by "; ", with their plurals."""
    forms: list[str] = []
    for pair in _split(cell):
        for word in pair.split("/"):
            forms += [word, _plural(word)]
    return list(dict.fromkeys(forms))


def _demonyms() -> list[StateName]:
    found = []
    for row in (*table("demonyms", "authority"), *user_table("demonyms")):
        for language, forms in (("en", _english(row["en"])), ("fr", french_forms(row["fr"]))):
            found += [StateName(row["country"], "demonym", language, text, row["basis"]) for text in forms]
    return found


def _hand() -> list[StateName]:
    found = []
    for row in (*table("state_names", "authority"), *user_table("state_names")):
        form: Form = row["form"]  # type: ignore[assignment]
        for text in _split(row["text"]):
            found.append(StateName(row["country"], form, row["language"], text, row["basis"]))
    return found


def _built() -> list[StateName]:
    found = []
    for row in table("states", "authority"):
        code, basis = row["country"], row["basis"]
        found.append(StateName(code, "name", "en", row["en"], basis))
        found.append(StateName(code, "name", "fr", row["fr"], basis))
        if row["official"] and fold(row["official"]) != fold(row["en"]):
            found.append(StateName(code, "alias", "en", row["official"], basis))
        if row["capital"]:
            found.append(StateName(code, "capital", "*", row["capital"], basis))
    return found


@cache
def state_names() -> tuple[StateName, ...]:
    """Return every name of every state, the usual names first; no two are the same."""
    seen: set[tuple[str, str, str]] = set()
    rows = []
    hand = _hand()
    names = [row for row in hand if row.form == "name"]
    for row in (*names, *_built(), *hand, *_demonyms()):
        key = (row.country, row.language, row.text)
        if key not in seen:
            seen.add(key)
            rows.append(row)
    return tuple(rows)


@cache
def states() -> dict[str, State]:
    """Return the states and territories by code."""
    names: dict[tuple[str, str], str] = {}
    for entry in state_names():
        if entry.form == "name":
            for language in ("en", "fr") if entry.language == "*" else (entry.language,):
                names.setdefault((entry.country, language), entry.text)
    points = {row["country"]: row for row in table("state_points", "authority")}
    found = {}
    for row in table("states", "authority"):
        code = row["country"]
        found[code] = State(
            code,
            row["iso2"],
            row["kind"],
            row["continent"],
            names.get((code, "en"), row["en"]),
            names.get((code, "fr"), row["fr"]),
            row["capital"],
            float(points[code]["latitude"]),
            float(points[code]["longitude"]),
            int(row["geonameid"] or 0),
            row["basis"],
        )
    return found


def state(code: str) -> State:
    """Return the state with ISO 3166 alpha-3 (or alpha-2) `code`; UsageError where there is none."""
    known = states()
    if code.upper() in known:
        return known[code.upper()]
    for entry in known.values():
        if entry.iso2 == code.upper() and entry.kind != "former":
            return entry
    raise UsageError(f"no state has the code {code!r}; give an ISO 3166 code such as NER or FRA")


@cache
def state_index(language: str | None = None) -> PhraseIndex[tuple[StateName, ...]]:
    """Return an index of all names of states in `language` (None: all), each with all its readings."""
    readings: dict[str, list[StateName]] = {}
    for row in state_names():
        if language in (None, row.language) or row.language == "*":
            readings.setdefault(row.text, []).append(row)
    return PhraseIndex({text: tuple(rows) for text, rows in readings.items()})


@cache
def _by_fold() -> dict[str, tuple[StateName, ...]]:
    found: dict[str, list[StateName]] = {}
    for row in state_names():
        found.setdefault(fold(row.text), []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _bare(text: str) -> str:
    """Return `text` folded, without an article before it or a possessive after it."""
    key = fold(text).strip(" .,;:")
    for article in ("the ", "la ", "le ", "les ", "l'", "d'", "du ", "de la ", "des "):
        if key.startswith(article):
            key = key.removeprefix(article)
            break
    return key.removesuffix("'s").removesuffix("'")


def lookup_state(text: str, language: str | None = None) -> tuple[StateName, ...]:
    """Return all readings of `text` as a name of a state; () where it is none.

    Accents, case and a leading article do not matter, save that an acronym of two letters wants its
    capitals ("us" is no state). Where readings have different countries, the text is ambiguous.
    With `language`, a reading of that language wins over those of others.
    """
    known = _by_fold()
    rows = known.get(fold(text).strip(" ,;:")) or known.get(_bare(text)) or known.get(_bare(text) + ".") or ()
    rows = tuple(r for r in rows if len(r.text) > 2 or r.text in text)
    if language is not None:
        own = tuple(r for r in rows if r.language in (language, "*"))
        rows = own or rows
    return rows
