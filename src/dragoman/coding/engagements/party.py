"""Parties: who may take part, with the country or organisation that each acts for.

A party is a named actor, or an unnamed one known only by whom it acts for ("Nigerien officials").
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dragoman.authority.holders import holders_named
from dragoman.authority.states import lookup_state, states
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table
from dragoman.model import Actor, Span

ORGANISED = frozenset({"IGO", "UNO", "EUR", "NGO", "MNC", "ISM", "IMG"})
PRIVATE = frozenset({"JRN", "BUS", "EDU", "SOC", "REL", "LAB", "MED", "CVL", "AGR"})
OF_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY"})
ARMED_OR_OPPOSED = frozenset({"REB", "OPP", "PRM", "UAF"})


@dataclass(frozen=True)
class Party:
    """One who takes part: `code` is the country or organisation acted for, None where unknown.

    `actor` is None for unnamed ones. `side` is "host", "visitor" or None.
    """

    code: str | None
    actor: Actor | None = None
    inferred: bool = False
    side: str | None = None
    span: Span | None = None
    loose: bool = False  # the code is what the text takes for granted, no more
    label: str | None = None  # how an unnamed party is called ("Pristina")

    @property
    def named(self) -> bool:
        """Whether the party has a name of its own (not only a country's)."""
        return self.actor is not None and self.actor.kind != "state"

    @property
    def person(self) -> bool:
        """Whether the party is a person or the holder of an office."""
        return self.actor is not None and self.actor.kind in ("person", "office")

    @property
    def office(self) -> bool:
        """Whether the party is the holder of an office who is not named."""
        return self.actor is not None and self.actor.kind == "office"

    @property
    def opposed(self) -> bool:
        """Whether the party fights or opposes the government of its own state."""
        return self.actor is not None and opposed(self.actor)

    @property
    def key(self) -> str:
        """Identify the party within the document."""
        return self.actor.id if self.actor is not None else f"?{self.code}"


def opposed(actor: Actor) -> bool:
    """Say whether an actor fights or opposes the government of its own state."""
    return actor.sector in ARMED_OR_OPPOSED or (actor.sector == "PTY" and "OPP" in actor.secondary)


def code_of(actor: Actor) -> str | None:
    """Return the country, or the name of the organisation, that `actor` acts for."""
    if actor.organisation and actor.kind == "person" and actor.sector in PRIVATE:
        return actor.organisation
    if actor.country in ORGANISED and actor.kind == "person" and actor.organisation:
        words = " ".join([actor.role or "", *(m.text for m in actor.mentions)])
        said = actor.organisation in words or any(b.startswith("organisation:") for b in actor.basis)
        if not said and actor.organisation not in ("EU", "UN", "NATO"):  # known only
            return _state_of_holder(actor.name) or actor.organisation
    if actor.country in ORGANISED:
        if actor.organisation:
            return actor.organisation
        if actor.country == "EUR":
            return "EU"
        if actor.country == "UNO":
            return "UN"
        return actor.name if actor.kind == "organisation" else None
    if actor.country or actor.kind == "organisation" or actor.sector in OF_STATE:
        return actor.country
    return actor.organisation


def office_of(actor: Actor, span: Span, home: str | None, language: str) -> Party:
    """Return the office that `span` names as a party of its own, apart from the person of `actor`."""
    code = home or own_offices(language).get(fold(span.text))
    office = Actor(f"{actor.id}-office", "office", span.text, role=span.text, country=code, sector="GOV")
    return Party(code, office, span=span)


@cache
def own_offices(language: str) -> dict[str, str]:
    """Return title -> code of the office that it stands for where nothing else tells."""
    return {fold(r["title"]): r["code"] for r in table("own_offices") if r["language"] == language}


def _state_of_holder(name: str) -> str | None:
    """Return the state that the holder of an office by this name acts for, None where none is known."""
    codes = {h.country for h in holders_named(name)}
    return next((c for c in sorted(codes) if c in states()), None)


def party(actor: Actor, span: Span | None = None) -> Party:
    """Return the party that `actor` is."""
    return Party(code_of(actor), actor, span=span, loose=any("takes for granted" in b for b in actor.basis))


@lru_cache(maxsize=8192)  # the same words come again and again, and most are no country's
def country_of(word: str, language: str) -> str | None:
    """Return the one country that a name or adjective stands for, None where none or several."""
    found = {row.country for row in lookup_state(word, language)}
    return found.pop() if len(found) == 1 else None


def unique(parties: Iterable[Party]) -> list[Party]:
    """Return `parties` without repetitions; a named one goes before its unnamed double."""
    out: dict[str, Party] = {}
    for one in parties:
        held = out.get(one.key)
        if held is None:
            out[one.key] = one
        elif held.inferred and not one.inferred:
            out[one.key] = replace(one, side=one.side or held.side)
    return list(out.values())
