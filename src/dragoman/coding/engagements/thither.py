"""The place that "y" stands for: "A est arrivé à B. Il y a rencontré C", "Il s'y rendra lundi"."""

from dragoman.coding.engagements.dateline import datelines
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import Spot, spots
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence

REACH = 6  # units before a verb, or before its noun, in which "y" stands


def last_spot(scene: Scene, sentence: Sentence, end: int) -> Spot | None:
    """Return the last place that the sentence names before unit `end`, houses aside."""
    found = [s for s in spots(scene.lexicon, sentence, scene.text) if s.unit < end and not s.venue]
    return found[-1] if found else None


def spoken_of(scene: Scene, sentence: Sentence, trigger: Trigger) -> Spot | None:
    """Return the place that a pronoun of place beside the trigger stands for, None where there is none."""
    units = sentence.units
    for k in range(trigger.first - 1, max(-1, trigger.first - REACH), -1):
        due = trigger.verb is not None and trigger.verb.lemma == "expect"
        if due and scene.lexicon.has("where", units[k].low):
            return last_spot(scene, sentence, k)
        if scene.lexicon.has("thither", units[k].low):
            return last_spot(scene, sentence, k) or scene.spot
        if units[k].low in (",", ";") or any(a.kind == "person" for a in units[k].actors):
            break
    for unit in units[trigger.at + 1 : trigger.at + 3]:
        if scene.lexicon.has("there", unit.low):  # "the minister's stop there is off"
            return last_spot(scene, sentence, trigger.first) or scene.spot
        if scene.lexicon.has("here", unit.low):  # "flew in here on Monday": the town of the dateline
            towns = datelines(scene.found)[:1]
            return Spot(towns[0][0], 0, "in", towns[0][1]) if towns else None
    return None
