"""Engagements (first seam)."""

from dragoman.annotate import Annotations
from dragoman.model import Engagement


def find_engagements(found: Annotations) -> list[Engagement]:
    """Find the engagements of a document."""
    return []
