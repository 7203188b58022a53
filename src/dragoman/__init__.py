"""Reads official statements and news about diplomacy into a sourced, checkable record.

The names below are the public surface and are kept stable. They are imported on first use, so
that `import dragoman` costs nothing.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.annotate import find_places, find_times, resolve_actor
    from dragoman.coding import code_pairs, read, read_many
    from dragoman.errors import DragomanError
    from dragoman.ledger import Ledger, open_ledger
    from dragoman.verify import Finding, check

__all__ = [
    "DragomanError",
    "Finding",
    "Ledger",
    "check",
    "code_pairs",
    "find_places",
    "find_times",
    "open_ledger",
    "read",
    "read_many",
    "resolve_actor",
]

__version__ = version("dragoman")

_ROOMS = {
    "DragomanError": "errors",
    "Finding": "verify",
    "Ledger": "ledger",
    "check": "verify",
    "code_pairs": "coding",
    "find_places": "annotate",
    "find_times": "annotate",
    "open_ledger": "ledger",
    "read": "coding",
    "read_many": "coding",
    "resolve_actor": "annotate",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(f"dragoman.{_ROOMS[name]}"), name)
