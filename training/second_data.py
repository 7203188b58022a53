"""The documents that the second reading is fitted to, as windows with what is right of them.

Each engagement of an annotated document has `told`: the words of the text that tell of it, wherever they do.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from dragoman.annotate.annotations import annotate
from dragoman.coding.engagements.find import read_by_rules
from dragoman.coding.engagements.scene import Scene, open_scene
from dragoman.coding.second.candidates import ACTOR, FIRST, LAST, PLACE, Candidate, find_candidates, last_word
from dragoman.coding.second.features import KINDS, STATES, Window, windows
from dragoman.model import Document
from training.second_network import Row, row_of

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "training" / "data" / "documents"
SENTENCES = ROOT / "training" / "data" / "engagements"
GOLD = ROOT / "bench" / "gold" / "engagements"
OPEN = ("dev", "second", "third", "fourth", "fifth", "sixth", "seventh")
HIDDEN, HIDDEN_OPEN = 0.1, 0.6  # of which part of the documents the rules' reading is hidden

Gold = dict[str, Any]


@dataclass
class Labels:
    """What is right of a window's W words and E candidates.

    `states` (W) is 0 for none, -1 where it does not count, else the state; `kinds`, `most` (W) count at
    `heads` (K), the words that tell. `fits`, `counted` (K, E): whether a candidate belongs to a word's
    engagement, and whether that counts; `wholes` the same of whole engagements, with the rows of their words;
    `same` (K, K): whether two words tell of the same.
    """

    states: Tensor
    kinds: Tensor
    most: Tensor
    heads: Tensor
    fits: Tensor
    counted: Tensor
    wholes: list[tuple[Tensor, Tensor, Tensor]]
    same: Tensor


@dataclass
class Example:
    """A window with its labels; `hidden`: how often the rules' reading is hidden from the network."""

    row: Row
    labels: Labels
    hidden: float


def documents() -> Iterator[tuple[Document, list[Gold], float]]:
    """Documents with their engagements, and how often the rules' reading of them is to be hidden."""
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            yield _document(row, row["text"]), row["engagements"], HIDDEN
    for folder in OPEN:
        for row in json.loads((GOLD / folder / "gold.json").read_text(encoding="utf8")):
            text = (GOLD / folder / f"{row['id']}.txt").read_text(encoding="utf8")
            yield _document(row, text), row["engagements"], HIDDEN_OPEN


def _document(row: Gold, text: str) -> Document:
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    return Document(text=text, published=published, language=row["lang"], location=row["id"])


def examples() -> list[Example]:
    """All windows with their labels."""
    out = []
    for document, engagements, hidden in documents():
        scene = open_scene(annotate(document))
        found = find_candidates(scene, read_by_rules(scene))
        spans = [_spans(scene, engagement) for engagement in engagements]
        for window in windows(found, document.text):
            row = row_of(window)
            out.append(Example(row, labels(scene, window, engagements, spans), hidden))
    return [*out, *sentences()]


