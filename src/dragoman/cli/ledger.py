"""`dragoman ledger`: file documents, look at records, judge them."""

from dragoman.cli import ledger_filing, ledger_looking, ledger_ruling
from dragoman.cli.ledger_options import app

# Importing them adds their commands to `app`.
__all__ = ["app", "ledger_filing", "ledger_looking", "ledger_ruling"]


@app.callback()
def ledger() -> None:
    """Keep a ledger: one record a happening, from many reports."""
