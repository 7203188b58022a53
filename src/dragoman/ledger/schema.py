"""The tables. One schema for SQLite and PostgreSQL; migrations/ makes it, this describes it.

`documents`, `reports`, `judgements` and `changes` are what the ledger was told and never change
(a judgement can be withdrawn). All else is derived from them and can be made anew: `blocks` and
`links` (matching), `records`, `record_parties`, `record_bodies`, `column_blocks` and the
full-text indexes.

Rows have integer keys that never leave this room; `key` is the public id. Days are ISO text, which
sorts, and reaches from the year 1 on both stores.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

VERSION = "0003"  # the newest migration

metadata = MetaData()
_id = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up by itself only for INTEGER


def _text(length: int) -> TypeEngine[str]:
    # Compared byte by byte on both stores, whatever the database's own collation.
    return String(length).with_variant(String(length, collation="C"), "postgresql")


documents = Table(
    "documents",
    metadata,
    Column("id", _id, primary_key=True),
    Column("key", _text(20), nullable=False, unique=True),
    Column("url", Text),
    Column("title", Text, nullable=False),
    Column("published", _text(10)),
    Column("source", LargeBinary, nullable=False),  # model.Source as JSON
    Column("rest", LargeBinary, nullable=False),  # the Document without its text, and its statements
    Column("minima", LargeBinary),  # MinHash signature; none for a text too short to be a copy
    Column("filed", _text(32), nullable=False),  # UTC
    # Last: what stands after a long text is slow to read.
    Column("text", Text, nullable=False),
    Index("documents_url", "url"),
    sqlite_autoincrement=False,
)

document_bands = Table(
    "document_bands",
    metadata,
    Column("band", BigInteger, primary_key=True),
    Column("document", _id, primary_key=True),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    Column("document", _id, primary_key=True),
    Column("other", _id, primary_key=True),
    sqlite_with_rowid=False,
)

reports = Table(
    "reports",
    metadata,
    Column("id", _id, primary_key=True),
    Column("key", _text(20), nullable=False, unique=True),
    Column("document", _id, ForeignKey("documents.id"), nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),  # model.Report as JSON, its document left to the join
    Column("features", LargeBinary, nullable=False),  # features.Features
    Column("record", _id, index=True),  # derived
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", BigInteger, primary_key=True),
    Column("report", _id, primary_key=True),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("owner", _id, primary_key=True),
    Column("other", _id, primary_key=True),
    Column("score", Float, nullable=False),
    Index("links_other", "other"),
    sqlite_with_rowid=False,
)

records = Table(
    "records",
    metadata,
    Column("id", _id, primary_key=True),
    Column("key", _text(20), nullable=False, unique=True),
    Column("kind", _text(12), nullable=False),
    Column("type", _text(12)),
    Column("status", _text(12), nullable=False),
    Column("day", _text(10)),  # the first day, or the earliest possible: what lists are sorted by
    Column("last", _text(10)),  # the last day, or the latest possible
    Column("dated", Integer, nullable=False),  # 1 where a report gives a day, 2 where it leaves the end open
    Column("place", Text),
    Column("title", Text, nullable=False),
    Column("parties", Text, nullable=False),  # countries, the most reported first, apart by "|"
    Column("topics", Text, nullable=False),  # folded, apart by "|"
    Column("news", _text(10)),  # the last day on which anything was published of it
    Column("reports", Integer, nullable=False),
    Column("rules", _text(20), nullable=False),
    Index("records_day", "day", "id"),
)

# Who and where: `sort` is "country", "person", "body" or "place", `name` the code or folded name.
record_parties = Table(
    "record_parties",
    metadata,
    Column("sort", _text(8), primary_key=True),
    Column("name", _text(120), primary_key=True),
    Column("day", _text(10), primary_key=True),
    Column("record", _id, primary_key=True),
    Index("record_parties_record", "record"),
    sqlite_with_rowid=False,
)

# Apart from `records`, which many questions read from end to end.
record_bodies = Table(
    "record_bodies",
    metadata,
    Column("record", _id, primary_key=True),
    Column("body", LargeBinary, nullable=False),  # bodies: the Record as it is shown
)

# Values of many rows side by side (see columns).
column_blocks = Table(
    "column_blocks",
    metadata,
    Column("name", _text(10), primary_key=True),
    Column("block", _id, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("id", _id, primary_key=True),
    Column("key", _text(20), nullable=False, unique=True),
    Column("at", _text(32), nullable=False, index=True),
    Column("published", _text(10)),
    Column("kind", _text(20), nullable=False),
    Column("field", _text(80)),
    Column("before", Text),
    Column("after", Text),
    Column("report", _text(20), nullable=False, index=True),  # a report's key, or a judgement's
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", _id, primary_key=True),
    Column("key", _text(20), nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),  # model.Judgement as JSON
    Column("at", _text(32), nullable=False),
    Column("withdrawn", _text(32)),
)
judged = Table(
    "judged",
    metadata,
    Column("report", _text(20), primary_key=True),
    Column("judgement", _id, ForeignKey("judgements.id"), primary_key=True),
    sqlite_with_rowid=False,
)
