"""Scores the engagements read from documents against hand-made ones.

    python -m bench.engagements FOLDER ...

FOLDER holds gold.json and the documents (`ID.txt`, or `docs/ID.txt`). Within a document, gold and
read engagements are paired one to one, best first, by what they share: names of participants
(weight 0.4), countries (0.2), days (0.2), place (0.1), kind (0.1); a pair counts from 0.5 on.
Printed: precision, recall, F1 of engagements; over the pairs the share of each field that is right;
the F1 of participants' names.
"""

import argparse
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.coding.reading import read_documents
from dragoman.model import Document, Engagement

Row = dict[str, Any]
FIELDS = ("status", "kind", "dates", "place", "countries")


def last_word(name: str | None) -> str:
    """Return the last word of a name, without accents and in small letters."""
    flat = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", flat)
    return words[-1] if words else ""


def as_row(engagement: Engagement) -> Row:
    """Return an engagement as gold.json would hold it."""
    place = engagement.place
    return {
        "kind": engagement.kind,
        "status": engagement.status,
        "participants": [{"name": p.name, "country": p.country} for p in engagement.participants],
        "countries": list(engagement.countries),
        "place": {"name": place.name, "country": place.country} if place else None,
        "start": str(engagement.start) if engagement.start else None,
        "end": str(engagement.end) if engagement.end else None,
    }


def value(row: Row, name: str) -> Any:
    """Return a field of a row in the form in which it is compared."""
    if name == "dates":
        return row.get("start"), row.get("end") or row.get("start")
    if name == "place":
        return last_word((row.get("place") or {}).get("name"))
    if name == "countries":
        return frozenset(row.get("countries") or ())
    if name == "names":
        return frozenset(last_word(p["name"]) for p in row.get("participants") or () if p.get("name")) - {""}
    return row.get(name)


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def _near(a: Row, b: Row) -> float:
    (start, end), (other, last) = value(a, "dates"), value(b, "dates")
    if not start or not other:
        return float(start == other)
    if (start, end) == (other, last):
        return 1.0
    return 0.7 if start <= last and other <= end else 0.0


def similarity(a: Row, b: Row) -> float:
    """Return how much two rows share, 0 to 1."""
    total: float = (
        0.4 * _shared(value(a, "names"), value(b, "names"))
        + 0.2 * _shared(value(a, "countries"), value(b, "countries"))
        + 0.2 * _near(a, b)
        + 0.1 * (value(a, "place") == value(b, "place"))
        + 0.1 * (a.get("kind") == b.get("kind"))
    )
    return total


def pairs(gold: list[Row], read: list[Row]) -> list[tuple[Row, Row]]:
    """Pair gold and read engagements of one document, best first."""
    ranked = sorted(
        ((similarity(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)), reverse=True
    )
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    out = []
    for score, i, j in ranked:
        if score >= 0.5 and i not in taken_gold and j not in taken_read:
            taken_gold.add(i)
            taken_read.add(j)
            out.append((gold[i], read[j]))
    return out


@dataclass
class Score:
    """What a run over a corpus gave."""

    gold: int = 0
    read: int = 0
    found: int = 0
    from_empty: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    names_hit: int = 0
    names_all: int = 0

    @property
    def f1(self) -> float:
        """F1 of engagements found."""
        return 2 * self.found / max(self.gold + self.read, 1)

    @property
    def names(self) -> float:
        """F1 of participants' names over the pairs."""
        return 2 * self.names_hit / max(self.names_all, 1)

    def share(self, name: str) -> float:
        """Return the share of pairs whose field is right."""
        return self.right[name] / max(self.found, 1)

    def line(self) -> str:
        """Return the score as one line."""
        shares = " ".join(f"{name} {self.share(name):.3f}" for name in FIELDS)
        return (
            f"gold {self.gold} read {self.read} P {self.found / max(self.read, 1):.3f} "
            f"R {self.found / max(self.gold, 1):.3f} F1 {self.f1:.3f} | {shares} names {self.names:.3f} | "
            f"from documents without any: {self.from_empty}"
        )


def documents(folder: Path) -> tuple[list[Row], list[Document]]:
    """Return the gold rows of a folder with their documents."""
    rows: list[Row] = json.loads((folder / "gold.json").read_text(encoding="utf8"))
    loaded = []
    for row in rows:
        path = folder / "docs" / f"{row['id']}.txt"
        path = path if path.is_file() else folder / f"{row['id']}.txt"
        loaded.append(
            Document(
                text=path.read_text(encoding="utf8"),
                published=date.fromisoformat(row["published"]) if row.get("published") else None,
                language=row["lang"],
                url=row.get("url"),
                location=row["id"],
            )
        )
    return rows, loaded


def corpus_hash(folder: Path) -> str:
    """Return a short hash of gold.json, so that a floor names the corpus it was measured on."""
    return hashlib.sha256((folder / "gold.json").read_bytes()).hexdigest()[:12]


def score(rows: list[Row], answers: Iterable[list[Row]]) -> Score:
    """Score the engagements read from each document against the gold rows."""
    total = Score()
    for row, read in zip(rows, answers, strict=True):
        gold = row["engagements"]
        matched = pairs(gold, read)
        total.gold += len(gold)
        total.read += len(read)
        total.found += len(matched)
        total.from_empty += 0 if gold else len(read)
        for expected, got in matched:
            for name in FIELDS:
                total.right[name] += value(expected, name) == value(got, name)
            total.names_hit += len(value(expected, "names") & value(got, "names"))
            total.names_all += len(value(expected, "names")) + len(value(got, "names"))
    return total


def measure(folder: Path) -> Score:
    """Read the documents of a folder and score what was read."""
    rows, loaded = documents(folder)
    return score(rows, ([as_row(e) for e in reading.engagements] for reading in read_documents(loaded)))


def main() -> None:
    """Print the score of each folder given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    for folder in parser.parse_args().folders:
        print(f"{folder} ({corpus_hash(folder)}): {measure(folder).line()}")


if __name__ == "__main__":
    main()
