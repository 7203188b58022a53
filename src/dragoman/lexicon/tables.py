"""Loads the lexicon's and authority's data files: UTF-8 TSV with a header, or TOML.

Lines that start with "#" are comments. A table is read once a process.
"""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str, room: str = "lexicon") -> tuple[dict[str, str], ...]:
    """Rows of `<room>/<name>.tsv`, e.g. table("en/titles"): a dict a row, by the header's names."""
    text = files(f"dragoman.{room}").joinpath(f"{name}.tsv").read_text(encoding="utf8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def toml(name: str, room: str = "lexicon") -> dict[str, Any]:
    """The contents of `<room>/<name>.toml`, e.g. toml("en/times")."""
    text = files(f"dragoman.{room}").joinpath(f"{name}.toml").read_text(encoding="utf8")
    return tomllib.loads(text)
