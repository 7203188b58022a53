"""Which verb a noun of engagement hangs on where the parse does not tell, and what stands about it."""

from dragoman.coding.engagements.clauses import finite, read_group, states_at, verb_tenses
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import (
    Verdict,
    by_tense,
    reported,
)


def aside(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a noun only says when something else happens: "during talks in A, B asked for"."""
    lead = [u.low for u in sentence.units[max(0, trigger.first - 3) : trigger.first]]
    if trigger.frame == "speech" and trigger.first <= 4 and any(lexicon.has("inside_call", w) for w in lead):
        return True  # "In a call with A, B pressed for"
    left = 3  # a day and its "'s" aside: "before Tuesday's formal talks"
    for k in range(trigger.first - 1, max(-1, trigger.first - 7), -1):
        unit = sentence.units[k]
        left -= not (unit.time is not None or unit.low in ("'s", "'"))
        if left < 0:
            return False
        if lexicon.has("temporal", unit.low):
            return True
        if unit.pos in ("VERB", "AUX") and not unit.named:
            return False
    return False


def beside_verb(
    lexicon: Lexicon,
    trigger: Trigger,
    qualities: frozenset[str],
    before: list[str],
    schedule: bool,
    verb: Governor,
) -> Verdict:
    """Judge a noun beside a verb of something else, which gives it its subject and its time."""
    opened = open_noun(lexicon, trigger, qualities, before, schedule)
    opened.verb = verb.unit
    opened.cls = qualities | verb.classes
    if verb.group is None:
        return opened
    opened.first, opened.passive = verb.group.first, verb.group.passive
    status = by_tense(verb.group)
    light = lexicon.has("reporting", verb.low) or lexicon.has("be", verb.low) or lexicon.has("have", verb.low)
    # "sees X in A on Wednesday, the first day of a visit to B": the day lies ahead as that of the verb does
    opened.present = opened.open and trigger.trip and verb.group.tense == "present" and not light
    going = any(v.kind == "visit" for v in lexicon.verbs.get(verb.low, ())) or lexicon.has("be", verb.low)
    there = lexicon.has("be_past", verb.low) or (lexicon.has("be", verb.low) and verb.group.past)
    purpose = going and not trigger.trip and bool(set(before[-3:]) & {"for", "pour"}) and not there
    leaving = going and trigger.trip and status == "present"
    if lexicon.language == "fr" and opened.why == "before" and status == "held":
        opened.open = True  # "ont déjeuné ensemble avant deux heures d'entretien"
        opened.status = "announced" if going else "held"
    if opened.open and opened.status == "held" and (status == "announced" or purpose or leaving):
        opened.status = "announced"
        if verb.group.past and "plan" in verb.group.classes and not trigger.trip:
            opened.why, opened.open = "had been planned", False  # "was to have gone to A for talks with B"
    return opened


def would_be(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a sentence muses about what it opens with: "a summit of A and B would help"."""
    verb = next(
        (u for u in sentence.units[trigger.at + 1 :] if u.pos in ("AUX", "VERB") and not u.named), None
    )
    musing = verb is not None and (lexicon.has("would", verb.low) or lexicon.has("modal", verb.low))
    musing = musing or (
        verb is not None and verb.low in ("serait", "seraient", "permettrait", "permettraient")
    )
    return musing and not reported(lexicon, [], sentence)


def at_it(sentence: Sentence, verb: Governor, trigger: Trigger, before: list[str]) -> bool:
    """Say whether someone is on a visit, or somewhere for one ("is in Paris for a visit")."""
    if verb.subject:
        return False
    if set(before) & {"on", "en"}:
        return True
    between = sentence.units[verb.unit + 1 : trigger.first]
    return bool(set(before) & {"for", "pour"}) and any(u.place is not None for u in between)


def was_due(lexicon: Lexicon, sentence: Sentence, verb: Governor) -> bool:
    """Say whether something is to be: "had been due to open on Monday", "was to have taken place"."""
    if not lexicon.has("be", verb.low) or not verb.subject:
        return False
    behind = [u for u in sentence.units[verb.unit + 1 : verb.unit + 5] if not lexicon.has("adverbs", u.low)]
    lows = [u.low for u in behind]
    if lows[:1] and lexicon.has("planned", lows[0]):
        return lexicon.has("to", lows[1] if len(lows) > 1 else "") or any(u.time is not None for u in behind)
    return (
        lexicon.language == "en"
        and lows[:1] == ["to"]
        and len(behind) > 1
        and behind[1].pos in ("AUX", "VERB")
    )


def verb_ahead(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> Governor | None:
    """Return the finite verb of state before a noun that is its object by order alone.

    The small French model takes verbs in the future for nouns ("prendra part jeudi à une réunion").
    """
    if lexicon.language != "fr":
        return None
    units = sentence.units
    for k in range(trigger.first - 1, max(-1, trigger.first - AHEAD), -1):
        unit = units[k]
        if unit.named:
            continue
        if unit.low in (";", ":", "(", ")") or lexicon.has("relative", unit.low):
            return None
        states = states_at(lexicon, sentence, k, "verb")
        moving = trigger.trip and any(v.frame == "go" for v in lexicon.verbs.get(unit.low, ()))
        if moving and not states:  # "quitte Vienne jeudi pour une visite en Israël"
            group = read_group(lexicon, sentence, k, verb_tenses(lexicon, sentence, k))
            return Governor(k, unit.low, frozenset(), group, False, True, "VERB") if finite(group) else None
        if not states or lexicon.has("be", unit.low) or unit.low in ("a", "ont"):
            if unit.pos in ("VERB", "AUX", "SCONJ") and not lexicon.has("venue_kinds", unit.low):
                return None
            continue
        group = read_group(lexicon, sentence, k, frozenset().union(*(s.tenses for s in states)))
        if finite(group):
            return Governor(k, unit.low, frozenset(s.cls for s in states), group, False, True, "VERB")
        return None
    return None


AHEAD = 14  # units before a noun that are searched for its verb


def verb_before(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> Governor | None:
    """Return the verb of state right before a noun that the parse has left without one."""
    units = sentence.units
    for k in range(trigger.first - 1, max(-1, trigger.first - 8), -1):
        unit = units[k]
        states = states_at(lexicon, sentence, k, "verb") if not unit.named else []
        if states or (lexicon.has("be", unit.low) and unit.pos != "PART"):  # "Patterson's visit"
            tenses = verb_tenses(lexicon, sentence, k)
            classes = frozenset(s.cls for s in states)
            return Governor(
                k, unit.low, classes, read_group(lexicon, sentence, k, tenses), False, True, "VERB"
            )
        if unit.time is None and (unit.named or unit.pos not in ("DET", "ADJ", "NUM", "ADV", "ADP", "NOUN")):
            return None
    return None


def verb_behind(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> Governor | None:
    """Return the verb of state of which a noun is the subject by order alone, where the parse has none."""
    units = sentence.units
    if any(u.pos in ("VERB", "AUX") and not u.named for u in units[: trigger.first]):
        return None
    for k in range(trigger.at + 1, len(units)):
        unit = units[k]
        if unit.low in ("qui", "que", "who", "which", "that", ";"):
            return None
        states = list(states_at(lexicon, sentence, k, "verb")) if not unit.named else []
        if states and not lexicon.has("have", unit.low):
            tenses = frozenset().union(*(s.tenses for s in states))
            group = read_group(lexicon, sentence, k, tenses)
            if finite(group):
                return Governor(k, unit.low, frozenset(s.cls for s in states), group, True, True, "VERB")
    return None


def open_noun(
    lexicon: Lexicon,
    trigger: Trigger,
    qualities: frozenset[str],
    before: list[str],
    schedule: bool,
) -> Verdict:
    """Judge a noun that no verb governs: by the preposition before it, and its adjectives."""
    verdict = Verdict("held", open=True, cls=qualities, why="open")
    if "plan" in qualities:
        verdict.status, verdict.open, verdict.why = "announced", False, "planned"
    elif any(lexicon.has("before", w) for w in before) or "forward" in before:
        verdict.status, verdict.open, verdict.why = "announced", False, "before"
    elif any(
        w in ("after", "following", "during", "après", "lors", "durant", "since", "issue", "suite", "pendant")
        for w in before
    ):
        verdict.status, verdict.why = "held", "after"
        verdict.open = any(w in ("during", "lors", "pendant", "durant") for w in before)
    elif any(w in ("en",) for w in before) and trigger.trip and lexicon.language == "fr":
        verdict.status, verdict.why = "underway", "on a visit"
    elif schedule:
        verdict.status, verdict.open, verdict.why = "announced", False, "schedule"
    return verdict
