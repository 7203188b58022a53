"""What a sentence says became of what the one before told: "It was called off", "Baku pulled out".

The sentence names the engagement by a pronoun or a bare noun, or only those who take part; that it is put
off, called off or comes to nothing stands in a phrase of engagement_outcomes.tsv or in a verb of that class.
"""

from collections.abc import Sequence

from dragoman.coding.engagements.clauses import read_group, states_at
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.outcomes import outcome_at
from dragoman.coding.engagements.party import code_of
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.coding.engagements.verdict import BLOCKS, CHANGES

OPENING = 8  # units before the phrase or verb, in which its subject stands
FAILING = frozenset({"talks", "dialogue"})


def comes_out(scene: Scene, sentence: Sentence, clusters: Sequence[Cluster]) -> None:
    """Let what the sentence before told come out as this one says."""
    last = max(clusters, key=lambda c: (c.mentions[-1].sentence.index, c.at), default=None)
    if last is None or sentence.form != "body" or sentence.units[-1].low == "?":
        return
    if sentence.index - last.mentions[-1].sentence.index != 1:
        return
    told = _told(scene.lexicon, sentence)
    if told is None or not _points(scene, sentence, told[0], last):
        return
    cls = told[1]
    if cls in CHANGES and last.status == "announced":
        last.status, last.open = CHANGES[cls], False
    talks = last.kind in FAILING or not any(p.person for p in last.parties)
    if cls == "fail" and talks and not last.trip and last.status in ("held", "underway"):
        last.status, last.open = "failed", False


def _told(lexicon: Lexicon, sentence: Sentence) -> tuple[int, str] | None:
    """Return where a sentence says how something came out, and as what."""
    units = sentence.units
    noun = next((k for k, u in enumerate(units[:5]) if u.low in lexicon.nouns and not u.named), -1)
    found = outcome_at(lexicon, sentence, noun + 1, min(len(units), noun + 1 + 14))
    if found is not None:
        loose = any(_unsure(lexicon, u) for u in units[max(0, found[0] - 3) : found[0]])
        other = noun >= 0 and any(u.pos in ("ADP", "VERB") for u in units[noun + 1 : found[0]])
        return None if loose or other else found  # not "the meeting with C planned for May was called off"
    for k, unit in enumerate(units[:12]):
        classes = {s.cls for s in states_at(lexicon, sentence, k, "verb")} & set(CHANGES)
        if classes and not unit.named and unit.pos == "VERB" and _object(lexicon, units, k):
            tenses = frozenset().union(*(s.tenses for s in states_at(lexicon, sentence, k, "verb")))
            group = read_group(lexicon, sentence, k, tenses)
            agreed = group.tense == "inf" and "plan" in group.classes
            done = group.tense in ("past", "perfect", "pluperfect") or agreed
            barred = group.negated or group.modal or group.would or bool(group.classes & BLOCKS)
            return (group.first, next(iter(classes))) if done and not barred else None
    return None


def _unsure(lexicon: Lexicon, unit: Unit) -> bool:
    return any(lexicon.has(k, unit.low) for k in ("modal", "would", "negation")) or unit.low in (
        "if",
        "whether",
    )


def _object(lexicon: Lexicon, units: Sequence[Unit], k: int) -> bool:
    """Say whether a verb has "it", a bare noun of engagement or nothing for its object."""
    for unit in units[k + 1 : k + 5]:
        if lexicon.has("pointing", unit.low) or unit.low in lexicon.nouns or unit.low == ".":
            return True
        particle = unit.pos in ("ADP", "ADV", "PART", "DET") or unit.time is not None
        if not particle:
            return False
    return True


def _points(scene: Scene, sentence: Sentence, end: int, c: Cluster) -> bool:
    """Say whether the subject of a phrase at unit `end` is the engagement `c`, or those who take part."""
    has, units = scene.lexicon.has, sentence.units
    lead = units[max(0, end - OPENING) : max(end, 1)]
    actors = {code_of(a) for u in lead for a in u.actors}
    actors |= {u.place.country for u in lead[-1:] if u.place is not None and not u.actors}
    if not actors <= c.codes:
        return False
    nouns = [u for u in lead if u.low in scene.lexicon.nouns or has("appointments", u.low)]
    words = ("pointing", "he", "she", "two", "teams", "nobody", "negation")
    return bool(actors or nouns) or any(has(key, u.low) for u in lead for key in words)
