"""In: readings and records; out: PLOVER JSON, CSV, Parquet, iCalendar, Atom, GeoJSON, JSON-LD."""
