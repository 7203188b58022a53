"""Who takes part by a noun of engagement: its possessors, those with it, the subject of its verb."""

from dataclasses import replace

from dragoman.coding.engagements.agreement import CHANGED
from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.clues import behind, between, occasion, tellers, told
from dragoman.coding.engagements.enumerations import respectively
from dragoman.coding.engagements.followers import After, after
from dragoman.coding.engagements.go_betweens import apart_from
from dragoman.coding.engagements.groupings import paired, split_bodies
from dragoman.coding.engagements.joint_names import joint
from dragoman.coding.engagements.leads import partner_between, subject_behind
from dragoman.coding.engagements.marks import beside
from dragoman.coding.engagements.owners import objects, possessors
from dragoman.coding.engagements.party import Party, code_of, party, unique
from dragoman.coding.engagements.presence import EXPECTED
from dragoman.coding.engagements.relatives import facing, invited, relative
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.sessions import chairs
from dragoman.coding.engagements.told_sides import of_land, told_behind, told_by_cause
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verb_parties import JOINS, official, subject_of
from dragoman.coding.engagements.verdict import Verdict
from dragoman.coding.engagements.visitors import visitors

OPENING = 5  # units in which a clause that opens a sentence names its engagement


def noun_parties(
    scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict
) -> tuple[list[Party], list[Party], After]:
    """Return the parties of a noun, its mediators, and what follows it."""
    tail = after(scene.reader, sentence, trigger, direct=False)
    if trigger.frame == "back":
        return [], [], tail
    owners = possessors(scene.reader, sentence, trigger) or joint(scene.reader, sentence, trigger)
    if len(owners) < 2 and trigger.frame not in ("trip", "weak"):
        owners = paired(scene, sentence, trigger) or owners
    if not tail.others and trigger.frame in ("event", "speech", "weak") and verdict.verb is not None:
        tail.others = partner_between(scene, sentence, verdict.verb, trigger.first)
    itself = sentence.units[trigger.at]
    if itself.actors and len(owners) < 2:  # "The fourth Sweden-Rwanda Joint Commission was held"
        sides = split_bodies([party(itself.actors[0], scene.reader.span(itself))], scene)
        owners = sides if len(sides) > 1 else owners
    mediators: list[Party] = []
    opened = subject_behind(scene, sentence, trigger) if trigger.frame != "trip" else []
    if opened and any(
        scene.lexicon.has("possessive", u.low)
        for u in sentence.units[max(0, trigger.first - 3) : trigger.first]
    ):
        owners = opened  # "À l'issue de son entretien avec A, B a"
    if trigger.frame == "trip":
        return visitors(scene, sentence, trigger, verdict, owners, tail), [], tail
    named_of = [p for p in split_bodies(tail.of, scene) if p.person or p.code]
    if trigger.kind in ("summit", "other"):
        if len(owners) < 2:  # "EU-Japan summit" has two sides, "G20 summit" a name
            owners = [p for p in owners if p.actor is None or p.actor.kind != "organisation"]
        governed = verdict.cls & {"light", "postpone", "cancel", "begin", "end", "plan"}
        held = bool(verdict.subject and governed) and not owners and not tail.others
        named_of = [p for p in named_of if held or p.actor is None or p.actor.kind != "organisation"]
    elif (verdict.cls & {"attend", "cancel"} and not verdict.subject) or _entry_for(scene, sentence, trigger):
        if _of_bodies(owners) and not tail.others:
            return [], [], tail
        bodies = [p for p in named_of if _body(p)]
        named_of = [p for p in named_of if p not in bodies]
        # "participera à la réunion des ministres du G20": a forum is attended, no partner is met
        tail.internal = tail.internal or (bool(bodies) and not tail.others)
    tail.others = respectively(tail.others)
    parties = unique([*owners, *tail.others, *named_of, *chairs(scene, sentence, trigger)])
    if trigger.kind in ("summit", "other") and trigger.frame != "weak":
        attends = verdict.cls & {"attend", "lead", "light", "begin", "end"} and not verdict.subject
        head = subject_of(scene, sentence, verdict) if attends or _gone_for(scene, sentence, verdict) else []
        agreed = "plan" in verdict.cls and not beside(scene, sentence)
        if agreed and not attends and not verdict.subject and holds(scene, sentence, trigger):
            there = subject_of(scene, sentence, verdict)  # "A and B agreed at a summit in London"
            head = there if len(sides_among([p for p in there if p.person])) > 1 else []
        if trigger.frame == "occasion" and not owners:
            head = [*head, *occasion(scene, sentence, trigger)]
        parties = parties or between(scene, sentence, trigger)
        if apart_from(scene.lexicon, sentence, trigger.at, verdict, head, parties):
            return unique([*parties, *tail.by]), head, tail
        return unique([*head, *parties, *tail.by]), [], tail
    if not parties and trigger.kind == "talks" and not trigger.trip:
        parties = of_land(scene, sentence, trigger)
    verb = sentence.units[verdict.verb].low if verdict.verb is not None else ""
    telling = verdict.verb if scene.lexicon.has("addresses", verb) else None
    if trigger.frame == "speech" and telling is not None and telling < trigger.first:
        # "told X by phone that Y was ready"
        parties = objects(scene.reader, sentence, telling, trigger.first) or parties
    if not parties or len(parties) == 1:
        bidden = invited(scene.reader, sentence, trigger)
        parties = bidden if len(bidden) > 1 else parties
    if not parties:
        parties = relative(scene.reader, sentence, trigger)
        pair = between(scene, sentence, trigger) if len(parties) == 1 else []
        if pair and parties[0].code not in {p.code for p in pair}:
            parties = pair  # "talks that Qatar had hoped to host between A and B"
        elif parties and not tail.others and verdict.why != "after":  # "said after talks that"
            tail.others = facing(scene.reader, sentence, trigger)
            parties = [*parties, *tail.others]
        parties = parties or between(scene, sentence, trigger)
    if (
        not parties
        and trigger.frame in ("speech", "event")
        and verdict.verb is not None
        and verdict.verb < trigger.first
    ):
        parties = objects(scene.reader, sentence, verdict.verb, trigger.first)
    if not parties and trigger.frame == "speech":
        parties = told(scene, sentence, trigger)
    if opened and len(sides_among(parties)) < 2:
        parties = unique([*opened, *parties])
    codes = sides_among(parties)
    joins = bool(verdict.cls & JOINS) and not verdict.subject and not verdict.passive
    lead = sentence.units[max(0, trigger.first - 3) : trigger.first]
    inside = any(u.low in ("during", "in", "at", "lors", "cours", "pendant", "durant") for u in lead)
    if not verdict.subject and (joins or len(codes) < 2) and ("topic" not in verdict.cls or inside):
        head = subject_of(scene, sentence, verdict)
        if "mediate" in verdict.cls or ("lead" in verdict.cls and len(codes) > 1 and tail.others):
            aside = apart_from(scene.lexicon, sentence, trigger.at, verdict, head, parties)
            mediators = head if aside else []
            parties = parties if mediators else [*head, *parties]
        elif not (verdict.cls & {"say"} and not any(p.person for p in head) and len(codes) > 1):
            parties = [*head, *parties]
    opening = trigger.first <= OPENING and trigger.frame in ("event", "weak") and not verdict.subject
    if opening and len(sides_among(parties)) < 2:
        # "Speaking after talks with A in B, C said", "Over dinner in A, B and C"
        parties = unique([*behind(scene, sentence, trigger), *parties])
    entry = verdict.verb is None and not owners and bool(tail.groups)  # "Rencontre avec A et B"
    if not verdict.subject and (entry or (trigger.first <= 4 and len(sides_among(parties)) < 2)):
        # "Session of the Foreign Affairs Council": a forum that one attends, where no partner is met
        tail.internal = tail.internal or (bool(tail.of) and not tail.others and _of_bodies(parties))
        parties = [*official(sentence), *parties]
    if len(sides_among(parties)) == 1 and tail.others and not owners:
        parties = [*tellers(scene, sentence, trigger, {p.code for p in parties}), *parties]
    if not parties and verdict.subject:
        parties = told_behind(scene, sentence, trigger)
    if not parties and trigger.kind == "talks" and verdict.status in CHANGED:
        parties = told_by_cause(scene, sentence, trigger)
    if tail.by and len(codes) < 2:
        parties += tail.by
    if verdict.subject and verdict.passive and len(codes) < 2:
        parties += _done_by(scene, sentence, trigger, verdict)
    return unique(parties), mediators, tail


