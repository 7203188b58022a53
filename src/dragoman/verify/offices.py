"""Titles of offices as they stand in both texts, with a name beside them or not.

"Foreign minister" and "Minister of Foreign Affairs" are one office; "Trade Secretary" and "Energy
Secretary" are two, and so are an under-secretary and an assistant secretary.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.authority.offices import Office, office_index
from dragoman.authority.states import lookup_state
from dragoman.lexicon.phrases import fold
from dragoman.verify.finding import Finding
from dragoman.verify.names import long_title
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction
from dragoman.verify.roles import ONE_MEANING, equal_titles, modifiers, telling
from dragoman.verify.slots import Weights, judge

SECTORS = {"GOV", "MIL", "LEG", "IGO"}


@dataclass(frozen=True)
class Title:
    """A title as it stands: its office and its telling words."""

    text: str
    office: Office
    words: frozenset[str]


def titles(text: Prepared) -> Iterator[Fact]:
    """Yield the titles of public offices in a text; general heads ("leader", "official") aside."""
    language = text.document.language
    content = text.document.text
    for start, end, office in office_index(language).find(content):
        if office.honorific or office.general or office.sector not in SECTORS or office.rank > 5:
            continue
        start = _portfolio(text, start)
        yield text.fact(start, end, Title(content[start:end], office, frozenset(telling(content[start:end]))))


def _portfolio(text: Prepared, start: int) -> int:
    """Where a title begins with what it is minister of: "health minister", "Trade Secretary"."""
    first = text.doc.char_span(start, start + 1, alignment_mode="expand")
    if first is None:
        return start
    token = first[0]
    while (
        token.i > 0 and token.nbor(-1).pos_ in {"NOUN", "PROPN"} and not _state_or_name(token.nbor(-1).text)
    ):
        token = token.nbor(-1)
        if token.dep_ not in {"compound", "nmod"}:
            return start
        start = token.idx
    return start


def _state_or_name(word: str) -> bool:
    return bool(lookup_state(word)) or word.isupper()


def same_title(brief: Title, source: Title) -> bool:
    """Whether the brief's title is true if the source's is."""
    if equal_titles(brief.text, source.text):
        return True
    if modifiers(brief.text) != modifiers(source.text):
        return False
    if brief.office.office == source.office.office and brief.office.office in ONE_MEANING:
        return True
    if brief.words <= source.words:
        return brief.office.office == source.office.office or len(brief.words) > 1
    return brief.office.office == source.office.office and source.words <= brief.words


def check_offices(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare the titles of the brief with those that the sources have in their place."""
    same = [s for s in sources if s.document.language == brief.document.language]
    rivals = [(source, fact) for source in same for fact in source.once(titles)]
    for fact in brief.once(titles):
        if any(source.has(fact.span.text) for source in same):
            continue
        if any(same_title(fact.value, rival.value) for _, rival in rivals):
            continue
        if not same or any(fold(w) in s.folded for s in sources for w in [long_title(fact.span.text)]):
            continue
        near = [(s, r) for s, r in rivals if r.value.office.sector == fact.value.office.sector]
        rival = judge(fact, near, weights, same_title).rival
        if rival is not None:
            yield contradiction("role", fact, rival, "The source gives another office")
