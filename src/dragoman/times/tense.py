"""Which way a date without a year points: the tense of the verb that governs it.

A light scan, not a parse: from the expression back through its clause to the nearest word that
tells a tense, then ahead to the clause's end. What tells a tense is the lexicon's table `tense`
and, for regular forms, its suffixes. At most WINDOW words are looked at on each side.
"""

from __future__ import annotations

from functools import cache

from dragoman.lexicon.tables import table, toml
from dragoman.times.tokens import Token

WINDOW = 18
STOPS = frozenset({".", ";", "!", "?", ":", "\n", "”", "\""})


class Tenses:
    """One language's words and suffixes of tense: -1 past, 1 future, 0 neither."""

    def __init__(self, language: str) -> None:
        """Reads `lexicon/<language>/tense.tsv` and the settings of `times.toml`."""
        self.words = {row["form"]: row["tense"] for row in table(f"{language}/times_tense")}
        settings = toml(f"{language}/times")["settings"]
        self.past = tuple(settings["past_suffixes"])
        self.future = tuple(settings["future_suffixes"])
        self.infinitive_mark = frozenset(settings["infinitive_marks"])

    def of(self, word: str, before: str, following: str = "") -> str:
        """PAST, FUTURE, PRESENT, or "" of a word between its neighbours."""
        known = self.words.get(f"{word} {following}") or self.words.get(word)
        if known is not None:
            if known == "BASE":
                return "FUTURE" if before in self.infinitive_mark else ""
            return known
        if len(word) > 4 and word.endswith(self.past):
            return "PAST"
        if self.future and len(word) > 4 and word.endswith(self.future):
            return "FUTURE"
        return ""


@cache
def tenses(language: str) -> Tenses:
    """The tenses of a language."""
    return Tenses(language)


def direction(tokens: list[Token], lower: list[str], first: int, last: int, language: str) -> int:
    """-1 where the clause around tokens `first` to `last` tells of the past, 1 of the future, else 0."""
    known = tenses(language)
    present = False
    for i in range(first - 1, max(-1, first - 1 - WINDOW), -1):
        word = lower[i]
        if word in STOPS or tokens[i].shape == "PARA":
            if word != "." or i + 1 >= len(tokens) or tokens[i + 1].text[:1].isupper():
                break
            continue
        if tokens[i].shape == "WORD":
            tense = known.of(word, lower[i - 1] if i else "", lower[i + 1])
            if tense in ("PAST", "FUTURE"):
                return 1 if tense == "FUTURE" else past_or_planned(known, lower, i)
            present = present or tense == "PRESENT"
            if tense == "PRESENT":
                break
    if present:
        return 0
    for i in range(last + 1, min(len(tokens), last + 1 + WINDOW)):
        word = lower[i]
        if word in STOPS or tokens[i].shape == "PARA":
            break
        if tokens[i].shape == "WORD":
            tense = known.of(word, lower[i - 1])
            if tense:
                return {"PAST": -1, "FUTURE": 1}.get(tense, 0)
    return 0


def past_or_planned(known: Tenses, lower: list[str], at: int) -> int:
    """A participle behind "will be" or "to be" tells of the future ("will be held on Tuesday")."""
    for i in range(at - 1, max(-1, at - 5), -1):
        if lower[i] in ("be", "been", "not", "also"):
            continue
        tense = known.of(lower[i], lower[i - 1] if i else "")
        if lower[i + 1] in ("be",):
            return 1 if tense == "FUTURE" or lower[i] in known.infinitive_mark else -1
        return -1
    return -1