def sentences() -> Iterator[Example]:
    """Sentences written to have the words of engagements and tell of none; pages without any are few."""
    for path in sorted(SENTENCES.glob("*.tsv")):
        with path.open(encoding="utf8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["status"] == "none":
                    document = Document(text=row["sentence"], language=path.stem[:2])
                    scene = open_scene(annotate(document))
                    found = find_candidates(scene, read_by_rules(scene))
                    for window in windows(found, document.text):
                        yield Example(row_of(window), labels(scene, window, [], []), HIDDEN)


def places_of(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where a phrase stands in a text, white space aside."""
    pattern = r"\s+".join(re.escape(word) for word in phrase.split())
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def _spans(scene: Scene, engagement: Gold) -> list[tuple[int, int, bool]]:
    """Where an engagement is told, in order, and whether its evidence is there."""
    evidence = places_of(scene.text, engagement.get("evidence") or "")[:1]
    out, at = [], -1
    for phrase in engagement.get("told") or [engagement.get("evidence") or ""]:
        found = places_of(scene.text, phrase)
        if found:
            first, last = next((span for span in found if span[0] > at), found[0])
            out.append((first, last, any(first < b and a < last for a, b in evidence)))
            at = first
    return out


def _heads(scene: Scene, window: Window, span: tuple[int, int, bool]) -> tuple[list[int], list[int]]:
    """Return the words that tell within a phrase (its root and those of the rules), and all of it."""
    piece = scene.found.parse.char_span(span[0], span[1], alignment_mode="expand")
    root = piece.root.i if piece is not None and len(piece) else -1
    inside = [k for k, w in enumerate(window.told) if span[0] <= w.unit.start and w.unit.end <= span[1]]
    own = [k for k in inside if window.told[k].unit.first == root or window.told[k].known]
    return own or inside[:1], inside


def labels(
    scene: Scene, window: Window, engagements: list[Gold], spans: list[list[tuple[int, int, bool]]]
) -> Labels:
    """What is right of a window."""
    count = len(window.told)
    states, kinds, most = (
        torch.zeros(count, dtype=torch.long),
        torch.zeros(count, dtype=torch.long),
        torch.zeros(count),
    )
    owners: list[set[int]] = [set() for _ in range(count)]
    for n, engagement in enumerate(engagements):
        for span in spans[n]:
            heads, inside = _heads(scene, window, span)
            for k in inside:
                if k not in heads and states[k] == 0:
                    states[k] = -1
            for k in heads:
                if not owners[k]:
                    states[k], kinds[k] = (
                        1 + STATES.index(engagement["status"]),
                        KINDS.index(engagement["kind"]),
                    )
                owners[k].add(n)
                most[k] = max(float(most[k]), float(span[2]))
    heads = [k for k in range(count) if owners[k]]
    firsts = [window.named[group[0]] for group in window.same]
    judged = [[_fits(one, [engagements[n] for n in owners[k]]) for one in firsts] for k in heads]
    shape = (len(heads), len(firsts))
    wholes = []
    for n, engagement in enumerate(engagements):
        rows = [r for r, k in enumerate(heads) if n in owners[k]]
        if rows and firsts:
            pairs = [_fits(one, [engagement]) for one in firsts]
            wholes.append(
                (torch.tensor(rows), torch.tensor([p[0] for p in pairs]), torch.tensor([p[1] for p in pairs]))
            )
    return Labels(
        states,
        kinds,
        most,
        torch.tensor(heads, dtype=torch.long),
        torch.tensor([[fit for fit, _ in row] for row in judged]).reshape(shape),
        torch.tensor([[counts for _, counts in row] for row in judged]).reshape(shape),
        wholes,
        torch.tensor([[float(bool(owners[a] & owners[b])) for b in heads] for a in heads]).reshape(
            len(heads), len(heads)
        ),
    )


def _fits(one: Candidate, engagements: list[Gold]) -> tuple[float, float]:
    """Say whether a candidate belongs to one of the engagements, and whether that counts (1) or not (0)."""
    if one.channel == FIRST:
        return float(any(str(one.day) == e.get("start") for e in engagements)), 1.0
    if one.channel == LAST:
        return float(
            any(e.get("start") and str(one.day) == (e.get("end") or e["start"]) for e in engagements)
        ), 1.0
    if one.channel == PLACE:
        named = [(e.get("place") or {}).get("name") for e in engagements]
        return float(any(name and last_word(name) == one.key for name in named)), 1.0
    assert one.channel == ACTOR
    assert one.actor is not None
    name = last_word(one.actor.name)
    people = [p for e in engagements for p in e.get("participants") or ()]
    if one.sort != "state" and any(p.get("name") and last_word(p["name"]) == name for p in people):
        return 1.0, 1.0
    countries = {c for e in engagements for c in e.get("countries") or ()}
    if one.sort == "state":
        return float(one.code in countries), 1.0
    if one.actor.kind == "person":
        return 0.0, 1.0
    if any(not p.get("name") and p.get("country") == one.code for p in people):
        return 1.0, 1.0
    return 0.0, float(one.code not in countries)
