"""A brief against the record of many reports: where most witnesses say otherwise.

A difference is a warning, not an error: a newer brief may know more than the ledger.
"""

from collections.abc import Iterator
from datetime import timedelta

from dragoman.coding.engagements import find_engagements
from dragoman.ledger import Ledger
from dragoman.model import Document, Engagement, Location, Record, Witness
from dragoman.verify.finding import Finding, Kind
from dragoman.verify.prepared import Fact, Prepared, prepare
from dragoman.verify.report import short
from dragoman.verify.told import AGREEING, SAME_ENGAGEMENT, likeness

AROUND = timedelta(days=60)  # a meeting whose date a brief gets wrong is still told near its day
WITHOUT_DAYS = 0.25  # weight of the days in `likeness`: left out where the days are what is compared


def check_ledger(brief: Document, ledger: Ledger) -> Iterator[Finding]:
    """Compare the engagements of the brief with the records of the ledger."""
    text = prepare(brief, brief.location or "brief")
    for engagement in find_engagements(text.found):
        record = _record(engagement, ledger)
        if record is not None:
            yield from _compare(text, engagement, record)


def _record(engagement: Engagement, ledger: Ledger) -> Record | None:
    """The record that tells of the same engagement, None where none is like enough."""
    if not engagement.start or not engagement.countries:
        return None
    last = engagement.end or engagement.start
    near = ledger.records(
        country=engagement.countries[0], since=engagement.start - AROUND, until=last + AROUND, limit=200
    )
    ranked = sorted(near, key=lambda r: (-_score(engagement, r), abs((r.start or last) - last), r.id))
    if not ranked or _score(engagement, ranked[0]) < SAME_ENGAGEMENT:
        return None
    return ranked[0]


def _score(engagement: Engagement, record: Record) -> float:
    """How like they are, days aside, from 0 to 1; nobody named on either side is too little to tell."""
    if not engagement.participants or not record.participants or record.kind == "event":
        return 0.0
    bare = Engagement(
        record.id,
        record.kind,
        record.status,
        participants=record.participants,
        countries=record.countries,
        place=record.place,
        start=engagement.start,
        end=engagement.end,
    )
    return (likeness(engagement, bare) - WITHOUT_DAYS) / (1 - WITHOUT_DAYS)


def _compare(text: Prepared, engagement: Engagement, record: Record) -> Iterator[Finding]:
    if record.start and engagement.start and (engagement.start, engagement.end) != (record.start, record.end):
        first, last = record.start, record.end or record.start
        if not (first <= engagement.start and (engagement.end or engagement.start) <= last):
            days = str(first) if first == last else f"{first} to {last}"
            yield _finding(text, engagement, record, "date", "start", "when", days)
    if engagement.status not in AGREEING[record.status] and record.status not in AGREEING[engagement.status]:
        yield _finding(text, engagement, record, "status", "status", "status", record.status)
    if _apart(engagement.place, record.place):
        yield _finding(
            text, engagement, record, "place", "place", "place", record.place.name if record.place else ""
        )


def _apart(mine: Location | None, theirs: Location | None) -> bool:
    """Whether two places cannot be one: other countries, or other entries of the gazetteer there."""
    if mine is None or theirs is None:
        return False
    if mine.country and theirs.country and mine.country != theirs.country:
        return True
    both = mine.geonameid is not None and theirs.geonameid is not None
    return both and mine.geonameid != theirs.geonameid


def _finding(
    text: Prepared, engagement: Engagement, record: Record, kind: Kind, basis: str, field: str, value: str
) -> Finding:
    fact = _place_of(text, engagement, basis)
    witnesses = _witnesses(record, field)
    told = ", ".join(dict.fromkeys(w.outlet or w.url or w.document for w in witnesses[:3]))
    by = f" ({told})" if told else ""
    number = f"{record.witnesses} witness{'' if record.witnesses == 1 else 'es'}"
    return Finding(
        kind=kind,
        severity="warning",
        start=fact.span.start,
        end=fact.span.end,
        text=fact.span.text,
        message=f"The ledger has “{short(value)}” for “{short(record.title, 60)}”, from {number}{by}.",
        source=f"record {record.id}",
        source_text=witnesses[0].words if witnesses else None,
    )


def _place_of(text: Prepared, engagement: Engagement, basis: str) -> Fact:
    found = engagement.basis.get(basis)
    span = found.spans[0] if found and found.spans else engagement.evidence[0]
    return text.fact(span.start, span.end, None)


def _witnesses(record: Record, field: str) -> list[Witness]:
    values = record.fields.get(field, ())
    return list(values[0].witnesses) if values else []
