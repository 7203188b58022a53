"""The ledger's interface: what is filed, found, judged and listed. Kept stable."""

import os

from dragoman.ledger.adding import Adding
from dragoman.ledger.judging import Judging
from dragoman.ledger.store import DEFAULT


class Ledger(Adding, Judging):
    """A ledger at a URL: `sqlite:///ledger.db` (a file, made if need be) or `postgresql+psycopg://...`.

    Use it as a context manager, or call `close`. It may be shared by threads; several processes
    may write to one store. All methods raise LedgerError where the store fails, UsageError where
    what is asked makes no sense. `now` is the clock, given in tests.
    """


def open_ledger(url: str | None = None) -> Ledger:
    """Open the ledger at `url`, by default the one that DRAGOMAN_LEDGER names, or ./ledger.db."""
    return Ledger(url or os.environ.get("DRAGOMAN_LEDGER") or DEFAULT)
