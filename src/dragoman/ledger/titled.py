"""Offices in the place of names: "the British foreign minister", who held it, and what else is said of it.

One account names a person, another an office: "le secrétaire d'État américain", "the President of
Russia", "the leaders of Serbia and Kosovo". An office is known by its key, equal for its titles in
both languages, whatever state is named with it; and the offices that a person held on the day are
known from the table of holders.
"""

from datetime import date
from functools import cache, lru_cache

from dragoman.authority.holders import holders, holders_named
from dragoman.authority.offices import Office, office_index
from dragoman.authority.states import lookup_state
from dragoman.ledger.names import fold, name_words

LEADER = "leader"  # of a state: its head, or its government's
_LED = frozenset(("head_of_state", "head_of_government"))
_GENERIC = frozenset(("minister", "deputy_minister"))
_LANGUAGES = ("en", "fr")
_STATE = 4  # the most words of a state's name


@lru_cache(maxsize=50_000)
def office_of(name: str) -> str | None:
    """The key of the office that `name` is, None where it is none's, or tells more than whose it is."""
    best: tuple[int, str] | None = None
    for language in _LANGUAGES:
        for start, end, office in office_index(language).find(name[:200]):
            if office.honorific or not _only_whose(f"{name[:start]} {name[end:]}"):
                continue
            leads = fold(name[start:end]) in name_words("leader")
            if office.general and not leads:
                continue
            found = (end - start, LEADER if leads else _key(office, name[start:end]))
            best = max(best, found) if best else found
    return best[1] if best else None


def begins_with_office(name: str) -> bool:
    """Whether `name` begins with a title and has no capital: "director general of military operations"."""
    if name != name.lower():
        return False
    return any(
        start == 0 and not office.honorific and not office.plural
        for language in _LANGUAGES
        for start, _, office in office_index(language).find(name[:200])
    )


def _only_whose(text: str) -> bool:
    """Whether no more is said than which state's it is, and that it is held for a time."""
    words = fold(text).split()
    at = 0
    while at < len(words):
        if words[at] in name_words("link"):
            at += 1
            continue
        ends = range(min(len(words), at + _STATE), at, -1)
        end = next((end for end in ends if lookup_state(" ".join(words[at:end]))), None)
        if end is None:
            return False
        at = end
    return True


@lru_cache(maxsize=50_000)
def office_key(title: str, country: str | None = None) -> str:
    """The key of an office, equal for its titles in both languages; the folded title if unknown."""
    office = office_of(title)
    if office is None:
        return fold(title)
    return _known_as().get((country or "", office), office)


def _key(office: Office, title: str) -> str:
    """The office's key; of a minister's the portfolio is what tells: as the table of holders has it."""
    if office.office not in _GENERIC:
        return office.office
    return _portfolios().get(fold(title), fold(title))


@cache
def _portfolios() -> dict[str, str]:
    """The offices that titles of holders stand for, of those titles that stand for one alone."""
    found: dict[str, set[str]] = {}
    for term in holders():
        found.setdefault(fold(term.title), set()).add(term.office)
    return {title: offices.copy().pop() for title, offices in found.items() if len(offices) == 1}


@cache
def _known_as() -> dict[tuple[str, str], str]:
    """Offices that one state calls otherwise: its secretary of state is its foreign minister."""
    titled = ((term, office_index("en").get(term.title)) for term in holders())
    return {
        (term.country, office.office): term.office
        for term, office in titled
        if office is not None and office.country == term.country and office.office not in _GENERIC
    }


@cache
def single_offices() -> frozenset[str]:
    """The offices that one person of a state holds at a time, as far as the table of holders knows."""
    return frozenset((LEADER, *(term.office for term in holders())))


def offices_held(name: str, country: str, on: date | None) -> frozenset[str]:
    """The offices of `country` that someone of this name held on the day, by the table of holders."""
    if on is None:
        return frozenset()
    return frozenset(term.office for term in holders_named(name, on) if term.country == country)


def with_leader(offices: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Offices with their countries, and that of a leader beside a head of state's or government's."""
    return offices | {(LEADER, country) for office, country in offices if office in _LED}