def _done_by(scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict) -> list[Party]:
    """Return who gives what is given and for whom: "Un dîner a été offert par A en l'honneur de B"."""
    if verdict.verb is None or not scene.lexicon.has("done_by", sentence.units[verdict.verb].low):
        return []
    tail = after(scene.reader, sentence, replace(trigger, at=verdict.verb), direct=False)
    return [*tail.by, *tail.others]


def _body(one: Party) -> bool:
    """Say whether a party is a body, or those who sit in one: "the G7", "les ministres du G7"."""
    if one.actor is None:
        return False
    return one.actor.kind == "organisation" or (one.actor.kind == "group" and bool(one.actor.organisation))


def _of_bodies(owners: list[Party]) -> bool:
    """Say whether a meeting is that of a body, which is attended: "pulled out of a CSTO meeting"."""
    return bool(owners) and all(p.actor is not None and p.actor.kind == "organisation" for p in owners)


def _entry_for(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a meeting is what the journey of an entry is for: "Travel to A for the meeting of"."""
    lead = [u.low for u in sentence.units[max(0, trigger.first - 2) : trigger.first]]
    return sentence.form == "entry" and any(scene.lexicon.has("purpose", w) for w in lead)


def _gone_for(scene: Scene, sentence: Sentence, verdict: Verdict) -> bool:
    """Say whether a summit is what someone goes for: "is expected in A for a summit with B and C"."""
    if verdict.verb is None or verdict.subject:
        return False
    verb = sentence.units[verdict.verb]
    going = any(v.kind == "visit" for v in scene.lexicon.verbs.get(verb.low, ())) or verb.low in EXPECTED
    return going and not verdict.passive


def holds(scene: Scene, sentence: Sentence, t: Trigger) -> bool:
    """Say whether a summit or an event is where something else happens ("at", "on the sidelines of")."""
    lead = [u.low for u in sentence.units[max(0, t.first - 7) : t.first]]
    inside = any(scene.lexicon.has("sidelines", w) or w in ("at", "during", "lors") for w in lead)
    return t.kind in ("summit", "other") and inside


def named_after(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[str]:
    """Return the organisations that a summit is named after."""
    owners = [p.actor for p in possessors(scene.reader, sentence, trigger) if p.actor is not None]
    codes = [code_of(a) or a.organisation for a in owners if a.kind == "organisation"]
    return [c for c in codes if c]
