"""How well the ledger tells which accounts are of the same engagement: bench/gold/stories.json.

    python bench/stories.py [open|held-out|varied|later|all] [--end-to-end] [--errors]

Every pair of engagements of the gold file is asked: the same or not? Precision and recall are over
pairs that are said to be, or are, the same; all stories of the part stand in one ledger, so
that stories may be confused too. By default the engagements are the ones annotated by hand, which
measures matching alone. With --end-to-end the documents are read, and a gold engagement counts as
the one read from its document that shares most with it (names, days, countries; an office and the
name of who holds it are one, and "the leaders of A" A's); one that is not found, or is found twice, loses
its pairs.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from dragoman.ledger import Ledger
from dragoman.ledger.features import sort_of
from dragoman.ledger.filing import reports
from dragoman.ledger.names import words
from dragoman.model import Engagement, Location, Participant, Reading, Report, Span
from dragoman.sources import load

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "bench" / "gold" / "stories.json"
# The first stories are those to look around in; the varied ones are for measuring alone.
TEXTS = (ROOT / "examples" / "stories", GOLD.parent / "stories")
PARTS = ("open", "held-out", "varied", "later")


class Result(NamedTuple):
    """Pairs told right, told wrongly the same, and missed."""

    right: int
    wrong: int
    missed: int
    errors: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of the pairs said to be the same that are."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the pairs that are the same which were said to be."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def rows(part: str) -> list[dict[str, Any]]:
    """The annotated documents of a part of the gold file, or of "all"."""
    every: list[dict[str, Any]] = json.loads(GOLD.read_text(encoding="utf8"))
    return [row for row in every if part in ("all", row["split"])]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _engagement(gold: dict[str, Any], text: str, number: int) -> Engagement:
    start = text.find(gold["evidence"])
    span = Span(max(start, 0), max(start, 0) + len(gold["evidence"]), gold["evidence"])
    place = Location(gold["place"]["name"], gold["place"]["country"]) if gold["place"] else None
    people = tuple(Participant(p["name"], p["role"], p["country"]) for p in gold["participants"])
    return Engagement(
        id=f"e{number}",
        kind=gold["kind"],
        status=gold["status"],
        participants=people,
        countries=tuple(gold["countries"]),
        place=place,
        start=_day(gold["start"]),
        end=_day(gold["end"]),
        new_start=_day(gold.get("new_start")),
        new_end=_day(gold.get("new_end")),
        evidence=(span,),
    )


def readings(part: str) -> list[tuple[Reading, list[str]]]:
    """The documents of a part as annotated by hand, with the names of their engagements."""
    made = []
    for row in rows(part):
        document = load(next(path for folder in TEXTS if (path := folder / row["document"]).exists()))
        engagements = [_engagement(one, document.text, n) for n, one in enumerate(row["engagements"])]
        made.append(
            (Reading(document, engagements=tuple(engagements)), [o["same"] for o in row["engagements"]])
        )
    return made


def _likeness(gold: Report, read: Report) -> float:
    def share(shared: int, a: int, b: int) -> float:
        return 2 * shared / (a + b) if a or b else 1.0

    left = list(read.participants)
    shared = unnamed = 0
    for one in gold.participants:
        met = next((other for other in left if _alike(one, other)), None)
        if met is not None:
            left.remove(met)
            shared += 1
        elif one.country in read.countries and sort_of(one.name, one.role) != "person":
            # "the leaders of A" are told by their country alone, where nobody is named for it
            unnamed += not any(other.country == one.country for other in read.participants)
    people = share(shared + unnamed, len(gold.participants), len(read.participants) + unnamed)
    mine, theirs = set(gold.countries), set(read.countries)
    countries = share(len(mine & theirs), len(mine), len(theirs))
    day = 1.0 if (gold.start, gold.end) == (read.start, read.end) else 0.0
    return 0.5 * people + 0.2 * countries + 0.2 * day + 0.1 * (gold.kind == read.kind)


def _alike(gold: Participant, read: Participant) -> bool:
    """Whether the family names are the same, or one is an office or a body and both act for one country."""
    ends = [words(one.name)[-1:] for one in (gold, read)]
    sorts = {sort_of(one.name, one.role) for one in (gold, read)}
    return ends[0] == ends[1] or (bool(gold.country) and gold.country == read.country and sorts != {"person"})


def _found(gold: list[Report], read: list[Report]) -> dict[int, str]:
    """Pair gold engagements with those read, one to one, best first, from a likeness of 0.5 on."""
    ranked = sorted(((_likeness(g, r), i, r.id) for i, g in enumerate(gold) for r in read), reverse=True)
    paired: dict[int, str] = {}
    for score, index, report in ranked:
        if score >= 0.5 and index not in paired and report not in paired.values():
            paired[index] = report
    return paired


def evaluate(part: str, *, end_to_end: bool = False) -> Result:
    """File a part's documents in a new ledger and compare its records with the gold."""
    named: list[tuple[str, str | None, str]] = []  # gold's name, the report that tells of it, words
    with TemporaryDirectory() as folder, Ledger(f"sqlite:///{Path(folder) / 'stories.db'}") as ledger:
        for reading, names in readings(part):
            gold = reports(reading)
            if end_to_end:
                from dragoman.coding import read_document

                reading = read_document(reading.document)
                found = _found(gold, [one for one in reports(reading) if one.kind != "event"])
            else:
                found = {index: one.id for index, one in enumerate(gold)}
            ledger.file(reading)
            for index, name in enumerate(names):
                named.append((name, found.get(index), gold[index].evidence[0].text))
        home = {report.id: record.id for record in ledger.records() for report in record.reports}
    return _count(named, home)


def _count(named: Sequence[tuple[str, str | None, str]], home: dict[str, str]) -> Result:
    right = wrong = missed = 0
    errors = []
    for (a, one, told_a), (b, two, told_b) in combinations(named, 2):
        said = bool(one and two) and home[one or ""] == home[two or ""]
        if said and a == b:
            right += 1
        elif said:
            wrong += 1
            errors.append(f"one record, but {a} and {b}: {told_a!r} / {told_b!r}")
        elif a == b:
            missed += 1
            why = "" if one and two else " (not found)"
            errors.append(f"apart, but both {a}{why}: {told_a!r} / {told_b!r}")
    return Result(right, wrong, missed, tuple(errors))


def main() -> int:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("part", nargs="?", default="all", choices=(*PARTS, "all"))
    parser.add_argument("--end-to-end", action="store_true", help="read the documents")
    parser.add_argument("--errors", action="store_true", help="list the pairs that are wrong")
    options = parser.parse_args()
    for part in PARTS if options.part == "all" else (options.part,):
        result = evaluate(part, end_to_end=options.end_to_end)
        print(
            f"{part:9} precision {result.precision:.3f}  recall {result.recall:.3f}  "
            f"({result.right} right, {result.wrong} wrong, {result.missed} missed)"
        )
        if options.errors:
            print(*(f"  {error}" for error in result.errors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
