"""Organisations: the names of a brief against those of its sources, acronyms and all."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from dragoman.authority.organisations import lookup_organisation, organisation_index
from dragoman.lexicon.phrases import fold
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction, missing
from dragoman.verify.slots import CLEARLY, Match, Weights

MISNAMED = 72.0  # ratio of two names of bodies from which one is a slip of the other


def bodies(text: Prepared) -> Iterator[Fact]:
    """Yield the organisations named in a text: those read as actors, and every known name."""
    taken = []
    for fact in _actors(text):
        taken.append((fact.span.start, fact.span.end))
        yield fact
    for start, end, _ in organisation_index(text.document.language).find(text.document.text):
        if not any(s < end and start < e for s, e in taken) and text.document.text[start].isupper():
            yield text.fact(start, end, text.document.text[start:end])


def _actors(text: Prepared) -> Iterator[Fact]:
    for actor in text.found.actors:
        if actor.kind != "organisation":
            continue
        seen: set[str] = set()
        for mention in actor.mentions:
            if mention.text[:1].isupper() and fold(mention.text) not in seen:
                seen.add(fold(mention.text))
                yield text.fact(mention.start, mention.end, mention.text)


def same_body(a: str, b: str) -> bool:
    """Whether two names are one body's: the same entry, or one a shortening of the other."""
    one, other = {o.id for o in lookup_organisation(a)}, {o.id for o in lookup_organisation(b)}
    if one and other:
        return bool(one & other)
    words, more = _words(a), _words(b)
    return words <= more or more <= words or _initials(a) == fold(b) or _initials(b) == fold(a)


def _alike(a: str, b: str) -> bool:
    """Whether two bodies are of one kind, so that one can stand by mistake for the other."""
    one, other = {o.kind for o in lookup_organisation(a)}, {o.kind for o in lookup_organisation(b)}
    return bool(one & other)


def _words(name: str) -> set[str]:
    small = {"the", "of", "for", "and", "de", "la", "le", "les", "du", "des", "et", "d'", "l'", "u.s", "us"}
    return {w.strip(".,()'") for w in fold(name).split()} - small - {""}


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[:1].isupper()).casefold()


def check_bodies(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare the organisations of the brief with those of its sources."""
    known = [(source, fact) for source in sources for fact in source.once(bodies)]
    issuers = [s.document.publisher or "" for s in sources]
    issuers += [s.document.source.name for s in sources if s.document.source]
    own = brief.document.source.name if brief.document.source else ""
    for fact in brief.once(bodies):
        name: str = fact.value
        if any(s.has(name) for s in sources):
            continue
        if any(same_body(name, f.value) for _, f in known) or any(same_body(name, i) for i in issuers if i):
            continue
        if own and same_body(name, own):
            continue
        best, score = None, MISNAMED
        for source, rival in known:
            likeness = fuzz.ratio(fold(name), fold(rival.value))
            if likeness >= score:
                best, score = Match(source, rival, likeness / 100), likeness
        if best is not None:
            yield contradiction("organisation", fact, best, "The source names the organisation otherwise")
            continue
        ranked = sorted(
            (Match(s, f, weights.cosine(fact.context, f.context)) for s, f in known if _alike(name, f.value)),
            key=lambda m: -m.likeness,
        )
        if ranked and ranked[0].likeness >= CLEARLY:
            yield contradiction("organisation", fact, ranked[0], "The source names another organisation")
        else:
            yield missing("organisation", fact, "No source names this organisation", severity="note")
