"""Values of many rows side by side, so that many matches are counted fast (see ledger/columns.py)."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_name = sa.String(10).with_variant(sa.String(10, collation="C"), "postgresql")


def upgrade() -> None:
    """Create the table, and fill it from what the ledger holds."""
    op.create_table(
        "column_blocks",
        sa.Column("name", _name, primary_key=True),
        sa.Column("block", _id, primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    # Derived, and so in today's layout whatever that is: a change of it refills the table again.
    from dragoman.ledger.columns import refill

    refill(op.get_bind())
