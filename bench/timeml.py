"""TimeML documents and TempEval-3's way to score time expressions against them.

A prediction matches the gold expression that it overlaps, each used once. Relaxed counts overlaps,
strict the same offsets, value an overlap with the same TIMEX3 value.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

MIDNIGHT = re.compile(r"T(24|00):00(:00)?$")


class Mark(NamedTuple):
    """A time expression with its place and value, annotated or predicted."""

    start: int
    end: int
    value: str | None


class Annotated(NamedTuple):
    """A document: its text, the day of its creation, and its time expressions."""

    name: str
    published: str | None
    text: str
    marks: tuple[Mark, ...]


def read(path: Path) -> Annotated:
    """Read a TimeML file; the offsets are those of the text of its TEXT element."""
    root = ElementTree.fromstring(path.read_text(encoding="utf8", errors="replace"))
    body, created = root.find("TEXT"), root.find(".//DCT/TIMEX3")
    parts: list[str] = []
    marks: list[Mark] = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, parts))
        parts.append(node.text or "")
        for child in node:
            walk(child)
            parts.append(child.tail or "")
        if node.tag == "TIMEX3":
            marks.append(Mark(start, sum(map(len, parts)), node.get("value")))

    if body is not None:
        walk(body)
    day = (created.get("value") or "")[:10] or None if created is not None else None
    return Annotated(path.name, day, "".join(parts), tuple(sorted(marks)))


def corpus(folder: Path) -> Iterator[Annotated]:
    """All documents of a folder that are well-formed, by name."""
    for path in sorted(folder.glob("*.tml")):
        if not path.name.startswith("._"):
            try:
                yield read(path)
            except ElementTree.ParseError:
                continue


def half(name: str) -> str:
    """The half a document belongs to: "A", which rules are made on, or "B", which only checks them."""
    return "A" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0 else "B"


def digest(folder: Path) -> str:
    """A hash of the corpus: a figure holds for the corpus that it was measured on."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.tml")):
        if not path.name.startswith("._"):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def standard(value: str | None) -> str | None:
    """A gold value in the form that TIMEX3 gives it: 1989-XX is 1989, 2000-W7 2000-W07, 196X 196.

    The night of a day is left as its day, since the documents differ in whether they write it.
    """
    if value is None:
        return None
    value = re.sub(r"^(\d{4}(?:-\d{2})?)(?:-XX)+$", r"\1", value)
    value = re.sub(r"^(\d{4}-W)(\d)$", r"\g<1>0\2", value)
    value = re.sub(r"^(\d{3})X(?:-XX)*$", r"\1", value)
    return re.sub(r"^(\d{4}-\d{2}-\d{2})T?(?:MO|AF|EV|NI|MI)$", r"\1", value)


@dataclass
class Score:
    """Counts over documents."""

    gold: int = 0
    predicted: int = 0
    overlapping: int = 0
    same_value: int = 0
    same_standard: int = 0
    same_span: int = 0

    def add(self, gold: Iterable[Mark], predicted: Iterable[Mark]) -> None:
        """Count one document."""
        gold, predicted = list(gold), list(predicted)
        used: set[int] = set()
        self.gold += len(gold)
        self.predicted += len(predicted)
        for mark in gold:
            for i, other in enumerate(predicted):
                if i not in used and other.start < mark.end and mark.start < other.end:
                    used.add(i)
                    ours, theirs = (MIDNIGHT.sub("", m.value or "") for m in (other, mark))
                    self.overlapping += 1
                    self.same_value += ours == theirs
                    self.same_standard += standard(ours) == standard(theirs)
                    self.same_span += (other.start, other.end) == (mark.start, mark.end)
                    break

    def f1(self, hits: int) -> float:
        """F1 of a count of hits."""
        return 2 * hits / max(1, self.gold + self.predicted)

    @property
    def relaxed(self) -> float:
        """F1 of overlaps."""
        return self.f1(self.overlapping)

    @property
    def strict(self) -> float:
        """F1 of the same offsets."""
        return self.f1(self.same_span)

    @property
    def value(self) -> float:
        """F1 of overlaps with the same value."""
        return self.f1(self.same_value)

    @property
    def standard_value(self) -> float:
        """F1 of overlaps with the same value where both are put in TIMEX3's form."""
        return self.f1(self.same_standard)
