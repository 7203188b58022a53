"""Parties apart from their noun or verb: told in a call, behind a goal, between two."""

from dataclasses import replace

from dragoman.coding.engagements.clauses import read_group, unit_of, verb_tenses
from dragoman.coding.engagements.enumerations import read_span
from dragoman.coding.engagements.followers import after
from dragoman.coding.engagements.owners import objects
from dragoman.coding.engagements.party import Party, unique
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.subjects import subject
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.coding.engagements.verdict import Verdict
from dragoman.model import Span


def told(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return both sides of a call that opens a sentence: "In a phone call on Monday A told B that"."""
    lexicon, units = scene.lexicon, sentence.units
    lead = units[max(0, trigger.first - 3) : trigger.first]
    if not any(lexicon.has("inside_call", u.low) for u in lead):
        return []
    for k in range(trigger.at + 1, min(trigger.at + 16, len(units))):
        if lexicon.has("addresses", units[k].low):
            group = read_group(lexicon, sentence, k, verb_tenses(lexicon, sentence, k))
            others = objects(scene.reader, sentence, k, len(units))
            head = subject(scene.reader, scene.found.parse, sentence, k, group.first)
            return unique([*head, *others]) if head and others else []
    return []


def between(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return whom a later "between" names: "talks aimed at ending the war between A and B"."""
    for k in range(trigger.at + 1, len(sentence.units)):
        if scene.lexicon.has("pairing", sentence.units[k].low):
            found = after(scene.reader, sentence, replace(trigger, at=k - 1), direct=False)
            return found.others if len(found.others) > 1 else []
    return []


def teller(scene: Scene, sentence: Sentence, before: int) -> list[Party]:
    """Return who says what begins at unit `before`: "Lima said talks with Chile had stalled"."""
    lexicon, parse = scene.lexicon, scene.found.parse
    for k in range(before - 1, max(-1, before - 6), -1):
        unit = sentence.units[k]
        if not unit.named and lexicon.has("tells", unit.low):
            group = read_group(lexicon, sentence, k, verb_tenses(lexicon, sentence, k))
            return subject(scene.reader, parse, sentence, k, group.first)
    return []


def tellers(scene: Scene, sentence: Sentence, trigger: Trigger, own: set[str | None]) -> list[Party]:
    """Return the other side where it is the one who speaks, and acts for none of `own`."""
    found = teller(scene, sentence, trigger.first)
    bodies = [p for p in found if not p.person and p.code and p.code not in own]
    return [replace(p, inferred=True) for p in bodies]


def whom(scene: Scene, sentence: Sentence, verdict: Verdict) -> list[Party]:
    """Return whom a relative stands for: "X, with whom he met", "X, avec lequel il s'est entretenu"."""
    units, lexicon = sentence.units, scene.lexicon
    first = verdict.first or 0
    for k in range(max(1, first - 4), first):
        led = lexicon.has("whom", units[k].low) and lexicon.has("with", units[k - 1].low)
        led = led or lexicon.has("whom_object", units[k].low)
        if led:
            for j in range(k - 1, max(-1, k - 7), -1):
                if any(a.kind in ("person", "office") for a in units[j].actors):
                    phrase = scene.reader.read(sentence, j)
                    return list(phrase.parties) if phrase is not None else []
    return []


def _opened_by(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return all who are the subject behind an opening clause: "Réunis à A, le roi B et C ont"."""
    units = sentence.units
    comma = next((k for k in range(trigger.at + 1, len(units)) if units[k].low == ","), len(units))
    first = comma + 1 + (comma + 1 < len(units) and scene.lexicon.has("determiners", units[comma + 1].low))
    while first < len(units) - 1 and not units[first].named and units[first].pos in ("NOUN", "ADJ"):
        first += 1  # ", foreign ministers A and B"
    named = [u for u in units[first : first + 3] if u.actors]  # "Chile's B", "Chile 's B"
    if not any(a.kind in ("person", "office") for u in named for a in u.actors):
        return []
    end = next((k for k in range(first, len(units)) if _finite(units[k])), len(units))
    return read_span(scene.reader, sentence, first, end) if end < len(units) else []


def _finite(unit: Unit) -> bool:
    return unit.pos in ("VERB", "AUX") and not unit.named


def behind(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the subject behind a clause that opens a sentence: "Received by A, B said", "Due in A, B"."""
    if trigger.first <= 1:
        opened = _opened_by(scene, sentence, trigger)
        if opened:
            return opened
    token = scene.found.parse[sentence.units[trigger.at].first]
    for child in token.head.children:
        if child.dep_.startswith("nsubj") and child.i > token.i:
            k = unit_of(sentence, child.i)
            phrase = scene.reader.read(sentence, k) if k is not None else None
            if phrase is not None and phrase.parties:
                return list(phrase.parties)
    units, lexicon = sentence.units, scene.lexicon
    for k in range(trigger.at + 2, len(units)):
        small = lexicon.has("definite", units[k - 1].low) or units[k - 1].pos == "DET"
        small = small or scene.reader.country(units[k - 1]) is not None  # ", Finnish Prime Minister A"
        comma = units[k - 2].low if small else units[k - 1].low
        if comma == "," and any(a.kind in ("person", "office") for a in units[k].actors):
            small_words = (",", "s'", "se", "y", "en")  # "À l'issue de sa visite à A, B s'est recueilli"
            verb = next((u for u in units[k + 1 :] if u.low not in small_words and not u.named), None)
            if verb is not None and verb.pos in ("VERB", "AUX"):
                phrase = scene.reader.read(sentence, k)
                return list(phrase.parties) if phrase is not None else []
    return []


def occasion(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the name that an event goes by, as a party: "Eastern Partnership event"."""
    units = sentence.units
    k = trigger.first
    while (
        k > 0
        and not units[k - 1].named
        and scene.text[units[k - 1].start].isupper()
        and units[k - 1].pos != "DET"
    ):
        k -= 1
    if k == trigger.first:
        return []
    start, end = units[k].start, units[trigger.first - 1].end
    span = Span(start, end, scene.text[start:end])
    return [Party(None, span=span, label=span.text)]
