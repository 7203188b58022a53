"""Who takes part by a trigger and the verb that governs it: subject, possessors, what follows."""

from itertools import pairwise

from dragoman.authority.states import states
from dragoman.coding.engagements.apposed import apposed
from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.cast import Party, code_of, office_of, party, unique
from dragoman.coding.engagements.clues import behind, between, occasion, on_it, teller, tellers, told, whom
from dragoman.coding.engagements.followers import After, after
from dragoman.coding.engagements.groupings import paired, split_bodies
from dragoman.coding.engagements.leads import partner_between, subject_behind
from dragoman.coding.engagements.marks import beside
from dragoman.coding.engagements.owners import (
    joint,
    mark,
    objects,
    possessors,
)
from dragoman.coding.engagements.presence import EXPECTED
from dragoman.coding.engagements.relatives import facing, relative
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.sessions import chairs
from dragoman.coding.engagements.subjects import subject
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import Verdict

OPENING = 5  # units in which a clause that opens a sentence names its engagement
JOINS = frozenset({"light", "attend", "lead", "begin", "end", "go_on", "plan", "fail"})


def subject_of(
    scene: Scene, sentence: Sentence, verdict: Verdict, trigger: Trigger | None = None
) -> list[Party]:
    """Return the subject of the verb that the verdict rests on."""
    if verdict.verb is None:
        return []
    first = verdict.first if verdict.first is not None else verdict.verb
    units = sentence.units
    beside = apposed(scene.reader, sentence, trigger) if trigger is not None else []
    if beside:
        return beside
    lead = units[first - 1].low.split()[-1] if first else ""
    bare = units[verdict.verb].tag == "VBG" or (first < verdict.verb and units[first].low == "avoir")
    if bare and scene.lexicon.has("later_than", lead):  # "trois jours après avoir rencontré X"
        own = scene.reader.own_subject(sentence, first - 1)
        if own is not None:
            return list(own.parties)
    return subject(scene.reader, scene.found.parse, sentence, verdict.verb, first)


def called_off_by(scene: Scene, sentence: Sentence, verdict: Verdict, visitors: list[Party]) -> list[str]:
    """Return the state that calls off or puts off the visit of another: "Algiers cancelled his visit"."""
    if verdict.change is None or verdict.subject:
        return []
    own = {p.code for p in visitors}
    head = subject_of(scene, sentence, verdict) if visitors else []
    start = sentence.units[verdict.first - 1].low if verdict.first else ""
    if not head and visitors and scene.lexicon.has("itself", start):  # "A said it had shelved a visit by"
        head = teller(scene, sentence, verdict.first or 0)
    codes = [p.code for p in head if not p.person and p.code and p.code not in own]
    return [code for code in codes if code in states()][:1]


def unlike(before: list[Party], others: list[Party], home: str | None, language: str) -> list[Party]:
    """Take a subject that is also the other side for an office without a name: nobody meets himself."""
    keys = {p.key for p in others}
    if not others or not before or not all(p.key in keys for p in before) or len(others) > len(before):
        return before
    one = before[0]
    if one.span is None or one.actor is None or one.actor.name.split()[-1] in one.span.text:
        return before
    if one.span.text.lower() in ("he", "she", "il", "elle", "they", "ils", "elles"):
        return before
    return [office_of(one.actor, one.span, home, language)]


def _default(sentence: Sentence) -> list[Party]:
    one = sentence.defaults.get("official")
    return [one] if isinstance(one, Party) else []


def verb_parties(
    scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict
) -> tuple[list[Party], After]:
    """Return the parties of a verb and what follows it."""
    assert trigger.verb is not None
    before = subject_of(scene, sentence, verdict, trigger)  # first, lest "they" be those behind the verb
    matter = trigger.verb.lemma == "discuss"  # its object is what is spoken of
    tail = after(scene.reader, sentence, trigger, direct=not matter)
    before = before or subject_of(scene, sentence, verdict, trigger)  # "In A he met B, Minister C said"
    if not before and trigger.first <= 4:
        before = _default(sentence)
    if not before and trigger.frame != "sign" and (verdict.first or 0) <= 2:
        before = behind(scene, sentence, trigger)
    if not tail.others and verdict.passive and trigger.frame == "call":
        tail.others = tail.by  # "joint au téléphone par A"
    received = trigger.frame == "host" and verdict.passive
    if not tail.others and trigger.frame in ("mutual", "speak", "call", "host") and not received:
        tail.others = whom(scene, sentence, verdict)
    if trigger.frame == "sign" and verdict.passive and tail.by:
        return tail.by, tail
    if trigger.frame == "host":
        if verdict.passive:
            return [*mark(before, "visitor"), *mark(tail.by or tail.others, "host")], tail
        if "together" in trigger.verb.needs and len(sides_among(tail.others)) > 1:
            before = [p for p in before if p.person]  # "Qatar brought together envoys of A and B"
        return [*mark(before, "host"), *mark(tail.others, "visitor")], tail
    if trigger.frame == "go":
        beside = [u.low for u in sentence.units[trigger.at + 1 :]]
        joined = any(
            scene.lexicon.has("alongside", a) and scene.lexicon.has("with", b) for a, b in pairwise(beside)
        )
        companions = [p for p in tail.others if p.person] if joined else []
        return mark(unique([*before, *companions]), "visitor"), tail
    before = split_bodies(before, scene)
    return [*unlike(before, tail.others, scene.cast.home, scene.lexicon.language), *tail.others], tail


