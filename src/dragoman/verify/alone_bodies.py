"""Without any source: organisations by a wrong or outdated name, and acronyms that do not fit."""

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from dragoman.authority.organisations import Organisation, lookup_organisation
from dragoman.lexicon.phrases import PhraseIndex, fold
from dragoman.lexicon.tables import table
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Prepared
from dragoman.verify.report import doubt

_BOUND = re.compile(
    r"(?P<name>[^\W\d_][\w'’.-]*(?: (?:[^\W\d_][\w'’.-]*|&)){1,11})"
    r" \((?P<acronym>[A-Z][A-Za-z.-]{1,9}[A-Z.]?)\)"
)
CLOSE = 62.0  # ratio of a name and the acronym's own name from which the one is a slip of the other


@cache
def _renamed(language: str) -> PhraseIndex[tuple[str, str]]:
    rows = table("renamed", "authority")
    return PhraseIndex({r["wrong"]: (r["right"], r["since"]) for r in rows if r["language"] == language})


def check_renamed(brief: Prepared) -> Iterator[Finding]:
    """Find names that went out of use before the brief, or that never were right."""
    published = brief.document.published
    for start, end, (right, since) in _renamed(brief.document.language).find(brief.document.text):
        if since and (published is None or published.isoformat()[:7] < since):
            continue
        fact = brief.fact(start, end, right)
        why = f"has been called {right} since {since}" if since else f"is called {right}"
        yield doubt("organisation", fact, f"What is written “{fact.span.text}” {why}.", correction=right)


def check_acronyms(brief: Prepared) -> Iterator[Finding]:
    """Find names whose acronym in brackets is another body's, or whose name is not the acronym's."""
    for match in _BOUND.finditer(brief.document.text):
        bodies = lookup_organisation(match["acronym"])
        start, end = _name(match)
        name = brief.document.text[start:end]
        named = lookup_organisation(name)
        if named and bodies and not {o.id for o in named} & {o.id for o in bodies}:
            right = named[0].acronym
            fact = brief.fact(match.start("acronym"), match.end("acronym"), None)
            message = f"“{match['acronym']}” is {bodies[0].name}; the acronym of {named[0].name} is {right}."
            yield doubt("organisation", fact, message, severity="error", correction=right or None)
        elif bodies and not named and _renamed(brief.document.language).get(name) is None:
            yield from _misnamed(brief, start, end, bodies)


def _name(match: re.Match[str]) -> tuple[int, int]:
    """The words before the bracket that are the name: from the first capital that an article precedes."""
    start, end = match.span("name")
    text = match["name"]
    for article in re.finditer(r"\b(?:the|The|la|le|l['’]|les|La|Le|Les)\s?", text):
        rest = text[article.end() :]
        if rest[:1].isupper() and " " in rest:
            return start + article.end(), end
    return start, end


def _misnamed(brief: Prepared, start: int, end: int, bodies: tuple[Organisation, ...]) -> Iterator[Finding]:
    name = brief.document.text[start:end]
    language = brief.document.language
    known = [n.text for o in bodies for n in o.names if n.language == language and " " in n.text]
    ranked = sorted(known, key=lambda text: -fuzz.ratio(fold(text), fold(name)))
    if not ranked or fuzz.ratio(fold(ranked[0]), fold(name)) < CLOSE:
        return
    if _plain(ranked[0]) == _plain(name):
        return
    fact = brief.fact(start, end, None)
    message = f"The body is called {ranked[0]}, not {name}."
    yield doubt("organisation", fact, message, correction=ranked[0])


def _plain(name: str) -> set[str]:
    """The words that tell one name from another: spellings and small words aside."""
    words = re.findall(r"\w+", fold(name).replace("organisation", "organization").replace("co-op", "coop"))
    return {w for w in words if len(w) > 3}
