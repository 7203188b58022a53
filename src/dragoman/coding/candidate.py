"""A pair of parties to be coded, with the predicate that joins them and its own clause."""

from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dragoman.coding.grammar import PASSIVE, SUBJECT


@dataclass(frozen=True)
class Party:
    """Actors that fill one role together: their ids and the token span of the first."""

    actors: tuple[str, ...]
    tokens: Tokens


@dataclass(frozen=True)
class Candidate:
    """A pair to be coded: who acts, on whom, by which predicate.

    `symmetric` is true where the words give the parties the same part ("between", "and").
    """

    source: Party
    target: Party
    predicate: Token
    symmetric: bool = False

    @property
    def span(self) -> Tokens:
        """The words from the first to the last of source, predicate and target."""
        edges = (self.source.tokens, self.target.tokens)
        start = min(self.predicate.i, *(tokens.start for tokens in edges))
        end = max(self.predicate.i + 1, *(tokens.end for tokens in edges))
        return self.predicate.doc[start:end]

    def focus(self) -> tuple[str, tuple[int, int], tuple[int, int]]:
        """The words of the predicate's own clause, and where source and target stand in them.

        What is coordinated with the predicate is left out, since it is another happening; so is
        the clause that reports it. A noun comes with the bare verb whose subject it is, which may
        say that it failed or was put off.
        """
        kept = {token.i for token in self.predicate.subtree}
        for child in self.predicate.children:
            if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
                kept -= {token.i for token in child.subtree}
        if self.predicate.pos_ == "NOUN" and self.predicate.dep_ in SUBJECT | PASSIVE:
            verb = self.predicate.head
            bare = [
                child for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "prt", "advmod")
            ]
            kept |= {verb.i, *(token.i for token in bare)}
        sides = (self.source.tokens, self.target.tokens)
        kept |= {token.i for side in sides for token in side}
        text = ""
        starts: dict[int, int] = {}
        for i in sorted(kept):
            token = self.predicate.doc[i]
            starts[i] = len(text)
            text += token.text + (token.whitespace_ if i + 1 in kept else " ")
        spans = []
        for side in sides:
            last = side[-1]
            spans.append((starts[side[0].i], starts[last.i] + len(last.text)))
        return text, spans[0], spans[1]
