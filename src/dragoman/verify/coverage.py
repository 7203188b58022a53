"""What a brief adds to its sources, and what it leaves out.

A sentence of the brief is covered where the sources' sentences have most of its telling words.
Praise and alarm that no source has ("a pivotal juncture") are noted, whoever wrote them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.lexicon.phrases import PhraseIndex, fold
from dragoman.lexicon.tables import table
from dragoman.verify.dates import compatible as same_days
from dragoman.verify.dates import dates
from dragoman.verify.entities import PERSON, named, people_in
from dragoman.verify.finding import Finding
from dragoman.verify.numbers import compatible as same_number
from dragoman.verify.numbers import quantities
from dragoman.verify.prepared import Prepared
from dragoman.verify.report import doubt, missing, short
from dragoman.verify.slots import Weights

COVERED = 0.34  # share of a sentence's telling words below which no source says it; see slots.py
OMITTED = 0.34  # share of a source's sentence below which the brief leaves it out
TELLING = 4  # content words: a shorter sentence tells too little to judge


@cache
def _loaded(language: str) -> PhraseIndex[str]:
    return PhraseIndex({row["phrase"]: row["why"] for row in table(f"{language}/loaded")})


def check_loaded(brief: Prepared, sources: Sequence[Prepared]) -> Iterator[Finding]:
    """Note evaluative language that no source has."""
    said = " ".join(fold(source.document.text) for source in sources)
    quoted = [m.span() for m in re.finditer(r"[“\"«][^”\"»\n]*[”\"»]", brief.document.text)]
    for start, end, why in _loaded(brief.document.language).find(brief.document.text):
        words = brief.document.text[start:end]
        if fold(words) in said or any(s <= start and end <= e for s, e in quoted):
            continue
        fact = brief.fact(start, end, why)
        said_by = "no source has it." if sources else "whose judgement is it?"
        yield doubt("loaded", fact, f"“{words}” {why}: {said_by}", severity="note", correction="")


def check_support(
    brief: Prepared, sources: Sequence[Prepared], weights: Weights, found: Sequence[Finding]
) -> Iterator[Finding]:
    """Point to the sentences of the brief that no source supports."""
    same = [s for s in sources if s.document.language == brief.document.language]
    if len(same) < len(sources) or not same:
        return
    everything: Counter[str] = Counter()
    for source in same:
        everything.update(source.doc_words)
    furniture = _furniture(brief)
    for sentence, words in zip(brief.sentences, brief.words, strict=True):
        start, end = _trim(brief.document.text, sentence.start_char, sentence.end_char)
        if brief.document.text[start : start + 1].islower():  # the rest of a sentence that was cut
            continue
        if len(words) < TELLING or any(s < end and start < e for s, e in furniture):
            continue
        if any(f.start < end and start < f.end and f.severity == "error" for f in found):
            continue
        best = max(
            (weights.coverage(words, pair) for source in same for pair in _pairs(source.words)), default=0.0
        )
        if best < COVERED and weights.coverage(words, everything) < 2 * COVERED:
            counted = any(
                start <= f.span.start < end and not f.value.in_words for f in brief.once(quantities)
            )
            if (counted or best > COVERED / 2) and _anchored(brief, start, end, same):
                continue
            yield missing("unsupported", brief.fact(start, end, None), "No source says this")


def _anchored(brief: Prepared, start: int, end: int, sources: Sequence[Prepared]) -> bool:
    """Whether all that a sentence names and counts stands together in a source: other words for it.

    Who, where, when and how many: two of them at the least, or one number that a paraphrase keeps.
    """
    keys = {
        k for m in brief.once(named) if start <= m.start < end for k in m.keys if not k.startswith(PERSON)
    }
    people = {k for m in brief.once(named) if start <= m.start < end for k in people_in(m.keys)}
    when = [f.value for f in brief.once(dates) if start <= f.span.start < end]
    counted = [f.value for f in brief.once(quantities) if start <= f.span.start < end]
    if len(keys) + len(when) + 2 * sum(not n.in_words for n in counted) + bool(people) < 2:
        return False
    for source in sources:
        every = {k for m in source.once(named) for k in m.keys}
        days = [f.value for f in source.once(dates)]
        numbers = [f.value for f in source.once(quantities)]
        if (
            keys <= every
            and people <= every
            and all(any(same_days(day, other) for other in days) for day in when)
            and all(any(same_number(number, other) for other in numbers) for number in counted)
        ):
            return True
    return False


def check_omitted(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Point to what the sources stress and the brief leaves out: engagements, demands, first lines."""
    end = len(brief.document.text)
    for source in sources:
        if source.document.language != brief.document.language:
            continue
        for number, (sentence, words) in enumerate(zip(source.sentences, source.words, strict=True)):
            if len(words) < TELLING or number == 0:
                continue
            best = max((weights.coverage(words, pair) for pair in _pairs(brief.words)), default=0.0)
            if best >= OMITTED:
                continue
            start, stop = _trim(source.document.text, sentence.start_char, sentence.end_char)
            text = source.document.text[start:stop]
            yield Finding(
                kind="omitted",
                severity="note",
                start=end,
                end=end,
                text="",
                message=f"The brief leaves out: “{short(text, 160)}”.",
                source=source.name,
                source_start=start,
                source_end=stop,
                source_text=text,
            )


def _pairs(bags: Sequence[Counter[str]]) -> Iterator[Counter[str]]:
    """Each sentence's words, together with the next one's: a brief joins and splits sentences."""
    for number, words in enumerate(bags):
        yield words + bags[number + 1] if number + 1 < len(bags) else words


def _furniture(text: Prepared) -> list[tuple[int, int]]:
    """The lines that say where the text comes from: byline, dateline, source, title."""
    spans = [(s.start, s.end) for basis in text.document.basis.values() for s in basis.spans]
    if text.document.source:
        spans.append((text.document.source.span.start, text.document.source.span.end))
    return spans


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
