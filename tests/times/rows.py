"""Reads a table of cases: one line a case, columns parted by "|", "-" for nothing."""

from datetime import date
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """A case: a text with its published day, and one expression with all that it means."""

    text: str
    published: str | None
    expression: str
    type: str
    value: str | None
    earliest: str
    latest: str

    @staticmethod
    def day(when: date | None) -> str:
        """A day as the table writes it."""
        return when.isoformat() if when else "-"


def rows(name: str) -> list[Row]:
    """All cases of a table beside this file."""
    table = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf8")
    lines = (line for line in table.splitlines() if line and not line.startswith("#"))
    cells = (line.split("|") for line in lines)
    return [
        Row(text, None if day == "-" else day, words, kind, None if value == "-" else value, first, last)
        for text, day, words, kind, value, first, last in cells
    ]
