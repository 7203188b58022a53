"""One person under two names: "President Biden" and "President Joseph R. Biden, Jr." are one.

Two person actors are one where one's name is only the other's family name and no third shares it.
"""

from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as renew

from dragoman.annotate import Annotations
from dragoman.coding.engagements.party import ORGANISED
from dragoman.lexicon.phrases import fold
from dragoman.model import Actor

# Words of offices that organisations have and states have not.
BODIES = frozenset({"commission", "mediator", "mediateur", "chairperson"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})


def family(name: str) -> str:
    """Return the family name of a person's name, folded."""
    words = [w for w in fold(name.replace(",", " ")).split() if w not in SUFFIXES]
    return words[-1] if words else ""


def unite_names(found: Annotations) -> Annotations:
    """Return `found` with each family name's actor joined to the one person of that name."""
    owners: dict[str, list[Actor]] = {}
    for actor in found.actors:
        if actor.kind == "person" and len(actor.name.split()) > 1:
            owners.setdefault(family(actor.name), []).append(actor)
    joined: dict[str, Actor] = {}
    dropped: set[str] = set()
    for actor in found.actors:
        if actor.kind != "person" or len(actor.name.split()) != 1:
            continue
        same = owners.get(fold(actor.name), [])
        if len(same) != 1 or not actor.mentions:
            continue
        whole = joined.get(same[0].id, same[0])
        first = actor if not whole.mentions or actor.mentions[0].start < whole.mentions[0].start else whole
        joined[whole.id] = renew(
            whole,
            country=first.country or whole.country or actor.country,
            organisation=first.organisation or whole.organisation,
            role=whole.role or actor.role,
            mentions=tuple(sorted({*whole.mentions, *actor.mentions}, key=lambda s: s.start)),
        )
        dropped.add(actor.id)
    kept = tuple(joined.get(a.id, a) for a in found.actors if a.id not in dropped)
    return replace(found, actors=tuple(_of_body(a, kept) for a in kept))


def _of_body(actor: Actor, actors: Sequence[Actor]) -> Actor:
    """Return an official of "the Commission" as one of the organisation that the document speaks of."""
    role = fold(actor.role or "").split()
    loose = actor.country is None or any("takes for granted" in b for b in actor.basis)
    if actor.kind not in ("person", "office") or not loose or not BODIES & set(role) or actor.organisation:
        return actor
    bodies = [a for a in actors if a.kind == "organisation" and a.country in ORGANISED and a.organisation]
    best = max(bodies, key=lambda a: len(a.mentions), default=None)
    if best is None:
        return actor
    return renew(
        actor, country=best.country, organisation=best.organisation, basis=("organisation: the one named",)
    )
