"""Camps within one state: a government or an army and those who fight or oppose it.

"Sudan's army and the Rapid Support Forces", "le gouvernement colombien et la guérilla": elsewhere such
common nouns only stand for their state; beside an opponent of the same state each is a side of its own.
"""

from collections.abc import Sequence

from msgspec.structs import replace as renew

from dragoman.coding.engagements.lexicon import lexicon
from dragoman.coding.engagements.party import Party, opposed
from dragoman.model import Actor

_BODIES = ("group", "organisation")


def _ruling(actor: Actor, language: str) -> bool:
    """Say whether an actor is a government or an army by a common noun."""
    if actor.kind != "group" or actor.sector not in ("GOV", "MIL", "LEG") or actor.country is None:
        return False
    return any(lexicon(language).has("ruling", word) for word in _words(actor.name))


def _words(name: str) -> list[str]:
    return name.lower().replace("’", "'").replace("'", " ").split()


def _government(actor: Actor, actors: Sequence[Actor], language: str) -> str | None:
    """Return the country of the government that an opponent without a country of its own faces."""
    first = actor.mentions[0].start if actor.mentions else 0
    ruling = [a for a in actors if _ruling(a, language) or (a.kind == "organisation" and a.sector == "MIL")]
    countries = {a.country for a in ruling}
    if len(countries) == 1:
        return countries.pop()
    near = [(abs(m.start - first), a.country or "") for a in ruling for m in a.mentions]
    return min(near)[1] or None if near else None


def with_camps(actors: Sequence[Actor], language: str) -> tuple[Actor, ...]:
    """Return `actors` with the country of opponents that the text names without one."""
    out = []
    for actor in actors:
        if actor.country is None and actor.kind == "group" and opposed(actor):
            country = _government(actor, actors, language)
            if country is not None:
                basis = (*actor.basis, "country: the government's that it faces")
                actor = renew(actor, country=country, basis=basis)
        out.append(actor)
    return tuple(out)


def camps_of(actors: Sequence[Actor], language: str) -> frozenset[str]:
    """Return the ids of the common nouns that are sides of their own: government and rebels of one state."""
    torn = {a.country for a in actors if a.kind in _BODIES and opposed(a) and a.country}
    ruling = {a.id for a in actors if a.country in torn and _ruling(a, language)}
    ruled = {a.country for a in actors if a.country and a.kind in _BODIES and not opposed(a)}
    against = {a.id for a in actors if a.kind == "group" and opposed(a) and a.country in torn & ruled}
    return frozenset(ruling | against)


def sides_among(parties: Sequence[Party], *, apart: bool = False) -> set[str]:
    """Return the sides among parties: states and organisations, and camps within one state.

    `apart`: the parties of one state that meet on neutral ground are sides, for what is at home
    there needs no foreign capital.
    """
    camps = {p.code for p in parties if p.opposed}
    codes = {p.code for p in parties if p.code}
    split = camps | (codes if apart and len(codes) == 1 else set())
    return {p.key if p.code in split and (p.named or p.code in camps) else p.code or p.key for p in parties}


def without_camps(parties: Sequence[Party], language: str) -> list[Party]:
    """Return `parties` with a government that faces no camp of its own as no more than its state."""
    camps = {p.code for p in parties if p.opposed}
    return [
        Party(p.code, inferred=p.inferred, side=p.side, span=p.span)
        if p.actor is not None and p.code not in camps and _ruling(p.actor, language)
        else p
        for p in parties
    ]
