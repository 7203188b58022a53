"""In: many documents; out: many Readings, on one machine or a cluster."""
