"""Takes away what a content-management system puts around an article.

A text without furniture is kept character for character, so that offsets into it are offsets into
the file. What counts as furniture is in `lexicon/<language>/furniture.tsv`; both languages' tables
are used for every text, since the furniture's language is the site's and not the article's.
"""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.lexicon.tables import table

LANGUAGES = ("en", "fr")
LONGEST = 320  # furniture is short; longer lines are not looked at
# A heading like "Related stories" ends the article only where at least this much stands above it.
LEAST_ARTICLE = 200
# An unbroken run of so many characters is data or a trick, not a word (the longest addresses of
# pages stay below it), and would cost the tokenizer a time that grows with its square.
_RUN = re.compile(r"\S{400,}")
_TOKENS = re.compile(r"[^\s|,•·/]+")


@dataclass(frozen=True)
class Cleaned:
    """A text without its furniture, and the author that the furniture named (with its words)."""

    text: str
    author: str | None = None
    byline: str | None = None


@cache
def _patterns(where: str) -> re.Pattern[str]:
    rows = [
        row["pattern"]
        for language in LANGUAGES
        for row in table(f"{language}/furniture")
        if row["where"] == where
    ]
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)


@cache
def _words() -> frozenset[str]:
    return frozenset(
        row["pattern"]
        for language in LANGUAGES
        for row in table(f"{language}/furniture")
        if row["where"] == "word"
    )


def clean(text: str) -> Cleaned:
    """Remove the furniture of `text`."""
    author = byline = None
    kept: list[str] = []
    size = 0
    removed = 0
    lines = text.split("\n")
    for line in lines:
        bare = line.strip()
        if bare and len(bare) <= LONGEST:
            if match := _patterns("author").fullmatch(bare):
                author = author or next(group for group in match.groups() if group).strip()
                byline = byline or bare
                removed += 1
                continue
            if _is_furniture(bare):
                removed += 1
                continue
            if size >= LEAST_ARTICLE and _patterns("end").fullmatch(bare):
                removed += 1
                break
        kept.append(line)
        size += len(line)
    joined = "\n".join(kept)
    inlined = _RUN.sub("", _patterns("inline").sub("", joined))
    if not removed and inlined == joined:
        return Cleaned(text)
    return Cleaned(re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", inlined).strip() + "\n", author, byline)


def _is_furniture(line: str) -> bool:
    if _patterns("line").fullmatch(line.lstrip("•·*-– \t")):
        return True
    tokens = _TOKENS.findall(line.lower())
    known = [token for token in tokens if token in _words()]
    return bool(known) and all(token in _words() or token.isdigit() for token in tokens)
