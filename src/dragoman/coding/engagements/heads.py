"""Heads of delegations, named in a sentence of their own behind the engagement.

"The Indian side was led by A, and the Omani side by B", "It was co-chaired by A and B", "A headed the
Dutch delegation": who leads, chairs or attends takes part in what was told before.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.merge import unite
from dragoman.coding.engagements.party import Party, party, unique
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.units import Sentence, Unit

NEAR = 4  # sentences between an engagement and the one that names its heads
_JOINT = frozenset({"talks", "meeting", "dialogue", "summit"})


def _verb(lexicon: Lexicon, units: Sequence[Unit]) -> tuple[int, bool] | None:
    """Return the unit of a verb of leading and whether it is passive, None where there is none."""
    for k, unit in enumerate(units):
        if unit.named or not lexicon.has("heading", unit.low):
            continue
        if any(lexicon.has("be", u.low) for u in units[max(0, k - 4) : k]):
            return k, True
        start = k - 2 if k > 2 and units[k - 1].low == "-" else k  # "co-chaired"
        if (
            start
            and units[start - 1].low == ","
            and k + 1 < len(units)
            and lexicon.has("by", units[k + 1].low)
        ):
            return k, True  # "held their dialogue in A, co-chaired by B and C"
        return k, False
    return None


def _of_engagement(lexicon: Lexicon, units: Sequence[Unit]) -> bool:
    """Say whether units speak of a delegation, or of the meeting itself ("it", "the Dialogue")."""
    return any(
        lexicon.has("delegations", _last(u)) or lexicon.has("itself", _last(u)) or u.low in lexicon.nouns
        for u in units
    )


def _last(unit: Unit) -> str:
    return unit.low.split()[-1] if unit.low else ""


def _nation(scene: Scene, units: Sequence[Unit], *, last: bool) -> str | None:
    """Return the nation or body whose "side" or "delegation" is spoken of first or last."""
    found = [k for k, u in enumerate(units) if scene.lexicon.has("delegations", _last(u))]
    if not found:
        return None
    k = found[-1] if last else found[0]
    for unit in (*reversed(units[max(0, k - 3) : k + 1]), *units[k + 1 : k + 2]):
        code = scene.reader.country(unit) or next(
            (a.organisation for a in unit.actors if a.organisation), None
        )
        if code is not None:
            return code
    return None


def _heads(scene: Scene, sentence: Sentence) -> list[Party]:
    """Return the persons whom a sentence names as heads, chairs or participants."""
    units = sentence.units
    found = _verb(scene.lexicon, units)
    if found is None:
        return []
    verb, passive = found
    speaks_of = units[:verb] if passive else units[verb + 1 : verb + 9]
    if not _of_engagement(scene.lexicon, speaks_of):
        return []
    by = next((k for k in range(verb + 1, len(units)) if scene.lexicon.has("by", units[k].low)), len(units))
    if passive and by > verb + 4:
        return []
    out: list[Party] = []
    start = 0
    for k, unit in enumerate(units):
        persons = [a for a in unit.actors if a.kind == "person"]
        first = not passive and k < verb  # "A led the one side, while the other was headed by B"
        if not persons or (k < by and not first):
            continue
        one = party(persons[0], scene.reader.span(unit))
        window = units[verb + 1 : verb + 6] if first else units[start:k]
        nation = _nation(scene, window, last=not first)
        start = k + 1
        out.append(one if nation is None else replace(one, code=nation, loose=False))
    return unique(out)


def take_heads(scene: Scene, sentence: Sentence, clusters: Sequence[Cluster]) -> None:
    """Add the heads that `sentence` names to the engagement told just before."""
    if sentence.form != "body" or not clusters:
        return
    last = next((c for c in reversed(clusters) if c.kind in _JOINT and not c.remote), None)
    if last is None or not 0 <= sentence.index - last.mentions[-1].sentence.index <= NEAR:
        return
    order = list(dict.fromkeys(p.code for p in last.parties if p.code))
    heads = _settled(_heads(scene, sentence), last.codes, order)
    fitting = [h for h in heads if h.code in last.codes or h.code is None or len(heads) > 1]
    if not fitting:
        return
    led = {h.code for h in fitting}
    last.parties = [p for p in last.parties if p.person or (p.code and p.code not in led)]
    last.parties = unite(last.parties, fitting)
    if len(sides_among(last.parties)) > 1:
        scene.cast.pair = list(last.parties)


def _settled(heads: list[Party], codes: set[str], order: Sequence[str]) -> list[Party]:
    """Give a head whose country is only taken for granted the one side that no other head is of."""
    rest = codes - {h.code for h in heads if h.code and not h.loose}
    unsure = [h for h in heads if h.code is None or h.loose]
    if len(unsure) == len(heads) == len(order) == 2:  # named in the order of their sides
        return [replace(h, code=code, loose=False) for h, code in zip(heads, order, strict=True)]
    return [
        replace(h, code=next(iter(rest))) if h.loose and h.code not in codes and len(rest) == 1 else h
        for h in heads
    ]
