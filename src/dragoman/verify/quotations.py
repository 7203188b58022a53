"""Quotations: a brief may cut one, but not change a word of it or give it to another speaker."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import doubt, missing, short

_QUOTED = re.compile(r"[“\"«]\s*([^“”\"«»\n]{12,800}?)\s*[”\"»]")
ALTERED = 65.0  # partial ratio from which a quotation is an altered one, not one that is not there
MINIMUM = 3  # words: shorter quoted matter is a term or a title, not a quotation


def quotations(text: Prepared) -> Iterator[Fact]:
    """Yield the quotations of a text, each with the words between its marks."""
    for match in _QUOTED.finditer(text.document.text):
        if len(match.group(1).split()) >= MINIMUM:
            yield text.fact(match.start(1), match.end(1), match.group(1))


def check_quotations(brief: Prepared, sources: Sequence[Prepared]) -> Iterator[Finding]:
    """Compare the quotations of the brief with the words of its sources."""
    same_language = [s for s in sources if s.document.language == brief.document.language]
    if not same_language:
        return
    for fact in quotations(brief):
        pieces = [
            p for p in re.split(r"\s*(?:\[?(?:\.\.\.|…)\]?|\[[^\]]*\])\s*", fact.value) if p.strip(" .,;")
        ]
        for source in same_language:
            if all(_plain(piece) in _plain(source.document.text) for piece in pieces):
                break
        else:
            yield _altered(fact, same_language) or missing(
                "quotation", fact, "No source has these words", severity="error"
            )


def _altered(fact: Fact, sources: Sequence[Prepared]) -> Finding | None:
    best, score = None, ALTERED
    for source in sources:
        aligned = fuzz.partial_ratio_alignment(_plain(fact.value), _plain(source.document.text))
        if aligned is not None and aligned.score > score:
            best, score = (source, aligned.dest_start, aligned.dest_end), aligned.score
    if best is None:
        return None
    source, start, end = best
    start, end = _whole_words(source.document.text, start, end)
    words = source.document.text[start:end]
    finding = doubt(
        "quotation",
        fact,
        f"The quotation is altered; the source has “{short(words)}”.",
        severity="error",
        correction=words,
    )
    return type(finding)(
        **{f: getattr(finding, f) for f in finding.__struct_fields__}
        | {"source": source.name, "source_start": start, "source_end": end, "source_text": words}
    )


def _plain(text: str) -> str:
    """`text` with one kind of apostrophe and space, each character kept in its place."""
    return re.sub(r"\s", " ", text.translate(str.maketrans("’‘`´", "''''"))).lower().rstrip(".,;!? ")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end
