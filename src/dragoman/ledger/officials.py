"""For whom a publisher speaks: the state or organisation behind a government's page or statement.

A value from a party's own official source leads (see merging), so this errs towards None.
"""

from functools import cache
from urllib.parse import urlsplit

from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import lookup_state, state_index, states
from dragoman.ledger.names import fold
from dragoman.lexicon.tables import table
from dragoman.model import Document

# Second-level names under a country's domain that only its government may use.
_RESERVED = frozenset(("gov", "gouv", "gob", "go", "gub", "govt", "mil", "guv", "gv", "govern"))


@cache
def _hosts() -> dict[str, str]:
    return {row["host"]: row["party"] for row in table("official_hosts", "authority")}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in table("official_words", "authority"))


@cache
def _by_iso2() -> dict[str, str]:
    codes = {entry.iso2.lower(): code for code, entry in states().items() if entry.kind != "former"}
    return codes | {"uk": "GBR"}


def _host_party(url: str | None) -> str | None:
    labels = (urlsplit(url if "//" in url else f"//{url}").hostname or "").split(".") if url else []
    for start in range(len(labels)):
        known = _hosts().get(".".join(labels[start:]))
        if known:
            return known
    if len(labels) > 2 and labels[-2] in _RESERVED:
        return _by_iso2().get(labels[-1])
    return None


@cache
def _name_party(name: str) -> str | None:
    seats = {row.country for row in lookup_state(name) if row.form == "seat"}
    if len(seats) == 1:
        return seats.pop()
    bodies = lookup_organisation(name)
    if len(bodies) == 1:
        body = bodies[0]
        if body.kind in ("igo", "un", "eu"):
            return body.acronym or body.name
        if body.kind in ("ministry", "military", "government"):
            return body.code or None
    if not _bodies() & set(fold(name).split()):
        return None
    countries = {row.country for _, _, rows in state_index().find(name) for row in rows}
    return countries.pop() if len(countries) == 1 else None


def speaks_for(document: Document) -> str | None:
    """Say which state (ISO 3166 alpha-3) or organisation a document officially speaks for.

    Judged by the host, the publisher and the source that it attributes itself to; None for a news
    outlet and wherever that is not clear.
    """
    named = [document.publisher, document.source.name if document.source else None]
    return _host_party(document.url) or next(
        (party for party in (_name_party(name) for name in named if name) if party), None
    )


def outlet(document: Document) -> str | None:
    """Name who publishes a document: publisher, the source it states, or the site."""
    if document.publisher:
        return document.publisher
    if document.source:
        return document.source.name
    host = urlsplit(document.url).hostname if document.url else None
    return host.removeprefix("www.") if host else None
