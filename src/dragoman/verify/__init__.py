"""In: a brief and its sources; out: findings, each with the words of both."""

from dragoman.verify.check import check
from dragoman.verify.finding import Finding

__all__ = ["Finding", "check"]
