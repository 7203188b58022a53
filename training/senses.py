"""Makes the weights of the sense of engagements: whether a sentence tells of one, and in which state.

    uv run --group training python -m training.senses [--epochs N] [--out FOLDER]

The network is the event coder's (MiniLM, six layers) with other heads, fitted to sentences written for
it (training/data/engagements), to the words by which the documents of bench/gold/engagements that are
open to development tell their engagements, and to all sentences of those that have none. The held-out
folders are never read. Written: the int8 graph, and how often it is right on a tenth kept apart.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.coding.marking import tokenizer
from dragoman.coding.sense import KINDS, LONGEST, STATES, ids_of
from training import export
from training.network import Coder, pretrained

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "training" / "data" / "engagements"
GOLD = ROOT / "bench" / "gold" / "engagements"
OPEN = ("dev", "second", "third", "fourth", "fifth", "sixth")
SHIPPED = ROOT / "src" / "dragoman" / "coding" / "model"
BATCH, RATE, HEAD_RATE, WARMUP, KIND_WEIGHT, SMOOTHING = 24, 1e-4, 4e-4, 0.1, 0.4, 0.05
KEPT_APART = 10  # every tenth written sentence is measured on and not fitted to
_END = re.compile(r"(?<=[.!?…»”])\s+(?=[A-ZÀ-Ý«“\"])|\n+")


@dataclass(frozen=True)
class Example:
    """A sentence with the state that it tells (0: none) and the kind (None where none is told)."""

    ids: list[int]
    state: int
    kind: int | None


def example(sentence: str, state: str, kind: str) -> Example:
    """Make an example of labels as words; "none" and "-" tell of no engagement."""
    told = state in STATES
    return Example(
        ids_of(sentence), STATES.index(state) + 1 if told else 0, KINDS.index(kind) if told else None
    )


def written() -> Iterator[Example]:
    """The sentences that were written for this."""
    for path in sorted(WRITTEN.glob("*.tsv")):
        with path.open(encoding="utf8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield example(row["sentence"], row["status"], row["kind"])


def annotated() -> Iterator[Example]:
    """The sentences of annotated documents: those that tell an engagement, all of documents without one."""
    for folder in OPEN:
        for row in json.loads((GOLD / folder / "gold.json").read_text(encoding="utf8")):
            text = (GOLD / folder / f"{row['id']}.txt").read_text(encoding="utf8")
            sentences = [s.strip() for s in _END.split(text) if len(s.split()) > 3]
            if not row["engagements"]:
                yield from (example(s, "none", "-") for s in sentences)
            for told in row["engagements"]:
                words = " ".join((told.get("evidence") or "").split())
                home = next((s for s in sentences if words and words in " ".join(s.split())), None)
                if home is not None:
                    yield example(home, told["status"], told["kind"])


def tensors(batch: Sequence[Example]) -> Tensor:
    """Padded ids."""
    ids = torch.zeros(len(batch), max(len(e.ids) for e in batch), dtype=torch.long)
    for i, one in enumerate(batch):
        ids[i, : len(one.ids)] = torch.tensor(one.ids)
    return ids


def batches(examples: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Batches of sentences of like length, in chance order."""
    rows = list(examples)
    chance.shuffle(rows)
    out = []
    for start in range(0, len(rows), BATCH * 16):
        pool = sorted(rows[start : start + BATCH * 16], key=lambda e: len(e.ids))
        out += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    chance.shuffle(out)
    return out


def fit(examples: Sequence[Example], epochs: int) -> Coder:
    """Fit the network from MiniLM's weights."""
    torch.manual_seed(1)
    chance = random.Random(1)
    coder = pretrained(len(STATES) + 1, len(KINDS), 1)
    heads = [*coder.pool.parameters(), *coder.event.parameters(), *coder.mode.parameters()]
    own = {id(p) for p in heads}
    body = [p for p in coder.parameters() if id(p) not in own]
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rounds = [batch for _ in range(epochs) for batch in batches(examples, chance)]
    warm = max(1, int(WARMUP * len(rounds)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda done: min((done + 1) / warm, (len(rounds) - done) / max(1, len(rounds) - warm))
    )
    coder.train()
    started, total = time.monotonic(), 0.0
    for done, batch in enumerate(rounds, start=1):
        ids = tensors(batch)
        at = torch.zeros(len(batch), dtype=torch.long)
        scores = coder(ids, at, at)
        states = torch.tensor([e.state for e in batch])
        loss = functional.cross_entropy(scores.event, states, label_smoothing=SMOOTHING)
        told = [i for i, e in enumerate(batch) if e.kind is not None]
        if told:
            kinds = torch.tensor([e.kind for e in batch if e.kind is not None])
            loss = loss + KIND_WEIGHT * functional.cross_entropy(scores.mode[told], kinds)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(coder.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        if done % 50 == 0:
            print(f"{done}/{len(rounds)} loss {total / 50:.3f} {time.monotonic() - started:.0f}s", flush=True)
            total = 0.0
    coder.eval()
    return coder


def measure(coder: Coder, examples: Sequence[Example]) -> dict[str, float]:
    """Shares of the kept-apart sentences that are right: told or not, the state, the kind."""
    right = {"told": 0, "state": 0, "kind": 0}
    told = [e for e in examples if e.state]
    with torch.no_grad():
        for one in examples:
            at = torch.zeros(1, dtype=torch.long)
            scores = coder(tensors([one]), at, at)
            best = int(scores.event[0].argmax())
            right["told"] += (best > 0) == (one.state > 0)
            if one.state:
                right["state"] += int(scores.event[0][1:].argmax()) + 1 == one.state
                right["kind"] += int(scores.mode[0].argmax()) == one.kind
    return {
        "told": right["told"] / len(examples),
        "state": right["state"] / len(told),
        "kind": right["kind"] / len(told),
    }


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    assert tokenizer().get_vocab_size() > LONGEST
    every = list(written())
    apart = every[::KEPT_APART]
    rest = [e for i, e in enumerate(every) if i % KEPT_APART]
    coder = fit([*rest, *annotated()], options.epochs)
    figures = {name: round(share, 4) for name, share in measure(coder, apart).items()}
    export.write(coder, options.out / "sense.onnx", quantised=True)
    (options.out / "sense.json").write_text(
        json.dumps({"sentences": len(every), "apart": len(apart), **figures}, indent=1) + "\n",
        encoding="utf8",
    )
    print(figures)


if __name__ == "__main__":
    main()
