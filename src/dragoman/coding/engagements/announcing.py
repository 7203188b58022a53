"""Who announced an engagement: the speaker of the clause that reports it, else the issuing body.

"..., the ministry said", "X a annoncé que", "according to X" name a speaker. A schedule or a
statement without one speaks for the body that issues it.
"""

from collections.abc import Sequence

from dragoman.coding.engagements.clauses import Group, finite, read_group, verb_tenses
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.subjects import subject
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Basis, Span

Teller = tuple[str, Basis]
LONGEST = 9  # words of a noun phrase that is taken for a speaker without a name


def _phrase(scene: Scene, sentence: Sentence, first: int, step: int) -> Span | None:
    """Return the words of a noun phrase that begins (or ends) at unit `first` and names no one."""
    units, k = sentence.units, first
    inside = ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON")
    while 0 <= k < len(units) and abs(k - first) < LONGEST and units[k].time is None:
        joined = scene.lexicon.has("of", units[k].low) or units[k].low in ("'s", "-", "for", "with")
        if not (units[k].pos in inside or joined or units[k].place is not None):
            break
        k += step
    low, high = sorted((first, k - step))
    while low < high and units[low].pos not in ("DET", "NOUN", "PROPN", "ADJ"):
        low += 1
    if high < low or not any(u.pos in ("NOUN", "PROPN") for u in units[low : high + 1]):
        return None
    return Span(units[low].start, units[high].end, scene.text[units[low].start : units[high].end])


def _named(scene: Scene, sentence: Sentence, k: int) -> Teller | None:
    """Return the one whose name begins at unit `k` or behind its article."""
    units = sentence.units
    at = k + 1 if k < len(units) and units[k].pos == "DET" and not units[k].named else k
    while at < len(units) and (units[at].time is not None or units[at].pos == "ADV"):
        at += 1
    if at < len(units) and units[at].actors:
        span = Span(units[at].start, units[at].end, scene.text[units[at].start : units[at].end])
        one = units[at].actors[0]
        return span.text if one.kind == "state" else one.name, Basis("words", False, (span,))
    start = at if k < len(units) and units[k].time is not None else k
    found = _phrase(scene, sentence, start, 1)
    return (found.text, Basis("words", False, (found,))) if found is not None else None


def _teller(scene: Scene, sentence: Sentence, group: Group) -> Teller | None:
    """Return the subject of a verb of saying, which may stand behind it ("said X", "a indiqué X")."""
    units, lexicon = sentence.units, scene.lexicon
    before = units[group.first - 1] if group.first else None
    if before is None or before.low in (",", '"', "”", "»", "''", "’"):
        return _named(scene, sentence, group.at + 1)
    parties = subject(scene.reader, scene.found.parse, sentence, group.at, group.first)
    for one in parties:
        name = one.actor.name if one.actor is not None else one.label
        if one.actor is not None and one.actor.kind == "state" and one.span is not None:
            name = one.span.text
        if name:
            return name, Basis("words", one.inferred, (one.span,) if one.span else ())
    if lexicon.has("he", before.low) or lexicon.has("she", before.low) or lexicon.has("they", before.low):
        return None
    found = _phrase(scene, sentence, group.first - 1, -1)
    return (found.text, Basis("words", False, (found,))) if found is not None else None


def _sources(scene: Scene, sentence: Sentence) -> Teller | None:
    """Return whom "according to" names."""
    lows = [u.low for u in sentence.units]
    for k, low in enumerate(lows):
        if low == "selon" or (low == "according" and lows[k + 1 : k + 2] == ["to"]):
            return _named(scene, sentence, k + (1 if low == "selon" else 2))
    return None


def teller(scene: Scene, mention: Mention) -> Teller | None:
    """Return who says what `mention` tells, by the words of its sentence; None where nobody does."""
    sentence, lexicon = mention.sentence, scene.lexicon
    for k, unit in enumerate(sentence.units):
        if unit.named or not lexicon.has("tells", unit.low) or k == mention.trigger.at:
            continue
        group = read_group(lexicon, sentence, k, verb_tenses(lexicon, sentence, k))
        if not finite(group) or group.negated or group.passive or group.modal:
            continue
        opening = sentence.units[group.first - 1].low if group.first else ""
        ahead = k < mention.trigger.at
        trailing = any(
            u.low in (",", "”", '"', "»") for u in sentence.units[mention.trigger.at : group.first]
        )
        if (not ahead and not trailing) or opening in ("and", "et", "who", "qui"):
            continue
        found = _teller(scene, sentence, group)
        if found is not None:
            return found
    return _sources(scene, sentence)


def issuer(scene: Scene) -> Teller | None:
    """Return the body that issues an official document, None for news."""
    document = scene.found.document
    if document.source is not None:
        return document.source.name, Basis("attribution", False, (document.source.span,))
    head = [line for line in scene.layout.lines[:4] if line.form in ("title", "header", "furniture")]
    for actor in scene.found.actors:
        for span in actor.mentions[:2]:
            alone = any(
                line.start <= span.start and span.end <= line.end and len(span.text) > 0.6 * len(line.text)
                for line in head
            )
            if actor.kind == "organisation" and actor.sector in ("GOV", "MIL") and alone:
                return actor.name, Basis("heading", False, (span,))
    if document.publisher and (scene.schedule or scene.official):
        return document.publisher, Basis("publisher", True)
    return None


def announced_by(scene: Scene, mentions: Sequence[Mention]) -> Teller | None:
    """Return who announced what `mentions` tell: the first that says so, else the issuing body."""
    for mention in mentions:
        found = teller(scene, mention) if not mention.title else None
        if found is not None:
            return found
    return issuer(scene)
