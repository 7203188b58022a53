"""Which of a sentence's times belongs to a trigger: by the verb that governs it, else by nearness.

A time belongs to the verb that governs it: "said on Thursday that the visit was put off from
Monday" has two, and only the second is the visit's.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from dragoman.coding.engagements.clauses import unit_of
from dragoman.coding.engagements.lexicon import Lexicon, straight
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit


def verb_above(doc: Doc, sentence: Sentence, i: int) -> int | None:
    """Return the unit of the nearest verb or engagement noun above the time at unit `i`."""
    unit = sentence.units[i]
    heads = {t.i for t in doc[unit.first : unit.last + 1]}
    top = next((t for t in doc[unit.first : unit.last + 1] if t.head.i not in heads), doc[unit.first])
    current = top
    for _ in range(6):
        head = current.head
        if head.i == current.i:
            return None
        if head.pos_ in ("VERB", "AUX"):
            return unit_of(sentence, head.i)
        current = head
    return None


def candidates(
    lexicon: Lexicon,
    doc: Doc,
    sentence: Sentence,
    trigger: Trigger,
    own: set[int],
    others: Sequence[int],
    change: int | None,
) -> list[int]:
    """Return the units of the times that may be the trigger's, likeliest first.

    `own` are the units of the trigger and of its verbs; `others` those of other triggers.
    """
    units = sentence.units
    rated: list[tuple[float, int]] = []
    for i, unit in enumerate(units):
        if unit.time is None or unit.time.type == "SET" or unit.time.value == "PRESENT_REF":
            continue
        if unit.time.type == "DURATION" and not _ahead(lexicon, sentence, i):
            continue
        if i > 1 and lexicon.has("since", units[i - 1].low) and lexicon.has("occasions", units[i - 2].low):
            continue  # "for the first time since January"
        above = verb_above(doc, sentence, i)
        low, high = sorted((i, trigger.at))
        between = units[low + 1 : high]
        score = -abs(i - trigger.at) * 0.1
        rivals = sum(low < k < high for k in others)
        score -= 1.5 * rivals
        if above is not None and above in own and above != change:
            score += 2
        elif above is not None and above == change:
            score += -1.5 if i > above or i < above else 0
        elif above is not None and above not in own:
            said = _reporting(lexicon, units[above].low)
            score -= 3 if said and not _after_trigger(i, trigger, above) else 0.7
        if above is not None and above in others and i < trigger.at and lexicon.language == "fr":
            score -= 1.0  # "arrivé dimanche à A, X aura un entretien"
        if trigger.trip and unit.time.value and "/" in unit.time.value:
            score += 1.2
        if i > trigger.at:
            score += 0.6
            joined = units[trigger.at + 1 : i]
            if above is not None and _beside(joined) and _reporting(lexicon, units[above].low):
                score += 3  # "At the end of the round, in Brussels on Monday, he said"
            if any(lexicon.has("planned_for", u.low) for u in joined):
                score += 1.5
        if sum(u.low in (";", "—") for u in between):
            score -= 2
        if i > trigger.at and any(lexicon.has("tellings", u.low) for u in between):
            score -= 2  # "in a statement at the weekend"
        if not trigger.trip and i > 1 and units[i - 2].low == "jusqu'":
            score -= 2.5  # "en visite à A jusqu'à vendredi, B a rencontré C mercredi"
        if i and lexicon.has("since", units[i - 1].low):
            score -= 0.5
        apart = any(lexicon.has("other_clause", u.low) for u in between)
        own_clause = apart and _of_noun(lexicon, doc, sentence, i, trigger)
        if own_clause:
            score += 1.5 * rivals  # a word between does not part a noun from the clause on it
        elif apart:
            score -= 1.5
        if i < trigger.first <= i + 4 and units[i + 1].low in ("'s", "'"):
            score += 2.5  # "Wednesday's trip"
        if i < trigger.at and _opens(lexicon, units, i):
            score = max(score, 1.0)
        told = above is not None and (above == change or _reporting(lexicon, units[above].low))
        if i <= 1 and not others and not told:
            score = max(score, -1.0)  # it opens the sentence, which tells of nothing else
        rated.append((score, i))
    return [i for score, i in sorted(rated, reverse=True) if score > -1.7]


def _beside(between: Sequence[Unit]) -> bool:
    """Say whether only prepositions and places stand between a noun and its time."""
    return all(u.place is not None or u.pos in ("ADP", "PUNCT", "DET") for u in between)


def _of_noun(lexicon: Lexicon, doc: Doc, sentence: Sentence, i: int, trigger: Trigger) -> bool:
    """Say whether a time stands in a relative clause on the noun: "la visite, qui devait débuter lundi"."""
    if trigger.noun is None:
        return False
    noun = sentence.units[trigger.at].last
    current = doc[sentence.units[i].first]
    clause = False
    for _ in range(6):
        head = current.head
        if head.i == current.i:
            return False
        if current.dep_ in ("acl:relcl", "acl", "relcl"):
            classes = {s.cls for s in lexicon.states.get(straight(current.text), ())}
            clause = head.i == noun or bool(classes & {"plan", "light", "begin", "end"})
        if head.i == noun:
            return clause
        current = head
    return False


def _opens(lexicon: Lexicon, units: Sequence[Unit], i: int) -> bool:
    """Say whether a clause says what happens at the time before it: "on Monday, when he will meet"."""
    ahead = units[i + 1 + (units[i + 1].low == ",")] if i + 2 < len(units) else None
    return ahead is not None and lexicon.has("when", ahead.low)


def _ahead(lexicon: Lexicon, sentence: Sentence, i: int) -> bool:
    """Say whether a length of time says when: "in the coming months", "dans deux semaines"."""
    time = sentence.units[i].time
    before = sentence.units[i - 1].low if i else ""
    return time is not None and (lexicon.has("within", before) or time.earliest is not None)


def _after_trigger(i: int, trigger: Trigger, above: int) -> bool:
    return above < trigger.at < i


def _reporting(lexicon: Lexicon, low: str) -> bool:
    states = {s.cls for s in lexicon.states.get(low, ())}
    return "say" in states or lexicon.has("reporting", low)
