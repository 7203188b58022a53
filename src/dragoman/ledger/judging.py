"""Judging: what a person decides of records and dossiers."""

import datetime
import os
from collections.abc import Iterable

import msgspec
from sqlalchemy import select

from dragoman.errors import UsageError
from dragoman.ledger import dossiers, judgements, schema
from dragoman.ledger.looking import Looking
from dragoman.ledger.opened import Days, as_day
from dragoman.ledger.query import Filters
from dragoman.ledger.rows import unpack_judgement
from dragoman.model import Dossier, Judgement, JudgementKind


class Judging(Looking):
    """The part of a ledger that keeps what people decided."""

    def same(self, a: str, b: str, *, because: str | None = None, author: str | None = None) -> Judgement:
        """Decide that two records are one; the ids are records' or reports'."""
        one, two = self._reports_named(a), self._reports_named(b)
        if set(one) & set(two):
            raise UsageError(f"{a} and {b} are one record already")
        return self._judge("same", one, two, because=because, author=author)

    def different(
        self, a: str, b: str, *, because: str | None = None, author: str | None = None
    ) -> Judgement:
        """Decide that two records are not one, or, given reports' ids, that these are not of one."""
        one, two = self._reports_named(a), self._reports_named(b)
        if set(one) & set(two):
            raise UsageError(f"{a} and {b} are one record: name the two reports (p...) that are not of one")
        return self._judge("different", one, two, because=because, author=author)

    def correct(
        self, record: str, field: str, value: str, *, because: str | None = None, author: str | None = None
    ) -> Judgement:
        """Put `value` in the place of what is preferred for a record's field; the rest stays shown."""
        found = self.record(record)
        judgements.check_correction(found, field, value)
        left = [one.id for one in found.reports]
        return self._judge("correct", left, (), field=field, value=value, because=because, author=author)

    def judgements(self, *, withdrawn: bool = False) -> list[Judgement]:
        """All judgements that hold, in order of time; with `withdrawn`, those taken back too."""
        table = schema.judgements
        with self._store.reading() as connection:
            rows = list(connection.execute(select(table).order_by(table.c.at, table.c.key)))
        return [
            msgspec.structs.replace(
                unpack_judgement(row.body),
                withdrawn=datetime.datetime.fromisoformat(row.withdrawn) if row.withdrawn else None,
            )
            for row in rows
            if withdrawn or not row.withdrawn
        ]

    def withdraw(self, judgement: str) -> Judgement:
        """Take a judgement back; it stays on record as withdrawn."""
        held = [one for one in self.judgements() if one.id.startswith(judgement)]
        if len(held) != 1:
            what = "several judgements begin with" if held else "no judgement that holds has the id"
            raise UsageError(f"{what} {judgement!r}: `dragoman ledger judgements` lists them")
        with self._writing() as connection:
            self._writer.withdraw(connection, held[0])
        return held[0]

    def _reports_named(self, id: str) -> list[str]:
        found = self.record(id)
        return [id] if any(one.id == id for one in found.reports) else [one.id for one in found.reports]

    def _judge(
        self,
        kind: JudgementKind,
        left: Iterable[str],
        right: Iterable[str],
        *,
        field: str | None = None,
        value: str | None = None,
        because: str | None,
        author: str | None,
    ) -> Judgement:
        made = judgements.make(
            kind,
            left,
            right,
            field=field,
            value=value,
            author=author or os.environ.get("USER") or None,
            because=because,
            at=self._now(),
        )
        with self._writing() as connection:
            self._writer.judge(connection, made)
        return made

    def dossiers(
        self,
        *,
        country: str | None = None,
        person: str | None = None,
        since: Days = None,
        until: Days = None,
        limit: int | None = None,
    ) -> list[Dossier]:
        """The stories among the records asked for, the most recent first."""
        filters = Filters(
            country=country, person=person, since=as_day(since, "since"), until=as_day(until, "until")
        )
        edits = [one for one in self.judgements() if one.kind == "dossier"]
        with self._store.reading() as connection:
            made = dossiers.find(connection, filters, edits, today=self._today)
        return made if limit is None else made[:limit]

    def dossier(self, id: str) -> Dossier:
        """The dossier with this id, or this name."""
        found = [one for one in self.dossiers() if id in (one.id, one.name)]
        if not found:
            raise UsageError(f"no dossier {id!r}: `dragoman ledger dossiers` lists them")
        return found[0]

    def name_dossier(self, id: str, name: str, *, author: str | None = None) -> Judgement:
        """Name a dossier; the name stays with its records."""
        return self._edit("name", self.dossier(id).records, name, author)

    def add_to_dossier(self, name: str, record: str, *, author: str | None = None) -> Judgement:
        """Put a record into the dossier of this name, made if there is none."""
        return self._edit("add", [record], name, author)

    def remove_from_dossier(self, name: str, record: str, *, author: str | None = None) -> Judgement:
        """Take a record out of the dossier of this name."""
        return self._edit("remove", [record], name, author)

    def _edit(self, what: str, records: Iterable[str], name: str, author: str | None) -> Judgement:
        left = [self.record(one).reports[0].id for one in records]
        return self._judge("dossier", left, (), field=what, value=name, because=None, author=author)
