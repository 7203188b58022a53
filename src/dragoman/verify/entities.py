"""Who and what a phrase names, as keys that two texts share.

A person gives each part of the name and the country, a body its entry or its name, a state its code:
"Foreign Minister Mehra", "Mehra" and "India" share a key pairwise, "Mehra" and "Thapa" none.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import state_index
from dragoman.lexicon.phrases import fold
from dragoman.model import Actor
from dragoman.verify.names import parts
from dragoman.verify.prepared import Prepared

OUTSIDE = {"relcl", "acl:relcl", "appos", "acl", "conj", "cc"}  # relations that leave a phrase's own words
PERSON, BODY, STATE = "person:", "body:", "state:"


@dataclass(frozen=True)
class Named:
    """A mention and the keys of what it names."""

    start: int
    end: int
    keys: frozenset[str]


def named(text: Prepared) -> Iterator[Named]:
    """Yield the mentions of people, bodies and states of a text."""
    for actor in text.found.actors:
        keys = actor_keys(actor)
        for mention in actor.mentions:
            if keys:
                yield Named(mention.start, mention.end, keys)
    for start, end, rows in state_index(text.document.language).find(text.document.text):
        yield Named(start, end, frozenset(STATE + row.country for row in rows))


def actor_keys(actor: Actor) -> frozenset[str]:
    """The keys of one actor."""
    country = {STATE + actor.country} if actor.country else set()
    if actor.kind == "person":
        return frozenset({PERSON + part for part in parts(actor.name)} | country)
    known = {BODY + body.id for body in lookup_organisation(actor.name)}
    return (
        frozenset(known or {BODY + fold(actor.name)}) if actor.kind == "organisation" else frozenset(country)
    )


def keys_of(text: Prepared, phrase: Token) -> frozenset[str]:
    """The keys of what a phrase names, by its head: its own words, without clauses and appositions."""
    offsets = [token.idx for token in _own(phrase)]
    found: set[str] = set()
    for mention in text.once(named):
        at = bisect_left(offsets, mention.start)
        if at < len(offsets) and offsets[at] < mention.end:
            found |= mention.keys
    return frozenset(found)


def _own(phrase: Token) -> list[Token]:
    out, queue = [phrase], [phrase]
    while queue:
        for child in queue.pop().children:
            if child.dep_ not in OUTSIDE or (child.dep_ == "conj" and child.pos_ == "PROPN"):
                out.append(child)
                queue.append(child)
    return sorted(out, key=lambda token: token.idx)


def people_in(keys: frozenset[str]) -> frozenset[str]:
    """Those of `keys` that are people's."""
    return frozenset(key for key in keys if key.startswith(PERSON))
