"""Names of the brief that differ by a letter or two from a name of the source.

A reader of names can miss a name that is misspelled, so this looks at words: a capitalised word
that no source has, and that is nearly one that a source has, is a slip of it.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from dragoman.authority.states import lookup_state
from dragoman.lexicon.phrases import fold
from dragoman.verify.finding import Finding, Kind
from dragoman.verify.prepared import Prepared
from dragoman.verify.report import contradiction
from dragoman.verify.slots import Match

_NAME = re.compile(r"[^\W\d_][\w'’-]*[^\W\d_]")
SHORTEST = 4
SLIPS = 2  # letters left out, added, exchanged or swapped


def _names(text: Prepared) -> Iterator[re.Match[str]]:
    """The capitalised words of a text; what belongs to a date is none."""
    times = [(t.start, t.end) for t in text.found.times]
    for match in _NAME.finditer(text.document.text):
        word = match.group()
        if len(word) < SHORTEST or not word[0].isupper() or (word.isupper() and len(word) < 6):
            continue
        if not any(start < match.end() and match.start() < end for start, end in times):
            yield match


def check_spelling(brief: Prepared, sources: Sequence[Prepared]) -> Iterator[Finding]:
    """Find names that are nearly, and not quite, a name of a source."""
    known = {fold(m.group()) for s in sources for m in re.finditer(r"[\w'’-]+", s.document.text)}
    lower = {fold(m.group()) for m in re.finditer(r"(?<![\w])[a-zà-ÿ][\w'’-]+", brief.document.text)}
    candidates = [(source, match) for source in sources for match in _names(source)]
    for match in _names(brief):
        word = fold(match.group()).removesuffix("'s")
        if word in known or word in lower or lookup_state(match.group()):
            continue
        best = _nearest(word, candidates)
        if best is None:
            continue
        source, theirs = best
        kind = _kind(source, theirs)
        rival = Match(source, source.fact(theirs.start(), theirs.end(), None), 1.0)
        fact = brief.fact(match.start(), match.end(), None)
        yield contradiction(kind, fact, rival, "The source spells it otherwise")


def _nearest(
    word: str, candidates: Sequence[tuple[Prepared, re.Match[str]]]
) -> tuple[Prepared, re.Match[str]] | None:
    best, fewest = None, SLIPS + 1
    for source, match in candidates:
        other = fold(match.group()).removesuffix("'s")
        if other.startswith(word) or word.startswith(other):
            continue
        slips = DamerauLevenshtein.distance(word, other, score_cutoff=SLIPS)
        if slips < fewest and slips <= max(1, len(other) // 4):
            best, fewest = (source, match), slips
    return best


def _kind(text: Prepared, match: re.Match[str]) -> Kind:
    """What the source's word belongs to: a person, an organisation or a place."""
    for actor in text.found.actors:
        if any(m.start <= match.start() and match.end() <= m.end for m in actor.mentions):
            return "organisation" if actor.kind == "organisation" else "name"
    if any(p.start <= match.start() and match.end() <= p.end for p in text.found.places):
        return "place"
    return "name"
