"""In: Readings; out: reports, records, changes, dossiers, search."""
