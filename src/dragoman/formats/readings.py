"""Readings in the formats for programs, as streams of text.

`json` is one object for one input and an array for several; `jsonl` an object a line; `plover` an
event a line (PLOVER's own JSON); `csv` a row an engagement. Each reading's text is made as it
comes, so that a long run needs the memory of one.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from dragoman.model import Reading

Format = Literal["json", "jsonl", "plover", "csv"]


def to_json(reading: Reading, *, indent: int | None = 2) -> str:
    """The reading as a JSON object; offsets count characters of `document.text`."""
    encoded = msgspec.json.encode(reading)
    return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()


def from_json(text: str | bytes) -> Reading:
    """The reading that `to_json` wrote."""
    return msgspec.json.decode(text, type=Reading)


def stream(readings: Iterable[Reading], form: Format, *, several: bool) -> Iterator[str]:
    """Write `readings` in the format `form`; `several` makes the JSON an array."""
    if form == "json":
        yield from _json(readings, several)
    elif form == "jsonl":
        for reading in readings:
            yield to_json(reading, indent=None) + "\n"
    elif form == "csv":
        from dragoman.formats import csv

        for number, reading in enumerate(readings):
            yield (csv.header() if number == 0 else "") + csv.rows(reading)
    else:
        from dragoman.formats.plover import to_plover

        for reading in readings:
            for event in to_plover(reading):
                yield msgspec.json.encode(event).decode() + "\n"


def _json(readings: Iterable[Reading], several: bool) -> Iterator[str]:
    number = 0
    for number, reading in enumerate(readings, 1):
        opening = "" if not several else "[\n" if number == 1 else ",\n"
        yield opening + to_json(reading) + ("" if several else "\n")
    if several and number:
        yield "\n]\n"
