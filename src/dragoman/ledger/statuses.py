"""A record's status: the last state reported, never the passing of a day."""

from collections.abc import Sequence

from dragoman.ledger.witnesses import Testimony, order
from dragoman.model import Day, FieldValue, Judgement, Report, Status

_OUTCOME = {"underway": 1, "failed": 2, "held": 3}
_PLAN = {"announced": 1, "postponed": 2, "cancelled": 3}


def status_of(found: Sequence[Report], start: Day | None = None) -> Status:
    """The state of an engagement by its reports in canonical order; `start` is its day, if known.

    The last published report that it happens, happened or failed decides (one from before the day
    itself does not count); without one, the last published plan. An engagement under way that is
    called off later is called off.
    """
    outcomes = [
        report
        for report in found
        if report.status in _OUTCOME
        and not (start and report.document.published and (start - report.document.published).days > 1)
    ]
    plans = [report for report in found if report.status in _PLAN]
    if not outcomes and not plans:
        return found[-1].status
    rank = _OUTCOME if outcomes else _PLAN
    last = max(outcomes or plans, key=lambda r: (r.document.published or Day.min, rank[r.status], r.id))
    if last.status == "underway":
        stops = [r for r in plans if r.status != "announced" and order(r) > order(last)]
        if stops and stops[-1].document.published != last.document.published:
            return stops[-1].status
    return last.status


def settle_status(
    found: Sequence[Report],
    correction: Judgement | None,
    start: Day | None,
    fields: dict[str, tuple[FieldValue, ...]],
) -> Status:
    """Settle the status, and write into `fields` what was reported."""
    status = status_of(found, start)
    testimony = Testimony(frozenset())
    for report in found:
        testimony.add(report.status, report)
    if correction is not None:
        testimony.correct(correction)
    values = testimony.values()
    if correction is None:
        first = [FieldValue(v.value, v.witnesses, "last reported") for v in values if v.value == status]
        values = (*first, *(FieldValue(v.value, v.witnesses) for v in values if v.value != status))
    fields["status"] = values
    chosen = values[0].value
    return next((one for one in (*_STATUSES,) if one == chosen), status)


_STATUSES: tuple[Status, ...] = ("announced", "underway", "held", "postponed", "cancelled", "failed")
