"""Reads the training data: the project's own rows, and PLV's where a path to them is given.

Own rows name one of PLOVER's 16 types or NONE; PLV's merge CONCEDE and RETREAT into YIELD, which is
kept here as a label of its own and trained as the sum of the two.
"""

import csv
import hashlib
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.marking import Row, mark
from dragoman.coding.ontology import NONE, auxiliaries, events, modes

HERE = Path(__file__).parent / "data"
YIELD = "YIELD"
YIELDS = ("CONCEDE", "RETREAT")
ONE_SIDED = {"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "COERCE", "AID", "PROTEST", "MOBILIZE"}
"""Types in which what the source does to the target, the target does not do to the source."""

HELD_OUT = 0.3
"""Share of PLV's rows, by type, that no figure's model has seen in training."""


@dataclass(frozen=True)
class Example:
    """A pair with its labels. `auxiliary` and `mode` are None where they are not labelled.

    `composed` rows are many and alike: a run sees a share of them in each epoch.
    """

    sentence: str
    source: str
    target: str
    event: str
    mode: int | None
    auxiliary: tuple[float, ...] | None
    template: str
    part: str
    row: Row
    composed: bool = False


def read(path: Path) -> list[dict[str, str]]:
    """Rows of a TSV file with a header; lines that start with "#" are comments."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def own(folder: Path = HERE) -> list[Example]:
    """All of the project's own pairs, parts "train" and "test"."""
    return [
        _own(row, composed=path.stem == "composed" and row["event"] != NONE)
        for path in sorted(folder.glob("*.tsv"))
        if path.stem != "event_free"
        for row in read(path)
        if row.get("event")
    ]


def digest(folder: Path = HERE) -> str:
    """SHA-256 of the project's own data, by which figures say what they were measured on."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.tsv")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def event_free(folder: Path = HERE) -> list[Example]:
    """The project's own sentences in which nothing passes between the two actors."""
    return [_own({**row, "event": NONE}) for row in read(folder / "event_free.tsv")]


def plv(path: Path) -> tuple[list[Example], list[Example]]:
    """PLV's rows split by type into those to train on and those held out, always the same way."""
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    by_type: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_type[row["gold_root"]].append(row)
    chance = random.Random(5)
    train: list[Example] = []
    held: list[Example] = []
    for event in sorted(by_type):
        chance.shuffle(by_type[event])
        cut = round(len(by_type[event]) * HELD_OUT)
        held += [_plv(row, "held") for row in by_type[event][:cut]]
        train += [_plv(row, "plv") for row in by_type[event][cut:]]
    return train, held


def _plv(row: dict[str, str], part: str) -> Example:
    sentence, source, target = row["sentence"], row["source"], row["target"]
    return Example(
        sentence, source, target, row["gold_root"], None, None, "", part, mark(sentence, source, target)
    )


def _own(row: dict[str, str], *, composed: bool = False) -> Example:
    sentence, source, target, event = (row[key].strip() for key in ("sentence", "source", "target", "event"))
    if event not in events():
        raise ValueError(f"{row['id']}: no PLOVER type {event!r}")
    labelled = [name.strip() for name in (row.get("auxiliary") or "").replace(",", ";").split(";")]
    unknown = set(filter(None, labelled)) - set(auxiliaries())
    if unknown:
        raise ValueError(f"{row['id']}: no auxiliary mode {sorted(unknown)}")
    return Example(
        sentence,
        source,
        target,
        event,
        _mode(row["id"], event, (row.get("mode") or "").strip()),
        None if event == NONE else tuple(float(name in labelled) for name in auxiliaries()),
        row.get("template") or row["id"],
        row.get("part") or "train",
        mark(sentence, source, target),
        composed,
    )


def _mode(name: str, event: str, mode: str) -> int | None:
    """The mode's place in `modes()`; None where the type has no modes."""
    if (event, None) not in modes():
        return None
    if (event, mode or None) not in modes():
        raise ValueError(f"{name}: {event} has no mode {mode!r}")
    return modes().index((event, mode or None))


def turned(examples: list[Example], count: int, seed: int = 12) -> list[Example]:
    """Rows of one-sided types with the actors exchanged: nothing passes that way."""
    chance = random.Random(seed)
    given = {(e.sentence, e.source, e.target) for e in examples}
    one_sided = [
        e for e in examples if e.event in ONE_SIDED and (e.sentence, e.target, e.source) not in given
    ]
    out = []
    for e in chance.sample(one_sided, min(count, len(one_sided))):
        row = mark(e.sentence, e.target, e.source)
        out.append(
            Example(e.sentence, e.target, e.source, NONE, None, None, e.template, "train", row, composed=True)
        )
    return out


def joined(examples: list[Example], count: int, seed: int = 11) -> list[Example]:
    """Sentences made of two: each pair keeps its label, and a pair across the two has none.

    Teaches the coder to code what passes between the two marked actors and not what else the
    sentence tells.
    """
    chance = random.Random(seed)
    short = [e for e in examples if len(e.row.ids) < 40 and e.event != YIELD and e.sentence.endswith(".")]
    out = []
    for number in range(count):
        one, two = chance.sample(short, 2)
        links = (", and ", ", while ", "; ", ", a day after ", ", but ", ". ", ", as ", ". Meanwhile, ")
        link = chance.choice(links)
        sentence = one.sentence.rstrip(".") + link + two.sentence
        if number % 4:
            base = chance.choice((one, two))
            source, target, event = base.source, base.target, base.event
            mode, auxiliary = base.mode, base.auxiliary
        else:
            source, target, event, mode, auxiliary = one.source, two.target, NONE, None, None
        if len({one.source, one.target, two.source, two.target}) < 4:
            continue
        made = mark(sentence, source, target)
        out.append(
            Example(
                sentence, source, target, event, mode, auxiliary, one.template, "train", made, event != NONE
            )
        )
    return out
