"""Which actors a word of the parse stands for, with all that are joined to it.

A party is a group of actors on one side of a predicate: a noun phrase with its compounds, where a
word of people or bodies ("forces", "officials") stands for the actor that it belongs to.
"""

from collections.abc import Collection

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dragoman.annotate import Annotations
from dragoman.coding.candidate import Party
from dragoman.coding.grammar import BELONGS, SUBJECT, conjuncts, deep_phrases, phrases

NEAR = {"of", "from", "in", "de", "du", "des", "en"}
"""Prepositions by which an actor names the actor that a phrase is about: "troops from Niger"."""


class Parties:
    """Holds which token of one document belongs to which mention of an actor."""

    def __init__(self, found: Annotations, people: Collection[str]) -> None:
        """`people`: the lemmas of words that stand for the actor they belong to."""
        self.parse: Doc = found.parse
        self.people = people
        self.mentions: dict[int, tuple[str, Tokens]] = {}
        for actor in found.actors:
            for mention in actor.mentions:
                tokens = self.parse.char_span(mention.start, mention.end, alignment_mode="expand")
                if tokens is None:
                    continue
                for token in tokens:
                    held = self.mentions.get(token.i)
                    if held is None or len(held[1]) < len(tokens):
                        self.mentions[token.i] = (actor.id, tokens)

    def party(self, head: Token, *, strict: bool = False) -> Party | None:
        """The actors of a noun phrase with its compounds; None where it names none."""
        members = [
            party for party in (self.single(token, strict=strict) for token in conjuncts(head)) if party
        ]
        if not members:
            return None
        actors = tuple(dict.fromkeys(actor for member in members for actor in member.actors))
        return Party(actors, members[0].tokens)

    def single(self, head: Token, *, strict: bool = False) -> Party | None:
        """The actor of one word, or the one whose it is; `strict`: only if it is a word of people."""
        if head.i in self.mentions:
            actor, tokens = self.mentions[head.i]
            return Party((actor,), self.parse[tokens.start : max(tokens.end, head.i + 1)])
        if strict and head.lemma_.lower() not in self.people:
            return None
        near = [child for child in head.children if child.dep_ in BELONGS]
        near += [inner for name, inner in phrases(head) if name in NEAR]
        for token in near:
            if token.i in self.mentions:
                actor, tokens = self.mentions[token.i]
                start, end = min(tokens.start, head.left_edge.i), max(tokens.end, head.i + 1)
                return Party((actor,), self.parse[start:end])
        return None

    def within(self, head: Token, other: Party | None) -> Party | None:
        """An actor somewhere in the phrases of `head`, for "sanctions on B were imposed by A"."""
        for _, inner in deep_phrases(head):
            party = self.party(inner)
            if party and differ(party, other):
                return party
        return None

    def split(self, verb: Token) -> tuple[Party, Party] | None:
        """The first and the others of a compound subject: "A and B met"."""
        subject = next((child for child in verb.children if child.dep_ in SUBJECT), None)
        members = [party for party in map(self.single, conjuncts(subject)) if party] if subject else []
        if len(members) < 2 or members[0].actors == members[1].actors:
            return None
        rest = tuple(dict.fromkeys(actor for member in members[1:] for actor in member.actors))
        return members[0], Party(rest, members[1].tokens)


def differ(party: Party, other: Party | None) -> bool:
    """Whether two parties have no actor in common."""
    return other is None or not set(party.actors) & set(other.actors)
