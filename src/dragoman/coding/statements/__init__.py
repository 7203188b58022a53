"""In: Annotations; out: statements (who said what to whom, and who reports it)."""

from dragoman.coding.statements.find import find_statements

__all__ = ["find_statements"]
