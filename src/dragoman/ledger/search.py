"""Full-text search: SQLite's FTS5 or PostgreSQL's own, over records' words or documents' texts.

Words are compared without accents and case; all have to occur; "several words" in quotation marks
occur together, and a word that ends in * is a beginning. Records are found by the names, titles
and quotes of their reports, documents by title and text. Totals are exact. Up to RANKED matches are
ranked by how telling the words are there (bm25, names before quotes); more are shown newest first,
since a word that so many have tells nothing.
"""

import re
from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, select, text
from sqlalchemy.sql.expression import ColumnElement

from dragoman.errors import UsageError
from dragoman.ledger import schema
from dragoman.ledger.names import fold
from dragoman.ledger.query import Filters, conditions, load
from dragoman.ledger.rows import fetch, sources
from dragoman.model import Day, Found, Hit, Record

RANKED = 5_000
_TOTAL = func.count().over().label("total")  # of all groups, whatever the page
What = Literal["records", "documents"]
_TERM = re.compile(r'"([^"]{1,200})"|(\S{1,100})')
_SENTENCE = re.compile(r"[^.!?\n]{1,400}[.!?]?")


def search(
    connection: Connection,
    query: str,
    filters: Filters,
    *,
    what: What,
    limit: int,
    offset: int,
    today: Day,
) -> Found:
    """Find records or documents by words and filters, best first."""
    terms = parse(query)
    if not terms:
        raise UsageError("nothing to search for: give a word or a name")
    find = _records if what == "records" else _documents
    return find(connection, terms, filters, limit, offset, today)


def parse(query: str) -> list[str]:
    """Cut a query into folded terms; a trailing * stays."""
    terms = []
    for quoted, word in _TERM.findall(query[:1000]):
        term = fold(quoted or word)
        if term:
            terms.append(term + ("*" if word.endswith("*") and " " not in term else ""))
    return terms[:20]


def _matching(connection: Connection, table: str, terms: Sequence[str]) -> tuple[str, dict[str, str]]:
    """A query for (rowid, score), greater is better, and its parameters."""
    if connection.dialect.name == "sqlite":
        match = " AND ".join(f'"{t.removesuffix("*")}"' + ("*" if t.endswith("*") else "") for t in terms)
        weights = "3.0, 1.0"
        return (
            f"SELECT rowid AS row, -bm25({table}, {weights}) AS score "  # noqa: S608  (a fixed name)
            # The LIMIT keeps SQLite from moving bm25 to where it cannot be computed.
            f"FROM {table} WHERE {table} MATCH :match LIMIT -1",
            {"match": match},
        )
    match = " & ".join(
        f"'{term[:-1]}':*" if term.endswith("*") else " <-> ".join(f"'{word}'" for word in term.split())
        for term in terms
    )
    return (
        f"SELECT rowid AS row, ts_rank(words, q) AS score "  # noqa: S608  (a fixed name)
        f"FROM {table}, to_tsquery('simple', :match) q WHERE words @@ q",
        {"match": match},
    )


def _hits(connection: Connection, table: str, terms: Sequence[str]) -> tuple[str, dict[str, str], bool]:
    matching, parameters = _matching(connection, table, terms)
    if connection.dialect.name == "sqlite":
        counting = f"SELECT count(*) FROM {table} WHERE {table} MATCH :match"  # noqa: S608
    else:
        counting = f"SELECT count(*) FROM ({matching}) m"  # noqa: S608
    ranked = int(connection.execute(text(counting), parameters).scalar_one()) <= RANKED
    if not ranked and connection.dialect.name == "sqlite":
        matching = f"SELECT rowid AS row, 0.0 AS score FROM {table} WHERE {table} MATCH :match"  # noqa: S608
    return matching, parameters, ranked


def _records(
    connection: Connection, terms: Sequence[str], filters: Filters, limit: int, offset: int, today: Day
) -> Found:
    matching, parameters, ranked = _hits(connection, "report_words", terms)
    hits = text(matching).columns(row=schema.reports.c.id.type, score=schema.links.c.score.type)
    found = hits.bindparams(**parameters).subquery("found")
    reports, stored = schema.reports, schema.records
    score: ColumnElement[Any] = func.max(found.c.score).label("score")
    wanted = conditions(connection, filters, today=today)
    grouped = select(reports.c.record, score).join(found, found.c.row == reports.c.id)
    if wanted or not ranked:
        grouped = grouped.join(stored, stored.c.id == reports.c.record).where(*wanted)
    grouped = grouped.group_by(reports.c.record).add_columns(_TOTAL)
    order = score.desc() if ranked else func.max(stored.c.day).desc()
    rows, total = _page(connection, grouped.order_by(order, reports.c.record), limit, offset)
    records = load(connection, [row.record for row in rows], today=today)
    return Found(
        total,
        tuple(
            Hit(round(float(row.score), 3), _quote(record, terms), record)
            for row, record in zip(rows, records, strict=True)
        ),
    )


def _page(connection: Connection, query: Select[Any], limit: int, offset: int) -> tuple[list[Any], int]:
    """The rows asked for, and how many there are in all: counted on the way, matched once."""
    rows = list(connection.execute(query.limit(limit).offset(offset)))
    if rows or not offset:
        return rows, int(rows[0].total) if rows else 0
    first = connection.execute(query.limit(1)).first()
    return [], int(first.total) if first is not None else 0


def _documents(
    connection: Connection, terms: Sequence[str], filters: Filters, limit: int, offset: int, today: Day
) -> Found:
    matching, parameters, ranked = _hits(connection, "document_words", terms)
    hits = text(matching).columns(row=schema.reports.c.id.type, score=schema.links.c.score.type)
    found = hits.bindparams(**parameters).subquery("found")
    table, reports, stored = schema.documents, schema.reports, schema.records
    query = select(table.c.id, table.c.published, found.c.score).join(found, found.c.row == table.c.id)
    wanted = conditions(connection, filters, today=today)
    if wanted:
        held = select(reports.c.document).join(stored, stored.c.id == reports.c.record).where(*wanted)
        query = query.where(table.c.id.in_(held))
    order = found.c.score.desc() if ranked else table.c.published.desc()
    query = query.add_columns(_TOTAL).order_by(order, table.c.id)
    rows, total = _page(connection, query, limit, offset)
    cited = sources(connection, [row.id for row in rows])
    texts = {
        row.id: row.text
        for row in fetch(connection, select(table.c.id, table.c.text), table.c.id, [row.id for row in rows])
    }
    return Found(
        total,
        tuple(
            Hit(round(float(row.score), 3), _telling(_sentences(texts[row.id]), terms), source=cited[row.id])
            for row in rows
        ),
    )


def _sentences(body: str) -> list[str]:
    return [found.group().strip() for found in _SENTENCE.finditer(body[:200_000])]


def _quote(record: Record, terms: Sequence[str]) -> str | None:
    return _telling([span.text for report in record.reports for span in report.evidence], terms)


def _telling(passages: Sequence[str], terms: Sequence[str]) -> str | None:
    """The passage with most of the terms, the first of equals."""
    bare = [term.removesuffix("*") for term in terms]
    best, most = None, -1
    for passage in passages:
        folded = f" {fold(passage)}"
        held = sum(f" {term}" in folded for term in bare)
        if held > most:
            best, most = passage, held
        if held == len(bare):
            break
    return best
