"""Whether two titles are one person's: the same, shorter, or in other words.

"Foreign minister" is true of the Minister of Foreign Affairs and Trade; "secretary of state" is not
true of a deputy secretary of state, nor "lieutenant general" of a major general. Between languages
only offices that both have ("Premier ministre", "President") are told apart.
"""

import re
from functools import cache

from dragoman.authority.states import lookup_state
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.verify.names import LANGUAGES, long_title, offices_in

MILITARY = "military_officer"
# offices whose every title means the same; in the others ("minister") the words tell them apart
ONE_MEANING = {
    "foreign_minister",
    "head_of_government",
    "secretary_general",
    "spokesperson",
    "deputy_head_of_state",
    "deputy_head_of_government",
    "legislator",
    "speaker",
    "party_leader",
    "governor",
}
# offices that every state has one of, by titles that translate
TRANSLATED = {"head_of_state", "head_of_government", "foreign_minister", "ambassador", "spokesperson"}
SMALL = frozenset("of for the and to in de la des du et le les d l national s ms mr".split())  # noqa: SIM905


@cache
def _modifiers() -> dict[str, str]:
    tables = [toml(f"{language}/titles")["modifiers"] for language in LANGUAGES]
    return {fold(word): change for table in tables for change, words in table.items() for word in words}


@cache
def _alike() -> dict[str, frozenset[str]]:
    """title -> the groups of titles that it belongs to."""
    out: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        for group, titles in toml(f"{language}/titles")["alike"].items():
            for title in titles:
                out[fold(title)] = out.get(fold(title), frozenset()) | {group}
    return out


def modifiers(role: str) -> frozenset[str]:
    """What changes the office in a title: deputy, assistant, acting, former."""
    return frozenset(_modifiers()[w] for w in re.findall(r"\w+", long_title(role)) if w in _modifiers())


def telling(role: str) -> list[str]:
    """The words of a title that tell it from another, spelled one way; states aside."""
    text = long_title(role).replace("defence", "defense").replace("'s", "")
    words = re.findall(r"\w+", text)
    return [w.rstrip("s") for w in words if w not in SMALL and not lookup_state(w)]


def equal_titles(one: str, other: str) -> bool:
    """Whether two titles stand for one another by custom ("ambassador", "permanent representative")."""
    a, b = (" ".join(t for t in fold(title).split() if not lookup_state(t)) for title in (one, other))
    mine, theirs = _alike().get(a, frozenset()), _alike().get(b, frozenset())
    shared = mine & theirs - {"generic"}
    return bool(shared) and ("generic" in mine | theirs or "ambassador" in shared)


def same_role(brief: str, source: str, one_language: bool) -> bool:
    """Whether the brief's title is true if the source's is."""
    mine, theirs = ({row.office for row in offices_in(_bare(role))} for role in (brief, source))
    if not one_language:
        clear = mine & TRANSLATED, theirs & TRANSLATED
        return not (clear[0] and clear[1]) or bool(clear[0] & clear[1])
    if any(row.general for row in offices_in(brief)):
        return True
    return all(_stated(one, source) for one in _pieces(brief) or [brief])


def _stated(title: str, source: str) -> bool:
    """Whether one of the titles that a source joins is this one, or none can be compared with it."""
    pieces = _pieces(source) or [source]
    if any(_true(title, piece) for piece in pieces):
        return True
    mine = _keys(title)
    if mine and any(_keys(p) and (MILITARY in mine) == (MILITARY in _keys(p)) for p in pieces):
        return False
    return not set(telling(title)) & set(telling(source))


def _keys(title: str) -> set[str]:
    """The offices that a title names; general heads ("director", "official") aside."""
    return {row.office for row in offices_in(_bare(title)) if not row.general}


def _bare(role: str) -> str:
    return " ".join(word for word in role.split() if not lookup_state(word.strip(",.")))


def _pieces(role: str) -> list[str]:
    """The titles that are joined in one: "Deputy Prime Minister and Minister of Finance"."""
    pieces = re.split(
        r",\s+|;\s+|\s+(?:and|et)\s+(?=\w*\s?(?i:minist|deputy|secretar|chief|vice|director))", role
    )
    return [piece for piece in pieces if telling(piece)]


def _true(brief: str, source: str) -> bool:
    one, other = {r.office for r in offices_in(_bare(brief))}, {r.office for r in offices_in(_bare(source))}
    if equal_titles(_bare(brief), _bare(source)):
        return True
    if modifiers(brief) != modifiers(source):
        return False
    words, more = set(telling(brief)), set(telling(source))
    if MILITARY in one and MILITARY in other:
        return words <= more
    if words <= more:
        return True
    return bool(one & other) and bool(one & ONE_MEANING or more <= words)
