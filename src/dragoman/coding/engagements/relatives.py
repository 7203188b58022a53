"""Clauses on a noun that tell its parties: "the visit that A was to pay", "the talks A was due to hold".

Of a clause without a pronoun the subject follows the noun at once.
"""

from dragoman.coding.engagements.clauses import states_at
from dragoman.coding.engagements.enumerations import read_span
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit

_RELATIVES = ("que", "qu'", "that", "which")
CONTACT = 6  # units of the subject of a clause without a pronoun
LIGHT = 5  # units of its verb, from the first auxiliary to the one that governs the noun


def contact(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> int | None:
    """Return the first verb of a clause without a pronoun: "the talks its minister was due to hold"."""
    units = sentence.units
    if lexicon.language != "en" or trigger.noun is None or trigger.at + 2 >= len(units):
        return None
    opening = units[trigger.at + 1]
    person = any(a.kind in ("person", "office") for a in opening.actors)
    if not (person or lexicon.has("possessive", opening.low) or lexicon.has("definite", opening.low)):
        return None
    for k in range(trigger.at + 2, min(trigger.at + 2 + CONTACT, len(units))):
        if units[k].low in (",", ";") or units[k].pos in ("ADP", "SCONJ"):
            return None
        if units[k].pos in ("VERB", "AUX") and not units[k].named:
            behind = range(k, min(k + LIGHT, len(units)))
            light = any(s.cls == "light" for i in behind for s in states_at(lexicon, sentence, i, "verb"))
            return k if light else None
    return None


def relative(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the subject of the clause on a noun: "the visit that the King was to pay"."""
    units = sentence.units
    verb = contact(reader.lexicon, sentence, trigger)
    if verb is not None:
        return read_span(reader, sentence, trigger.at + 1, verb)
    for k in range(trigger.at + 1, min(trigger.at + 11, len(units))):
        if units[k].pos in ("VERB", "AUX") and not units[k].named:
            return []
        if units[k].low in _RELATIVES:
            end = k + 1
            while end < len(units) and (units[end].named or units[end].pos not in ("VERB", "AUX")):
                end += 1
            found = read_span(reader, sentence, k + 1, end)
            return found or (
                _subject_behind(reader, sentence, end) if reader.lexicon.language == "fr" else []
            )
    return []


def bidding(lexicon: Lexicon, sentence: Sentence, trigger: Trigger) -> int | None:
    """Return the verb by which a third side bids others to talks: "talks to which the UN had invited A"."""
    units = sentence.units
    pronoun = None
    for k in range(trigger.at + 1, min(trigger.at + 9, len(units))):
        if lexicon.has("bidden_to", units[k].low):
            pronoun = k
            break
        if units[k].pos in ("VERB", "AUX") and not units[k].named:
            return None
    if pronoun is None:
        return None
    bids = range(pronoun + 1, min(pronoun + 10, len(units)))
    return next(
        (k for k in bids if any(s.cls == "invite" for s in states_at(lexicon, sentence, k, "verb"))), None
    )


def invited(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return whom a third side bids to talks: "consultations to which the UN had invited A and B"."""
    units, verb = sentence.units, bidding(reader.lexicon, sentence, trigger)
    if verb is None:
        return []
    end = verb + 1
    while end < len(units) and (units[end].named or units[end].pos not in ("VERB", "AUX", "SCONJ")):
        if reader.lexicon.has("toward", units[end].low) and end > verb + 1:
            break
        end += 1
    return read_span(reader, sentence, verb + 1, end)


def facing(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the other side in the clause on a noun: "the talks which A was to have had in C with B"."""
    units = sentence.units
    pronoun = next(
        (k for k in range(trigger.at + 1, min(trigger.at + 4, len(units))) if units[k].low in _RELATIVES),
        None,
    )
    if pronoun is None:
        pronoun = contact(reader.lexicon, sentence, trigger)
    if pronoun is None:
        return []
    for k in range(pronoun + 1, len(units) - 1):
        if units[k].low == ";" or reader.lexicon.has("other_clause", units[k].low):
            return []
        if reader.lexicon.has("with", units[k].low):
            phrase = reader.read(sentence, k + 1)
            return list(phrase.parties) if phrase is not None else []
    return []


def _verbal(unit: Unit) -> bool:
    return unit.pos in ("VERB", "AUX") and not unit.named


def _subject_behind(reader: Reader, sentence: Sentence, at: int) -> list[Party]:
    """Return the subject that follows its verb: "la visite que devait effectuer à A le ministre B"."""
    units = sentence.units
    for k in range(at + 1, min(at + 12, len(units))):
        if any(a.kind in ("person", "office") for a in units[k].actors):
            lead = units[k - 1] if not reader.lexicon.has("definite", units[k - 1].low) else units[k - 2]
            if reader.lexicon.has("governing", lead.low):
                return []
            end = next((j for j in range(k, len(units)) if _verbal(units[j])), len(units))
            several = read_span(reader, sentence, k, end)
            if len(several) > 1 and any(reader.lexicon.has("and", u.low) for u in units[k:end]):
                return several  # "l'entrevue que devaient avoir à A le ministre B et C a été"
            phrase = reader.read(sentence, k)
            return list(phrase.parties) if phrase else []
        if units[k].pos == "AUX" or units[k].low in (",", ";"):
            return []
    return []
