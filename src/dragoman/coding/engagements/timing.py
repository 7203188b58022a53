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

OF_CLAUSE = 0.2  # how well a time fits that stands in a clause on the noun itself


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
        if i > 1 and lexicon.has("since", units[i - 1].low) and _first_since(lexicon, units, i):
            continue
        above = verb_above(doc, sentence, i)
        low, high = sorted((i, trigger.at))
        between = units[low + 1 : high]
        score = -abs(i - trigger.at) * 0.1
        rivals = sum(low < k < high for k in others)
        score -= 1.5 * rivals
        if above is not None and above in own and above != change:
            score += 2
        elif above is not None and above == change:
            planned = trigger.at < i < above and not any(u.pos == "AUX" for u in between)
            score += 1.0 if planned else -1.5  # "the meeting on Monday fell through"
        elif above is not None and above not in own:
            said = _reporting(lexicon, units[above].low)
            score -= 3 if said and not _after_trigger(i, trigger, above) else 0.7
        if above in others and change is not None and i < change:
            score -= 1.5  # "who was to have flown to A on Friday has called off the trip"
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
        beyond = above is None or above != change
        participle = (
            above in others and doc[units[above or 0].first].dep_ == "acl"
        )  # "talks hosted by A from"
        if beyond and (apart or participle) and _of_noun(lexicon, doc, sentence, i, trigger):
            # a word between does not part a noun from the clause on it, however far it runs
            score = max(score + 1.5 * rivals, OF_CLAUSE - abs(i - trigger.at) * 0.01)
        elif apart:
            score -= 1.5
        score -= 4 * _of_another(lexicon, doc, sentence, i, above, others)
        if _closes(lexicon, sentence, trigger, above, own, others):
            score += 2 + 1.5 * apart  # "talks on the dam that A builds ended on Tuesday without result"
        if i < trigger.first and _owns(units, i, trigger.first):
            score += 2.5  # "Wednesday's trip"
        if i < trigger.at and _opens(lexicon, units, i):
            score = max(score, 1.0)
        told = above is not None and (above == change or _reporting(lexicon, units[above].low))
        if i <= 1 and not others and not told:
            score = max(score, -1.0)  # it opens the sentence, which tells of nothing else
        if i < trigger.at and not told and not apart and _heads(units, i, trigger.at):
            score = max(score, -1.2)  # "In A on Monday X will meet B and hold talks with C"
        if _of_paper(lexicon, units, i):
            score -= 4  # "17 May 2022, Press Release Regarding the Visit"
        rated.append((score, i))
    return [i for score, i in sorted(rated, reverse=True) if score > -1.7]


def _owns(units: Sequence[Unit], i: int, first: int) -> bool:
    """Say whether a time possesses the noun at unit `first`: "next week's foreign secretary-level talks"."""
    if units[i + 1].low not in ("'s", "'"):
        return False
    between = units[i + 2 : first]
    plain = all(
        u.low == "-" or (u.time is None and u.pos in ("ADJ", "NOUN", "PROPN", "NUM", "VERB")) for u in between
    )
    return len(between) < 7 and plain


def _closes(
    lexicon: Lexicon,
    sentence: Sentence,
    trigger: Trigger,
    above: int | None,
    own: set[int],
    others: Sequence[int],
) -> bool:
    """Say whether a time's verb says that what the trigger names is over, no other one in between."""
    if above is None or above in own or above < trigger.at or trigger.noun is None:
        return False
    classes = {s.cls for s in lexicon.states.get(sentence.units[above].low, ())}
    return bool(classes & {"end", "fail"}) and not any(trigger.at < k < above for k in others)


def _of_another(
    lexicon: Lexicon, doc: Doc, sentence: Sentence, i: int, above: int | None, others: Sequence[int]
) -> bool:
    """Say whether a time is another's: "in A after talks in B on Monday", "a visit, which ended Monday"."""
    units = sentence.units
    for k in others:
        lead = [u.low for u in units[max(0, k - 3) : k]]
        apart = any(lexicon.has("later_than", w) or lexicon.has("sooner_than", w) for w in lead)
        if k < i and apart and _beside(units[k + 1 : i]):
            return True
    if above is None or above in others:
        return False
    token = doc[units[above].first]
    return token.dep_ in ("relcl", "acl:relcl") and unit_of(sentence, token.head.i) in others


def _first_since(lexicon: Lexicon, units: Sequence[Unit], i: int) -> bool:
    """Say whether a time tells how long nothing was: "leur premier sommet trilatéral depuis 2019"."""
    lead = units[max(0, i - 7) : i - 1]
    k = next((k for k, u in enumerate(lead) if lexicon.has("first", u.low)), None)
    return k is not None and not any(u.time is not None or u.low == "," for u in lead[k:])


def _heads(units: Sequence[Unit], i: int, at: int) -> bool:
    """Say whether a time opens the sentence, for all that it tells: no other one stands before unit `at`."""
    lead = all(u.place is not None or u.pos in ("ADP", "PUNCT", "DET") for u in units[:i])
    other = any(u.time is not None or u.low in (";", ":", "but", "mais") for u in units[i + 1 : at])
    return lead and not other


def _of_paper(lexicon: Lexicon, units: Sequence[Unit], i: int) -> bool:
    """Say whether a time is that of a paper named behind it, as in the head of a press release."""
    ahead = [u for u in units[i + 1 : i + 5] if u.low not in (",", "-", "–", "|", ":")]
    return (
        i < 6
        and len(ahead) > 1
        and lexicon.has("press", ahead[0].low)
        and lexicon.has("papers_of", ahead[1].low)
    )


def _beside(between: Sequence[Unit]) -> bool:
    """Say whether only prepositions and places stand between a noun and its time."""
    return all(u.place is not None or u.pos in ("ADP", "PUNCT", "DET") for u in between)


def _of_noun(lexicon: Lexicon, doc: Doc, sentence: Sentence, i: int, trigger: Trigger) -> bool:
    """Say whether a time stands in a relative clause on the noun: "la visite, qui devait débuter lundi"."""
    if trigger.noun is None:
        return False
    noun = sentence.units[trigger.at].last
    current = doc[sentence.units[i].first]
    clause: bool | None = None
    going = False  # a verb above the time tells of a course: "a trip to A, which was to start on Thursday"
    for _ in range(12):
        head = current.head
        if head.i == current.i:
            return False
        classes = {s.cls for s in lexicon.states.get(straight(current.text), ())}
        going = going or bool(classes & {"plan", "light", "begin", "end"})
        if clause is None and current.dep_ in ("acl:relcl", "acl", "relcl"):
            clause = head.i == noun or going
        if head.i == noun:
            return bool(clause)
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
    behind = sentence.units[i + 1].low if i + 1 < len(sentence.units) else ""
    within = lexicon.has("within", before) and not lexicon.has("of", behind)  # not "in two days of talks"
    return time is not None and (within or time.earliest is not None)


def _after_trigger(i: int, trigger: Trigger, above: int) -> bool:
    return above < trigger.at < i


def _reporting(lexicon: Lexicon, low: str) -> bool:
    states = {s.cls for s in lexicon.states.get(low, ())}
    return "say" in states or lexicon.has("reporting", low)
