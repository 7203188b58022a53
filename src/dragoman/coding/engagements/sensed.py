"""Sentences that tell of an engagement in words which the lexicon does not know.

Where the lexicon finds nothing in a sentence that has someone and a day or a place, a learned model says
whether it tells of an engagement, of which kind and in which state ("He'll have the Foreign Secretary
across the table"). Who, when and where are read from the words about its main verb as ever; what rests
on this has "sensed" as the basis of its state, marked as inferred.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.clauses import Group, finite, read_group, verb_tenses
from dragoman.coding.engagements.enumerations import read_span
from dragoman.coding.engagements.lexicon import Verb
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.mentions import read_mentions
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.status import judge
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import Verdict, by_tense
from dragoman.coding.sense import Sense, sense

# From which share on a sentence counts as telling of an engagement. Of the sentences of held-out English
# documents in which the rules found nothing and that reach it, four in five tell of one (36 of 44).
SURE = 0.9
FRAMES = {"visit": "go", "call": "call", "signing": "sign"}


def asked(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence is worth asking about: a day or a place, and two states or someone meant.

    In a document that names officials of one state alone, or of none, it is not.
    """
    units, has = sentence.units, scene.lexicon.has
    if sentence.form not in ("body", "entry") or not any(u.pos in ("VERB", "AUX") for u in units):
        return False
    if len(scene.officials) < 2:
        return False
    if not any(u.time is not None or u.place is not None for u in units):
        return False
    codes = {a.country for u in units for a in u.actors if a.country}
    codes |= {u.place.country for u in units if u.place is not None and u.place.country}
    meant = any(has(key, u.low) for u in units for key in ("he", "she", "they", "two") if not u.named)
    return len(codes) > 1 or (meant and bool(codes))


def main_verb(scene: Scene, sentence: Sentence) -> tuple[int, Group] | None:
    """Return the first finite verb that does not only report what someone said."""
    units = sentence.units
    for k, unit in enumerate(units):
        if unit.named or unit.pos not in ("VERB", "AUX") or scene.lexicon.has("reporting", unit.low):
            continue
        if unit.pos == "AUX" and any(u.pos == "VERB" for u in units[k + 1 : k + 4]):
            continue
        group = read_group(scene.lexicon, sentence, k, verb_tenses(scene.lexicon, sentence, k))
        if finite(group):
            return k, group
    return None


def _sensed(scene: Scene, sentence: Sentence) -> tuple[Trigger, Verdict] | None:
    """Return what the model says a sentence tells, as a trigger with its verdict, None for nothing."""
    if not asked(scene, sentence):
        return None
    felt = sense(scene.text[sentence.start : sentence.end])
    found = main_verb(scene, sentence) if felt.share >= SURE else None
    if found is None:
        return None
    k, group = found
    frame = FRAMES.get(felt.kind, "mutual")
    verb = Verb(sentence.units[k].low, felt.kind, frame, frozenset(), frozenset({group.tense}))
    verdict = Verdict(
        _state(scene, felt, group), open=True, verb=k, first=group.first, passive=group.passive, why="sensed"
    )
    return Trigger(k, k, felt.kind, frame, verb=verb), verdict


def _state(scene: Scene, felt: Sense, group: Group) -> str:
    """Return the state: the model's, which is better in English; in French the tense's where it tells."""
    if scene.lexicon.language == "fr" and felt.state in ("announced", "held", "underway"):
        told = by_tense(group)
        return felt.state if told in (None, "present") else told or felt.state
    return felt.state


def sides_in(scene: Scene, sentence: Sentence, parties: list[Party]) -> list[Party]:
    """Return the parties where those about the verb are one side: all that are named, else the pair.

    The pair spoken of before is meant only where the sentence has a word for it ("they", "the two men").
    """
    if len(sides_among(parties)) > 1:
        return parties
    every = read_span(scene.reader, sentence, 0, len(sentence.units))
    if len(sides_among(every)) > 1:
        return every
    has = scene.lexicon.has
    meant = any(
        has("they", u.low) or has("two", u.low) or has("plural_anaphors", u.low) for u in sentence.units
    )
    pair = scene.cast.they() if meant else []
    codes = {p.code for p in parties}
    if codes and not codes & {p.code for p in pair}:
        return parties
    return [*parties, *(p for p in pair if p.code not in codes)]


def _certain(mention: Mention) -> bool:
    """Say whether sides that are known met on a day or at a place: little rests on the model alone."""
    sides = sides_among(mention.parties)
    known = all(p.code for p in mention.parties)
    here = mention.place is not None and not all(p.inferred for p in mention.parties)
    told = mention.when.known or here  # not "they went through what was agreed at the Wales Summit"
    return told and known and (mention.trip or len(sides) > 1)


def _ruled_out(scene: Scene, sentence: Sentence, triggers: Sequence[Trigger]) -> bool:
    """Say whether the rules know that nothing took place: denied, wished for, asked."""
    if sentence.units[-1].low == "?":
        return True
    parse, schedule = scene.found.parse, scene.schedule
    return any(judge(scene.lexicon, parse, sentence, t, schedule=schedule).status is None for t in triggers)


def read_sensed(scene: Scene, sentence: Sentence, triggers: Sequence[Trigger]) -> list[Mention]:
    """Return what a sentence tells that the lexicon finds nothing in, by the learned sense of engagements."""
    found = None if _ruled_out(scene, sentence, triggers) else _sensed(scene, sentence)
    if found is None:
        return []
    trigger, verdict = found
    mentions = read_mentions(scene, sentence, trigger, [trigger], verdict)
    if not trigger.trip:
        mentions = [replace(m, parties=sides_in(scene, sentence, m.parties)) for m in mentions]
    return [m for m in mentions if _certain(m)]
