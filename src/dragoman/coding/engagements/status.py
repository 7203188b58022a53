"""How things stand: the status that a sentence gives an engagement, or that it tells of none."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.coding.engagements.clauses import (
    Governor,
    Group,
    finite,
    governors,
    joined,
    read_group,
    states_at,
)
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence

CHANGES = {"postpone": "postponed", "cancel": "cancelled", "skip": "cancelled"}
BLOCKS = frozenset({"wish", "doubt", "deny", "refuse", "urge", "invite"})


@dataclass
class Verdict:
    """The status of one mention; None: no engagement. `open`: the words alone do not settle it.

    `verb` is the unit of the verb whose subject takes part, with the first unit of its group;
    `change` the unit of the word that postpones or cancels.
    """

    status: str | None
    open: bool = False
    verb: int | None = None
    first: int | None = None
    passive: bool = False
    subject: bool = False
    cls: frozenset[str] = frozenset()
    change: int | None = None
    why: str = ""
    blocked: bool = False


def _by_tense(group: Group) -> str | None:
    """Return the status that a finite group shows by its tense and its links."""
    if group.negated or "deny" in group.classes or "refuse" in group.classes:
        return None
    if (
        group.modal
        or "wish" in group.classes
        or "doubt" in group.classes
        or "urge" in group.classes
        or "invite" in group.classes
    ):
        return None
    if "fail" in group.classes:
        return None
    if "plan" in group.classes or group.tense == "future":
        return "announced"
    if "begin" in group.classes or "go_on" in group.classes:
        return "underway"
    if group.tense == "cond":
        return "announced"
    if group.tense in ("past", "perfect", "pluperfect"):
        return "held"
    if group.tense == "imperf":
        return "held"
    if group.tense == "progressive":
        return "underway"
    return "present"


def _determiner_negated(sentence: Sentence, trigger: Trigger) -> bool:
    units = sentence.units
    for k in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        if units[k].low in (
            "no",
            "aucun",
            "aucune",
            "nul",
            "nulle",
            "without",
            "sans",
            "any",
            "neither",
            "pas",
        ):
            return True
        if units[k].named or units[k].low in ("-", "–", "'s"):
            continue
        if units[k].pos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def _head_negated(token: Token) -> bool:
    """Say whether a noun above the trigger is negated: "no plans for a meeting"."""
    current = token
    for _ in range(5):
        if current.head.i == current.i or current.head.pos_ in ("VERB", "AUX"):
            return False
        current = current.head
        if any(c.lower_ in ("no", "aucun", "aucune", "any", "nul", "nulle") for c in current.children):
            return True
    return False


def _conditional(sentence: Sentence, i: int) -> bool:
    """Say whether the clause of unit `i` hangs on a condition ("if", "si")."""
    lows = [u.low for u in sentence.units]
    for k in range(i, max(-1, i - 12), -1):
        if lows[k] in ("if", "unless", "whether", "should") or (
            lows[k] in ("si", "s'")
            and k + 1 < len(lows)
            and lows[k + 1] in ("il", "ils", "elle", "le", "la", "les", "un", "une")
        ):
            return not (lows[k] == "should" and k > 0 and lows[k - 1] not in (",", "-"))
        if lows[k] in (";", ":"):
            break
    return False


def _linked_fail(sentence: Sentence, start: int) -> bool:
    """Say whether the words after `start` tell of an end without result."""
    text = " ".join(u.low for u in sentence.units[start : start + 16])
    keys = (
        "without a deal",
        "without agreement",
        "without an agreement",
        "without progress",
        "without result",
        "without a breakthrough",
        "without breakthrough",
        "without any",
        "without a",
        "in failure",
        "in deadlock",
        "in stalemate",
        "no agreement",
        "no breakthrough",
        "no deal",
        "inconclusively",
        "empty - handed",
        "acrimon",
        "sans accord",
        "sans résultat",
        "sans succès",
        "sur un échec",
        "sans avancée",
        "par un échec",
        "sans percée",
        "sans progrès",
        "sans aboutir",
        "sans conclu",
    )
    return any(key in text for key in keys)


def _failed_later(lexicon: Lexicon, sentence: Sentence, at: int) -> bool:
    """Say whether what follows a noun tells of its failure: "during which efforts proved fruitless"."""
    if _linked_fail(sentence, at + 1):
        return True
    for k in range(at + 1, min(at + 26, len(sentence.units))):
        if sentence.units[k].named:
            continue
        for state in states_at(lexicon, sentence, k):
            if state.cls == "fail" and state.pos == "adj":
                return True
    return False


def _adjectives(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> frozenset[str]:
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
            if state.pos == "adj" and state.cls == "plan":
                found.add("plan")
        if unit.low in ("qui", "que", "which", "that") and k + 1 < len(units):
            ahead = {
                s.cls for j in range(k + 1, min(k + 8, len(units))) for s in states_at(lexicon, sentence, j)
            }
            if "plan" in ahead:
                found.add("plan")
            break
    return frozenset(found)


def judge(lexicon: Lexicon, doc: Doc, sentence: Sentence, trigger: Trigger, *, schedule: bool) -> Verdict:
    """Return what the sentence says of the state of the engagement that `trigger` names."""
    units = sentence.units
    token = doc[units[trigger.at].last]
    above = governors(lexicon, doc, sentence, token)
    if _conditional(sentence, trigger.first):
        return Verdict(None, why="condition", blocked=True)
    if trigger.verb is not None:
        return _judge_verb(lexicon, doc, sentence, trigger, above, schedule)
    return _judge_noun(lexicon, doc, sentence, trigger, above, schedule)


def _denied(above: list[Governor]) -> bool:
    for g in above:
        if g.classes & {"deny", "refuse"} and not g.subject:
            return True
        if g.near and g.classes & {"doubt", "wish", "urge", "invite"} and not g.subject:
            return True
        if g.group is not None and g.group.negated and g.near:
            return True
    return False


def _judge_verb(
    lexicon: Lexicon, doc: Doc, sentence: Sentence, trigger: Trigger, above: list[Governor], schedule: bool
) -> Verdict:
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
        following = [u.low for u in sentence.units[trigger.at + 1 : trigger.at + 3]]
        verdict.passive = any(lexicon.has("by", w) for w in following)
    status = _by_tense(group)
    bare = group.tense in ("inf", "ing", "part") and not group.classes
    if any(g.classes & {"deny"} and not g.subject for g in above):
        return Verdict(None, why="denied", blocked=True)
    if status is None:
        verdict.blocked = True
        return verdict
    if bare:
        return _bare_verb(lexicon, sentence, trigger, above, verdict, start)
    if status == "present":
        leaving = trigger.verb.lemma in ("fly", "head", "travel", "go", "leave", "depart", "partir", "aller")
        verdict.status = "announced" if schedule or leaving else "held"
        verdict.open = not schedule
        verdict.why = "present"
        return verdict
    unplanned = lexicon.language == "en" or "plan" not in group.classes
    if group.tense == "cond" and unplanned and not _reported(above, sentence):
        verdict.blocked = True
        return verdict
    expected = [u.low for u in sentence.units[group.first : trigger.at]]
    if any(w in ("devait", "devaient", "allait") for w in expected):
        verdict.why = "had been planned"
    if "plan" in group.classes and group.past and group.tense in ("pluperfect", "inf", "past", "perfect"):
        verdict.why = "had been planned"
    verdict.status = status
    return verdict


def _reported(above: list[Governor], sentence: Sentence) -> bool:
    if any("say" in g.classes for g in above):
        return True
    told = (
        "said",
        "says",
        "told",
        "added",
        "announced",
        "confirmed",
        "dit",
        "indiqué",
        "annoncé",
        "déclaré",
        "précisé",
        "selon",
        "according",
        "affirmé",
        "expliqué",
        "wrote",
        "reported",
        "that",
        "que",
        "qu'",
    )
    return any(u.low in told for u in sentence.units)


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
    if above_verb is not None and above_verb.group is not None:
        verdict.verb, verdict.first = above_verb.unit, above_verb.group.first
        verdict.passive = False
    if any(lexicon.has("before", w) for w in window):
        verdict.status, verdict.why = "announced", "before"
        return verdict
    if "forward" in low[max(0, first - 6) : first + 1] or "ahead" in low[max(0, first - 6) : first + 1]:
        verdict.status, verdict.why = "announced", "looked forward to"
    elif _denied(above):
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
            status = _by_tense(control.group)
            verdict.status = "announced" if status == "announced" else None
        else:
            status = _by_tense(control.group)
            purpose = start in ("to", "pour", "afin", "de") or (
                trigger.verb is not None and "inf" in trigger.verb.tenses
            )
            if status is None:
                verdict.status = None
            elif purpose:
                verdict.status, verdict.open = "announced", True
            else:
                verdict.status, verdict.open = ("held" if status == "present" else status), True
    if verdict.status is None:
        verdict.blocked = True
    return verdict


def _changed_behind(lexicon: Lexicon, sentence: Sentence, above: Sequence[Governor]) -> Governor | None:
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


def _change(above: Sequence[Governor]) -> Governor | None:
    """Return the word that postpones or cancels, which a word of planning may stand before."""
    for k, g in enumerate(above):
        planned = all(b.classes & {"plan"} for b in above[:k])
        if g.classes & set(CHANGES) and (g.near or g.pos == "NOUN" or planned):
            return g
    return None


def _judge_noun(
    lexicon: Lexicon, doc: Doc, sentence: Sentence, trigger: Trigger, above: list[Governor], schedule: bool
) -> Verdict:
    units = sentence.units
    qualities = _adjectives(lexicon, sentence, trigger)
    if _determiner_negated(sentence, trigger) or _head_negated(doc[units[trigger.at].last]):
        return Verdict(None, why="negated", blocked=True)
    changed = _change(above)
    changed = changed or _changed_behind(lexicon, sentence, above)
    nearest = next((g for g in above if g.group is not None and g.near), None)
    if changed is not None and not (
        changed.group is not None and (changed.group.negated or changed.group.modal)
    ):
        cls = next(iter(changed.classes & set(CHANGES)))
        group = changed.group
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
    if qualities & {"postpone", "cancel"}:
        cls = "postpone" if "postpone" in qualities else "cancel"
        return Verdict(CHANGES[cls], cls=qualities, why=cls)
    if qualities & {"doubt", "wish"} or _denied(above):
        return Verdict(None, why="denied", blocked=True)
    before = [u.low for u in units[max(0, trigger.first - 5) : trigger.first]]
    failing = next((g for g in above if "fail" in g.classes and (g.near or g.subject)), None)
    if failing is not None and not (failing.group is not None and failing.group.negated):
        return Verdict(
            "failed",
            verb=failing.unit,
            first=failing.group.first if failing.group else None,
            subject=failing.subject,
            cls=failing.classes,
            why="failed",
        )
    if nearest is None:
        nearest = _verb_behind(lexicon, sentence, trigger)
    if nearest is None or nearest.group is None:
        return _open_noun(lexicon, sentence, trigger, qualities, before, schedule)
    group = nearest.group
    verdict = Verdict(
        None,
        verb=nearest.unit,
        first=group.first,
        passive=group.passive,
        subject=nearest.subject,
        cls=qualities | nearest.classes | group.classes,
        why="governed",
    )
    if trigger.trip and lexicon.has("be", nearest.low) and set(before) & {"on", "en"} and not nearest.subject:
        verdict.status = "held" if group.past else "announced" if group.tense == "future" else "underway"
        verdict.why = "on a visit"
        return verdict
    ended = "end" in nearest.classes or nearest.low in (
        "ended",
        "broke",
        "break",
        "end",
        "conclude",
        "concluded",
        "achevés",
        "achevées",
        "soldent",
        "terminé",
    )
    if ended and _linked_fail(sentence, nearest.unit):
        verdict.status, verdict.why = "failed", "ended without result"
        return verdict
    attached = nearest.classes & {"light", "attend", "lead", "begin", "go_on", "end", "plan", "after", "say"}
    if not attached and not nearest.subject:
        opened = _open_noun(lexicon, sentence, trigger, qualities, before, schedule)
        opened.verb, opened.first, opened.passive = verdict.verb, verdict.first, verdict.passive
        opened.cls = qualities | nearest.classes
        if _by_tense(group) == "announced" and opened.open and opened.status != "announced":
            opened.status = "announced"
        return opened
    status = _by_tense(group)
    if group.negated or (status is None and not group.would):
        return Verdict(None, why="negated", blocked=True)
    if group.tense == "inf" and not group.classes and "plan" not in nearest.classes:
        verdict.status, verdict.open, verdict.why = "announced", True, "purpose"
        return verdict
    verdict.status = _classed(lexicon, nearest, group, status, qualities, schedule, verdict)
    if verdict.status is None:
        verdict.blocked = True
    return verdict


def _verb_behind(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> Governor | None:
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


def _classed(
    lexicon: Lexicon,
    g: Governor,
    group: Group,
    status: str | None,
    qualities: frozenset[str],
    schedule: bool,
    verdict: Verdict,
) -> str | None:
    """Combine the class of the governing verb with its tense."""
    done = status in ("held", "present", "underway") or group.passive
    if (
        group.tense == "cond"
        and status == "announced"
        and "plan" not in group.classes
        and lexicon.language == "en"
        and group.would
    ):
        verdict.open = True
    if "plan" in qualities and not g.classes & {"begin", "end", "go_on"}:
        return (
            "announced"
            if status != "held" or g.classes & {"say", "plan"} or not g.classes & {"light"}
            else "held"
        )
    if "plan" in g.classes and (
        "plan" in group.classes or group.passive or status in ("held", "present", "underway")
    ):
        return "announced"
    if status == "announced":
        return "announced"
    if "say" in g.classes:
        verdict.open = True
        return "announced"
    if "begin" in g.classes and done:
        return "underway"
    if "go_on" in g.classes and done:
        return "underway"
    if "end" in g.classes and done:
        return "held"
    if status == "present":
        if schedule:
            return "announced"
        verdict.open = True
        if lexicon.has("be", g.low):
            return "underway"
        return "held"
    return status


def _open_noun(
    lexicon: Lexicon,
    sentence: Sentence,
    trigger: Trigger,
    qualities: frozenset[str],
    before: list[str],
    schedule: bool,
) -> Verdict:
    """Judge a noun that no verb governs: by the preposition before it, and its adjectives."""
    verdict = Verdict("held", open=True, cls=qualities, why="open")
    if trigger.kind in ("talks", "dialogue") and _failed_later(lexicon, sentence, trigger.at):
        return Verdict("failed", cls=qualities | {"fail"}, why="ended without result")
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
