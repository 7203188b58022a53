"""Annotations built by hand from a text in which each actor is named, for tests of events."""

import re
from collections.abc import Mapping, Sequence

from dragoman.annotate import Annotations
from dragoman.annotate.parse import parse
from dragoman.model import Actor, Document, Place, Span, TimeExpression


def sketch(
    text: str,
    actors: Mapping[str, Sequence[str]],
    *,
    times: Sequence[tuple[str, object]] = (),
    places: Sequence[tuple[str, str]] = (),
    language: str = "en",
) -> Annotations:
    """Annotate `text`: actors by country or name with the words that name them, times with their day."""
    found = []
    for number, (name, words) in enumerate(actors.items(), start=1):
        mentions = [m.span() for word in words for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
        spans = tuple(Span(a, b, text[a:b]) for a, b in sorted(mentions))
        country = name if len(name) == 3 else None
        found.append(Actor(f"a{number}", "state", name, country=country, mentions=spans))
    days = []
    for word, day in times:
        at = text.index(word)
        days.append(
            TimeExpression(at, at + len(word), word, type="DATE", value=str(day), earliest=day, latest=day)  # type: ignore[arg-type]
        )
    where = [
        Place(text.index(word), text.index(word) + len(word), word, name=word, country=country)
        for word, country in places
    ]
    document = Document(text, language=language)
    return Annotations(document, parse(text, language), tuple(days), tuple(where), tuple(found))
