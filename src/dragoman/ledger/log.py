"""The log of changes, read: each line with the record that its report belongs to today."""

import datetime
from typing import Any

from sqlalchemy import Connection, select

from dragoman.errors import UsageError
from dragoman.ledger import schema
from dragoman.ledger.query import country_codes, resolve
from dragoman.ledger.rows import fetch, load_reports, unpack_judgement
from dragoman.model import Change, Day

Moment = datetime.datetime | Day | str | None


class Log:
    """The log as one connection sees it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def changes(
        self,
        since: Moment,
        until: Moment,
        record: str | None,
        country: str | None,
        kind: str | None,
        limit: int | None,
        offset: int,
    ) -> list[Change]:
        """Lines of the log, the latest first."""
        table, reports, parties = schema.changes, schema.reports, schema.record_parties
        query = select(table)
        if since is not None:
            query = query.where(table.c.at >= _stamp(since, end=False))
        if until is not None:
            query = query.where(table.c.at < _stamp(until, end=True))
        if kind is not None:
            query = query.where(table.c.kind == kind)
        if record is not None or country is not None:
            query = query.join(reports, reports.c.key == table.c.report)
        if record is not None:
            query = query.where(reports.c.record == resolve(self._connection, record))
        if country is not None:
            held = select(parties.c.record).where(
                parties.c.sort == "country", parties.c.name.in_(country_codes(country))
            )
            query = query.where(reports.c.record.in_(held))
        query = query.order_by(table.c.at.desc(), table.c.published.desc(), table.c.id.desc())
        return self._read(list(self._connection.execute(query.limit(limit).offset(offset))))

    def _read(self, rows: list[Any]) -> list[Change]:
        table, records, judged = schema.reports, schema.records, schema.judgements
        anchors = {row.report: row.report for row in rows}
        reasons: dict[str, str | None] = {}
        query = select(judged.c.key, judged.c.body)
        names = [name for name in anchors if name.startswith("j")]
        for row in fetch(self._connection, query, judged.c.key, names):
            judgement = unpack_judgement(row.body)
            anchors[row.key] = judgement.left[0]
            reasons[row.key] = judgement.because
        every = select(table.c.id, table.c.key, table.c.record, table.c.document, table.c.body)
        found = list(fetch(self._connection, every, table.c.key, set(anchors.values())))
        loaded = load_reports(self._connection, found)
        homes = {row.key: (loaded[row.id], row.record) for row in found}
        named = select(records.c.id, records.c.key, records.c.title)
        titles = {
            row.id: (row.key, row.title)
            for row in fetch(self._connection, named, records.c.id, {row.record for row in found})
        }
        made = []
        for row in rows:
            home = homes.get(anchors[row.report])
            if home is None or home[1] not in titles:
                continue
            report, (key, title) = home[0], titles[home[1]]
            quote = report.evidence[0].text if report.evidence else None
            made.append(
                Change(
                    id=row.key,
                    at=datetime.datetime.fromisoformat(row.at),
                    kind=row.kind,
                    record=key,
                    title=title,
                    published=Day.fromisoformat(row.published) if row.published else None,
                    field=row.field,
                    before=row.before,
                    after=row.after,
                    report=row.report,
                    source=None if row.report in reasons else report.document,
                    words=reasons.get(row.report, quote),
                )
            )
        return made


def _stamp(moment: Moment, *, end: bool) -> str:
    if isinstance(moment, str):
        try:
            moment = datetime.datetime.fromisoformat(moment) if "T" in moment else Day.fromisoformat(moment)
        except ValueError:
            raise UsageError(f"{moment!r} is no day: write YYYY-MM-DD") from None
    if isinstance(moment, datetime.datetime):
        aware = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
        return aware.astimezone(datetime.UTC).isoformat(timespec="seconds")
    assert moment is not None
    day = moment + datetime.timedelta(days=1) if end else moment
    return f"{day}T00:00:00+00:00"
