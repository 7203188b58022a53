"""In: Readings and records; out: the formats that other programs read (JSON, CSV, PLOVER, ...)."""
