"""Places (first seam)."""

from collections.abc import Sequence

from spacy.tokens import Doc

from dragoman.model import Actor, Place


def find_places(
    text: str, *, actors: Sequence[Actor] | None = None, parse: Doc | None = None, language: str = "en"
) -> list[Place]:
    """Find the places of `text`."""
    return []
