"""Finds the time expressions of a text and resolves them in order.

Spans are the words of the expression without the preposition before it, as TIMEX3 has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dragoman.errors import UsageError
from dragoman.model import TimeExpression
from dragoman.times.grammar import grammar
from dragoman.times.language import LANGUAGES, guess
from dragoman.times.memory import Memory
from dragoman.times.numeric import numbers_of
from dragoman.times.resolve import Context, Value, resolve
from dragoman.times.scan import Scan
from dragoman.times.tense import direction


def find_times(
    text: str, published: date | str | None = None, *, language: str | None = None
) -> list[TimeExpression]:
    """The time expressions of `text` in order, anchored in `published` (a day or "YYYY-MM-DD").

    `language` is an ISO 639-1 code; None has it told from the text. Raises UsageError for a
    `published` that is no date or a language without a lexicon.
    """
    return [expression for expression, _ in found(text, as_day(published), known(language, text))]


def known(language: str | None, text: str) -> str:
    """The language asked for, or told from the text; UsageError where it has no lexicon."""
    if language is None:
        return guess(text)
    if language not in LANGUAGES:
        raise UsageError(f"no lexicon for the language {language!r}: use one of {', '.join(LANGUAGES)}")
    return language


def as_day(published: date | str | None) -> date | None:
    """The published day, also where it is given as text or as a moment."""
    if published is None:
        return None
    if isinstance(published, date):
        return date(published.year, published.month, published.day)
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise UsageError(f"{published!r} is no date: give it as YYYY-MM-DD") from None


def found(text: str, published: date | None, language: str) -> Iterator[tuple[TimeExpression, Value]]:
    """Each expression with its value, in order."""
    scan = Scan(text, grammar(language))
    scan.run()
    context = Context(published, order_of(scan, published))
    context.fiscal_start = october_fiscal(scan)
    memory = Memory(scan, context)
    for node in scan.nodes:
        if node.meaning is None:
            continue
        memory.recall(node)
        context.tense = lambda node=node: direction(scan.tokens, scan.lower, node.first, node.last, language)  # type: ignore[misc]
        value = resolve(node.meaning, context)
        memory.keep(node, node.meaning, value)
        start, end = scan.tokens[node.first].start, scan.tokens[node.last].end
        yield expression(text, start, end, value), value


def expression(text: str, start: int, end: int, value: Value) -> TimeExpression:
    """A value with its span."""
    return TimeExpression(
        start=start,
        end=end,
        text=text[start:end],
        type=value.type,
        value=value.value,
        earliest=value.earliest,
        latest=value.latest,
        mod=value.mod,
        note=value.note,
    )


def october_fiscal(scan: Scan) -> int | None:
    """10 where the text speaks of the U.S. government's budget, whose fiscal year begins in October."""
    return 10 if not scan.grammar.october_fiscal.isdisjoint(scan.lower) else None


def order_of(scan: Scan, published: date | None) -> str:
    """The order of days and months in the whole document's numeric dates ("dmy", "mdy").

    Told by those that can be read one way only; else by those that are the published day in one order;
    else by how written dates are ordered ("18 June" or "June 18"); else by the language.
    """
    votes = {"dmy": 0, "mdy": 0}
    near = dict(votes)
    for token in scan.tokens:
        if token.shape != "NUMDATE":
            continue
        readings = {order: numbers_of(token.text, order) for order in votes}
        for order, read in readings.items():
            if (
                read
                and read[3]
                and published
                and read[:3] == (published.year, published.month, published.day)
            ):
                near[order] += 1
        if (fixed := readings["dmy"]) and not fixed[3]:
            first, second = (int(part) for part in re.split("[./-]", token.text)[:2])
            if first <= 31 and first != second:
                votes["dmy" if first > 12 else "mdy"] += 1
    for counts in (votes, near, scan.written_orders()):
        if counts["dmy"] != counts["mdy"]:
            return max(counts, key=lambda order: counts[order])
    return str(scan.grammar.settings["order"])
