"""Who takes part by a verb: its subject, who is named behind it, and who calls off another's visit."""

from dragoman.authority.states import states
from dragoman.coding.engagements.apposed import apposed
from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.clues import behind, teller, whom
from dragoman.coding.engagements.enumerations import respectively
from dragoman.coding.engagements.followers import After, after
from dragoman.coding.engagements.groupings import split_bodies
from dragoman.coding.engagements.owners import mark, objects
from dragoman.coding.engagements.party import Party, office_of
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.subjects import subject
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.coding.engagements.verdict import Verdict

# classes of verbs over a noun whose subject takes part
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


def official(sentence: Sentence) -> list[Party]:
    """Return whose agenda a sentence stands in: the one who takes part where no other is told."""
    one = sentence.defaults.get("official")
    return [one] if isinstance(one, Party) else []


def _him(scene: Scene, sentence: Sentence, trigger: Trigger, before: list[Party]) -> list[Party]:
    """Return whom a French pronoun before its verb stands for: "l'avait alors rencontré", "le recevra"."""
    if scene.lexicon.language != "fr" or not before:
        return []
    units = sentence.units
    for k in range(trigger.at - 1, max(0, trigger.at - 5), -1):
        if units[k].low in ("l'", "le", "la") and units[k].pos in ("PRON", "DET"):
            return scene.cast.other_than(before[0]) if _verbal(units[k + 1]) else []
        if units[k].named or units[k].pos in ("NOUN", "ADP", "PUNCT"):
            return []
    return []


def _verbal(unit: Unit) -> bool:
    return unit.pos in ("VERB", "AUX") and not unit.named


def verb_parties(
    scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict
) -> tuple[list[Party], After]:
    """Return the parties of a verb and what follows it."""
    assert trigger.verb is not None
    before = subject_of(scene, sentence, verdict, trigger)  # first, lest "they" be those behind the verb
    matter = trigger.verb.lemma == "discuss"  # its object is what is spoken of
    tail = after(scene.reader, sentence, trigger, direct=not matter)
    tail.others = respectively(tail.others)
    before = before or subject_of(scene, sentence, verdict, trigger)  # "In A he met B, Minister C said"
    if not before and verdict.change is not None and verdict.change < trigger.at:
        before = objects(scene.reader, sentence, verdict.change, trigger.at)  # "illness kept A from going to"
    if not before and trigger.first <= 4:
        before = official(sentence)
    if not before and trigger.frame != "sign" and (verdict.first or 0) <= 2:
        before = behind(scene, sentence, trigger)
    if not tail.others and verdict.passive and trigger.frame == "call":
        tail.others = tail.by  # "joint au téléphone par A"
    received = trigger.frame == "host" and verdict.passive
    if not tail.others and trigger.frame in ("mutual", "speak", "call", "host") and not received:
        tail.others = whom(scene, sentence, verdict)
    if not tail.others and not verdict.passive and trigger.frame in ("mutual", "call", "host"):
        tail.others = _him(scene, sentence, trigger, before)
    if trigger.frame == "sign" and verdict.passive and tail.by:
        return tail.by, tail
    if trigger.frame == "host":
        if verdict.passive:
            return [*mark(before, "visitor"), *mark(tail.by or tail.others, "host")], tail
        if "together" in trigger.verb.needs and len(sides_among(tail.others)) > 1:
            before = [p for p in before if p.person]  # "Qatar brought together envoys of A and B"
        return [*mark(before, "host"), *mark(tail.others, "visitor")], tail
    if trigger.frame == "go":
        return mark(before, "visitor"), tail
    before = split_bodies(before, scene)
    return [*unlike(before, tail.others, scene.cast.home, scene.lexicon.language), *tail.others], tail
