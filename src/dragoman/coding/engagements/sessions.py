"""Bodies that meet: "the Contact Group met in Berlin", "the Assembly held its 42nd session in Entebbe".

A session of an international body whose day and place are told is an engagement of the body. What a
council does at its seat every week, and the committees of a state, are none.
"""

from collections.abc import Sequence

from dragoman.authority.states import states
from dragoman.coding.engagements.party import ARMED_OR_OPPOSED, Party, party, unique
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.lexicon.phrases import fold

MEETING = frozenset({"talks", "meeting", "summit"})
REACH = 30  # units behind a noun that are searched for who takes the chair


def _international(one: Party) -> bool:
    """Say whether a party is an organisation of states."""
    actor = one.actor
    if actor is None or actor.kind not in ("organisation", "group") or one.code in states():
        return False
    return actor.sector not in ARMED_OR_OPPOSED and actor.country in ("IGO", "UNO", "EUR")


def _meets(scene: Scene, one: Party) -> bool:
    """Say whether a party is an international body that comes together from time to time."""
    actor = one.actor
    if actor is None or actor.kind not in ("organisation", "group") or one.code in states():
        return False
    if actor.sector in ARMED_OR_OPPOSED:
        return False
    name = " ".join([fold(actor.name), fold(one.span.text) if one.span else ""])
    return any(fold(word) in name for word in scene.lexicon.words["assemblies"])


def _convenes(scene: Scene, one: Party) -> bool:
    """Say whether a party is the leaders of an organisation, or the ministers of one without a council."""
    if one.code is None or one.code in states() or one.span is None or one.person:
        return False
    if one.actor is not None and (one.actor.kind != "group" or one.actor.sector in ARMED_OR_OPPOSED):
        return False
    said = fold(one.span.text).split()
    if any(word in scene.lexicon.words["conveners"] for word in said[:1]):
        return True
    return one.code not in ("EU", "UN") and any(w in scene.lexicon.words["chiefs"] for w in said[:1])


def session_kind(scene: Scene, sentence: Sentence, trigger: Trigger, parties: Sequence[Party]) -> str | None:
    """Return the kind of a session of the one international body among `parties`, None where it is none."""
    if trigger.kind not in MEETING or not parties:
        return None
    chaired = {p.key for p in parties if p.person} <= {p.key for p in chairs(scene, sentence, trigger)}
    if not chaired:
        return None
    parties = [p for p in parties if not p.person]
    name = " ".join(fold(u.low) for u in sentence.units).replace("etat-major", "")
    top = any(fold(words) in name for words in scene.lexicon.words["leaders_of_states"])
    bodies = [
        p for p in parties if top and p.actor is None and p.code is not None and p.code not in states()
    ] or [
        p
        for p in parties
        if _meets(scene, p) or _convenes(scene, p) or (trigger.kind == "summit" and _international(p))
    ]
    if not bodies or any(p.code in states() and p.actor is None for p in parties):
        return None
    if len({p.code for p in parties if p.code}) != 1:
        return None
    at = [u.low for u in sentence.units[trigger.at + 1 : trigger.at + 4]]
    return "summit" if top or at[:2] == ["en", "sommet"] else trigger.kind


def chairs(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return who takes the chair: "held its session in Entebbe under the chairmanship of X"."""
    lexicon, units = scene.lexicon, sentence.units
    for k in range(trigger.at + 1, min(trigger.at + REACH, len(units) - 2)):
        if lexicon.has("chairmanship", units[k].low) and lexicon.has("of", units[k + 1].low):
            found = [
                party(a, scene.reader.span(u))
                for u in units[k + 2 : k + 5]
                for a in u.actors
                if a.kind == "person"
            ]
            return unique(found)[:1]
    return []
