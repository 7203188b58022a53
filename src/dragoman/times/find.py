"""Time expressions (first seam)."""

from datetime import date

from dragoman.model import TimeExpression


def find_times(
    text: str, published: date | str | None = None, *, language: str = "en"
) -> list[TimeExpression]:
    """Find the time expressions of `text`, anchored in `published`."""
    return []
