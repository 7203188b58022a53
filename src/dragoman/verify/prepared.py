"""A text made ready to be compared: what it names, sentence by sentence, and in what context.

A `Fact` is one thing that a text states and that can be right or wrong: a date, a number, a
name. Its `context` is the bag of content words of its clause, by which a fact of the brief finds
the fact of the source that fills the same slot.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dragoman.annotate import Annotations, annotate
from dragoman.authority.states import lookup_state
from dragoman.lexicon.phrases import fold
from dragoman.model import Document, Span

T = TypeVar("T")
CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}


@dataclass(frozen=True)
class Fact:
    """Something stated: its words, the value compared, and the content words around it."""

    span: Span
    value: Any
    sentence: int
    context: Counter[str] = field(compare=False)


@dataclass(frozen=True)
class Prepared:
    """One text with its annotations; `name` is how findings call it."""

    name: str
    found: Annotations
    _known: dict[Any, tuple[Any, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def document(self) -> Document:
        """The document that was prepared."""
        return self.found.document

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.found.parse

    @cached_property
    def sentences(self) -> list[Words]:
        """The sentences; a line break ends one, since headlines and captions have no full stop."""
        out: list[Words] = []
        for sentence in self.doc.sents:
            start = sentence.start
            for token in sentence:
                if "\n" in token.text and token.i > start:
                    out.append(self.doc[start : token.i])
                if "\n" in token.text:
                    start = token.i + 1
            if start < sentence.end:
                out.append(self.doc[start : sentence.end])
        return [s for s in out if s.text.strip()]

    @cached_property
    def words(self) -> list[Counter[str]]:
        """The content words of each sentence."""
        return [bag(sentence) for sentence in self.sentences]

    @cached_property
    def doc_words(self) -> Counter[str]:
        """The content words of the whole text."""
        return sum(self.words, Counter())

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start_char for s in self.sentences]

    @cached_property
    def folded(self) -> str:
        """The text folded, for `has`."""
        return fold(self.document.text)

    def has(self, words: str) -> bool:
        """Whether the text has these words, accents and case aside, as whole words."""
        return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", self.folded) is not None

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that the character at `offset` stands in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def fact(self, start: int, end: int, value: Any) -> Fact:
        """Make a fact of the words from `start` to `end`."""
        number = self.sentence_at(start)
        context = self._context(start, end, number)
        return Fact(Span(start, end, self.document.text[start:end]), value, number, context)

    def _context(self, start: int, end: int, number: int) -> Counter[str]:
        """Content words of the clause count twice, those of the rest of the sentence once."""
        if not self.sentences:
            return Counter()
        sentence = self.sentences[number]
        outside = [t for t in sentence if t.idx + len(t) <= start or t.idx >= end]
        near = [t for t in outside if end - 60 <= t.idx + len(t) and t.idx <= start + 60]
        return bag(outside) + bag(near)

    def once(self, read: "Callable[[Prepared], Iterable[T]]") -> tuple[T, ...]:
        """What `read` finds in this text, worked out once: many rules ask, and a source stays as it is."""
        if read not in self._known:
            self._known[read] = tuple(read(self))
        return cast("tuple[T, ...]", self._known[read])

    def facts(self, spans: Iterable[tuple[int, int, Any]]) -> Iterator[Fact]:
        """Make a fact of each (start, end, value)."""
        for start, end, value in spans:
            yield self.fact(start, end, value)


def bag(tokens: Iterable[Token]) -> Counter[str]:
    """Count the content words of `tokens` by lemma, folded; a state by its code, however it is named."""
    return Counter(
        _word(token)
        for token in tokens
        if token.pos_ in CONTENT and not token.is_stop and any(c.isalnum() for c in token.text)
    )


def _word(token: Token) -> str:
    if token.text[:1].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"}:
        countries = {row.country for row in lookup_state(token.text)}
        if len(countries) == 1:
            return countries.pop()
    return fold(token.text if token.pos_ == "PROPN" else token.lemma_)


def prepare(document: Document, name: str) -> Prepared:
    """Annotate `document` for comparison."""
    return Prepared(name, annotate(document))
