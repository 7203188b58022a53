"""Who witnesses a value, which witnesses are independent, and which value is preferred.

The rule, in this order: a person's correction; the official source of one of the parties; the more
precise value; the more independent witnesses; the more recently published; and last, so that
there is always one answer, the alphabet.
"""

from collections.abc import Callable, Iterable

from msgspec import structs

from dragoman.ledger.names import fold
from dragoman.model import Day, FieldValue, Judgement, Report, Witness

_NEVER = Day.min

# What is said of a value that leads, by the first point on which it beats the next.
_REASONS = (
    "corrected by a person",
    "from a party's official source",
    "most precise",
    "most witnesses",
    "most recent",
    "first by alphabet",
)


class Testimony:
    """The values reported for one field, gathered report by report."""

    def __init__(self, parties: frozenset[str], *, precision: Callable[[str], int] = lambda _: 0) -> None:
        self._parties = parties
        self._precision = precision
        self._values: dict[str, list[Report]] = {}
        self._corrections: dict[str, Judgement] = {}
        self._stale: set[tuple[str, str]] = set()

    def add(self, value: str | None, report: Report, *, stale: bool = False) -> None:
        """Add what `report` says; `stale` where a later report has overtaken it."""
        if value:
            self._values.setdefault(value, []).append(report)
            if stale:
                self._stale.add((value, report.id))

    def correct(self, judgement: Judgement) -> None:
        """Add a person's correction; of several the last prevails."""
        if judgement.value is not None:
            self._corrections = {judgement.value: judgement}

    def values(self) -> tuple[FieldValue, ...]:
        """The values with their witnesses, the preferred one first."""
        if len(self._values) == 1 and not self._corrections:  # as most are
            only = next(iter(self._values))
            return (FieldValue(only, self._witnesses(only), "the only value"),)
        ranked = sorted(
            ((self._rank(value), value) for value in {*self._values, *self._corrections}), reverse=True
        )
        made = []
        for place, (rank, value) in enumerate(ranked):
            reason = None
            if place == 0:
                reason = "the only value" if len(ranked) == 1 else _reason(rank, ranked[1][0])
                if value in self._corrections:
                    reason = _REASONS[0]
            made.append(FieldValue(value, self._witnesses(value), reason))
        return tuple(made)

    def _rank(self, value: str) -> tuple[bool, bool, int, int, Day, tuple[int, ...]]:
        current = [r for r in self._values.get(value, ()) if (value, r.id) not in self._stale]
        return (
            value in self._corrections,
            any(report.document.official in self._parties for report in current),
            self._precision(value) if current else -1,
            sum(witness.independent for witness in witnesses(current)),
            max((report.document.published or _NEVER for report in current), default=_NEVER),
            tuple(-ord(char) for char in value[:80]),
        )

    def _witnesses(self, value: str) -> tuple[Witness, ...]:
        found = witnesses(self._values.get(value, ()))
        judgement = self._corrections.get(value)
        if judgement is not None:
            day = judgement.at.date() if judgement.at else None
            person = Witness(
                report=judgement.id,
                document=judgement.id,
                published=day,
                words=judgement.because,
                author=judgement.author or "unknown",
            )
            found = (person, *found)
        return found


def _reason(first: tuple[object, ...], second: tuple[object, ...]) -> str:
    return next(
        (reason for reason, a, b in zip(_REASONS, first, second, strict=True) if a != b), _REASONS[-1]
    )


def order(report: Report) -> tuple[Day, str]:
    """The canonical order of reports: earliest published first, undated last, then by id."""
    return (report.document.published or Day.max, report.id)


def witnesses(found: Iterable[Report]) -> tuple[Witness, ...]:
    """Make witnesses of reports, in canonical order.

    The first of an outlet, and of a text and its copies, is independent; the others are not.
    """
    seen: set[str] = set()
    made = []
    for report in sorted(found, key=order):
        marks, independent, repeating = _witness(report)
        made.append(repeating if marks & seen else independent)
        seen |= marks
    return tuple(made)


# A record's fields name the same few reports again and again: what was made of them is kept.
_MADE: dict[tuple[str, str | None, str | None], tuple[frozenset[str], Witness, Witness]] = {}
_KEPT = 20_000


def _witness(report: Report) -> tuple[frozenset[str], Witness, Witness]:
    """By what a report is known to repeat another, and its witness, independent and not."""
    source = report.document
    key = (report.id, source.copy_of, source.location)
    known = _MADE.get(key)
    if known is not None:
        return known
    marks = {source.copy_of or source.id}
    if source.outlet:
        marks.add(f"outlet {fold(source.outlet)}")
    first = Witness(
        report=report.id,
        document=source.id,
        outlet=source.outlet,
        url=source.url or source.location,
        published=source.published,
        words=report.evidence[0].text if report.evidence else None,
        official=source.official is not None,
    )
    if len(_MADE) >= _KEPT:
        _MADE.clear()
    made = (frozenset(marks), first, structs.replace(first, independent=False))
    _MADE[key] = made
    return made
