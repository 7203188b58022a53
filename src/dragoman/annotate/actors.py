"""Actors (first seam)."""

from datetime import date

from spacy.tokens import Doc

from dragoman.model import Actor


def find_actors(parse: Doc, *, language: str = "en", on: date | None = None) -> list[Actor]:
    """Find the actors of a parsed document, each with all its mentions."""
    return []


def resolve_actor(text: str, *, context: str = "", on: date | str | None = None) -> Actor:
    """Say who `text` names: kind, name, role, country and sector, as of the day `on`."""
    return Actor("a1", "person", text)
