"""The small words by which names, titles and references are read: sets of lexicon/actor_words.toml."""

from functools import cache

from dragoman.lexicon.tables import toml


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the set `name` of lexicon/actor_words.toml."""
    return frozenset(str(toml("actor_words")[name]).split())