def _invited(scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict) -> list[Party]:
    """Return who is received for a visit: "will host Prime Minister X for an official visit"."""
    if verdict.verb is None or verdict.verb > trigger.first or verdict.passive:
        return []
    hosting = any(v.frame == "host" for v in scene.lexicon.verbs.get(sentence.units[verdict.verb].low, ()))
    return objects(scene.reader, sentence, verdict.verb, trigger.first) if hosting else []


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
        ahead = trigger.first <= 5 and any(
            scene.lexicon.has("possessive", u.low) for u in sentence.units[: trigger.first]
        )
        owners = (behind(scene, sentence, trigger)[:1] if ahead else []) or owners
        visitors = (
            owners or tail.by or [p for p in tail.of if p.named] or relative(scene.reader, sentence, trigger)
        )
        goes = verdict.verb is not None and any(
            v.kind == "visit" for v in scene.lexicon.verbs.get(sentence.units[verdict.verb].low, ())
        )
        goes = goes or (
            verdict.verb is not None and scene.lexicon.has("left", sentence.units[verdict.verb].low)
        )
        visitors = visitors or on_it(scene, sentence, trigger)
        visitors = visitors or _invited(scene, sentence, trigger, verdict)
        if (
            not visitors
            and not verdict.subject
            and (
                goes
                or verdict.why in ("on a visit", "after")
                or verdict.cls & (JOINS | {"postpone", "cancel"})
            )
        ):
            visitors = subject_of(scene, sentence, verdict)
            lead = sentence.units[max(0, trigger.first - 3) : trigger.first]
            if len({p.code for p in visitors}) > 1 and any(scene.lexicon.has("held_in", u.low) for u in lead):
                visitors = []  # "au cours de cette visite, les deux ministres ..."
        companions = [p for p in tail.others if p.person]
        if not visitors and trigger.first <= 4:
            visitors = _default(sentence)
        return mark([*visitors, *(companions if verdict.cls & {"light"} else [])], "visitor"), [], tail
    named_of = [p for p in split_bodies(tail.of, scene) if p.person or p.code]
    if trigger.kind in ("summit", "other"):
        if len(owners) < 2:  # "EU-Japan summit" has two sides, "G20 summit" a name
            owners = [p for p in owners if p.actor is None or p.actor.kind != "organisation"]
        governed = verdict.cls & {"light", "postpone", "cancel", "begin", "end", "plan"}
        held = bool(verdict.subject and governed) and not owners and not tail.others
        named_of = [p for p in named_of if held or p.actor is None or p.actor.kind != "organisation"]
    elif verdict.cls & {"attend", "cancel"} and not verdict.subject:
        if _of_bodies(owners) and not tail.others:
            return [], [], tail
        bodies = [p for p in named_of if p.actor is not None and p.actor.kind == "organisation"]
        named_of = [p for p in named_of if p not in bodies]
        # "participera à la réunion des ministres du G20": a forum is attended, no partner is met
        tail.internal = tail.internal or (bool(bodies) and not tail.others)
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
        return unique([*head, *parties, *tail.by]), [], tail
    if not parties and trigger.kind == "talks" and not trigger.trip:
        parties = _of_land(scene, sentence, trigger)
    verb = sentence.units[verdict.verb].low if verdict.verb is not None else ""
    telling = verdict.verb if scene.lexicon.has("addresses", verb) else None
    if trigger.frame == "speech" and telling is not None and telling < trigger.first:
        # "told X by phone that Y was ready"
        parties = objects(scene.reader, sentence, telling, trigger.first) or parties
    if not parties:
        parties = relative(scene.reader, sentence, trigger)
        if parties and not tail.others and verdict.why != "after":  # "said after talks that"
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
            mediators = head if "mediate" in verdict.cls else []
            parties = parties if mediators else [*head, *parties]
        elif not (verdict.cls & {"say"} and not any(p.person for p in head) and len(codes) > 1):
            parties = [*head, *parties]
    opening = trigger.first <= OPENING and trigger.frame in ("event", "weak") and not verdict.subject
    if opening and len(sides_among(parties)) < 2:
        # "Speaking after talks with A in B, C said", "Over dinner in A, B and C"
        parties = unique([*behind(scene, sentence, trigger), *parties])
    if not verdict.subject and trigger.first <= 4 and len(sides_among(parties)) < 2:
        parties = [*_default(sentence), *parties]
    if len(sides_among(parties)) == 1 and tail.others and not owners:
        parties = [*tellers(scene, sentence, trigger, {p.code for p in parties}), *parties]
    if tail.by and len(codes) < 2:
        parties += tail.by
    return unique(parties), mediators, tail


def _of_land(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the state whose peace is talked about, as a side of its own: "Sudan peace talks stalled"."""
    units = sentence.units
    k = trigger.first - 1
    while k > 0 and k >= trigger.first - 3 and units[k].pos in ("NOUN", "ADJ") and not units[k].named:
        k -= 1
    if k < 0 or k == trigger.first - 1 or trigger.first - k > 3:
        return []
    if not any(scene.lexicon.has("peace", u.low) for u in units[k + 1 : trigger.first]):
        return []
    code = scene.reader.country(units[k])
    return [Party(code, span=scene.reader.span(units[k]))] if code is not None else []


def _of_bodies(owners: list[Party]) -> bool:
    """Say whether a meeting is that of a body, which is attended: "pulled out of a CSTO meeting"."""
    return bool(owners) and all(p.actor is not None and p.actor.kind == "organisation" for p in owners)


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
