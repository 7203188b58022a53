"""In: Annotations; out: a Reading (events, engagements, statements)."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.coding.events import code_pairs
    from dragoman.coding.many import read_many
    from dragoman.coding.reading import read, read_document

__all__ = ["code_pairs", "read", "read_document", "read_many"]

_MODULES = {
    "code_pairs": "events",
    "read": "reading",
    "read_document": "reading",
    "read_many": "many",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'dragoman.coding' has no attribute {name!r}")
    return getattr(import_module(f"dragoman.coding.{_MODULES[name]}"), name)
