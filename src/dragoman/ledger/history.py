"""What became known of a record, in the order in which it was published.

`history` replays a record's reports and says what each one added. The ledger appends what it says
to the log of changes: a report that comes late, with an early date, adds lines and takes none away.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from dragoman.ledger.documents import digest
from dragoman.ledger.merging import interval
from dragoman.ledger.people import gather
from dragoman.ledger.statuses import status_of
from dragoman.ledger.witnesses import order
from dragoman.model import ChangeKind, Day, Judgement, Report

_OPEN = timedelta(days=31)  # how long what has no known end may go on, as of a visit (see features)


class News(NamedTuple):
    """One thing that a report made known; `key` is the same whenever it is found again."""

    key: str
    kind: ChangeKind
    report: str
    published: Day | None
    field: str | None = None
    before: str | None = None
    after: str | None = None


def history(reports: Sequence[Report], corrections: Sequence[Judgement] = ()) -> list[News]:
    """Say what each report made known, in canonical order; copies make nothing known."""
    found = sorted((r for r in reports if r.document.copy_of is None), key=order) or sorted(
        reports, key=order
    )
    news = [line for index in range(len(found)) for line in _added(found, index)]
    news += _joined(found)
    for one in corrections:
        day = one.at.date() if one.at else None
        news.append(_news("corrected", one.id, day, one.field, None, one.value))
    return news


def _news(
    kind: ChangeKind,
    report: str,
    published: Day | None,
    field: str | None = None,
    before: str | None = None,
    after: str | None = None,
) -> News:
    return News(
        digest("c", report, kind, field or "", after or ""), kind, report, published, field, before, after
    )


def _added(found: Sequence[Report], index: int) -> Iterator[News]:
    report, known = found[index], found[:index]
    published = report.document.published
    if not known:
        kind: ChangeKind = "reported" if report.kind == "event" else report.status
        yield _news(kind, report.id, published, "status", None, report.status)
        return
    before = status_of(known)
    after = before if report.status == before else status_of([*known, report])
    if after != before:
        yield _news(after, report.id, published, "status", before, after)
    elif _contradicts(report.status, before):
        yield _news("contradicted", report.id, published, "status", before, report.status)
    yield from _days(report, known)
    if report.place and report.place.name:
        cities = {one.place.name for one in known if one.place and one.place.geonameid}
        if report.place.geonameid and cities and report.place.name not in cities:
            yield _news(
                "contradicted", report.id, published, "place", ", ".join(sorted(cities)), report.place.name
            )


def _contradicts(said: str, known: str) -> bool:
    return (said in ("cancelled", "failed") and known == "held") or (
        said == "postponed" and known in ("held", "cancelled")
    )


def _days(report: Report, known: Sequence[Report]) -> Iterator[News]:
    start, end = (report.new_start, report.new_end) if report.new_start else (report.start, report.end)
    if not start:
        return
    last = end or start + _OPEN
    told = [(one.new_start, one.new_end) if one.new_start else (one.start, one.end) for one in known]
    dated = [(a, b or a + _OPEN) for a, b in told if a]
    value = interval(start, end)
    published = report.document.published
    if not dated:
        yield _news("date set", report.id, published, "when", None, value)
        return
    before = [interval(a, b) for a, b in told if a][-1]
    if not any(a <= last and start <= b for a, b in dated):
        yield _news("date moved", report.id, published, "when", before, value)
    elif (
        report.kind not in ("visit", "summit")
        and min((b - a).days for a, b in dated) >= 5 > (last - start).days
    ):
        yield _news("date set", report.id, published, "when", before, value)


def _joined(found: Sequence[Report]) -> Iterator[News]:
    if len(found) < 2:
        return
    places = {report.id: index for index, report in enumerate(found)}
    for presence in gather(found):
        index = min(places[report.id] for _, report in presence.said)
        if index and presence.sort == "person":
            report = found[index]
            name = max((one.name for one, _ in presence.said), key=lambda name: (len(name), name))
            # The family name alone is in the key: a fuller name known later is the same news.
            line = _news(
                "participant added", report.id, report.document.published, "participants", None, presence.key
            )
            yield line._replace(after=name)
