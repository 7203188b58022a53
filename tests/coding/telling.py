"""Reads short texts for tests: what engagements they tell."""

from datetime import date

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement


def read(text: str, language: str = "en", *, published: date) -> list[Engagement]:
    """The engagements of a text; "|" stands for a line break."""
    document = Document(text=text.replace("|", "\n"), published=published, language=language)
    return find_engagements(annotate(document))
