"""How things stand by a verb of engagement: "will meet", "had been due to travel", "after meeting"."""

from spacy.tokens import Doc

from dragoman.coding.engagements.changes import given_up_after_all
from dragoman.coding.engagements.clauses import Group, finite, joined, read_group, verb_tenses
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.lexicon import Lexicon, Verb
from dragoman.coding.engagements.outcomes import outcome_of
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import (
    BLOCKS,
    CHANGES,
    Verdict,
    by_tense,
    denied,
    reported,
)

NONE = Verb("", "", "", frozenset(), frozenset())


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
        and trigger.frame in ("host", "sign")
        and not group.passive
    ):
        verdict.passive = _by_someone(lexicon, sentence, trigger)
    apart = trigger.at > 0 and sentence.units[trigger.at - 1].low == "," and "part" in trigger.verb.tenses
    if apart and trigger.frame == "host" and _by_someone(lexicon, sentence, trigger):
        verdict.passive = True  # "est arrivé à A, accueilli par B"
    given_up = next((g for g in above[:2] if g.classes & set(CHANGES) and not g.subject), None)
    over = given_up.group if given_up is not None and group.tense in ("inf", "ing") else None
    if given_up is not None and over and not (over.negated or over.modal or over.classes & BLOCKS):
        verdict.verb, verdict.first, verdict.passive = given_up.unit, over.first, False
        verdict.change, verdict.cls = given_up.unit, given_up.classes
        verdict.status = CHANGES[next(iter(given_up.classes & set(CHANGES)))]
        return verdict
    status = by_tense(group)
    bare = group.tense in ("inf", "ing", "part") and not group.classes
    unit = sentence.units[trigger.at]
    bare = bare or (status == "present" and unit.tag == "VB" and sentence.form == "body")
    if any(g.classes & {"deny"} and not g.subject for g in above) or _claimed(sentence, group, above):
        return Verdict(None, why="denied", blocked=True)
    ahead = sentence.units[trigger.at + 1].low if trigger.at + 1 < len(sentence.units) else ""
    if given_up_after_all(lexicon, sentence, trigger, group):
        verdict.status, verdict.why = "cancelled", "given up"
        verdict.cls = frozenset({"cancel", "plan"})
        return verdict
    if status is None or (trigger.frame == "sign" and ahead in ("nothing", "rien")):
        verdict.blocked = True
        return verdict
    if "together" in trigger.verb.needs and group.passive and _are(lexicon, sentence, group):
        verdict.status, verdict.why = "underway", "are together"
        return verdict
    if bare:
        return _bare_verb(lexicon, sentence, trigger, above, verdict, start)
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
    unplanned = lexicon.language == "en" or "plan" not in group.classes
    if group.tense == "cond" and unplanned and not reported(lexicon, above, sentence):
        verdict.blocked = True
        return verdict
    expected = [u.low for u in sentence.units[group.first : trigger.at]]
    if any(w in ("devait", "devaient", "allait") for w in expected):
        verdict.why = "had been planned"
    if "plan" in group.classes and group.past and group.tense in ("pluperfect", "inf", "past", "perfect"):
        verdict.why = "had been planned"
    verdict.status = status
    parting = trigger.verb.lemma in ("séparer", "quitter") and trigger.frame == "mutual"
    if parting and outcome_of(lexicon, sentence, trigger) != "fail":
        verdict.blocked, verdict.status = True, None
        return verdict
    if status == "held" and trigger.frame == "mutual" and outcome_of(lexicon, sentence, trigger) == "fail":
        verdict.status, verdict.why = "failed", "ended without result"
    return verdict


def _told_before(lexicon: Lexicon, sentence: Sentence, first: int) -> Group | None:
    """Return the finite verb before a clause: "avait eu des entretiens à A, avant de s'envoler pour B"."""
    for k in range(first - 1, -1, -1):
        unit = sentence.units[k]
        if unit.pos == "VERB" and not unit.named:
            group = read_group(lexicon, sentence, k, verb_tenses(lexicon, sentence, k))
            if finite(group):
                return group
    return None


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


def _bare_verb(
    lexicon: Lexicon,
    sentence: Sentence,
    trigger: Trigger,
    above: list[Governor],
    verdict: Verdict,
    start: str,
) -> Verdict:
    """Judge an infinitive or participle by what it hangs on."""
    low = [u.low for u in sentence.units]
    first = verdict.first or 0
    window = low[max(0, first - 4) : first + 1]
    above_verb = next((g for g in above if g.group is not None), None)
    by_someone = verdict.passive
    if above_verb is not None and above_verb.group is not None:
        verdict.verb, verdict.first = above_verb.unit, above_verb.group.first
        verdict.passive = False
    arrived = trigger.frame == "go" and "part" in trigger.verb.tenses if trigger.verb else False
    if arrived and lexicon.language == "fr" and start in (",", "") and verdict.status is None:
        verdict.status = "held"
        return verdict
    one = trigger.verb or NONE
    opening = lexicon.language == "fr" and start in (",", "") and "part" in one.tenses
    if opening and ("together" in one.needs or (trigger.frame == "host" and by_someone)):
        verdict.passive = by_someone
        verdict.status = "held"  # "Reçu mardi par X, Y a ...", "Réunis à A, les dirigeants ..."
        return verdict
    if any(lexicon.has("before", w) for w in window):
        verdict.status, verdict.why = "announced", "before"
        told = above_verb.group if above_verb is not None else None
        if told is None and lexicon.language == "fr":
            told = _told_before(lexicon, sentence, first)
            if told is not None:
                verdict.verb, verdict.first, verdict.passive = told.at, told.first, told.passive
        if lexicon.language == "fr" and told is not None and by_tense(told) == "held":
            verdict.status, verdict.open = "held", True  # "a visité le musée avant de rencontrer X"
        return verdict
    if "forward" in low[max(0, first - 6) : first + 1] or "ahead" in low[max(0, first - 6) : first + 1]:
        verdict.status, verdict.why = "announced", "looked forward to"
    elif denied(above):
        verdict.blocked = True
        return verdict
    elif any(w in ("after", "following", "après", "since", "while", "when", "en") for w in window):
        verdict.status = "held"
    else:
        control = next((g for g in above if g.group is not None), None)
        if control is None or control.group is None:
            verdict.blocked = True
            return verdict
        if "occasion" in low[max(0, first - 5) : first] or "opportunity" in low[max(0, first - 5) : first]:
            status = by_tense(control.group)
            verdict.status = "announced" if status == "announced" else None
        else:
            status = by_tense(control.group)
            purpose = start in ("to", "pour", "afin", "de") or (
                trigger.verb is not None and "inf" in trigger.verb.tenses
            )
            if status is None:
                verdict.status = None
            elif purpose:
                verdict.status, verdict.open, verdict.purposed = "announced", True, status == "held"
            else:
                verdict.status, verdict.open = ("held" if status == "present" else status), True
    if verdict.status is None:
        verdict.blocked = True
    return verdict
