"""Who says "I" in a document: the one whose statement, remarks or letter its head says it is."""

from dragoman.annotate import Annotations
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.party import Party, party, unique
from dragoman.lexicon.phrases import words
from dragoman.model import Span

HEAD = 300  # characters at the head of a document in which its author is named
NEAR = 8  # words between "remarks" and the one who makes them


def _named(found: Annotations) -> list[tuple[Span, Party]]:
    """Return the persons and offices named at the head of a document, in order."""
    named = (
        (span, party(actor, span))
        for actor in found.actors
        if actor.kind in ("person", "office")
        for span in actor.mentions
        if span.start < HEAD
    )
    return sorted(named, key=lambda pair: pair[0].start)


def joint_speakers(found: Annotations, lexicon: Lexicon, first: Party | None) -> list[Party]:
    """Return whom "we" means: all whom the line of the head names, "Joint statement by X and Y"."""
    if first is None or first.span is None:
        return []
    text = found.document.text
    start = text.rfind("\n", 0, first.span.start) + 1
    end = text.find("\n", first.span.end)
    line = text[start : end if end >= 0 else len(text)]
    together = any(lexicon.has("jointly", w.folded) for w in words(line[: first.span.start - start]))
    own = [p for s, p in _named(found) if start <= s.start and (end < 0 or s.end <= end)]
    return unique(own) if together else [first]


def speaker_of(found: Annotations, lexicon: Lexicon) -> Party | None:
    """Return whom "I" means throughout the document, None where its head tells nobody.

    "Remarks by President X", "Statement from the Foreign Minister", "Déclaration du ministre", "X's speech".
    """
    text = found.document.text
    for span, one in _named(found):
        line = text.rfind("\n", 0, span.start) + 1
        before = [w.folded for w in words(text[line : span.start])][-NEAR:]
        said = next((i for i, w in enumerate(before) if lexicon.has("speeches_of", w)), None)
        if said is not None and any(
            lexicon.has("by", w) or lexicon.has("of", w) or lexicon.has("from", w) for w in before[said + 1 :]
        ):
            return one
        after = [w.folded for w in words(text[span.end : span.end + 60])][:4]
        owner = text[span.end : span.end + 2] in ("'s", "’s")
        if owner and any(lexicon.has("speeches_of", w) for w in after):
            return one
    return None
