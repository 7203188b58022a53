"""Dossiers: records grouped into stories by shared parties, topics and time.

Made from records when asked for, so there is nothing to keep true. Records are of one story where
they share their two main parties (or their only one, with a place), and the next one begins within
GAP days of the last: talks, visits and calls between the same two follow one another. A story
that a person named keeps its name, and the records put into it or taken out of it by hand; those
edits are judgements, anchored at reports as all judgements are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.ledger.documents import digest
from dragoman.model import Day, Dossier, Judgement, Record

GAP = 60  # days without anything between two parties that end a story
_SMALLEST = 2  # records


def stories(records: Iterable[Record], edits: Sequence[Judgement] = ()) -> list[Dossier]:
    """Group `records` into dossiers, the most recent first.

    `edits` are the judgements of kind "dossier" that hold, in order of time: `field` is "name", "add"
    or "remove", `value` the dossier's name, `left` the reports of the records concerned.
    """
    every = sorted(records, key=lambda one: (str(_day(one) or "9999"), one.id))
    byhand = _by_hand(every, edits)
    groups: dict[tuple[str, ...], list[list[Record]]] = {}
    for record in every:
        key = main_parties(record)
        if not key:
            continue
        lists = groups.setdefault(key, [])
        if lists and _follows(lists[-1][-1], record):
            lists[-1].append(record)
        else:
            lists.append([record])
    made = []
    for parties, lists in groups.items():
        for found in lists:
            name = byhand.name_of(found)
            kept = [one for one in found if (name, one.id) not in byhand.removed]
            kept += [one for one in every if one.id in byhand.added.get(name, ()) and one not in kept]
            if len(kept) >= _SMALLEST or name:
                made.append(_dossier(parties, kept, name))
    named = {one.name for one in made if one.named}
    for name, ids in byhand.added.items():
        if name not in named:
            kept = [one for one in every if one.id in ids]
            counts = Counter(party for one in kept for party in one.countries)
            if kept:
                made.append(_dossier(tuple(sorted(counts, key=lambda p: (-counts[p], p))[:2]), kept, name))
    return sorted(made, key=lambda one: (str(one.end or one.start or ""), one.id), reverse=True)


def main_parties(record: Record) -> tuple[str, ...]:
    """The two countries or organisations that a record is most about; () where there are none."""
    counts = Counter(country for report in record.reports for country in dict.fromkeys(report.countries))
    ranked = sorted(counts, key=lambda country: (-counts[country], country))
    if len(ranked) == 1 and record.place and record.place.country not in (None, ranked[0]):
        ranked.append(record.place.country or "")
    return tuple(sorted(ranked[:2]))


def _day(record: Record) -> Day | None:
    known = [one.document.published for one in record.reports if one.document.published]
    return record.start or record.earliest or min(known, default=None)


def _follows(before: Record, after: Record) -> bool:
    last, first = before.end or _day(before), _day(after)
    return last is not None and first is not None and (first - last).days <= GAP


def _dossier(parties: tuple[str, ...], found: Sequence[Record], name: str | None) -> Dossier:
    days = sorted(day for one in found if (day := _day(one)))
    ends = sorted(day for one in found if (day := one.end or _day(one)))
    counts = Counter(topic for one in found for topic in one.topics)
    topics = tuple(sorted(counts, key=lambda topic: (-counts[topic], topic))[:5])
    shown = " \N{EN DASH} ".join(parties)
    if topics:
        shown += f": {topics[0]}"
    if days:
        shown += f" ({days[0].year}{f'-{ends[-1].year}' if ends[-1].year != days[0].year else ''})"
    first = min(found, key=lambda one: (str(_day(one) or "9999"), one.id))
    ordered = sorted(found, key=lambda one: (str(_day(one) or "9999"), one.id))
    return Dossier(
        id=digest("s", *parties, first.id),
        name=name or shown,
        parties=parties,
        topics=topics,
        records=tuple(one.id for one in ordered),
        start=days[0] if days else None,
        end=ends[-1] if ends else None,
        named=name is not None,
    )


class _Edits:
    """The edits by hand, brought to the records of today."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}  # record -> the name of its dossier
        self.added: dict[str | None, set[str]] = {}
        self.removed: set[tuple[str | None, str]] = set()

    def name_of(self, found: Sequence[Record]) -> str | None:
        return next((self.names[one.id] for one in found if one.id in self.names), None)


def _by_hand(records: Sequence[Record], edits: Sequence[Judgement]) -> _Edits:
    home = {report.id: record.id for record in records for report in record.reports}
    made = _Edits()
    for edit in edits:
        ids = {home[report] for report in edit.left if report in home}
        if edit.field == "name" and edit.value:
            made.names |= dict.fromkeys(ids, edit.value)
        elif edit.field == "add":
            made.added.setdefault(edit.value, set()).update(ids)
            made.removed -= {(edit.value, one) for one in ids}
        elif edit.field == "remove":
            made.removed |= {(edit.value, one) for one in ids}
            made.added.get(edit.value, set()).difference_update(ids)
    return made
