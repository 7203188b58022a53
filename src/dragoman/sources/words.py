"""The words that open a page's own lines ("Published on", "By", "Source:"), from the lexicon."""

from functools import cache

from dragoman.lexicon.tables import table


@cache
def words(language: str, field: str) -> str:
    """Return a regular expression for the words of `field` in `lexicon/<language>/front.tsv`."""
    rows = [row["words"] for row in table(f"{language}/front") if row["field"] == field]
    return "(?:" + "|".join(f"(?:{row})" for row in rows) + ")"
