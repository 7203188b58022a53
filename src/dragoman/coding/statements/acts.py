"""The acts of speech of a language: form of a verb -> what it performs and what has to follow."""

from dataclasses import dataclass
from functools import cache

from dragoman.coding.engagements.forms import english, french
from dragoman.coding.engagements.lexicon import straight
from dragoman.lexicon.tables import table


@dataclass(frozen=True)
class Act:
    """A verb of speech in one of its forms; see acts.tsv for `pattern` and `needs`."""

    verb: str
    act: str
    pattern: str
    needs: frozenset[str]
    tenses: frozenset[str]


@cache
def acts(language: str) -> dict[str, tuple[Act, ...]]:
    """Return the acts of `language` by form; those that need a word to follow go first."""
    inflect = french if language == "fr" else english
    found: dict[str, list[Act]] = {}
    for row in table(f"{language}/acts"):
        needs = frozenset(filter(None, (row["noun"] or "").split("|")))
        for form, tenses in inflect(row["verb"], row["forms"] or "").items():
            found.setdefault(straight(form), []).append(
                Act(row["verb"], row["act"], row["pattern"], needs, frozenset(tenses))
            )
    return {form: tuple(sorted(rows, key=lambda a: not a.needs)) for form, rows in found.items()}
