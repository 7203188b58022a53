"""Measures time expressions: ours beside dateparser's search and ctparse, on the same documents.

    python -m bench.times [--gold ../shared/gold/timeml-aquaint] [--half A|B] [--peers] [--errors]

`--peers` needs the dependency group `bench`. ctparse reads one expression a call, so it is called a
sentence at a time, with at most half a second each. Speeds are words per second of processor time.
"""

import argparse
import logging
import platform
import re
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from bench.timeml import Annotated, Mark, Score, corpus, digest, half
from dragoman.times import find_times

Finder = Callable[[Annotated], Iterable[Mark]]
PARTS = {"morning": "MO", "forenoon": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def ours(document: Annotated) -> Iterator[Mark]:
    """What `dragoman.find_times` finds."""
    for found in find_times(document.text, document.published, language="en"):
        yield Mark(found.start, found.end, found.value)


def by_dateparser(document: Annotated) -> Iterator[Mark]:
    """What dateparser's search finds: a day each, since it gives no granularity."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(document.published or "1970-01-01")
    at = 0
    options = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    for words, when in search_dates(document.text, languages=["en"], settings=options) or []:
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Mark(start, at, when.date().isoformat())


def by_ctparse(document: Annotated) -> Iterator[Mark]:
    """What ctparse finds: at most one expression a sentence."""
    from ctparse import ctparse

    base = datetime.fromisoformat(document.published or "1970-01-01")
    for sentence in re.finditer(r"[^\n.!?]+", document.text):
        parsed = ctparse(sentence.group(), ts=base, timeout=0.5)
        if parsed is not None and parsed.resolution is not None:
            found = parsed.resolution
            yield Mark(sentence.start() + found.mstart, sentence.start() + found.mend, timex(found))


def timex(found: object) -> str | None:
    """A resolution of ctparse as a TIMEX3 value."""
    start = getattr(found, "t_from", None) or found
    year, month, day = (getattr(start, name, None) for name in ("year", "month", "day"))
    if year is None:
        return None
    value = "-".join(
        f"{part:0{width}d}" for part, width in ((year, 4), (month, 2), (day, 2)) if part is not None
    )
    hour, minute = getattr(start, "hour", None), getattr(start, "minute", None)
    if hour is not None:
        return f"{value}T{hour:02d}:{minute or 0:02d}"
    return value + (f"T{PARTS[pod]}" if (pod := getattr(start, "POD", None)) in PARTS else "")


def measure(finder: Finder, documents: list[Annotated]) -> tuple[Score, float]:
    """Score a finder on documents; its words per second of processor time."""
    score, words, began = Score(), 0, time.process_time()
    found = []
    for document in documents:
        found.append(list(finder(document)))
        words += len(document.text.split())
    speed = words / max(1e-9, time.process_time() - began)
    for document, marks in zip(documents, found, strict=True):
        score.add(document.marks, marks)
    return score, speed


def errors(document: Annotated) -> Iterator[str]:
    """One line for each expression missed, found in excess, or given another value."""
    predicted = list(ours(document))
    used: set[int] = set()
    for mark in document.marks:
        words = document.text[max(0, mark.start - 40) : mark.end + 20].replace("\n", " ")
        i = next(
            (
                i
                for i, p in enumerate(predicted)
                if i not in used and p.start < mark.end and mark.start < p.end
            ),
            -1,
        )
        if i < 0:
            yield f"{document.name}\tmissed\t{mark.value}\t\t{words}"
            continue
        used.add(i)
        if predicted[i].value != mark.value:
            yield f"{document.name}\tvalue\t{mark.value}\t{predicted[i].value}\t{words}"
    for i, mark in enumerate(predicted):
        if i not in used:
            words = document.text[max(0, mark.start - 40) : mark.end + 20].replace("\n", " ")
            yield f"{document.name}\texcess\t\t{mark.value}\t{words}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/timeml-aquaint"))
    parser.add_argument("--half", choices=("A", "B"))
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if not options.gold.is_dir():
        parser.exit(2, f"no folder {options.gold}: give the TimeML documents with --gold\n")
    documents = [d for d in corpus(options.gold) if options.half in (None, half(d.name))]
    if options.errors:
        for document in documents:
            print(*errors(document), sep="\n")
        return
    logging.disable(logging.WARNING)
    finders: dict[str, Finder] = {"dragoman": ours}
    if options.peers:
        finders |= {"dateparser search": by_dateparser, "ctparse": by_ctparse}
    measure(ours, documents[:10])  # compiles the grammar, which a process does once
    machine = platform.processor() or platform.machine()
    print(f"{len(documents)} documents, corpus {digest(options.gold)}, {machine}")
    print("| | value F1 | value F1, standard form | relaxed F1 | strict F1 | words a second |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, finder in finders.items():
        score, speed = measure(finder, documents)
        figures = (score.value, score.standard_value, score.relaxed, score.strict)
        print(f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} | {speed:,.0f} |")


if __name__ == "__main__":
    main()
