"""Lists of the API: their structs, and the cursors by which one goes on."""

import base64
from typing import Any

import msgspec

from dragoman.errors import UsageError
from dragoman.ledger.overview import Line
from dragoman.model import Change, Dossier, Record, Source

_CURSOR = "that is no cursor of this list; take the `next` of the page before"


class Records(msgspec.Struct):
    """Some records, how many there are in all, and the cursor of the next ones."""

    items: list[Record]
    total: int | None
    next: str | None


class Lines(msgspec.Struct):
    """Some records in brief."""

    items: list[Line]
    total: int | None
    next: str | None


class Changes(msgspec.Struct):
    """Some changes."""

    items: list[Change]
    total: int | None
    next: str | None


class Sources(msgspec.Struct):
    """Some documents, as they are cited."""

    items: list[Source]
    total: int | None
    next: str | None


class Dossiers(msgspec.Struct):
    """Some stories."""

    items: list[Dossier]
    total: int | None
    next: str | None


def offset_of(cursor: str | None) -> int:
    """Where a cursor points. Raises UsageError where it is none."""
    if not cursor:
        return 0
    try:
        offset = int(base64.urlsafe_b64decode(cursor.encode()).decode("ascii"))
    except ValueError as error:
        raise UsageError(_CURSOR) from error
    if not 0 <= offset <= 10_000_000:
        raise UsageError(_CURSOR)
    return offset


def cursor_after(items: list[Any], offset: int, more: bool) -> str | None:
    """The cursor of what comes after `items`."""
    return base64.urlsafe_b64encode(str(offset + len(items)).encode()).decode() if more else None
