"""In: Readings; out: reports, records, changes, dossiers, search."""

from dragoman.ledger.ledger import Ledger, open_ledger

__all__ = ["Ledger", "open_ledger"]
