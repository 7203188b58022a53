"""Engagements that are denied, refused or made conditional: statements, not engagements."""

from collections.abc import Sequence

from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.status import judge
from dragoman.coding.engagements.triggers import find_triggers
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span, Statement

ACTS = {"condition": "consider", "negated": "deny", "denied": "deny"}


def find_refusals(
    scene: Scene,
    sentence: Sentence,
    found: Sequence[Statement],
    chain: tuple[str, ...],
) -> list[Statement]:
    """Return a statement for an engagement that the sentence says there is none of."""
    if any(
        s.evidence and s.evidence[0].start == sentence.start and s.act in ("deny", "reject") for s in found
    ):
        return []
    actors = {a.id for u in sentence.units for a in u.actors}
    if not actors:
        return []
    for trigger in find_triggers(scene.lexicon, sentence, schedule=False):
        if trigger.frame in ("weak", "occasion", "sign"):
            continue
        verdict = judge(scene.lexicon, scene.found.parse, sentence, trigger, schedule=False)
        if verdict.status is not None or not verdict.blocked or verdict.why not in ACTS:
            continue
        span = Span(sentence.start, sentence.end, scene.text[sentence.start : sentence.end])
        speaker = next(
            (s.speaker for s in reversed(found) if s.evidence and s.evidence[0].start == sentence.start), None
        )
        return [
            Statement(
                id=f"s{len(found) + 1}",
                act=ACTS[verdict.why],
                speaker=speaker,
                content=span,
                reporters=chain,
                negated=False,
                evidence=(span,),
            )
        ]
    return []
