"""The place that a clause tells by its verb: the town that hosts, the one that someone leaves or goes to."""

from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.relatives import bidding
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import Spot, spots
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import Verdict
from dragoman.model import Location


def hosting_town(scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict) -> Location | None:
    """Return the town that is said to host: "Moscow will host talks between A and B"."""
    hosting = "lead" in verdict.cls or trigger.frame == "host"
    if not hosting or verdict.first is None or verdict.first < 1:
        return None
    unit = sentence.units[verdict.first - 1]
    state = next((a for a in unit.actors if a.kind == "state"), None)
    name = scene.text[unit.start : unit.end]
    if state is None or {row.form for row in lookup_state(name)} != {"capital"}:
        return None
    return Location(name, state.country)


def left_behind(scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict) -> list[Spot]:
    """Return the place that one leaves: "left Pyongyang after a three-day visit", "left A after talks"."""
    if trigger.noun is None or verdict.verb is None or verdict.verb > trigger.first:
        return []
    if not scene.lexicon.has("left", sentence.units[verdict.verb].low):
        return []
    found = spots(scene.lexicon, sentence, scene.text)
    return [s for s in found if verdict.verb < s.unit < trigger.first][:1]


def gone_to(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Spot]:
    """Return where one goes for talks or comes from: "sent envoys to A for talks", "back from A after".

    Also where one is bidden: "talks to which the UN had invited both to Geneva".
    """
    bid = bidding(scene.lexicon, sentence, trigger)
    if bid is not None:
        found = spots(scene.lexicon, sentence, scene.text)
        return [s for s in found if s.unit > bid and scene.lexicon.has("toward", s.lead)][:1]
    lead = [u.low for u in sentence.units[max(0, trigger.first - 6) : trigger.first]]
    has = scene.lexicon.has
    wanted = "toward" if "for" in lead else "moved_from" if any(has("later_than", w) for w in lead) else ""
    if not wanted or trigger.noun is None or trigger.kind == "call":
        return []
    found = spots(scene.lexicon, sentence, scene.text)
    return [s for s in found if s.unit < trigger.first and has(wanted, s.lead)][-1:]
