"""From a source to a Reading: load, annotate, code.

Many documents are parsed in batches, each in a memory zone of its own, so that memory does not
grow with the number of documents.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from dragoman.annotate import annotate
from dragoman.annotate.annotations import Annotations
from dragoman.annotate.parse import memory_zone, parse_many
from dragoman.coding.engagements.scene import afresh, open_scene
from dragoman.coding.events import find_events
from dragoman.coding.second import engagements_of
from dragoman.coding.statements.find import statements_of
from dragoman.model import Document, Reading
from dragoman.sources import load

BATCH = 32  # documents parsed together; more cost memory and gain little


def read(source: str | Path, *, published: date | str | None = None, language: str | None = None) -> Reading:
    """Read a path, a URL or a text into a Reading.

    `published` (a date or YYYY-MM-DD) and `language` ("en", "fr") override what the source says
    of itself. Raises SourceError where the source cannot be read.
    """
    return read_document(load(source, published=published, language=language))


def read_document(document: Document) -> Reading:
    """Read a Document that has been loaded already."""
    return code(annotate(document))


def code(found: Annotations) -> Reading:
    """Code what was annotated: events, engagements and statements."""
    scene = open_scene(found)
    return Reading(
        document=found.document,
        times=found.times,
        places=found.places,
        actors=found.actors,
        events=tuple(find_events(found)),
        engagements=tuple(engagements_of(scene)),
        statements=tuple(statements_of(afresh(scene))),
    )


def read_documents(documents: Iterable[Document]) -> Iterator[Reading]:
    """Read Documents in order, parsed in batches."""
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == BATCH:
            yield from _read_batch(batch)
            batch = []
    yield from _read_batch(batch)


def _read_batch(batch: Sequence[Document]) -> list[Reading]:
    readings: dict[int, Reading] = {}
    for language in dict.fromkeys(document.language for document in batch):
        chosen = [i for i, document in enumerate(batch) if document.language == language]
        with memory_zone(language):
            texts = [batch[i].text for i in chosen]
            for i, doc in zip(chosen, parse_many(texts, language), strict=True):
                readings[i] = code(annotate(batch[i], doc))
    return [readings[i] for i in range(len(batch))]
