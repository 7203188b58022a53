"""How things stand by a noun of engagement and what governs it: "talks collapsed", "a planned visit"."""

from spacy.tokens import Doc

from dragoman.coding.engagements.changes import (
    absent,
    but_changed,
    came_out,
    change_of,
    changed_behind,
    given_up,
    interrupted,
    only_asked,
    qualities_of,
    stumbled,
)
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.noun_tenses import classed, on_visit, since_closed, to_end
from dragoman.coding.engagements.noun_verbs import (
    aside,
    at_it,
    beside_verb,
    open_noun,
    verb_ahead,
    verb_before,
    verb_behind,
    was_due,
    would_be,
)
from dragoman.coding.engagements.outcomes import outcome_of
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import (
    CHANGES,
    Verdict,
    by_tense,
    denied,
    determiner_negated,
    head_negated,
    reported,
)


def judge_noun(
    lexicon: Lexicon, doc: Doc, sentence: Sentence, trigger: Trigger, above: list[Governor], schedule: bool
) -> Verdict:
    """Judge a noun by its adjectives and by the verb or preposition that governs it."""
    units = sentence.units
    qualities = qualities_of(lexicon, sentence, trigger)
    if trigger.frame == "weak" and lexicon.has("mediation", units[trigger.at].low):
        lead = [u.low for u in units[max(0, trigger.first - 3) : trigger.first]]
        if any(lexicon.has("under", w) for w in lead):
            return Verdict(None, why="mediation")
    if determiner_negated(sentence, trigger) or head_negated(doc[units[trigger.at].last]):
        return Verdict(None, why="negated", blocked=True)
    if trigger.noun is not None and lexicon.has("telephone", " ".join(trigger.noun.words)):
        told = next((g for g in above if g.group is not None), None)
        return (
            beside_verb(lexicon, trigger, qualities, _before_of(sentence, trigger), schedule, told)
            if told is not None
            else Verdict(None, why="no verb", blocked=True)
        )
    changed = change_of(above)
    changed = changed or changed_behind(lexicon, sentence, above)
    nearest = next((g for g in above if g.group is not None and g.near), None)
    nearest = nearest or verb_before(lexicon, sentence, trigger)
    if changed is not None and only_asked(sentence, above, changed):
        return Verdict("announced", open=True, subject=changed.subject, cls=qualities, why="may change")
    if changed is not None and not (changed.group is not None and changed.group.negated):
        cls = next(iter(changed.classes & set(CHANGES)))
        group = changed.group
        if interrupted(lexicon, changed, trigger.kind, qualities):
            first = group.first if group else None
            return Verdict(
                "failed", verb=changed.unit, first=first, subject=changed.subject, why="broken off"
            )
        return Verdict(
            CHANGES[cls],
            verb=changed.unit,
            first=group.first if group else None,
            subject=changed.subject,
            passive=bool(group and group.passive),
            cls=qualities | changed.classes,
            change=changed.unit,
            why=cls,
        )
    dropped = given_up(lexicon, sentence, trigger, nearest, qualities)
    if dropped is not None:
        return dropped
    missing = absent(lexicon, nearest, qualities)
    if missing is not None:
        return missing
    found = outcome_of(lexicon, sentence, trigger)
    failing = next((g for g in above if "fail" in g.classes), None)
    by = nearest or (verb_behind(lexicon, sentence, trigger) if found == "fail" else None)
    came = came_out(trigger, found, failing if found == "fail" and failing else by, qualities, changed)
    if came is not None:
        return came
    if qualities & {"postpone", "cancel"}:
        cls = "postpone" if "postpone" in qualities else "cancel"
        return Verdict(CHANGES[cls], cls=qualities, why=cls)
    agreed_at = (
        nearest is not None and nearest.classes == {"plan"} and "at" in _before_of(sentence, trigger)[-2:]
    )
    if nearest is not None and nearest.group is not None and not nearest.subject:
        lead = _before_of(sentence, trigger)[-2:]
        inside = "at" in lead or "during" in lead
        if inside and lexicon.has("agreeing", units[nearest.group.first].low):
            there = open_noun(lexicon, trigger, qualities, lead, schedule)
            there.verb, there.first = nearest.unit, nearest.group.first
            there.cls = qualities | nearest.classes | nearest.group.classes
            return there  # "agreed to swap prisoners at talks in"
    if nearest is not None and not nearest.subject and (agreed_at or aside(lexicon, sentence, trigger)):
        return beside_verb(lexicon, trigger, qualities, _before_of(sentence, trigger), schedule, nearest)
    if qualities & {"doubt", "wish"} or denied(above):
        return Verdict(None, why="denied", blocked=True)
    before = _before_of(sentence, trigger)
    failing = next((g for g in above if "fail" in g.classes and (g.near or g.subject)), None)
    if failing is not None and not failing.subject and stumbled(lexicon, sentence, failing.unit):
        return Verdict(None, why="denied", blocked=True)
    if failing is not None and not (failing.group is not None and failing.group.negated):
        return Verdict(
            "cancelled" if trigger.trip else "failed",  # "was forced to abandon his visit to"
            verb=failing.unit,
            first=failing.group.first if failing.group else None,
            subject=failing.subject,
            cls=failing.classes,
            change=failing.unit if trigger.trip else None,
            why="failed",
        )
    if nearest is None:
        nearest = verb_ahead(lexicon, sentence, trigger) or verb_behind(lexicon, sentence, trigger)
    on = before[-1:] == ["en"] or (before[-1:] == ["de"] and units[trigger.at].low == "passage")
    if trigger.trip and on and lexicon.language == "fr" and "plan" not in qualities:
        return on_visit(nearest, qualities)
    if nearest is None and trigger.first <= 3 and would_be(lexicon, sentence, trigger):
        return Verdict(None, why="condition", blocked=True)
    if nearest is None or nearest.group is None:
        return open_noun(lexicon, trigger, qualities, before, schedule)
    group = nearest.group
    if lexicon.language == "fr" and nearest.subject and lexicon.has("modal", nearest.low):
        return Verdict(None, why="condition", blocked=True)  # "un rendez-vous pourrait être proposé"
    verdict = Verdict(
        None,
        verb=nearest.unit,
        first=group.first,
        passive=group.passive,
        subject=nearest.subject,
        cls=qualities | nearest.classes | group.classes | to_end(lexicon, sentence, nearest),
        why="governed",
    )
    if trigger.trip and lexicon.has("be", nearest.low) and at_it(sentence, nearest, trigger, before):
        verdict.status = "held" if group.past else "announced" if group.tense == "future" else "underway"
        verdict.why = "on a visit"
        return verdict
    if was_due(lexicon, sentence, nearest):
        verdict.status, verdict.why = "announced", "had been planned" if group.past else "planned"
        return but_changed(lexicon, sentence, trigger, verdict)
    attached = nearest.classes & {"light", "attend", "lead", "begin", "go_on", "end", "plan", "after", "say"}
    if not attached and not nearest.subject:
        return beside_verb(lexicon, trigger, qualities, before, schedule, nearest)
    status = by_tense(group)
    verdict.present = group.tense == "present" and not group.passive
    if group.negated or (status is None and not group.would):
        return Verdict(None, why="negated", blocked=True)
    if group.would and nearest.subject and not reported(lexicon, above, sentence):
        return Verdict(None, why="condition", blocked=True)
    if group.tense == "inf" and not group.classes and "plan" not in nearest.classes:
        verdict.status, verdict.open, verdict.why = "announced", True, "purpose"
        return verdict
    due = any(lexicon.has("was_due", u.low) for u in units[group.first : group.at])
    if due or ("plan" in nearest.classes | group.classes and group.tense == "pluperfect"):
        verdict.why = "had been planned"
    verdict.status = classed(lexicon, nearest, group, status, qualities, schedule, verdict)
    if verdict.status == "underway" and "begin" in nearest.classes and status == "held":
        verdict = since_closed(lexicon, sentence, verdict, group)
    opens = schedule and not trigger.trip and verdict.status == "underway" and "begin" in nearest.classes
    verdict.status = "announced" if opens and status == "present" else verdict.status
    verdict = but_changed(lexicon, sentence, trigger, verdict) if group.past else verdict
    if trigger.trip and verdict.present and verdict.status == "held" and lexicon.language == "fr":
        verdict.status = "underway"  # "effectue une visite à", "est en tournée"
    if verdict.status is None:
        verdict.blocked = True
    return verdict


def _before_of(sentence: Sentence, trigger: Trigger) -> list[str]:
    """Return the few words before a trigger."""
    return [u.low for u in sentence.units[max(0, trigger.first - 5) : trigger.first]]
