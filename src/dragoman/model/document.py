"""A document, its words by their place in it, and what the value of a field rests on.

Imports nothing of Dragoman. Values are frozen; all offsets count characters of `Document.text`,
and a span's `text` always equals `document.text[span.start:span.end]`.
"""

from __future__ import annotations

import datetime

from msgspec import Struct, field

Day = datetime.date


class Span(Struct, frozen=True):
    """Words of a document: where they stand (characters, end exclusive) and what they are."""

    start: int
    end: int
    text: str


class Basis(Struct, frozen=True, omit_defaults=True):
    """What the value of a field rests on.

    `how` names the way ("meta og:title", "byline", "dateline", "attribution", "apposition",
    "subject", "document"); `inferred` is true where the words do not state the value themselves.
    """

    how: str
    inferred: bool = False
    spans: tuple[Span, ...] = ()


class Attribution(Struct, frozen=True):
    """The source that a document attributes itself to ("Source: U.S. Department of State, ...")."""

    name: str
    date: Day | None
    span: Span


class Document(Struct, frozen=True):
    """A cleaned text with what is known about it.

    `text` is what every offset refers to; `title` may or may not stand in it. `published` is the
    day of publication, None where nothing tells it. `language` is an ISO 639-1 code. `source` is
    the source the document attributes itself to. `location` is where it was read from (a path, a
    URL, "-" for standard input, None for text given directly). `basis` has a row a known field.
    """

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: Day | None = None
    url: str | None = None
    language: str = "en"
    source: Attribution | None = None
    location: str | None = None
    basis: dict[str, Basis] = field(default_factory=dict)
