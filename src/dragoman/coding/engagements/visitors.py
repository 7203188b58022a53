"""Who travels by a noun for a trip: its possessors, those who go, those received, those told to be on it."""

from dragoman.coding.engagements.clues import behind
from dragoman.coding.engagements.followers import After
from dragoman.coding.engagements.owners import mark, objects
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.relatives import relative
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verb_parties import JOINS, official, subject_of
from dragoman.coding.engagements.verdict import Verdict


def visitors(
    scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict, owners: list[Party], tail: After
) -> list[Party]:
    """Return who travels by a noun for a trip, whose possessors are `owners` and what follows it `tail`."""
    ahead = trigger.first <= 5 and any(
        scene.lexicon.has("possessive", u.low) for u in sentence.units[: trigger.first]
    )
    owners = (behind(scene, sentence, trigger)[:1] if ahead else []) or owners
    found = owners or tail.by or [p for p in tail.of if p.named] or relative(scene.reader, sentence, trigger)
    goes = verdict.verb is not None and any(
        v.kind == "visit" for v in scene.lexicon.verbs.get(sentence.units[verdict.verb].low, ())
    )
    goes = goes or (verdict.verb is not None and scene.lexicon.has("left", sentence.units[verdict.verb].low))
    found = found or _on_it(scene, sentence, trigger)
    found = found or _invited(scene, sentence, trigger, verdict)
    if (
        not found
        and not verdict.subject
        and (goes or verdict.why in ("on a visit", "after") or verdict.cls & (JOINS | {"postpone", "cancel"}))
    ):
        found = subject_of(scene, sentence, verdict)
        lead = sentence.units[max(0, trigger.first - 3) : trigger.first]
        if len({p.code for p in found}) > 1 and any(scene.lexicon.has("held_in", u.low) for u in lead):
            found = []  # "au cours de cette visite, les deux ministres ..."
    companions = [p for p in tail.others if p.person]
    if not found and trigger.first <= 4:
        found = official(sentence)
    return mark([*found, *(companions if verdict.cls & {"light"} else [])], "visitor")


def _invited(scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict) -> list[Party]:
    """Return who is received for a visit: "will host Prime Minister X for an official visit"."""
    if verdict.verb is None or verdict.verb > trigger.first or verdict.passive:
        return []
    hosting = any(v.frame == "host" for v in scene.lexicon.verbs.get(sentence.units[verdict.verb].low, ()))
    return objects(scene.reader, sentence, verdict.verb, trigger.first) if hosting else []


def _on_it(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the person that an apposition says is on a visit: "A, on a visit to B," or "A, en visite"."""
    units = sentence.units
    for k in range(trigger.first - 1, max(1, trigger.first - 4), -1):
        if units[k].low in ("en", "on") or (units[k].low == "de" and units[trigger.at].low == "passage"):
            if units[k - 1].low == "," and any(a.kind in ("person", "office") for a in units[k - 2].actors):
                phrase = scene.reader.read(sentence, k - 2)
                return list(phrase.parties[-1:]) if phrase is not None else []
            return []
    return []
