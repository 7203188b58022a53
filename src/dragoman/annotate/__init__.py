"""In: a Document; out: Annotations (sentences, times, places, actors, quotes).

The public functions each answer for one kind of thing in a plain text.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.annotate.actors import resolve_actor
    from dragoman.annotate.annotations import Annotations, annotate
    from dragoman.annotate.places import find_places
    from dragoman.times import find_times

__all__ = ["Annotations", "annotate", "find_places", "find_times", "resolve_actor"]

_MODULES = {
    "Annotations": "dragoman.annotate.annotations",
    "annotate": "dragoman.annotate.annotations",
    "find_places": "dragoman.annotate.places",
    "find_times": "dragoman.times",
    "resolve_actor": "dragoman.annotate.actors",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'dragoman.annotate' has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)
