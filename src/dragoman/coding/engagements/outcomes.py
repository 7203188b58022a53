"""How it came out, or that it will not be: phrases behind the noun or verb of an engagement.

"ended in acrimony", "were put on hold until further notice", "remains unlikely": the phrases are
lexicon data (engagement_outcomes.tsv). They are looked for in the clause of the trigger only.
"""

from collections.abc import Sequence
from functools import cache

from dragoman.coding.engagements.lexicon import Lexicon, straight
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.lexicon.tables import table

REACH = 40  # units behind a trigger that are searched
GAP = 3  # units that a "*" may stand for

Pattern = tuple[tuple[frozenset[str] | None, ...], str]


@cache
def _patterns(language: str) -> dict[str, tuple[Pattern, ...]]:
    """Return first word -> patterns; a pattern's None stands for "*"."""
    found: dict[str, list[Pattern]] = {}
    for row in table(f"{language}/engagement_outcomes"):
        words = tuple(
            None if word == "*" else frozenset(map(straight, word.split("|")))
            for word in row["words"].split()
        )
        for first in words[0] or ():
            found.setdefault(first, []).append((words, row["class"]))
    return {first: tuple(rows) for first, rows in found.items()}


def _fits(units: Sequence[Unit], k: int, words: Sequence[frozenset[str] | None]) -> bool:
    at = k
    for n, word in enumerate(words):
        if word is None:
            wanted = words[n + 1] or frozenset()
            ahead = next(
                (j for j in range(at, min(at + GAP + 1, len(units))) if units[j].low in wanted), None
            )
            if ahead is None or any(units[j].low in (",", ";") for j in range(at, ahead)):
                return False
            at = ahead
            continue
        if at >= len(units) or units[at].low not in word:
            return False
        at += 1
    return True


def _ends(lexicon: Lexicon, units: Sequence[Unit], k: int) -> bool:
    """Say whether the words at `k` begin to tell of something else."""
    low = units[k].low
    if low == ";" or lexicon.has("subordinators", low):
        return True
    noun = next((n for n in lexicon.nouns.get(low, ()) if len(n.words) == 1), None)
    if noun is None or noun.frame in ("weak", "occasion") or units[k].pos not in ("NOUN", "PROPN"):
        return False
    before = {u.low for u in units[max(0, k - 3) : k]}
    return not (before & (lexicon.words["held_in"] | lexicon.words["of"]))


def outcome(
    lexicon: Lexicon, sentence: Sentence, first: int, last: int, *, lacking: bool = False
) -> str | None:
    """Return the class of the first phrase between units `first` and `last`, None where there is none.

    `lacking`: only phrases by which nothing came of it ("without agreement") count.
    """
    found = outcome_at(lexicon, sentence, first, last, lacking=lacking)
    return found[1] if found is not None else None


def outcome_at(
    lexicon: Lexicon, sentence: Sentence, first: int, last: int, *, lacking: bool = False
) -> tuple[int, str] | None:
    """Return the unit of the first phrase that says how it came out, and its class."""
    units = sentence.units
    patterns = _patterns(lexicon.language)
    for k in range(first, min(last, len(units))):
        if _ends(lexicon, units, k):
            return None
        for words, cls in patterns.get(units[k].low, ()):
            if _fits(units, k, words) and (not lacking or lexicon.has("lacking", units[k].low)):
                put_off = cls == "cancel" and _put_off(lexicon, units, k + 1, last)
                return k, "postpone" if put_off else cls
    return None


def _put_off(lexicon: Lexicon, units: Sequence[Unit], first: int, last: int) -> bool:
    """Say whether what did not happen is said to be put off: "did not take place and was put back"."""
    patterns = _patterns(lexicon.language)
    for k in range(first, min(last, len(units))):
        if _ends(lexicon, units, k) or units[k].low in ("but", "mais"):
            return False
        if any(c == "postpone" and _fits(units, k, w) for w, c in patterns.get(units[k].low, ())):
            return True
    return False


def outcome_of(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> str | None:
    """Return how the words say that the engagement of `trigger` came out.

    "No agreement was reached at the talks" says it before the noun.
    """
    found = outcome(lexicon, sentence, trigger.at + 1, trigger.at + 1 + REACH)
    if found is not None:
        return found
    lead = [u.low for u in sentence.units[max(0, trigger.first - 3) : trigger.first]]
    if trigger.noun is not None and any(lexicon.has("held_in", w) for w in lead):
        earlier = outcome(lexicon, sentence, max(0, trigger.first - 14), trigger.first)
        return earlier if earlier == "fail" else None
    if trigger.noun is not None and any(lexicon.has("temporal", w) for w in lead):
        earlier = outcome(lexicon, sentence, max(0, trigger.first - 14), trigger.first - 1, lacking=True)
        return earlier if earlier == "fail" else None
    return None
