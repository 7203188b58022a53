"""Keeps blocks, links and records true while reports come: the incremental side of clustering.

`links` are a function of the set of reports, and `records` of links and judgements (see
clustering). So what a new report can alter is its own links, the links of those that it is compared
with, and the groups of the connected parts that these links are in; only that is made anew.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from dragoman.ledger import schema
from dragoman.ledger.blocking import keys
from dragoman.ledger.clustering import Decision, Link, group, keep, verdict
from dragoman.ledger.features import Features
from dragoman.ledger.matching import LINK
from dragoman.ledger.rows import add_rows, fetch, unpack_features, unpack_judgement
from dragoman.model import Judgement

_REMEMBERED = 20_000  # features kept in memory


class Part(NamedTuple):
    """A connected part of the graph: its groups of report rows, and the judgements on them."""

    groups: list[tuple[int, ...]]
    judgements: list[Judgement]


class Matcher:
    """Links and groups of one store, within the writer's transaction."""

    def __init__(self) -> None:
        self._known: dict[int, Features] = {}

    def forget(self) -> None:
        """Forget what a transaction that failed may have left in memory."""
        self._known.clear()

    def link(self, connection: Connection, new: Mapping[int, Features]) -> set[int]:
        """File the keys of new reports, link them, and say whose links changed."""
        sought: dict[int, list[int]] = {}
        filed = []
        for row, one in new.items():
            made = keys(one)
            filed += [{"block": key, "report": row} for key in made.filed]
            for key in made.sought:
                sought.setdefault(key, []).append(row)
        self._known.update(new)
        if not filed and not sought:
            return set(new)
        if filed:
            add_rows(connection, schema.blocks, filed)
        table = schema.blocks
        meetings: dict[int, set[int]] = {row: set() for row in new}
        for key, other in fetch(connection, select(table), table.c.block, sought):
            for row in sought[key]:
                if row != other:
                    meetings[row].add(other)
        known = self.features(connection, {other for others in meetings.values() for other in others})
        found: dict[int, dict[int, float]] = {}
        for row, others in meetings.items():
            mine = new[row]
            for other in others:
                score = verdict(mine, known[other]).score
                if score >= LINK:
                    found.setdefault(row, {})[other] = score
                    found.setdefault(other, {})[row] = score
        return set(new) | self._relink(connection, found, known | dict(new))

    def _relink(
        self, connection: Connection, found: dict[int, dict[int, float]], known: Mapping[int, Features]
    ) -> set[int]:
        table = schema.links
        before: dict[int, dict[int, float]] = {}
        for row in fetch(connection, select(table), table.c.owner, found):
            before.setdefault(row.owner, {})[row.other] = row.score
        kept_before = {other for links in before.values() for other in links}
        known = {**known, **self.features(connection, kept_before)}
        rows = {one.report: row for row, one in known.items()}
        gone, come, changed = [], [], set()
        for owner, candidates in found.items():
            old = before.get(owner, {})
            scored = [(score, known[other]) for other, score in {**old, **candidates}.items()]
            kept = {rows[one.report]: score for score, one in keep(known[owner], scored)}
            for other in old.keys() - kept.keys():
                gone.append((owner, other))
                changed |= {owner, other}
            for other in kept.keys() - old.keys():
                come.append({"owner": owner, "other": other, "score": kept[other]})
                changed |= {owner, other}
        for owner, other in gone:
            connection.execute(delete(table).where(table.c.owner == owner, table.c.other == other))
        if come:
            add_rows(connection, table, come)
        return changed

    def features(self, connection: Connection, rows: Iterable[int]) -> dict[int, Features]:
        """Features of reports by row, from memory or the store."""
        wanted = set(rows)
        missing = wanted - self._known.keys()
        if len(self._known) > _REMEMBERED:
            self._known = {row: self._known[row] for row in wanted - missing}
        table = schema.reports
        query = select(table.c.id, table.c.features)
        for row in fetch(connection, query, table.c.id, missing):
            self._known[row.id] = unpack_features(row.features)
        return {row: self._known[row] for row in wanted}

    def parts(self, connection: Connection, seeds: Iterable[int]) -> Part:
        """Group all reports that are connected with `seeds`."""
        table = schema.links
        members: set[int] = set()
        links: set[tuple[int, int, float]] = set()
        judgements: dict[str, Judgement] = {}
        border = set(seeds)
        while border:
            members |= border
            found = [
                tuple(row)
                for column in (table.c.owner, table.c.other)
                for row in fetch(connection, select(table), column, border)
            ]
            links.update((owner, other, score) for owner, other, score in found)
            reached = {row for owner, other, _ in found for row in (owner, other)}
            reached |= self._judged(connection, border, judgements)
            border = reached - members
        known = self.features(connection, members)
        rows = {one.report: row for row, one in known.items()}
        order = sorted(judgements.values(), key=lambda one: (str(one.at), one.id))
        decisions = [
            Decision(one.kind == "same", one.left, one.right)
            for one in order
            if one.kind in ("same", "different")
        ]
        graph = [Link(known[owner].report, known[other].report, score) for owner, other, score in links]
        groups = group({one.report: one for one in known.values()}, graph, decisions)
        return Part([tuple(rows[key] for key in one) for one in groups], order)

    def _judged(
        self, connection: Connection, rows: Iterable[int], judgements: dict[str, Judgement]
    ) -> set[int]:
        judged, table, reports = schema.judged, schema.judgements, schema.reports
        if connection.execute(select(table.c.id).limit(1)).first() is None:
            return set()
        names = [one.report for one in self.features(connection, rows).values()]
        query = select(table.c.key, table.c.body).join(judged, judged.c.judgement == table.c.id)
        query = query.where(table.c.withdrawn.is_(None))
        reached: set[str] = set()
        for row in fetch(connection, query, judged.c.report, names):
            if row.key not in judgements:
                judgement = unpack_judgement(row.body)
                judgements[row.key] = judgement
                if judgement.kind == "same":
                    reached |= {*judgement.left, *judgement.right}
        query = select(reports.c.id)
        return {row.id for row in fetch(connection, query, reports.c.key, reached)}
