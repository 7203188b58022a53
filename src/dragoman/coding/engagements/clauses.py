"""The verbs around a trigger: its group of auxiliaries, and the words that govern it.

A group is read from the words ("had been expected to", "doit s'"), the governors from the parse.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from dragoman.coding.engagements.lexicon import Lexicon, State
from dragoman.coding.engagements.units import Sentence, Unit


@dataclass(frozen=True)
class Group:
    """A verb with what stands before it: first unit, its words, and what they add up to."""

    first: int
    at: int
    tense: str  # future, past, perfect, pluperfect, present, progressive, inf, ing, part, cond, imperf
    passive: bool
    past: bool
    negated: bool
    modal: bool
    would: bool
    classes: frozenset[str]


def unit_of(sentence: Sentence, token: int) -> int | None:
    """Return the index of the unit that holds the document's token."""
    for i, unit in enumerate(sentence.units):
        if unit.first <= token <= unit.last:
            return i
    return None


def states_at(lexicon: Lexicon, sentence: Sentence, i: int, pos: str | None = None) -> list[State]:
    """Return what the lexicon says of unit `i` as a word of state, its particle being there."""
    units = sentence.units
    out = []
    for state in lexicon.states.get(units[i].low, ()):
        if pos is not None and state.pos != pos:
            continue
        if state.particles and not _particle(units, i, state.particles):
            continue
        out.append(state)
    particled = [s for s in out if s.particles]
    adjectives = [s for s in out if s.pos == "adj"]
    if (
        adjectives
        and i
        and units[i + 1 : i + 2]
        and units[i + 1].low == "to"
        and lexicon.has("be", units[i - 1].low)
    ):
        out = adjectives  # "is prepared to meet", "is open to talks"
    elif units[i].pos == "VERB" and any(s.pos == "verb" for s in out):
        out = [s for s in out if s.pos != "adj"]  # "will open talks"
    return particled or out


def _particle(units: list[Unit], i: int, particles: frozenset[str]) -> bool:
    """Say whether a verb's particle follows it: "put the visit off", but not "go to Rome on Monday"."""
    for k in range(i + 1, min(i + 7, len(units))):
        if units[k].low in particles:
            return True
        ahead = units[k + 1].low if k + 1 < len(units) else ""
        loose = units[k].pos == "ADP" and not units[k].named and ahead not in particles
        if loose or units[k].low in (",", ";") or (units[k].pos in ("VERB", "AUX") and not units[k].named):
            return False
    return False


def read_group(lexicon: Lexicon, sentence: Sentence, at: int, tenses: frozenset[str]) -> Group:
    """Read the group of the verb at unit `at`, whose form may show `tenses`."""
    units = sentence.units
    has = lexicon.has
    first = at
    while first > 0:
        unit = units[first - 1]
        low = unit.low
        if low == "," and first == at and "part" in tenses:
            first = _interposed(lexicon, units, first - 1) or first
            if first < at:
                continue
        helper = (
            unit.pos == "ADV" and not unit.named and low not in ("when", "where", "où", "how", "why")
        ) or any(has(k, low) for k in ("adverbs", "be", "have", "future", "modal", "would", "to", "negation"))
        linked = has("links", low)
        if linked and has("negation", low):
            linked = True
        timed = low in ("on", "in", "at") and first < at and units[first].time is not None
        if not (helper or linked or timed or (unit.time is not None and first - 1 > 0)):
            break
        given_up = low == "no" and first < at and has("after_all", units[first].low)  # "will no longer go"
        if (low == "no" and not given_up) or (
            has("to", low) and lexicon.language == "fr" and not _infinitive(tenses)
        ):
            break
        first -= 1
    while first < at and (units[first].time is not None or units[first].low in (",", "on", "in", "at")):
        first += 1
    words = [u.low for u in units[first:at]]
    classes: set[str] = set()
    for k in range(first, at):
        classes |= {s.cls for s in states_at(lexicon, sentence, k)} if has("links", units[k].low) else set()
    be = any(has("be", w) for w in words)
    have = any(has("have", w) for w in words)
    past = any(has("be_past", w) or has("have_past", w) for w in words)
    stem = [w for w in words if not has("adverbs", w)]
    due = stem[:-1] if stem[-2:] == ["to", "be"] else stem  # "is to be received"
    be_to = len(due) > 1 and due[-1] == "to" and (has("be", due[-2]) or has("soon", due[-2]))
    tense = _tense(lexicon, words, tenses, be, have, be_to)
    if be and "to" in words and (words[-1:] == ["have"] or words[-2:] == ["have", "been"]):
        # "was to have visited", "was to have been received"
        classes.add("plan")
        past = True
    if tense == "cond" and have and "part" in tenses:  # "would have met"
        classes |= {"plan"}
        past = True
    negated = any(has("negation", w) for w in words) or any(
        has("negation", u.low) for u in units[at + 1 : at + 3] if lexicon.language == "fr"
    )
    return Group(
        first,
        at,
        tense,
        be and "part" in tenses and "to" not in words[-1:],
        past,
        negated,
        any(has("modal", w) for w in words),
        any(has("would", w) for w in words),
        frozenset(classes),
    )


