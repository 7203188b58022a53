"""Statements (first seam)."""

from dragoman.annotate import Annotations
from dragoman.model import Statement


def find_statements(found: Annotations) -> list[Statement]:
    """Find who said what to whom."""
    return []
