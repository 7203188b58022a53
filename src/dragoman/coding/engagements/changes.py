"""What has become of a planned engagement: put off, called off, failed, or one stays away."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.clauses import Group, read_group, states_at
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.outcomes import outcome
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import (
    BLOCKS,
    CHANGES,
    Verdict,
    by_tense,
)

FAILING = frozenset({"meeting", "talks", "dialogue", "summit", "call"})


def qualities_of(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> frozenset[str]:
    """Return the classes of the words that qualify a noun: "a planned meeting", "talks due on"."""
    units = sentence.units
    found: set[str] = set()
    k = trigger.first - 1
    while k >= 0 and k >= trigger.first - 4:
        if units[k].pos in ("ADJ", "VERB", "NOUN", "PROPN", "ADV") and not units[k].named:
            found |= {s.cls for s in states_at(lexicon, sentence, k)}
        else:
            break
        k -= 1
    for k in range(trigger.at + 1, min(trigger.at + 14, len(units))):
        unit = units[k]
        if unit.low in (",", ";", ":", "and", "et") and k > trigger.at + 1:
            break
        if unit.pos in ("AUX",) or unit.tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        if unit.named:
            continue
        for state in states_at(lexicon, sentence, k):
            if state.pos == "verb" and "part" in state.tenses and state.cls in ("plan", "postpone", "cancel"):
                found.add(state.cls)
            if state.pos == "adj" and state.cls in ("plan", "cancel"):
                found.add(state.cls)
        if unit.low in ("qui", "que", "which", "that") and k + 1 < len(units):
            ahead = {
                s.cls for j in range(k + 1, min(k + 8, len(units))) for s in states_at(lexicon, sentence, j)
            }
            if "plan" in ahead:
                found.add("plan")
            break
    return frozenset(found)


def changed_behind(lexicon: Lexicon, sentence: Sentence, above: Sequence[Governor]) -> Governor | None:
    """Return the verb that changes what was planned: "the visit, set for May, was postponed"."""
    planned = next((g for g in above if g.near and "plan" in g.classes), None)
    if planned is None:
        return None
    units = sentence.units
    for k in range(planned.unit + 1, len(units)):
        if units[k].low in (";", "but", "mais"):
            return None
        states = (
            [s for s in states_at(lexicon, sentence, k, "verb") if s.cls in CHANGES]
            if not units[k].named
            else []
        )
        if states and any(lexicon.has("be", u.low) for u in units[k - 2 : k]):
            group = read_group(lexicon, sentence, k, frozenset().union(*(s.tenses for s in states)))
            return Governor(k, units[k].low, frozenset(s.cls for s in states), group, True, True, "VERB")
    return None


def change_of(above: Sequence[Governor]) -> Governor | None:
    """Return the word that postpones or cancels, which a word of planning may stand before."""
    for k, g in enumerate(above):
        planned = all(b.classes & {"plan", "attend"} for b in above[:k])
        if g.classes & set(CHANGES) and (g.near or g.pos == "NOUN" or planned):
            return g
    return None


def came_out(
    trigger: Trigger,
    found: str | None,
    nearest: Governor | None,
    qualities: frozenset[str],
    changed: Governor | None,
) -> Verdict | None:
    """Judge a noun by a phrase that says how it came out, None where none settles it."""
    topic = nearest is None or nearest.subject
    if found is None or (found == "fail" and trigger.kind not in FAILING) or not (topic or found == "fail"):
        return None
    if found in ("doubt", "deny"):
        return Verdict(None, why="denied", blocked=True) if topic else None
    verdict = Verdict(
        "failed" if found == "fail" else CHANGES[found],
        cls=qualities | {found} | (nearest.classes if nearest else frozenset()),
        why="ended without result" if found == "fail" else found,
    )
    if nearest is not None:
        verdict.verb, verdict.subject = nearest.unit, nearest.subject
        if nearest.group is not None:
            verdict.first, verdict.passive = nearest.group.first, nearest.group.passive
        if found != "fail":
            verdict.change = changed.unit if changed is not None else nearest.unit
    return verdict


def interrupted(lexicon: Lexicon, changed: Governor, kind: str, qualities: frozenset[str]) -> bool:
    """Say whether talks were broken off: what has begun is suspended, what is planned put off."""
    group = changed.group
    over = group is not None and by_tense(group) == "held"
    talks = kind in ("talks", "dialogue") and "plan" not in qualities
    return talks and over and lexicon.has("suspends", changed.low)


def stumbled(lexicon: Lexicon, sentence: Sentence, verb: int) -> bool:
    """Say whether a verb of failing tells what it was about: "stumbled over", "achoppé sur"."""
    units = sentence.units
    for k in range(verb + 1, min(verb + 6, len(units) - 1)):
        if lexicon.has("stumbles", units[k].low) and units[k + 1].time is None:
            return True
        if units[k].pos in ("VERB", "AUX", "PUNCT") or (units[k].named and units[k].time is None):
            return False
    return False


def only_asked(sentence: Sentence, above: Sequence[Governor], changed: Governor) -> bool:
    """Say whether a change is only possible or asked for: "urged him to cancel", "may postpone"."""
    group = changed.group
    if group is not None and (group.modal or group.classes & BLOCKS):
        return True
    higher = above[above.index(changed) + 1 :] if changed in above else []
    bare = group is not None and group.tense in ("inf", "ing")
    if bare and group is not None and group.tense == "ing" and changed.unit:
        bare = sentence.units[changed.unit - 1].low != ","  # "snubbed A, cancelling a meeting with him"
    return bare and any(g.classes & BLOCKS and not g.subject for g in higher[:1])


def _after_all(lexicon: Lexicon, sentence: Sentence, group: Group, trigger: Trigger) -> bool:
    """Say whether words tell that it had been planned: "ne fera finalement pas le déplacement"."""
    return any(lexicon.has("after_all", u.low) for u in sentence.units[group.first : trigger.at + 6])


def given_up(
    lexicon: Lexicon,
    sentence: Sentence,
    trigger: Trigger,
    nearest: Governor | None,
    qualities: frozenset[str],
) -> Verdict | None:
    """Judge a planned visit that one will not make after all: "would not pay next week's visit"."""
    if nearest is None or nearest.group is None or nearest.subject or not nearest.group.negated:
        return None
    group = nearest.group
    lead = sentence.units[max(0, trigger.first - 4) : trigger.first]
    planned = "plan" in qualities or any(u.time is not None for u in lead)
    planned = planned or (trigger.trip and _after_all(lexicon, sentence, group, trigger))
    if "light" not in nearest.classes or not planned or group.tense not in ("future", "cond", "progressive"):
        return None
    return Verdict(
        "cancelled",
        verb=nearest.unit,
        first=group.first,
        cls=qualities | nearest.classes | {"cancel"},
        change=nearest.unit,
        why="given up",
    )


def given_up_after_all(lexicon: Lexicon, sentence: Sentence, trigger: Trigger, group: Group) -> bool:
    """Say whether a verb tells of what was planned and will not be: "will no longer travel to A"."""
    if not group.negated:
        return False
    around = sentence.units[group.first : trigger.at + 12]
    told = by_tense(replace(group, negated=False))
    if told != "announced":  # "ne se sont finalement pas rencontrés"
        return told == "held" and any(u.low == "finalement" for u in around)
    return any(lexicon.has("after_all", u.low) for u in around)


def absent(lexicon: Lexicon, nearest: Governor | None, qualities: frozenset[str]) -> Verdict | None:
    """Judge what someone will not attend: it stands, without the one who stays away."""
    if nearest is None or nearest.group is None or nearest.subject or not nearest.group.negated:
        return None
    if "attend" not in nearest.classes and not lexicon.has("taking_part", nearest.low):
        return None
    status = "announced" if by_tense(replace(nearest.group, negated=False)) == "announced" else "held"
    return Verdict(status, open=True, subject=True, cls=qualities, why="without one of them")


def but_changed(lexicon: Lexicon, sentence: Sentence, trigger: Trigger, verdict: Verdict) -> Verdict:
    """Return what became of a plan: "were expected to meet on Monday, but A refused to go"."""
    if verdict.status != "announced":
        return verdict
    units = sentence.units
    for k in range(trigger.at + 1, len(units)):
        if lexicon.has("but", units[k].low):
            cls = outcome(lexicon, sentence, k + 1, min(k + 12, len(units)))
            if cls in CHANGES:
                return replace(verdict, status=CHANGES[cls], cls=verdict.cls | {cls, "plan"}, why=cls)
            return verdict
    return verdict
