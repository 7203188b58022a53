"""Measures the event coder: F1 by type, confusion, calibration, false events, speed, memory.

    python -m bench.events [--gold FOLDER] [--whole ONNX] [--confusion]

On the own test part (the half that nothing was tuned on) and, where --gold has plv_train.tsv, on its
held-out rows, beside a keyword baseline and, with --whole (`python -m training` writes
build/training/coder-whole.onnx), beside the weights before quantisation. Speed is the best of three runs.
"""

import argparse
import json
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from training.rows import Example

from dragoman.coding.coder import FOLDER, Coder, shipped
from dragoman.coding.ontology import NONE
from dragoman.model import Code
from training import measure, rows

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"


def keyword_codes(examples: Sequence[Example]) -> list[Code]:
    """The baseline: the first pattern of keywords.tsv that stands in the sentence."""
    table = [
        (row["event"], re.compile(row["words"], re.IGNORECASE))
        for row in rows.read(Path(__file__).parent / "keywords.tsv")
    ]
    found = [next((e for e, p in table if p.search(x.sentence)), None) for x in examples]
    return [Code(event) for event in found]


def model_codes(coder: Coder) -> Callable[[Sequence[Example]], list[Code]]:
    """The coder as a function of examples."""
    return lambda examples: coder.code_many([(e.sentence, e.source, e.target) for e in examples])


def confusion(examples: Sequence[Example], coded: Sequence[Code]) -> str:
    """The confusions that occur, most frequent first."""
    pairs = Counter(
        (example.event, code.event or NONE)
        for example, code, right in zip(examples, coded, measure.right(examples, coded), strict=True)
        if not right
    )
    return "\n".join(f"  {gold:10} coded as {found:10} {n}" for (gold, found), n in pairs.most_common(25))


def speed(coder: Coder, examples: Sequence[Example]) -> float:
    """Pairs a second, the best of three runs."""
    pairs = [(e.sentence, e.source, e.target) for e in examples]
    coder.code_many(pairs[:50])
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        coder.code_many(pairs)
        best = max(best, len(pairs) / (time.perf_counter() - start))
    return best


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; see the module's header."""
    parser = argparse.ArgumentParser(prog="python -m bench.events")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder with plv_train.tsv")
    parser.add_argument("--whole", type=Path, help="ONNX file of the weights before quantisation")
    parser.add_argument("--confusion", action="store_true", help="show which types are taken for which")
    options = parser.parse_args(arguments)
    coder = shipped()
    figures = json.loads(FOLDER.joinpath("figures.json").read_text(encoding="utf8"))
    systems = {"keywords": keyword_codes, "int8": model_codes(coder)}
    if options.whole:
        systems["whole"] = model_codes(Coder(options.whole, coder.settings))
    parts = {"own test part": measure.test_half(rows.own())}
    plv = options.gold / "plv_train.tsv"
    if plv.is_file():
        seen = " (trained on)" if figures["plv"] == "all" else ""
        parts[f"PLV held out{seen}"] = rows.plv(plv)[1]
    free = rows.event_free()
    print(f"{coder.settings.version}, trained on PLV: {figures['plv']}")
    for label, examples in parts.items():
        merge = measure.merged if label.startswith("PLV") else measure.as_is
        for name, system in systems.items():
            coded = system(examples)
            values = measure.figures(examples, coded, merge)
            print(f"{label}, {name}: " + ", ".join(f"{key} {value:.4g}" for key, value in values.items()))
            if name == "int8":
                _details(examples, coded, merge, with_confusion=options.confusion)
    for name, system in systems.items():
        share = measure.false_events(system(free))
        print(f"event-free sentences ({len(free)}), {name}: false events {share:.3f}")
    print(f"int8: {speed(coder, parts['own test part'] * 3):.0f} pairs a second on all processors")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"memory of this process at its highest: {peak} MB")


def _details(
    examples: Sequence[Example],
    coded: Sequence[Code],
    merge: Callable[[str | None], str | None],
    *,
    with_confusion: bool,
) -> None:
    found = [merge(code.event) or NONE for code in coded]
    for label, value in sorted(measure.f1_by_label([e.event for e in examples], found).items(), key=str):
        print(f"  {label!s:10} F1 {value:.3f}")
    right = measure.right(examples, coded)
    error = measure.calibration_error(right, [code.confidence for code in coded])
    print(f"  expected calibration error {error:.3f}")
    if with_confusion:
        print(confusion(examples, coded))


if __name__ == "__main__":
    main()
