"""Fellow travellers: "accompanied by Defence Minister X", "en compagnie de ses homologues A et B".

Who goes along on a journey takes part in it. Who goes along to a meeting only stands by.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.enumerations import read_span
from dragoman.coding.engagements.lexicon import Lexicon, small
from dragoman.coding.engagements.party import Party, party
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit

REACH = 24  # units behind a trip's word in which its fellow travellers are told


def marked(lexicon: Lexicon, units: Sequence[Unit], k: int) -> int:
    """Return the unit behind words that lead to fellow travellers at unit `k`, 0 where none stand there."""
    if not lexicon.has("in_company", units[k].low):
        return 0
    if lexicon.has("with", units[k].low):
        return k + 1  # "alongside"
    for j in range(k + 1, min(k + 3, len(units))):
        if lexicon.has("company_of", units[j].low):
            return j + 1
        if units[j].named or not small(lexicon, units[j].low):
            return 0
    return 0


def headed(lexicon: Lexicon, units: Sequence[Unit], right: int) -> int | None:
    """Return the unit of whom fellow travellers before unit `right` go along with, None where none do.

    "The Prime Minister X, together with his counterparts Y and Z, will travel": the subject is X.
    """
    for k in range(2, right):
        if marked(lexicon, units, k):
            before = k - 1 - (units[k - 1].low == ",")
            return before if any(a.kind in ("person", "office") for a in units[before].actors) else None
    return None


def companions(
    scene: Scene, sentence: Sentence, trigger: Trigger, travellers: Sequence[Party], hosts: Sequence[str]
) -> list[Party]:
    """Return the persons who go along on the trip of `trigger` and are not of a country that it goes to.

    Officials whose country is not told are of that of whom they go along with.
    """
    units, lexicon = sentence.units, scene.lexicon
    for k in range(1, min(trigger.at + REACH, len(units))):
        start = marked(lexicon, units, k)
        if not start or any(lexicon.has("relative", u.low) for u in units[min(trigger.at, k) : k]):
            continue
        end = _until(lexicon, units, start, trigger)
        found = [p for p in read_span(scene.reader, sentence, start, end) if _person(p)]
        found += _alike(scene.reader, units, start, end, found)
        own = next((p.code for p in travellers if p.code), None)
        found = [replace(p, code=own, loose=False) if _unsure(p) else p for p in found]
        return [replace(p, side="visitor") for p in found if p.code not in hosts]
    return []


def _until(lexicon: Lexicon, units: Sequence[Unit], start: int, trigger: Trigger) -> int:
    """Return where the list of fellow travellers ends: at a verb, a clause, or the trip's own words."""
    for k in range(start, len(units)):
        unit = units[k]
        verbal = unit.pos in ("VERB", "AUX") and not unit.named
        if verbal or k == trigger.first or unit.low in (";", ":") or lexicon.has("relative", unit.low):
            return k
    return len(units)


def _person(one: Party) -> bool:
    return one.actor is not None and one.actor.kind == "person"


def _unsure(one: Party) -> bool:
    return (one.code is None or one.loose) and one.actor is not None and bool(one.actor.role)


def _alike(
    reader: Reader, units: Sequence[Unit], start: int, end: int, found: Sequence[Party]
) -> list[Party]:
    """Return those of the list whom "of" keeps from being read: "the premiers of A, X, and of B, Y"."""
    known = {p.key for p in found}
    named = [u for u in units[start:end] if u.actors and u.actors[0].kind == "person"]
    return [party(u.actors[0], reader.span(u)) for u in named if u.actors[0].id not in known]
