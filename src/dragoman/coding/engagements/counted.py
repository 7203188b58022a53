"""States and people told by their number: "the foreign ministers of the three countries", "tous trois".

Which ones they are, the text tells by naming so many side by side, before or behind: "A, B and C agreed on
it. The leaders of the three countries will meet", "will meet on Friday, officials of A, B and C said".
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.naming import Namer, Phrase
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.lexicon.phrases import fold

REACH = 9  # units behind a word for officials within which "of the two countries" stands
_NUMBERS = ("two", "three", "four", "five", "six")


def count_of(namer: Namer, low: str) -> int:
    """Return the number that a word tells, 0 where it tells none from two to six."""
    return next((k for k, word in enumerate(_NUMBERS, 2) if namer.lexicon.has(word, low)), 0)


def rows_of_states(namer: Namer, units: Sequence[Unit]) -> list[list[str]]:
    """Return the states that units name side by side, a list a row: "A, B and C", "les présidents X et Y"."""
    has = namer.lexicon.has
    rows: list[list[str]] = [[]]
    joined = False
    for unit in units:
        code = None if any(a.kind not in ("state", "group") for a in unit.actors) else namer.country(unit)
        if code is not None:
            if not joined and rows[-1]:
                rows.append([])
            rows[-1] += [code] if code not in rows[-1] else []
            joined = False
        elif has("and", unit.low):
            joined = bool(rows[-1])
        elif not (joined and (has("definite", unit.low) or has("of", unit.low) or unit.pos == "DET")):
            rows.append([])
            joined = False
    return [row for row in rows if len(row) > 1]


def states_counted(namer: Namer, sentence: Sentence, count: int) -> list[str]:
    """Return the states that "the three countries" are: named so many together, behind or before."""
    behind = [row for row in rows_of_states(namer, sentence.units) if len(row) == count]
    if behind:
        return behind[-1]
    pair = list(dict.fromkeys(p.code for p in namer.cast.pair if p.code))
    if len(pair) == count:
        return pair
    rows = [row for row in namer.cast.rows if len(row) == count]
    if rows:
        return rows[-1]
    people = [p.code for p in namer.cast.several(count) if p.code]
    return people if len(people) == count else []


def of_counted(namer: Namer, sentence: Sentence, j: int, k: int) -> Phrase | None:
    """Read "the presidents of the two countries": those who hold the office there, else their states."""
    units, has = sentence.units, namer.lexicon.has
    words = [(w, i) for i in range(k, min(k + REACH, len(units))) for w in units[i].low.split()]
    told = next((n for n, (w, _) in enumerate(words) if count_of(namer, w)), len(words))
    if told + 1 >= len(words) or not has("states", words[told + 1][0]):
        return None
    between = units[k : words[told][1]]
    if any((u.named and u.actors) or u.pos in ("VERB", "AUX", "PUNCT", "PRON") for u in between):
        return None
    k = words[told + 1][1] - 1
    count = count_of(namer, words[told][0])
    codes = states_counted(namer, sentence, count) if count else []
    if not codes:
        return None
    title = fold(units[j].low).rstrip("s")
    pair = namer.cast.pair
    held = [p for p in pair if p.actor and p.actor.role and title in fold(p.actor.role).split()]
    if len(held) == len(pair) == count:
        return Phrase(tuple(replace(p, inferred=True) for p in held), k + 2)
    span = namer.span(units[k + 1])
    return Phrase(tuple(Party(code, span=span, inferred=True) for code in codes), k + 2)


def announced_by_two(namer: Namer, sentence: Sentence, k: int) -> list[Party]:
    """Return the two states that say what two nameless ones will do: "Both will meet, A and B announced"."""
    units, has = sentence.units, namer.lexicon.has
    if not any(has("saying", u.low) for u in units[k:]):
        return []
    rows = [row for row in rows_of_states(namer, units[k:]) if len(row) == 2]
    return [Party(code, inferred=True) for code in rows[-1]] if rows else []
