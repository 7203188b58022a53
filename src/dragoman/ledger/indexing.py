"""What is indexed: words for the full-text search, parties for lists and timelines."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, text

from dragoman.ledger.features import body_keys, sort_of
from dragoman.ledger.names import fold, words
from dragoman.model import Day, Participant, Record, Report

LONGEST = 366  # days: so far back a list has to look for what may reach into its range
_LONGEST = 200_000  # characters of a text in PostgreSQL's index: a tsvector holds 1 MB


def index_documents(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Index new documents' titles and texts."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO document_words(rowid, title, text) VALUES (:id, :title, :text)"),
            [{"id": row["id"], "title": row["title"], "text": row["text"]} for row in rows],
        )
        return
    _vectors(connection, "document_words", [(row["id"], row["title"], row["text"]) for row in rows])


def index_reports(connection: Connection, found: Iterable[tuple[int, Report]]) -> None:
    """Index new reports' names and quotes."""
    rows = [(row, _names(report), _quotes(report)) for row, report in found]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO report_words(rowid, names, words) VALUES (:id, :names, :words)"),
            [{"id": row, "names": names, "words": quotes} for row, names, quotes in rows],
        )
        return
    _vectors(connection, "report_words", rows)


def _vectors(connection: Connection, table: str, rows: Iterable[tuple[int, str, str]]) -> None:
    connection.execute(
        text(
            f"INSERT INTO {table}(rowid, words) VALUES (:id, "  # noqa: S608  (one of two names above)
            "setweight(to_tsvector('simple', :first), 'A') || to_tsvector('simple', :second))"
        ),
        [{"id": row, "first": fold(first), "second": fold(second[:_LONGEST])} for row, first, second in rows],
    )


def _names(report: Report) -> str:
    parts = [part for one in (*report.participants, *report.mediators) for part in (one.name, one.role)]
    parts += [report.place.name if report.place else None, report.venue]
    return " . ".join(part for part in parts if part)


def _quotes(report: Report) -> str:
    parts = [report.document.title, *report.topics, *(span.text for span in report.evidence)]
    return " . ".join(part for part in parts if part)


def days(record: Record) -> tuple[Day | None, Day | None]:
    """The first and last day that a record may mean, at most LONGEST apart."""
    day = record.start or record.earliest or record.end or record.latest
    last = record.end or record.latest or day
    if record.start and not record.end:  # without a known end: as long as it is reported to go on
        told = [r.document.published for r in record.reports if r.status == "underway"]
        last = max([record.start, *filter(None, told)])
    if day and last:
        last = min(last, day + timedelta(days=LONGEST)) if day.year < Day.max.year - 1 else last
    return day, last


def party_rows(row: int, record: Record) -> list[dict[str, Any]]:
    """The rows by which a record is found: its countries, people, bodies and place."""
    found: set[tuple[str, str]] = {("country", country) for country in record.countries}
    if record.place:
        found.add(("place", fold(record.place.name)))
        if record.place.country:
            found.add(("country", record.place.country))
    for one in {
        (p.name, p.role): p for r in record.reports for p in (*r.participants, *r.mediators)
    }.values():
        found |= _party(one)  # every spelling reported
    day, _ = days(record)
    published = [str(report.document.published) for report in record.reports if report.document.published]
    shown = str(day) if day else min(published, default="")
    return [{"sort": sort, "name": name[:120], "day": shown, "record": row} for sort, name in sorted(found)]


def _party(one: Participant) -> set[tuple[str, str]]:
    sort = sort_of(one.name, one.role)
    if sort == "person":
        parts = words(one.name)  # both ways round: a query of one word finds what begins with it
        return (
            {("person", " ".join((parts[-1], *parts[:-1]))), ("person", " ".join(parts))} if parts else set()
        )
    return {("body", key) for key in body_keys(one.name) | {fold(one.name)} if key}
