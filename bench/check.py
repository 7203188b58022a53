"""Measures the check: slips found with the right kind and place, and false findings.

    python -m bench.check [--part dev|held] [--show KIND]

Each faithful brief in bench/gold/check is checked as it is (an error or a warning there is false),
and once with every slip that `bench.check_slips` can make in it.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.check_slips import KINDS, Slip, slips
from dragoman.sources import load
from dragoman.verify.check import check_prepared, dated
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Prepared, prepare

GOLD = Path(__file__).parent / "gold" / "check"


@dataclass
class Score:
    """Counts over one part of the pairs."""

    made: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    briefs: int = 0
    false: int = 0
    seconds: float = 0.0
    checks: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the slips found with the right kind and place."""
        return self.found.total() / max(1, self.made.total())

    @property
    def false_rate(self) -> float:
        """Errors and warnings a faithful brief."""
        return self.false / max(1, self.briefs)


def pairs(part: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (name, source, briefs) of "dev" or "held"."""
    for folder in sorted((GOLD / part).iterdir()):
        briefs = [p.read_text(encoding="utf8") for p in sorted(folder.glob("brief-*.txt"))]
        yield folder.name, (folder / "source.txt").read_text(encoding="utf8"), briefs


def prepared(text: str, name: str, source: Prepared | None = None) -> Prepared:
    """Load a text given directly and annotate it; a brief is dated by its source as `check` does."""
    document = load(text)
    return prepare(dated(document, [source.document]) if source else document, name)


def hit(slip: Slip, findings: list[Finding]) -> bool:
    """Whether the slip is among the findings: its kind, overlapping its place."""
    if slip.kind == "omitted":
        gone = set(slip.removed.lower().split())
        return any(
            f.kind == "omitted" and len(gone & set((f.source_text or "").lower().split())) >= 4
            for f in findings
        )
    return any(f.kind == slip.kind and f.start < slip.end and slip.start < f.end for f in findings)


def measure(part: str, show: str = "", only: str = "") -> Score:
    """Check every brief of a part, faithful and slipped."""
    score = Score()
    for name, source_text, briefs in pairs(part):
        if only and only not in name:
            continue
        source = prepared(source_text, f"{name}/source.txt")
        for number, text in enumerate(briefs, 1):
            label = f"{name}/brief-{number}"
            brief = prepared(text, label, source)
            began = time.perf_counter()
            findings = check_prepared(brief, [source])
            score.seconds += time.perf_counter() - began
            score.checks += 1
            score.briefs += 1
            wrong = [f for f in findings if f.severity != "note"]
            score.false += len(wrong)
            score.lines += [f"FALSE {label} {f.severity} {f.kind}: {f.text!r} {f.message}" for f in wrong]
            if brief.document.language != source.document.language:
                continue
            for slip in slips(text, source_text, brief.document.language):
                if show and slip.kind != show:
                    continue
                findings = check_prepared(
                    prepared(slip.text, label, source), [source], omitted=slip.kind == "omitted"
                )
                score.made[slip.kind] += 1
                if hit(slip, findings):
                    score.found[slip.kind] += 1
                else:
                    near = [f"{f.kind}:{f.text!r}" for f in findings if f.severity != "note"]
                    words = slip.text[max(0, slip.start - 30) : slip.end + 30].replace("\n", " ")
                    score.lines.append(f"MISSED {label} {slip.kind}: …{words}… got {near}")
    return score


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", choices=("dev", "held"), default="dev")
    parser.add_argument("--show", default="", help="only slips of this kind")
    parser.add_argument("--only", default="", help="only pairs whose name has this in it")
    parser.add_argument("--verbose", action="store_true", help="each slip missed and each false finding")
    options = parser.parse_args()
    score = measure(options.part, options.show, options.only)
    if options.verbose:
        print("\n".join(score.lines))
    for kind in KINDS:
        if score.made[kind]:
            found, made = score.found[kind], score.made[kind]
            print(f"{kind:14}{found:5} of {made:4}{found / made:8.2f}")
    print(f"{'all':14}{score.found.total():5} of {score.made.total():4}{score.recall:8.3f}")
    print(f"faithful briefs {score.briefs}, false errors and warnings {score.false}", end=" ")
    print(f"({score.false_rate:.2f} a brief)")
    print(f"comparing takes {1000 * score.seconds / max(1, score.checks):.0f} ms a brief once read")


if __name__ == "__main__":
    main()
