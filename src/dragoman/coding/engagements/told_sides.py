"""The sides of talks that stand beside no noun: told behind, by what ended them, by whose peace it is."""

from dataclasses import replace

from dragoman.coding.engagements.enumerations import read_span
from dragoman.coding.engagements.party import Party, party, unique
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence


def of_land(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the state whose peace is talked about, as a side of its own.

    "Sudan peace talks stalled", "talks in Moscow aimed at a truce in Libya broke off".
    """
    units = sentence.units
    for k in range(trigger.at + 1, min(trigger.at + 12, len(units) - 2)):
        if scene.lexicon.has("peace", units[k].low) and scene.lexicon.has("into_place", units[k + 1].low):
            code = scene.reader.country(units[k + 2])
            return [Party(code, span=scene.reader.span(units[k + 2]))] if code is not None else []
        if units[k].pos in ("AUX", "PUNCT") and not units[k].named:
            break
    k = trigger.first - 1
    while k > 0 and k >= trigger.first - 3 and units[k].pos in ("NOUN", "ADJ") and not units[k].named:
        k -= 1
    if k < 0 or k == trigger.first - 1 or trigger.first - k > 3:
        return []
    if not any(scene.lexicon.has("peace", u.low) for u in units[k + 1 : trigger.first]):
        return []
    code = scene.reader.country(units[k])
    return [Party(code, span=scene.reader.span(units[k]))] if code is not None else []


def told_behind(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return both sides told at the end: "Talks on oil open on Monday, with B across the table from C"."""
    units = sentence.units
    for k in range(trigger.at + 2, len(units) - 1):
        if scene.lexicon.has("with", units[k].low) and units[k - 1].low == ",":
            told = [u for u in units[k + 1 :] if any(a.kind == "person" for a in u.actors)]
            found = unique(party(u.actors[0], scene.reader.span(u)) for u in told)
            return found if len({p.code for p in found}) > 1 else []
    return []


def told_by_cause(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the two sides that a clause tells to have ended talks: "collapsed when A's envoys left B's"."""
    units, has = sentence.units, scene.lexicon.has
    clause = (k for k in range(trigger.at + 2, len(units)) if has("when", units[k].low))
    after = (k for k in range(trigger.at + 2, len(units)) if has("subordinators", units[k].low))
    first = next(clause, None) or next(after, None)
    if first is None or not any(u.pos in ("VERB", "AUX") and not u.named for u in units[first:]):
        return []
    found = [p for p in read_span(scene.reader, sentence, first + 1, len(units)) if p.code and not p.inferred]
    return [replace(p, inferred=True) for p in found] if len({p.code for p in found}) == 2 else []
