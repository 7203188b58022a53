"""When and where a candidate happens, and in what context: what stands in its own clause.

A time or place belongs to the predicate on which it hangs. "He said on Tuesday that troops had
left" gives the leaving no date: none is invented, and none is taken from another clause.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dragoman.annotate import Annotations
from dragoman.coding.candidate import Candidate
from dragoman.lexicon.tables import table
from dragoman.model import Location, Place, Span

LONGEST = timedelta(days=31)
"""A time that means more days than this dates no event."""


class Circumstances:
    """The times and places of a document by where they hang in its parse."""

    def __init__(self, found: Annotations) -> None:
        self.parse = found.parse
        self.times = [(time, tokens) for time in found.times if (tokens := self._tokens(time))]
        self.places = [(place, tokens) for place in found.places if (tokens := self._tokens(place))]

    def _tokens(self, span: Span) -> Tokens | None:
        return self.parse.char_span(span.start, span.end, alignment_mode="expand")

    def day(self, candidate: Candidate) -> tuple[date, date, Span] | None:
        """First and last day of the nearest time of the clause that means at most LONGEST."""
        near = []
        for time, tokens in self.times:
            if time.type in ("DURATION", "SET") or time.earliest is None or time.latest is None:
                continue
            if time.latest - time.earliest <= LONGEST and _governs(candidate, tokens):
                near.append((abs(tokens.start - candidate.predicate.i), time))
        if not near:
            return None
        time = min(near, key=lambda pair: pair[0])[1]
        assert time.earliest is not None
        assert time.latest is not None
        return time.earliest, time.latest, Span(time.start, time.end, time.text)

    def place(self, candidate: Candidate) -> tuple[Location, Span] | None:
        """The nearest place of the clause that is no part of its actors."""
        taken = {token.i for side in (candidate.source, candidate.target) for token in side.tokens}
        near: list[tuple[int, Place]] = []
        for place, tokens in self.places:
            if not taken & {token.i for token in tokens} and _governs(candidate, tokens):
                near.append((abs(tokens.start - candidate.predicate.i), place))
        if not near:
            return None
        found = min(near, key=lambda pair: pair[0])[1]
        where = Location(found.name, found.country, found.latitude, found.longitude, found.geonameid)
        return where, Span(found.start, found.end, found.text)


def _governs(candidate: Candidate, tokens: Tokens) -> bool:
    """Whether the words hang on the candidate's predicate and not on another clause."""
    if tokens.sent.start != candidate.predicate.sent.start:
        return False
    own = {token.i for token in _clause(candidate.predicate)}
    return any(token.i in own for token in _up(tokens.root))


def _up(token: Token) -> Iterator[Token]:
    """The token and its heads, up to and with the first verb."""
    yield token
    for head in token.ancestors:
        yield head
        if head.pos_ in ("VERB", "AUX"):
            return


def _clause(predicate: Token) -> Iterator[Token]:
    """The predicate, the verbs it leads to, and for a noun the verb that it hangs on."""
    yield predicate
    for child in predicate.children:
        if child.dep_ in ("xcomp", "aux", "auxpass"):
            yield from _clause(child)
    if predicate.pos_ == "NOUN":
        for head in predicate.ancestors:
            if head.pos_ in ("VERB", "AUX"):
                yield head
                return


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words: dict[str, list[str]] = {}
    for row in table(f"{language}/contexts"):
        words.setdefault(row["context"], []).append(row["words"])
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(given)})", re.IGNORECASE)) for name, given in words.items()
    )


def context(sentence: Tokens, language: str) -> tuple[str, ...]:
    """PLOVER's contexts that the sentence's words speak of, in PLOVER's order."""
    text = sentence.text[:4000]
    return tuple(name for name, pattern in _patterns(language) if pattern.search(text))
