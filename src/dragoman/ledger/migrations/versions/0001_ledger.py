"""The ledger's first schema. It is written out here: later changes of schema.py must not alter it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _text(length: int) -> sa.types.TypeEngine[str]:
    # Compared byte by byte on both stores, whatever the database's own collation.
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Create all tables and the full-text indexes."""
    op.create_table(
        "documents",
        sa.Column("id", _id, primary_key=True),
        sa.Column("key", _text(20), nullable=False, unique=True),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("published", _text(10)),
        sa.Column("source", sa.LargeBinary, nullable=False),
        sa.Column("rest", sa.LargeBinary, nullable=False),
        sa.Column("minima", sa.LargeBinary),
        sa.Column("filed", _text(32), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("documents_url", "documents", ["url"])
    op.create_table(
        "document_bands",
        sa.Column("band", sa.BigInteger, primary_key=True),
        sa.Column("document", _id, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies",
        sa.Column("document", _id, primary_key=True),
        sa.Column("other", _id, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reports",
        sa.Column("id", _id, primary_key=True),
        sa.Column("key", _text(20), nullable=False, unique=True),
        sa.Column("document", _id, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("features", sa.LargeBinary, nullable=False),
        sa.Column("record", _id, index=True),
    )
    op.create_table(
        "blocks",
        sa.Column("block", sa.BigInteger, primary_key=True),
        sa.Column("report", _id, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links",
        sa.Column("owner", _id, primary_key=True),
        sa.Column("other", _id, primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("links_other", "links", ["other"])
    op.create_table(
        "records",
        sa.Column("id", _id, primary_key=True),
        sa.Column("key", _text(20), nullable=False, unique=True),
        sa.Column("kind", _text(12), nullable=False),
        sa.Column("type", _text(12)),
        sa.Column("status", _text(12), nullable=False),
        sa.Column("day", _text(10)),
        sa.Column("last", _text(10)),
        sa.Column("dated", sa.Integer, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("parties", sa.Text, nullable=False),
        sa.Column("topics", sa.Text, nullable=False),
        sa.Column("news", _text(10)),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("rules", _text(20), nullable=False),
    )
    op.create_index("records_day", "records", ["day", "id"])
    op.create_table(
        "record_parties",
        sa.Column("sort", _text(8), primary_key=True),
        sa.Column("name", _text(120), primary_key=True),
        sa.Column("day", _text(10), primary_key=True),
        sa.Column("record", _id, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("record_parties_record", "record_parties", ["record"])
    op.create_table(
        "changes",
        sa.Column("id", _id, primary_key=True),
        sa.Column("key", _text(20), nullable=False, unique=True),
        sa.Column("at", _text(32), nullable=False, index=True),
        sa.Column("published", _text(10)),
        sa.Column("kind", _text(20), nullable=False),
        sa.Column("field", _text(80)),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("report", _text(20), nullable=False, index=True),
    )
    op.create_table(
        "judgements",
        sa.Column("id", _id, primary_key=True),
        sa.Column("key", _text(20), nullable=False, unique=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("at", _text(32), nullable=False),
        sa.Column("withdrawn", _text(32)),
    )
    op.create_table(
        "judged",
        sa.Column("report", _text(20), primary_key=True),
        sa.Column("judgement", _id, sa.ForeignKey("judgements.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='documents', "
            "content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
        )
        op.execute(
            "CREATE VIRTUAL TABLE report_words USING fts5(names, words, content='', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
    else:
        for name in ("document_words", "report_words"):
            op.create_table(
                name,
                sa.Column("rowid", sa.BigInteger, primary_key=True),
                sa.Column("words", sa.dialects.postgresql.TSVECTOR, nullable=False),
            )
            op.create_index(f"{name}_words", name, ["words"], postgresql_using="gin")
