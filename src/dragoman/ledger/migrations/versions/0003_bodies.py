"""Records kept as they are shown, so that lists need not be made from reports (see ledger/bodies.py)."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the table, and fill it from what the ledger holds."""
    op.create_table(
        "record_bodies",
        sa.Column("record", _id, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    # Derived, and so in today's layout whatever that is: a change of it refills the table again.
    from dragoman.ledger.bodies import refill

    refill(op.get_bind())
