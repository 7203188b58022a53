"""Parties that stand apart from their noun: behind a phrase that opens a sentence, between verb and noun.

"Au cours d'un entretien à Doha, l'émir et le ministre ont", "During a call on Monday, A and B discussed",
"À l'issue de son entretien avec A, B a": who stands behind the comma takes part.
"""

from dragoman.coding.engagements.enumerations import read_span
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit

LEAD = 7  # units before the noun of a phrase that opens a sentence


def _finite(unit: Unit) -> bool:
    return unit.pos in ("VERB", "AUX") and not unit.named


def opens(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether the noun stands in a phrase of time that opens its sentence."""
    lead = sentence.units[: trigger.first]
    if trigger.noun is None or not lead or len(lead) > LEAD or any(u.actors for u in lead):
        return False
    return any(scene.lexicon.has("opens_clause", u.low) for u in lead) and not any(_finite(u) for u in lead)


def subject_behind(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the subject behind the phrase that `trigger` opens a sentence with, else nobody."""
    if not opens(scene, sentence, trigger):
        return []
    units, has = sentence.units, scene.lexicon.has
    for comma in range(trigger.at + 1, len(units) - 2):
        if _finite(units[comma]) or units[comma].low in (";", ":"):
            return []
        if units[comma].low != ",":
            continue
        first = comma + 1
        while first < len(units) - 1 and (
            has("determiners", units[first].low) or has("skipped", units[first].low)
        ):
            first += 1
        someone = any(a.kind in ("person", "office", "group") for a in units[first].actors)
        pronoun = any(has(k, units[first].low) for k in ("he", "she", "they"))
        if not (
            someone or pronoun or has("groups", units[first].low) or has("plural_anaphors", units[first].low)
        ):
            continue
        end = next((k for k in range(first, len(units)) if _finite(units[k])), len(units))
        if end == len(units) or units[end - 1].low in ("qui", "que", "who", "which"):
            continue
        found = read_span(scene.reader, sentence, comma + 1, end)
        if found:
            return found
    return []


def partner_between(scene: Scene, sentence: Sentence, verb: int, first: int) -> list[Party]:
    """Return whom "with" leads to between a verb and its noun: "a eu avec son homologue un entretien"."""
    units = sentence.units
    for k in range(verb + 1, first - 1):
        if _finite(units[k]) or units[k].low in (";", ":"):
            return []
        if scene.lexicon.has("with", units[k].low):
            phrase = scene.reader.read(sentence, k + 1)
            return list(phrase.parties) if phrase is not None and phrase.end <= first else []
    return []
