"""Full-text search: SQLite's FTS5 or PostgreSQL's own, over records' words or documents' texts.

Words are compared without accents and case; all have to occur; "several words" in quotation marks
occur together, and a word that ends in * is a beginning. Records are found by the names, titles
and quotes of their reports, documents by title and text. Totals are exact. Up to RANKED matches are
ranked by how telling the words are there (bm25, names before quotes); more are shown newest first,
since a word that so many have tells nothing.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select, text

from dragoman.errors import UsageError
from dragoman.ledger import columns, schema
from dragoman.ledger.bodies import load
from dragoman.ledger.names import fold
from dragoman.ledger.query import Filters
from dragoman.ledger.rows import fetch, sources
from dragoman.ledger.selecting import Rows, choose, listed, page
from dragoman.model import Day, Found, Hit, Record

RANKED = 5_000
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


def _matching(connection: Connection, terms: Sequence[str]) -> tuple[str, str, str]:
    """The condition on a full-text index, the score of what meets it (greater is better), the words."""
    if connection.dialect.name == "sqlite":
        match = " AND ".join(f'"{t.removesuffix("*")}"' + ("*" if t.endswith("*") else "") for t in terms)
        return "{table} MATCH :match", "-bm25({table}, 3.0, 1.0)", match
    match = " & ".join(
        f"'{term[:-1]}':*" if term.endswith("*") else " <-> ".join(f"'{word}'" for word in term.split())
        for term in terms
    )
    asked = "to_tsquery('simple', :match)"
    return f"words @@ {asked}", f"ts_rank(words, {asked})", match


class _Hits(NamedTuple):
    """Rows that have the words, each once, in order, and their scores; None where they are too many."""

    rows: Rows
    scores: NDArray[np.float64] | None


def _hits(connection: Connection, table: str, terms: Sequence[str]) -> _Hits:
    condition, score, match = (part.replace("{table}", table) for part in _matching(connection, terms))
    where = f"FROM {table} WHERE {condition}"
    rows = listed(connection, f"SELECT {{rows}} {where}", {"match": match}, "rowid")
    if len(rows) > RANKED:
        return _Hits(rows, None)
    # The LIMIT keeps SQLite from moving bm25 to where it cannot be computed.
    limit = " LIMIT -1" if connection.dialect.name == "sqlite" else ""
    query = text(f"SELECT rowid, {score} {where}{limit}")
    scored = sorted(tuple(row) for row in connection.execute(query, {"match": match}))
    return _Hits(rows, np.array([score for _, score in scored], dtype=np.float64))


def _records(
    connection: Connection, terms: Sequence[str], filters: Filters, limit: int, offset: int, today: Day
) -> Found:
    hits = _hits(connection, "report_words", terms)
    homes = columns.pick(connection, columns.HOME, hits.rows).astype(np.int64)
    candidates, place = np.unique(homes, return_inverse=True)
    chosen = choose(connection, filters, today=today, within=candidates)
    if hits.scores is None:
        rank = chosen.days.astype(np.float64)
    else:
        best = np.full(len(candidates), -np.inf)
        np.maximum.at(best, place, hits.scores)
        rank = best[np.searchsorted(candidates, chosen.rows)]
    shown = page(connection, schema.records, chosen.rows, rank, limit, offset)
    records = load(connection, [row for row, _ in shown], today=today)
    return Found(
        len(chosen.rows),
        tuple(
            Hit(round(score, 3) if hits.scores is not None else 0.0, _quote(record, terms), record)
            for (_, score), record in zip(shown, records, strict=True)
        ),
    )


def _documents(
    connection: Connection, terms: Sequence[str], filters: Filters, limit: int, offset: int, today: Day
) -> Found:
    hits = _hits(connection, "document_words", terms)
    rows, scores = hits
    if filters != Filters():
        held = choose(connection, filters, today=today).rows
        homes = columns.read(connection, columns.HOME)
        telling = columns.read(connection, columns.SOURCE)[np.isin(homes, held) & (homes > 0)]
        kept = np.isin(rows, telling)
        rows, scores = rows[kept], None if scores is None else scores[kept]
    rank = columns.pick(connection, columns.PUBLISHED, rows).astype(np.float64) if scores is None else scores
    table = schema.documents
    shown = page(connection, table, rows, rank, limit, offset)
    wanted = [row for row, _ in shown]
    cited = sources(connection, wanted)
    texts = {
        row.id: row.text for row in fetch(connection, select(table.c.id, table.c.text), table.c.id, wanted)
    }
    return Found(
        len(rows),
        tuple(
            Hit(
                round(score, 3) if scores is not None else 0.0,
                _telling(_sentences(texts[row]), terms),
                source=cited[row],
            )
            for row, score in shown
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
