"""Makes the weights of the second reading: which words tell of an engagement, and who, when and where it is.

    uv run --group training python -m training.second [--epochs N] [--out FOLDER]

Fitted to the documents of training/data/documents and those of bench/gold/engagements that are open to
development; the held-out folders and `eighth`, on which the bounds are chosen, are never read. What the
rules read is given too, since the network shall know when to believe them; it is hidden from it in a part
of the documents, in most of those on which the rules were developed, where they are better than elsewhere.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training import export
from training.second_data import Example, examples
from training.second_network import Second

SHIPPED = Path(__file__).parent.parent / "src" / "dragoman" / "coding" / "model"
BATCH_TOKENS, BATCH_ROWS, POOL = 2200, 24, 64
RATE, HEAD_RATE, WARMUP, SMOOTHING = 1e-4, 6e-4, 0.1, 0.02
WEIGHTS = {
    "state": 1 / 30,
    "kind": 0.3 / 8,
    "most": 0.2 / 8,
    "fits": 1 / 100,
    "whole": 1 / 60,
    "same": 1 / 60,
}
"""Weights of the parts of the loss, each summed over a window."""


def loss_of(network: Second, x: Tensor, one: Example, on: int) -> Tensor:
    """The loss of one window, whose states are `x`; `on` 0 hides what the rules read."""
    row, gold = one.row, one.labels
    state, kind, most = network.told(x, row, on)
    told = functional.cross_entropy(
        state, gold.states, ignore_index=-1, label_smoothing=SMOOTHING, reduction="sum"
    )
    total = WEIGHTS["state"] * told if bool((gold.states >= 0).any()) else 0 * state.sum()
    chosen = gold.heads
    if not len(chosen):
        return total
    sums = functional.binary_cross_entropy_with_logits
    total = total + WEIGHTS["kind"] * functional.cross_entropy(
        kind[chosen], gold.kinds[chosen], reduction="sum"
    )
    total = total + WEIGHTS["most"] * sums(most[chosen], gold.most[chosen], reduction="sum")
    fits = network.fitting(x, row, chosen, on)
    if fits.shape[1]:
        each = sums(fits, gold.fits, reduction="none") * gold.counted
        total = total + WEIGHTS["fits"] * each.sum()
        for rows, fit, counted in gold.wholes:  # an engagement over all its words
            whole = torch.logsumexp(fits[rows], dim=0) - torch.log(torch.tensor(float(len(rows))))
            total = total + WEIGHTS["whole"] * (sums(whole, fit, reduction="none") * counted).sum()
    if len(chosen) > 1:
        odds = network.alike(x, row, chosen, on)
        apart = ~torch.eye(len(chosen), dtype=torch.bool)
        total = total + WEIGHTS["same"] * sums(odds[apart], gold.same[apart], reduction="sum")
    return total


def batches(given: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, some BATCH_TOKENS in each, in chance order."""
    rows = list(given)
    chance.shuffle(rows)
    out: list[list[Example]] = []
    for start in range(0, len(rows), POOL):
        batch: list[Example] = []
        for one in sorted(rows[start : start + POOL], key=lambda e: len(e.row.ids)):
            if (batch and (len(batch) + 1) * len(one.row.ids) > BATCH_TOKENS) or len(batch) == BATCH_ROWS:
                out.append(batch)
                batch = []
            batch.append(one)
        out.append(batch)
    chance.shuffle(out)
    return out


def fit(given: Sequence[Example], epochs: int) -> Second:
    """Fit the network from MiniLM's weights."""
    torch.manual_seed(1)
    chance = random.Random(1)
    network = Second()
    body = [p for name, p in network.named_parameters() if name.startswith("coder.")]
    heads = [p for name, p in network.named_parameters() if not name.startswith("coder.")]
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rounds = [batch for _ in range(epochs) for batch in batches(given, chance)]
    warm = max(1, int(WARMUP * len(rounds)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda done: min((done + 1) / warm, (len(rounds) - done) / max(1, len(rounds) - warm))
    )
    network.train()
    started, total = time.monotonic(), 0.0
    for done, batch in enumerate(rounds, start=1):
        ids = torch.zeros(len(batch), max(len(e.row.ids) for e in batch), dtype=torch.long)
        for i, one in enumerate(batch):
            ids[i, : len(one.row.ids)] = one.row.ids
        with torch.autocast("cpu", dtype=torch.bfloat16):  # half the time where the processor has it
            x = network.encode(ids)
        x = x.float()
        parts = [
            loss_of(network, x[i], one, int(chance.random() > one.hidden)) for i, one in enumerate(batch)
        ]
        loss = torch.stack(parts).mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        if done % 100 == 0:
            print(
                f"{done}/{len(rounds)} loss {total / 100:.3f} {time.monotonic() - started:.0f}s", flush=True
            )
            total = 0.0
    network.eval()
    return network


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    given = examples()
    print(f"{len(given)} windows", flush=True)
    network = fit(given, options.epochs)
    options.out.mkdir(parents=True, exist_ok=True)
    export.write_encoder(network.coder, options.out / "second.onnx")
    export.write_heads(network, options.out / "second.npz")


if __name__ == "__main__":
    main()
