"""How things stand by a verb of engagement: "will meet", "had been due to travel", "after meeting"."""

from spacy.tokens import Doc

from dragoman.coding.engagements.bare_verbs import bare_verb
from dragoman.coding.engagements.changes import but_changed, given_up_after_all
from dragoman.coding.engagements.clauses import Group, joined, read_group
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.idioms import met_with
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.outcomes import outcome_of
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verb_clues import accepted, headed, nobody
from dragoman.coding.engagements.verdict import (
    BLOCKS,
    CHANGES,
    Verdict,
    by_tense,
    reported,
)


def _claimed(sentence: Sentence, group: Group, above: list[Governor]) -> bool:
    """Say whether one refuses to have it said: "rejected a claim that X had met Y"."""
    if group.tense in ("inf", "ing", "part"):
        return False
    for g in above:
        if "refuse" in g.classes and not g.subject and g.unit < group.first:
            between = {u.low for u in sentence.units[g.unit + 1 : group.first]}
            return bool(between & {"that", "que", "qu'"}) and not between & {"because", "after", "parce"}
    return False


def judge_verb(
    lexicon: Lexicon, doc: Doc, sentence: Sentence, trigger: Trigger, above: list[Governor], schedule: bool
) -> Verdict:
    """Judge a verb by its tense, its auxiliaries and, where it is bare, what it hangs on."""
    assert trigger.verb is not None
    if met_with(lexicon, sentence.units, trigger.at):
        return Verdict(None, why="met with", blocked=True)
    group = read_group(lexicon, sentence, trigger.at, trigger.verb.tenses)
    group = joined(lexicon, doc, sentence, group)
    if trigger.verb.lemma == "expect":
        held = "announced" if not group.negated else None
        return Verdict(held, verb=trigger.at, first=group.first, why="expected", blocked=group.negated)
    verdict = Verdict(None, verb=trigger.at, first=group.first, passive=group.passive, why="tense")
    start = sentence.units[group.first - 1].low if group.first else ""
    if (
        group.tense in ("past", "part")
        and "part" in trigger.verb.tenses
        and trigger.frame in ("host", "sign", "call")
        and not group.passive
    ):
        verdict.passive = _by_someone(lexicon, sentence, trigger)
    apart = trigger.at > 0 and sentence.units[trigger.at - 1].low == "," and "part" in trigger.verb.tenses
    if apart and trigger.frame in ("host", "call") and _by_someone(lexicon, sentence, trigger):
        verdict.passive = True  # "est arrivé à A, accueilli par B"
    given_up = next((g for g in above[:2] if g.classes & set(CHANGES) and not g.subject), None)
    over = given_up.group if given_up is not None and group.tense in ("inf", "ing") else None
    if given_up is not None and over and not (over.negated or over.modal or over.classes & BLOCKS):
        verdict.verb, verdict.first, verdict.passive = given_up.unit, over.first, False
        verdict.change, verdict.cls = given_up.unit, given_up.classes
        verdict.status = CHANGES[next(iter(given_up.classes & set(CHANGES)))]
        return verdict
    if headed(lexicon, sentence, group):
        verdict.status, verdict.why = "announced", "headline"
        return verdict
    status = by_tense(group)
    bare = group.tense in ("inf", "ing", "part") and not group.classes
    unit = sentence.units[trigger.at]
    told = group.first == trigger.at and bool(start) and bool(sentence.units[trigger.at - 1].actors)
    bare = bare or (status == "present" and unit.tag == "VB" and sentence.form == "body" and not told)
    if any(g.classes & {"deny"} and not g.subject for g in above) or _claimed(sentence, group, above):
        return Verdict(None, why="denied", blocked=True)
    ahead = sentence.units[trigger.at + 1].low if trigger.at + 1 < len(sentence.units) else ""
    if given_up_after_all(lexicon, sentence, trigger, group):
        verdict.status, verdict.why = "cancelled", "given up"
        verdict.cls = frozenset({"cancel", "plan"})
        return verdict
    if bare and accepted(lexicon, above):
        verdict.status, verdict.why = "announced", "accepted"
        verdict.verb, verdict.first, verdict.passive = above[1].unit, above[1].unit, False
        verdict.cls = frozenset({"plan"})
        return verdict
    if status == "present" and any(g.near and g.classes & {"wish", "urge"} and not g.subject for g in above):
        return Verdict(None, why="wished", blocked=True)  # "proposed that A and B meet"
    if nobody(lexicon, sentence, group.first):
        return Verdict(None, why="negated", blocked=True)
    if status is None or (trigger.frame == "sign" and ahead in ("nothing", "rien")):
        verdict.blocked = True
        return verdict
    if "together" in trigger.verb.needs and group.passive and _are(lexicon, sentence, group):
        verdict.status, verdict.why = "underway", "are together"
        return verdict
    if bare:
        return bare_verb(lexicon, sentence, trigger, above, verdict, start)
    if trigger.verb.lemma == "be" or lexicon.has("staying", trigger.verb.lemma):
        verdict.status = "underway" if status == "present" else status
        return verdict
    if status == "present":
        leaving = trigger.verb.lemma in (
            "fly",
            "head",
            "travel",
            "go",
            "leave",
            "depart",
            "proceed",
            "continue",
            "partir",
            "aller",
        )
        verdict.status = "announced" if schedule or leaving else "held"
        verdict.open, verdict.present = not schedule, True
        verdict.why = "present"
        return verdict
    unmade = group.tense == "cond" and group.past and "plan" in group.classes
    if unmade:  # "would have met": it was planned and is not to be
        verdict.status, verdict.why, verdict.cls = "cancelled", "would have", frozenset({"plan"})
        return verdict
    behind = sentence.units[trigger.at + 1 : trigger.at + 26]
    if group.tense == "cond" and group.would and any(lexicon.has("condition", u.low) for u in behind):
        return Verdict(None, why="condition", blocked=True)  # "would gladly receive A if he stopped"
    unplanned = lexicon.language == "en" or "plan" not in group.classes
    if group.tense == "cond" and unplanned and not reported(lexicon, above, sentence):
        verdict.blocked = True
        return verdict
    expected = [u.low for u in sentence.units[group.first : trigger.at]]
    if any(lexicon.has("was_due", w) for w in expected):
        verdict.why = "had been planned"
    if "plan" in group.classes and group.past and group.tense in ("pluperfect", "inf", "past", "perfect"):
        verdict.why = "had been planned"
    verdict.status = status
    if verdict.why == "had been planned":
        return but_changed(lexicon, sentence, trigger, verdict)
    parting = trigger.verb.lemma in ("séparer", "quitter") and trigger.frame == "mutual"
    if parting and outcome_of(lexicon, sentence, trigger) != "fail":
        verdict.blocked, verdict.status = True, None
        return verdict
    if status == "held" and trigger.frame == "fail":
        verdict.status, verdict.why = "failed", "ended without result"
        return verdict
    if status == "held" and trigger.frame == "mutual" and outcome_of(lexicon, sentence, trigger) == "fail":
        verdict.status, verdict.why = "failed", "ended without result"
    return verdict


def _are(lexicon: Lexicon, sentence: Sentence, group: Group) -> bool:
    """Say whether a participle stands with "be" in the present alone: "sont réunis depuis mardi"."""
    words = [u.low for u in sentence.units[group.first : group.at]]
    be = [w for w in words if lexicon.has("be", w)]
    return be in (["est"], ["sont"], ["are"], ["is"]) and not {"se", "s'"} & set(words)


def _by_someone(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a participle has who did it behind it: "Reçu jeudi à Matignon par A, B ..."."""
    for k in range(trigger.at + 1, min(trigger.at + 9, len(sentence.units))):
        unit = sentence.units[k]
        if lexicon.has("by", unit.low):
            return True
        if unit.low in (",", ";") or (unit.pos in ("VERB", "AUX") and not unit.named):
            return False
    return False
