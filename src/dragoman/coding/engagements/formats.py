"""Groups of states that meet under a name and are no organisation: "the C5+1", "E3+3", "Baltic ministers".

Where one is spoken of, its states take part. The list is lexicon/formats.tsv.
"""

import re
from functools import cache

from dragoman.lexicon.tables import table
from dragoman.model import Span

_BETWEEN = r"\s(?:[\w’'-]+\s){0,2}?"  # "Baltic foreign ministers"


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    rows = [r for r in table("formats") if r["language"] in ("", language)]
    rows.sort(key=lambda r: -len(r["name"]))
    parts = []
    for row in rows:
        ahead = "|".join(row["before"].split())
        parts.append(re.escape(row["name"]) + (rf"(?={_BETWEEN}(?:{ahead})\b)" if ahead else r"(?![\w+])"))
    codes = {r["name"]: tuple(r["states"].split()) for r in rows}
    return re.compile(rf"(?<![\w+/-])(?:{'|'.join(parts)})"), codes


def find_formats(text: str, language: str) -> list[tuple[Span, tuple[str, ...]]]:
    """Return where `text` names such a group, with its states."""
    pattern, codes = _pattern(language)
    return [(Span(m.start(), m.end(), m.group()), codes[m.group()]) for m in pattern.finditer(text)]
