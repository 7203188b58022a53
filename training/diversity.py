"""Measure how varied the training data is: types, modes, frames a type, and distinct n-grams."""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.rows import HERE, read


def masked(row: dict[str, str]) -> str:
    """The sentence of a row with the two actors masked, in lower case."""
    return row["sentence"].replace(row["source"], "SSS", 1).replace(row["target"], "TTT", 1).lower()


def distinct(sentences: Iterable[str], size: int) -> float:
    """Different n-grams of `size` words among all of them (Li et al., 2016: distinct-n), 0 to 1."""
    grams = [
        tuple(words[i : i + size])
        for words in (sentence.split() for sentence in sentences)
        for i in range(len(words) - size + 1)
    ]
    return len(set(grams)) / len(grams) if grams else 0.0


def table(rows: list[dict[str, str]]) -> list[str]:
    """Lines that show rows, frames, modes and auxiliaries of each type."""
    by_event: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_event[row["event"]].append(row)
    lines = ["| type | rows | frames | modes | auxiliary |", "| --- | --- | --- | --- | --- |"]
    for event, own in sorted(by_event.items()):
        frames = len({row["template"] for row in own})
        modes = len({row["mode"] for row in own if row["mode"]})
        marked = sum(bool(row["auxiliary"]) for row in own)
        lines.append(f"| {event} | {len(own)} | {frames} | {modes} | {marked} |")
    return lines


def report(path: Path) -> list[str]:
    """Lines that describe one file."""
    rows = read(path)
    sentences = sorted({row["sentence"] for row in rows})
    forms = sorted({masked(row) for row in rows})
    words = [len(sentence.split()) for sentence in sentences]
    opening = Counter(" ".join(form.split()[:2]) for form in forms).most_common(1)[0]
    return [
        f"{path.name}: {len(rows)} rows, {len(sentences)} sentences, "
        f"{len({row['template'] for row in rows})} frames; "
        f"words a sentence {min(words)} to {max(words)}, mean {sum(words) / len(words):.1f}; "
        f"distinct-1 {distinct(forms, 1):.3f}, distinct-2 {distinct(forms, 2):.3f}, "
        f"distinct-3 {distinct(forms, 3):.3f} (actors masked); "
        f"commonest opening {opening[0]!r} in {100 * opening[1] / len(forms):.1f}%"
    ]


def main() -> None:
    """Print the measures of every file, and the table of types over all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=HERE, help="folder of the TSV files")
    folder = parser.parse_args().folder
    paths = sorted(folder.glob("*.tsv"))
    for path in paths:
        print("\n".join(report(path)))
    print("\n".join(table([row for path in paths for row in read(path)])))


if __name__ == "__main__":
    main()
