"""Tells English from French by the words of the text's beginning: cheap, not a classifier."""

from __future__ import annotations

import re
from functools import cache

from dragoman.lexicon.tables import table, toml

LANGUAGES = ("en", "fr")
# Characters that are looked at.
HEAD = 4000


def guess(text: str) -> str:
    """The language of a text, the first of LANGUAGES ("en") where nothing tells."""
    words = re.findall(r"[^\W\d_]+", text[:HEAD].lower())
    own = markers()
    return max(LANGUAGES, key=lambda language: sum(word in own[language] for word in words))


@cache
def markers() -> dict[str, frozenset[str]]:
    """The words that mark each language: its commonest, and those of time that are its alone."""
    words: dict[str, set[str]] = {}
    for language in LANGUAGES:
        common = toml(f"{language}/times")["settings"]["markers"]
        words[language] = {*common, *(row["form"] for row in table(f"{language}/times"))}
    shared = set.intersection(*words.values())
    return {language: frozenset(own - shared) for language, own in words.items()}
