"""In: a ledger; out: pages and a REST API over it."""
