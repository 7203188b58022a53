"""The event coder's answers in the order of its outputs, made from the lexicon's PLOVER table."""

from functools import cache

from dragoman.lexicon.tables import toml

NONE = "NONE"
"""The coder's class for a pair between which nothing codable passes."""


@cache
def events() -> tuple[str, ...]:
    """PLOVER's 16 types in the table's order, then NONE."""
    return (*toml("plover")["types"], NONE)


@cache
def modes() -> tuple[tuple[str, str | None], ...]:
    """(type, mode) for every mode, with (type, None) before the modes of a type that has any."""
    out: list[tuple[str, str | None]] = []
    for name, facts in toml("plover")["types"].items():
        if "modes" in facts:
            out += [(name, None), *((name, mode) for mode in facts["modes"])]
    return tuple(out)


@cache
def auxiliaries() -> tuple[str, ...]:
    """PLOVER's auxiliary modes."""
    return tuple(toml("plover")["auxiliary"])


def quad(event: str) -> int:
    """PLOVER's quad class of a type: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."""
    return int(toml("plover")["types"][event]["quad"])


def score(event: str, mode: str | None = None) -> float:
    """PLOVER's conflict-cooperation score of a type, or of its mode where that has its own."""
    facts = toml("plover")["types"][event]
    return float(facts.get("modes", {}).get(mode, facts["score"]))