def _interposed(lexicon: Lexicon, units: list[Unit], comma: int) -> int | None:
    """Return the auxiliary behind which something is put in: "avait, lui, rencontré", "a, lundi, reçu"."""
    if lexicon.language != "fr":
        return None
    for k in range(comma - 1, max(1, comma - 8), -1):
        if units[k].low == ",":
            helper = units[k - 1].low
            return k - 1 if lexicon.has("have", helper) or lexicon.has("be", helper) else None
        if units[k].pos in ("VERB", "AUX") and not units[k].named:
            return None
    return None


def _infinitive(tenses: frozenset[str]) -> bool:
    return "inf" in tenses or "part" in tenses


def _tense(
    lexicon: Lexicon, words: list[str], tenses: frozenset[str], be: bool, have: bool, be_to: bool
) -> str:
    has = lexicon.has
    for tense in ("fut", "cond", "imperf"):
        if tense in tenses:
            return {"fut": "future"}.get(tense, tense)
    if any(has("future", w) for w in words):
        return "future"
    if lexicon.language == "fr" and any(w.endswith(("ra", "ront")) and w != "aura" for w in words):
        return "future"
    just = {"vient", "viennent", "venait", "venaient"} & set(words)
    if lexicon.language == "fr" and just and "inf" in tenses and {"de", "d'"} & set(words[1:]):
        return "perfect"  # "vient de rencontrer"
    if any(has("going_to", w) for w in words):
        return "future"
    if any(has("would", w) for w in words):
        return "cond"
    if be_to:
        return "future"
    if have and "part" in tenses:
        return "pluperfect" if any(has("have_past", w) for w in words) else "perfect"
    if be and "ing" in tenses:
        return "progressive"
    if be and "part" in tenses:
        if lexicon.language == "fr" or not any(has("be_past", w) for w in words):
            return "perfect" if lexicon.language == "fr" else "present"
        return "past"
    if "past" in tenses and not be:
        return "past"
    if words and words[-1] in ("to", "à", "de", "d'", "pour") and "inf" in tenses:
        return "inf"
    if "present" in tenses:
        return "present"
    return next(iter(sorted(tenses)), "present")


def joined(lexicon: Lexicon, doc: Doc, sentence: Sentence, group: Group) -> Group:
    """Return the group of a verb joined by "and" with the auxiliaries of the first (will meet and hold)."""
    token = doc[sentence.units[group.at].first]
    if (
        group.first != group.at
        or token.dep_ != "conj"
        or group.tense not in ("inf", "present", "part", "ing", "past")
    ):
        return group
    head = unit_of(sentence, token.head.i)
    if head is None or sentence.units[head].named or token.head.pos_ not in ("VERB", "AUX"):
        return group
    first = read_group(lexicon, sentence, head, verb_tenses(lexicon, sentence, head))
    if group.tense == "past" and (first.tense != "cond" or not first.past):
        return group  # but "would have seen X and met Y"
    if first.first == first.at:
        return group
    return replace(first, first=group.first, at=group.at)


def verb_tenses(lexicon: Lexicon, sentence: Sentence, i: int) -> frozenset[str]:
    """Return the tenses that the verb at unit `i` may show, from the lexicon or else its tag."""
    low = sentence.units[i].low
    rows = [s.tenses for s in lexicon.states.get(low, ()) if s.pos == "verb"]
    rows += [v.tenses for v in lexicon.verbs.get(low, ())]
    if rows:
        return frozenset().union(*rows)
    unit = sentence.units[i]
    if lexicon.language == "en":
        return frozenset({{"VB": "inf", "VBD": "past", "VBN": "part", "VBG": "ing"}.get(unit.tag, "present")})
    for ends, tense in (
        (("era", "eront", "ira", "iront"), "fut"),
        (("rait", "raient"), "cond"),
        (("ait", "aient"), "imperf"),
        (("er", "ir", "re"), "inf"),
        (("é", "ée", "és", "ées", "i", "ie", "u", "ue", "us"), "part"),
        (("ant",), "ing"),
    ):
        if low.endswith(ends):
            return frozenset({tense})
    return frozenset({"present"})


def finite(group: Group) -> bool:
    """Say whether a group has a finite verb."""
    return group.tense not in ("inf", "ing", "part")
