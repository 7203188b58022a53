"""How things stand by an infinitive or participle, which has its state from what it hangs on."""

from dragoman.coding.engagements.clauses import Group, finite, read_group, verb_tenses
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.lexicon import Lexicon, Verb
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import Verdict, by_tense, denied

NONE = Verb("", "", "", frozenset(), frozenset())


def bare_verb(
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
    if opening and ("together" in one.needs or (trigger.frame in ("host", "call") and by_someone)):
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
    if any(lexicon.has("looking_forward", w) for w in low[max(0, first - 6) : first + 1]):
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
            elif status == "held" and _first_to(lexicon, sentence, control, trigger.at):
                verdict.status = "held"
            elif purpose:
                verdict.status, verdict.open, verdict.purposed = "announced", True, status == "held"
            else:
                verdict.status, verdict.open = ("held" if status == "present" else status), True
    if verdict.status is None:
        verdict.blocked = True
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


def _first_to(lexicon: Lexicon, sentence: Sentence, control: Governor, at: int) -> bool:
    """Say whether someone was one of a row to do something: "became the first president to visit"."""
    lead = [u.low.split()[0] for u in sentence.units[max(control.unit, at - 9) : at]]
    one = lexicon.has("be", control.low) or control.low in ("became", "become")
    return one and any(lexicon.has("ordinal", w) or w == "only" for w in lead)
