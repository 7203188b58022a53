"""The check: a brief against its sources, against what is known beforehand, and against a ledger."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from dragoman.model import Document
from dragoman.sources import load
from dragoman.verify.alone_bodies import check_acronyms, check_renamed
from dragoman.verify.alone_dates import check_impossible, check_plans, check_weekdays
from dragoman.verify.alone_people import check_holders, check_spellings
from dragoman.verify.alone_places import check_capitals, check_demonyms
from dragoman.verify.bodies import check_bodies
from dragoman.verify.countries import check_countries, check_places
from dragoman.verify.coverage import check_loaded, check_omitted, check_support
from dragoman.verify.dates import check_dates
from dragoman.verify.finding import SEVERITIES, Finding
from dragoman.verify.numbers import check_numbers
from dragoman.verify.offices import check_offices
from dragoman.verify.people import check_people
from dragoman.verify.prepared import Prepared, prepare
from dragoman.verify.quotations import check_quotations
from dragoman.verify.said import check_clauses
from dragoman.verify.slots import Weights
from dragoman.verify.speakers import check_attribution
from dragoman.verify.spelling import check_spelling
from dragoman.verify.told import check_status

Source = str | Path | Document

ALONE: tuple[Callable[[Prepared], Iterable[Finding]], ...] = (
    check_demonyms,
    check_capitals,
    check_renamed,
    check_acronyms,
    check_holders,
    check_spellings,
    check_weekdays,
    check_impossible,
    check_plans,
)
AGAINST: tuple[Callable[[Prepared, Sequence[Prepared], Weights], Iterable[Finding]], ...] = (
    check_dates,
    check_numbers,
    check_people,
    check_offices,
    check_countries,
    check_places,
    check_bodies,
    check_clauses,
    check_attribution,
)


def check(
    brief: Source, sources: Sequence[Source] = (), *, omitted: bool = False, language: str | None = None
) -> list[Finding]:
    """Check `brief` against `sources`, in the order in which the findings stand in it.

    Each is a path, a URL, a text or a Document. Without sources, only what the brief itself and
    what is known beforehand show to be wrong is found. With `omitted`, what the sources stress and
    the brief leaves out is noted too. Raises SourceError where an input cannot be read.
    """
    documents = [_document(source, None) for source in sources]
    draft = dated(_document(brief, language), documents)
    prepared = prepare(draft, _name(brief, draft, 0))
    texts = [prepare(d, _name(s, d, n)) for n, (s, d) in enumerate(zip(sources, documents, strict=True), 1)]
    return check_prepared(prepared, texts, omitted=omitted)


def check_prepared(brief: Prepared, sources: Sequence[Prepared], *, omitted: bool = False) -> list[Finding]:
    """The same for texts that are prepared already."""
    found = [finding for rule in ALONE for finding in rule(brief)]
    if sources:
        weights = Weights([brief, *sources])
        found += [finding for rule in AGAINST for finding in rule(brief, sources, weights)]
        found += check_spelling(brief, sources)
        found += check_quotations(brief, sources)
        found += check_status(brief, sources)
        found += check_support(brief, sources, weights, found)
    found += check_loaded(brief, sources)
    if omitted and sources:
        found += check_omitted(brief, sources, Weights([brief, *sources]))
    return sorted(_distinct(found), key=lambda f: (f.start, f.end, SEVERITIES.index(f.severity)))


def _document(source: Source, language: str | None) -> Document:
    return source if isinstance(source, Document) else load(source, language=language)


def dated(brief: Document, sources: Sequence[Document]) -> Document:
    """A draft without a date is taken to be of the day of its newest source."""
    days = [s.published for s in sources if s.published]
    if brief.published is not None or not days:
        return brief
    return msgspec.structs.replace(brief, published=max(days))


def _name(source: Source, document: Document, number: int) -> str:
    if isinstance(source, Document) or document.location is None:
        return document.url or document.location or (f"source {number}" if number else "brief")
    return document.location


def _distinct(found: Sequence[Finding]) -> Iterator[Finding]:
    """One finding a place and kind, the gravest first; a finding inside a graver one of its kind goes."""
    ranked = sorted(found, key=lambda f: (SEVERITIES.index(f.severity), f.source is None, f.end - f.start))
    kept: list[Finding] = []
    for finding in ranked:
        clash = any(
            f.start < finding.end
            and finding.start < f.end
            and (f.kind == finding.kind or (f.severity == "error" and finding.severity == "warning"))
            for f in kept
        )
        if not clash or finding.kind == "omitted":
            kept.append(finding)
    yield from kept
