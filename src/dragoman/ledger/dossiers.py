"""Dossiers: records grouped into stories by shared parties, topics and time.

Made from the index when asked for, so there is nothing to keep true. Records are of one story where
they share their two main parties (or their only one, with a host), and the next one begins within
GAP days of the last: talks, visits and calls between the same two follow one another. A story
that a person named keeps its name, and the records put into it or taken out of it by hand; those
edits are judgements, anchored at reports as all judgements are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import Connection, select

from dragoman.ledger import query, schema
from dragoman.ledger.documents import digest
from dragoman.ledger.query import Filters
from dragoman.ledger.rows import fetch
from dragoman.model import Day, Dossier, Judgement

GAP = timedelta(days=60)  # without anything between two parties: a story's end
_SMALLEST = 2  # records


class Entry(NamedTuple):
    """A record as far as stories go: `parties` are countries, the most reported first."""

    id: str
    day: Day | None
    last: Day | None
    parties: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def order(self) -> tuple[str, str]:
        """In order of time, those without a day last."""
        return (str(self.day or "9999"), self.id)


def find(
    connection: Connection, filters: Filters, edits: Sequence[Judgement], *, today: Day
) -> list[Dossier]:
    """The dossiers among the records asked for, the most recent first.

    `edits` are the judgements of kind "dossier" that hold, in order of time: `field` is "name", "add"
    or "remove", `value` the dossier's name, `left` the reports of the records concerned.
    """
    table, reports = schema.records, schema.reports
    wanted = query.rows_of(connection, filters, today=today)
    columns = (table.c.key, table.c.day, table.c.last, table.c.parties, table.c.topics)
    entries = [
        Entry(row.key, _day(row.day), _day(row.last), _split(row.parties), _split(row.topics))
        for row in connection.execute(select(*columns).where(table.c.id.in_(wanted)))
    ]
    named = {report for edit in edits for report in edit.left}
    homes = select(reports.c.key.label("report"), table.c.key.label("record"))
    homes = homes.join(table, table.c.id == reports.c.record)
    home = {row.report: row.record for row in fetch(connection, homes, reports.c.key, named)}
    return stories(entries, edits, home)


def _day(text: str | None) -> Day | None:
    return Day.fromisoformat(text) if text else None


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))


def stories(
    entries: Iterable[Entry], edits: Sequence[Judgement] = (), home: dict[str, str] | None = None
) -> list[Dossier]:
    """Group `entries`; `home` says which record a report belongs to today."""
    every = sorted(entries, key=lambda one: one.order)
    hand = _by_hand(edits, home or {})
    groups: dict[tuple[str, ...], list[list[Entry]]] = {}
    for one in every:
        if not one.parties:
            continue
        lists = groups.setdefault(tuple(sorted(one.parties[:2])), [])
        if lists and _follows(lists[-1], one):
            lists[-1].append(one)
        else:
            lists.append([one])
    made = []
    for parties, lists in groups.items():
        for found in lists:
            name = next((hand.names[one.id] for one in found if one.id in hand.names), None)
            kept = [one for one in found if (name, one.id) not in hand.removed]
            if name:
                kept += [one for one in every if one.id in hand.added.get(name, ()) and one not in kept]
            if len(kept) >= _SMALLEST or (name and kept):
                made.append(_dossier(parties, kept, name))
    named = {one.name for one in made if one.named}
    for name in hand.added.keys() - named:
        kept = [one for one in every if one.id in hand.added[name]]
        counts = Counter(party for one in kept for party in one.parties)
        if kept:
            parties = tuple(sorted(counts, key=lambda party: (-counts[party], party))[:2])
            made.append(_dossier(parties, kept, name))
    return sorted(made, key=lambda one: (str(one.end or one.start or ""), one.id), reverse=True)


def _follows(before: Sequence[Entry], after: Entry) -> bool:
    last = max((day for one in before if (day := one.last or one.day)), default=None)
    return last is not None and after.day is not None and after.day - last <= GAP


def _dossier(parties: tuple[str, ...], found: Sequence[Entry], name: str | None) -> Dossier:
    ordered = sorted(found, key=lambda one: one.order)
    days = sorted(one.day for one in found if one.day)
    ends = sorted(day for one in found if (day := one.last or one.day))
    counts = Counter(topic for one in found for topic in one.topics)
    topics = tuple(sorted(counts, key=lambda topic: (-counts[topic], topic))[:5])
    shown = " \N{EN DASH} ".join(parties)
    if topics:
        shown += f": {topics[0]}"
    if days:
        shown += f" ({days[0].year}{f'-{ends[-1].year}' if ends[-1].year != days[0].year else ''})"
    return Dossier(
        id=digest("s", *parties, ordered[0].id),
        name=name or shown,
        parties=parties,
        topics=topics,
        records=tuple(one.id for one in ordered),
        start=days[0] if days else None,
        end=ends[-1] if ends else None,
        named=name is not None,
    )


class _Edits(NamedTuple):
    """The edits by hand, brought to the records of today: names by record, records by name."""

    names: dict[str, str]
    added: dict[str, set[str]]
    removed: set[tuple[str | None, str]]


def _by_hand(edits: Sequence[Judgement], home: dict[str, str]) -> _Edits:
    made = _Edits({}, {}, set())
    for edit in edits:
        ids = {home[report] for report in edit.left if report in home}
        name = edit.value or ""
        if edit.field == "name":
            made.names.update(dict.fromkeys(ids, name))
        elif edit.field == "add":
            made.added.setdefault(name, set()).update(ids)
            made.removed.difference_update((name, one) for one in ids)
        elif edit.field == "remove":
            made.removed.update((name, one) for one in ids)
            made.added.get(name, set()).difference_update(ids)
    return made
