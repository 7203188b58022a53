"""In: a brief and its sources; out: findings."""
