"""Events (first seam)."""

from collections.abc import Sequence

from dragoman.annotate import Annotations
from dragoman.model import Code, Event


def code_pairs(pairs: Sequence[tuple[str, str, str]]) -> list[Code]:
    """Say of each (sentence, source, target) what the source did to the target."""
    return [Code(None) for _ in pairs]


def find_events(found: Annotations) -> list[Event]:
    """Find the PLOVER events of a document."""
    return []
