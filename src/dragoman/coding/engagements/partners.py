"""Several meetings told as one: by partner, in a list, or one after the other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.engagements.followers import After
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.mention import Mention, sides_of
from dragoman.coding.engagements.party import Party, unique
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.units import Unit
from dragoman.model import Span

BULLETS = frozenset("-•–*·▪◦")


def listed(scene: Scene, mention: Mention) -> list[Mention]:
    """Return a mention a partner where they follow as a list: "bilateral meetings with:", a line each."""
    sentences, at = scene.layout.sentences, mention.sentence.index
    if not mention.sentence.units or mention.sentence.units[-1].low != ":" or len(sides_of(mention)) > 1:
        return []
    out: list[Mention] = []
    for line in sentences[at + 1 : at + 40]:
        if not line.units or line.units[0].low not in BULLETS or line.line == mention.sentence.line:
            break
        k = next((i for i, u in enumerate(line.units[1:6], 1) if u.actors), None)
        phrase = scene.reader.read(line, k) if k is not None else None
        if phrase is not None and phrase.parties:
            span = Span(line.start, line.end, scene.text[line.start : line.end])
            parties = unique([*mention.parties, *phrase.parties])
            out.append(replace(mention, parties=parties, span=span, anaphoric=False))
    return out


def per_partner(scene: Scene, mention: Mention, tail: After) -> list[Mention]:
    """Split what is told of several meetings into one a partner."""
    groups = [g for g in tail.groups if g]
    others = tail.others
    kept = {p.key for p in others}
    rest = [p for p in mention.parties if p.key not in kept]
    if mention.kind not in ("meeting", "call", "talks") or not rest:
        return [mention]
    turns = _in_turn(scene.lexicon, mention, others)
    if len(turns) > 1:
        return [replace(mention, parties=[*rest, *group]) for group in turns]
    if (
        len(others) > 1
        and _each(scene.lexicon, mention)
        and len({p.code for p in others if p.code}) == len(others)
    ):
        return [replace(mention, parties=[*rest, one]) for one in others]
    if mention.plural and mention.kind != "talks" and len(groups) > 1:
        return [replace(mention, parties=[*rest, *group]) for group in groups]
    if mention.kind == "talks" or len({p.code for p in others if p.code}) < 2:
        return [mention]
    if mention.plural and not any(p.code is None for p in others):
        by_code: dict[str, list[Party]] = {}
        for one in others:
            by_code.setdefault(one.code or one.key, []).append(one)
        return [replace(mention, parties=[*rest, *group]) for group in by_code.values()]
    if len(groups) > 1 and mention.trigger.frame != "event":
        return [replace(mention, parties=[*rest, *group]) for group in groups]
    return [mention]


def _in_turn(lexicon: Lexicon, mention: Mention, others: Sequence[Party]) -> list[list[Party]]:
    """Return the partners of meetings held apart: "separately with A and B", "with A and, later, B"."""
    units, trigger = mention.sentence.units, mention.trigger
    found = sorted((p for p in others if p.span is not None), key=lambda p: p.span.start if p.span else 0)
    if len(found) < 2 or len(found) != len(others):
        return []
    first = found[0].span
    assert first is not None
    lead = units[max(0, trigger.first - 3) : trigger.at + 1]
    lead = [*lead, *(u for u in units[trigger.at + 1 :] if u.start < first.start)]
    if _apart(lexicon, lead):
        return [[p] for p in found] if all(p.person or not p.named for p in found) else []
    out = [[found[0]]]
    for before, one in pairwise(found):
        assert before.span is not None
        assert one.span is not None
        between = [u for u in units if before.span.end <= u.start < one.span.start]
        if _apart(lexicon, between):
            out.append([one])
        else:
            out[-1].append(one)
    return out


def _each(lexicon: Lexicon, mention: Mention) -> bool:
    """Say whether each of those known already is met alone: "having met each of the two"."""
    units, at = mention.sentence.units, mention.trigger.at
    behind = units[at + 1 : at + 7]
    each = any(lexicon.has("each", u.low) for u in units[at + 1 : at + 3])
    each = each and not any(u.low == "other" for u in behind)
    both = any(lexicon.has("two", u.low) for u in behind) and _apart(lexicon, behind)
    return mention.trigger.verb is not None and (each or both)


def _apart(lexicon: Lexicon, units: Sequence[Unit]) -> bool:
    """Say whether words tell of one meeting apart from, or after, another."""
    return any(lexicon.has("apart", u.low) for u in units if not u.named)
