"""What was announced or promised, and what is on record of the same parties after it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dragoman.ledger.overview import Line, Said
from dragoman.web.meetings import TOOK_PLACE

SHOWN = 12
SINCE = 3  # records that are shown after a promise
_SETTLED = TOOK_PLACE | {"failed", "cancelled"}


class Kept(NamedTuple):
    """A promise, as a record or as a statement, and the first records of its parties after it.

    `since` claims no more than that order: whether the promise was kept is for the reader to judge.
    """

    line: Line | None
    said: Said | None
    since: tuple[Line, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether the promise has no state of its own that tells what became of it."""
        return self.line is None or self.line.kind == "event"


def promised(lines: Sequence[Line]) -> list[Kept]:
    """The records of `lines` (the earliest first) that are of something announced or promised."""
    return [
        Kept(one, None, _after(_day(one), one.countries, lines) if one.kind == "event" else ())
        for one in lines
        if one.status in {"announced", "postponed", "cancelled", "failed"} or one.type in {"AGREE", "CONCEDE"}
    ]


def pledged(said: Sequence[Said], lines: Sequence[Line]) -> list[Kept]:
    """What was promised in so many words, the latest first, the same words once.

    `lines` are the records of the same parties, the earliest first.
    """
    found = {
        " ".join(one.statement.content.text.split()).lower(): one
        for one in said
        if one.statement.act == "promise" and one.statement.speaker and not one.statement.negated
    }
    return [
        Kept(None, one, _after(one.source.published, _speakers(one), lines))
        for one in list(found.values())[:SHOWN]
    ]


def _speakers(one: Said) -> tuple[str, ...]:
    speaker = one.statement.speaker
    return (speaker.country,) if speaker is not None and speaker.country else ()


def _day(line: Line) -> date | None:
    return line.end or line.latest or line.start or line.earliest


def _after(day: date | None, countries: Sequence[str], lines: Sequence[Line]) -> tuple[Line, ...]:
    """The first of `lines` that happened after `day` and have all of `countries` in them."""
    if day is None:
        return ()
    wanted = set(countries)
    found = [
        one
        for one in lines
        if (one.kind == "event" or one.status in _SETTLED)
        and not one.unreported
        and wanted <= set(one.countries)
        and (began := one.start or one.earliest or one.latest) is not None
        and began > day
    ]
    return tuple(found[:SINCE])
