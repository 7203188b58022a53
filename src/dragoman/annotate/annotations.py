"""What the annotators say of one document, gathered for the coders.

`parse` holds the tokens that the other annotations are aligned with; all spans refer to
`document.text`.
"""

from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.annotate.actors import find_actors
from dragoman.annotate.parse import parse
from dragoman.annotate.places import find_places
from dragoman.model import Actor, Document, Place, TimeExpression
from dragoman.times import find_times


@dataclass(frozen=True)
class Annotations:
    """One document with its parse and all that was found in it."""

    document: Document
    parse: Doc
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]


def annotate(document: Document, doc: Doc | None = None) -> Annotations:
    """Annotate `document`: names before places, so that "Washington said" is no place.

    `doc` is its parse where the caller has parsed it already, in a batch.
    """
    doc = parse(document.text, document.language) if doc is None else doc
    times = find_times(document.text, document.published, language=document.language)
    actors = find_actors(doc, language=document.language, on=document.published, text=document.text)
    places = find_places(document.text, actors=actors, parse=doc, language=document.language)
    return Annotations(document, doc, tuple(times), tuple(places), tuple(actors))
