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
# Words between a verb that arranges and the "for" that belongs to it.
NEARBY = 8
SIDES = {"PAST": -1, "FUTURE": 1, "PRESENT": 0, "NONE": 0, "ARRANGED": 1}
STOPS = frozenset({".", ";", "!", "?", ":", "\n", "”", '"'})


class Tenses:
    """One language's words and suffixes of tense: -1 past, 1 future, 0 neither."""

    def __init__(self, language: str) -> None:
        """Reads `lexicon/<language>/tense.tsv` and the settings of `times.toml`."""
        rows = table(f"{language}/times_tense")
        self.words = {row["form"]: row["tense"] for row in reversed(rows) if row["tense"] != "BASE"}
        self.bases = frozenset(row["form"] for row in rows if row["tense"] == "BASE")
        settings = toml(f"{language}/times")["settings"]
        self.past = tuple(settings["past_suffixes"])
        self.future = tuple(settings["future_suffixes"])
        self.infinitive_mark = frozenset(settings["infinitive_marks"])
        self.be = frozenset(settings["be"])
        self.passive = frozenset(settings["passive"])
        self.negations = frozenset(settings["negations"])
        self.plurals = frozenset(settings["plural_subjects"])
        self.open_modals = frozenset(settings["open_modals"])
        self.articles = frozenset(settings["articles"])
        self.leads_ahead = frozenset(settings["leads_ahead"])
        self.arrangers = frozenset(settings["arrangers"])
        self.arranged_for = frozenset(settings["arranged_for"])
        self.adverbs = frozenset(settings["adverbs"])

    def of(self, word: str, before: str, following: str = "") -> str:
        """PAST, PLAN, FUTURE, ARRANGED, PRESENT, BASE, NONE, or "" of a word between its neighbours."""
        if word in self.bases:
            if before in self.infinitive_mark or not self.infinitive_mark:
                return "BASE"
            if before in self.plurals or (before[-1:] == "s" and before not in self.words):
                return "BARE"
        known = self.words.get(f"{word} {following}") or self.words.get(word)
        if known is not None:
            return known
        if self.future and len(word) > 4 and word.endswith(self.future):
            return "FUTURE"
        if len(word) > 4 and word.endswith(self.past):
            return "PAST"
        return ""


@cache
def tenses(language: str) -> Tenses:
    """The tenses of a language."""
    return Tenses(language)


def direction(tokens: list[Token], lower: list[str], first: int, last: int, language: str) -> int:
    """-1 where the clause around tokens `first` to `last` tells of the past, 1 of the future, else 0."""
    known = tenses(language)
    if first > 1 and leads(known, tokens, lower, first):
        return 1
    if first and lower[first - 1] in known.arranged_for and arranged(known, tokens, lower, first):
        return 0 if after(known, tokens, lower, last) == "PAST" else 1
    behind = before(known, tokens, lower, first)
    if behind == "FUTURE" and last + 2 < len(lower) and lower[last + 1] == "'" and lower[last + 2] == "s":
        return 0  # "before Thursday's vote": a known event, as likely past as to come
    if behind is not None:
        ahead = after(known, tokens, lower, last)
        if behind == "ARRANGED":
            return 0 if ahead == "PAST" else 1
        return SIDES[behind]
    return SIDES.get(after(known, tokens, lower, last), 0)


def leads(known: Tenses, tokens: list[Token], lower: list[str], first: int) -> bool:
    """Whether words stand before the expression that look ahead: "until Tuesday", "as soon as Friday"."""
    if first > 2 and lower[first - 1] in known.articles:
        first -= 1
    if f"{lower[first - 2]} {lower[first - 1]}" in known.leads_ahead:
        return True
    if lower[first - 1] not in known.leads_ahead or lower[first - 2] in known.negations:
        return False
    return tokens[first - 2].shape != "PARA" and lower[first - 2] not in STOPS


def arranged(known: Tenses, tokens: list[Token], lower: list[str], first: int) -> bool:
    """Whether something is set "for" the day: "called a meeting for Monday"."""
    for i in range(first - 2, max(-1, first - 2 - NEARBY), -1):
        if tokens[i].shape != "WORD" and stops(tokens, i):
            return False
        if lower[i] in known.arrangers:
            return True
    return False


def stops(tokens: list[Token], at: int) -> bool:
    """Whether a clause ends at a mark; the stop of an abbreviation ("U.S.", "Gen.", "v.") ends none."""
    if tokens[at].text != ".":
        return tokens[at].shape == "PARA" or tokens[at].text in STOPS
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    word = tokens[at - 1].text if at else ""
    short = word.isalpha() and len(word) <= 4 and (word[:1].isupper() or len(word) == 1)
    glued = at > 0 and tokens[at].start == tokens[at - 1].end
    return not (following[:1].islower() or (short and glued))


def before(known: Tenses, tokens: list[Token], lower: list[str], first: int) -> str | None:
    """The tense of the nearest verb before it in its clause, None where none stands there."""
    purpose = bare = False
    for i in range(first - 1, max(-1, first - 1 - WINDOW), -1):
        word = lower[i]
        if tokens[i].shape != "WORD":
            if stops(tokens, i):
                break
            continue
        if tokens[i].text[0].isupper() and word not in known.words:
            continue  # a name, whatever it ends in
        tense = known.of(word, lower[i - 1] if i else "", lower[i + 1])
        if tense == "BASE":
            purpose = True
        elif tense == "BARE":
            bare = True
        elif tense == "PLAN":
            return "FUTURE" if purpose or (i and lower[i - 1] in known.passive) else "PAST"
        elif tense == "PAST":
            return "NONE" if purpose else participle(known, lower, i)
        elif tense in ("FUTURE", "ARRANGED", "PRESENT"):
            return "FUTURE" if purpose and tense == "PRESENT" else tense
    if bare:  # "They meet on Tuesday"
        return "FUTURE"
    return "NONE" if purpose else None


def after(known: Tenses, tokens: list[Token], lower: list[str], last: int) -> str:
    """The tense told by the first verb after the expression in its clause, "" where none stands there."""
    for i in range(last + 1, min(len(tokens), last + 1 + WINDOW)):
        if tokens[i].shape != "WORD":
            if stops(tokens, i):
                break
            continue
        if tokens[i].text[0].isupper() and lower[i] not in known.words:
            continue
        tense = known.of(lower[i], lower[i - 1], lower[i + 1] if i + 1 < len(lower) else "")
        if tense in ("PLAN", "ARRANGED"):
            return "PAST" if tense == "PLAN" else "FUTURE"
        if tense == "PAST":
            return participle(known, lower, i)
        if tense in ("FUTURE", "PRESENT", "BASE"):
            return "FUTURE" if tense == "BASE" else tense
    return ""


def participle(known: Tenses, lower: list[str], at: int) -> str:
    """A past form behind "be" tells of the future ("will be held"), behind "is" of no time ("is heard")."""
    for i in range(at - 1, max(-1, at - 4), -1):
        if lower[i] in known.be:
            if i and lower[i - 1] in known.open_modals:
                return "NONE"
            past = known.of(lower[i - 1], "", lower[i]) == "PAST" if i else False
            return "PAST" if past or (i > 1 and lower[i - 1] in known.negations) else "FUTURE"
        if lower[i] in known.passive:
            return "NONE"
        if lower[i] not in known.adverbs:
            break
    return "PAST"
