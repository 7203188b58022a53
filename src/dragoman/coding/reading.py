"""From a source to a Reading: load, annotate, code."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.coding.events import find_events
from dragoman.coding.statements import find_statements
from dragoman.model import Document, Reading
from dragoman.sources import load


def read(source: str | Path, *, published: date | str | None = None, language: str | None = None) -> Reading:
    """Read a path, a URL or a text into a Reading.

    `published` (a date or YYYY-MM-DD) and `language` ("en", "fr") override what the source says
    of itself. Raises SourceError where the source cannot be read.
    """
    return read_document(load(source, published=published, language=language))


def read_document(document: Document) -> Reading:
    """Read a Document that has been loaded already."""
    found = annotate(document)
    return Reading(
        document=document,
        times=found.times,
        places=found.places,
        actors=found.actors,
        events=tuple(find_events(found)),
        engagements=tuple(find_engagements(found)),
        statements=tuple(find_statements(found)),
    )


def read_many(
    sources: Iterable[str | Path], *, published: date | str | None = None, language: str | None = None
) -> Iterator[Reading]:
    """Read each source in turn; the first that cannot be read raises SourceError."""
    for source in sources:
        yield read(source, published=published, language=language)
