"""A document in the making: its text, and what each source of facts offers about it.

Facts are offered in order of trust and the first offer of a field is kept, so the order of the
calls in `load` is the order of trust. Nothing is ever replaced silently: each fact keeps its basis.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dragoman.model import Attribution, Basis, Document, Span

# Words looked for in the text are found in its head or its tail, where pages say who they are.
EDGE = 4000
NAMED = ("title", "author", "publisher")


@dataclass
class Draft:
    """What is known so far of a document.

    `url` is the address it came from, if any; `last_resort` a day to take for the day of
    publication where nothing better is found, with where it came from.
    """

    text: str
    location: str | None = None
    url: str | None = None
    last_resort: tuple[date, str] | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    basis: dict[str, Basis] = field(default_factory=dict)

    def offer(
        self, name: str, value: Any, how: str, *, inferred: bool = False, spans: tuple[Span, ...] = ()
    ) -> None:
        """Offer `value` for the field `name`; it is kept if it is the first."""
        if isinstance(value, str):
            value = " ".join(value.split())
        if value is None or value == "" or name in self.facts:
            return
        self.facts[name] = value
        if not spans and name in NAMED and (found := self.find(value)):
            spans = (found,)
        self.basis[name] = Basis(how, inferred, spans)

    def give(self, name: str, value: Any) -> None:
        """Set a field to what the caller said, whatever the document offers."""
        self.facts[name] = value
        self.basis[name] = Basis("given")

    def find(self, words: str) -> Span | None:
        """Return where `words` stand in the head or the tail of the text."""
        at = self.text.find(words, 0, EDGE)
        if at < 0:
            at = self.text.rfind(words, max(0, len(self.text) - EDGE))
        return self.span(at, at + len(words)) if at >= 0 else None

    def span(self, start: int, end: int) -> Span:
        """Return the span from `start` to `end` of the text."""
        return Span(start, end, self.text[start:end])

    def finish(self) -> Document:
        """Return the document."""
        published: date | None = self.facts.get("published")
        source: Attribution | None = self.facts.get("source")
        return Document(
            text=self.text,
            title=self.facts.get("title"),
            author=self.facts.get("author"),
            publisher=self.facts.get("publisher"),
            published=published,
            url=self.facts.get("url"),
            language=self.facts["language"],
            source=source,
            location=self.location,
            basis=self.basis,
        )
