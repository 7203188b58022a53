"""Fits the coder to examples: one run a seed from the same start, then the mean of their weights.

Runs that start from the same weights and heads and differ only in order and noise end in one
basin; the mean of their weights (a "model soup", Wortsman et al. 2022) is a steadier model than
any of them at the cost of one.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from dragoman.coding.ontology import auxiliaries, events, modes
from training.network import LAYERS, Coder, Scores, pretrained
from training.rows import YIELD, YIELDS, Example


@dataclass(frozen=True)
class Recipe:
    """What was chosen by measurement on the held-out rows; docs/explanation/event-coder.md has why."""

    epochs: int = 3
    composed_share: float = 0.35
    batch: int = 24
    rate: float = 2e-4
    layer_decay: float = 0.9
    head_rate: float = 3.0
    warmup: float = 0.1
    smoothing: float = 0.1
    balance: float = 0.5
    plv_weight: float = 1.5
    mode_weight: float = 0.3
    auxiliary_weight: float = 0.3
    seeds: tuple[int, ...] = (1, 2)


def batches(examples: Sequence[Example], size: int, chance: random.Random | None) -> list[list[Example]]:
    """Batches of rows of like length, in chance order (or in the order given, without chance)."""
    rows = list(examples)
    if chance:
        chance.shuffle(rows)
    out = []
    for start in range(0, len(rows), size * 16):
        pool = rows[start : start + size * 16]
        if chance:
            pool.sort(key=lambda example: len(example.row.ids))
        out += [pool[i : i + size] for i in range(0, len(pool), size)]
    if chance:
        chance.shuffle(out)
    return out


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Padded ids and the positions of the markers."""
    width = max(len(example.row.ids) for example in batch)
    ids = torch.zeros(len(batch), width, dtype=torch.long)
    for i, example in enumerate(batch):
        ids[i, : len(example.row.ids)] = torch.tensor(example.row.ids)
    source = torch.tensor([example.row.source for example in batch])
    return ids, source, torch.tensor([example.row.target for example in batch])


class Loss:
    """The loss of a batch: type, mode and auxiliary modes, each where it is labelled."""

    def __init__(self, examples: Sequence[Example], recipe: Recipe) -> None:
        self.recipe = recipe
        counts: Counter[str] = Counter()
        for example in examples:
            for event in YIELDS if example.event == YIELD else (example.event,):
                counts[event] += 1
        raw = {event: (len(examples) / (counts[event] or 1)) ** recipe.balance for event in events()}
        raw[YIELD] = sum(raw[event] for event in YIELDS) / 2
        weights = [self._weight(example, raw) for example in examples]
        self.weights = {event: value * len(weights) / sum(weights) for event, value in raw.items()}
        self.yields = [events().index(event) for event in YIELDS]
        self.groups = torch.tensor([list(dict.fromkeys(e for e, _ in modes())).index(e) for e, _ in modes()])

    def _weight(self, example: Example, weights: dict[str, float]) -> float:
        return weights[example.event] * (self.recipe.plv_weight if example.part in ("plv", "held") else 1.0)

    def __call__(self, scores: Scores, batch: Sequence[Example]) -> Tensor:
        """The mean loss over the batch."""
        scores = Scores(scores.event.cpu(), scores.mode.cpu(), scores.auxiliary.cpu())
        weight = torch.tensor([self._weight(example, self.weights) for example in batch])
        log = functional.log_softmax(scores.event, dim=1)
        merged = torch.logsumexp(log[:, self.yields], dim=1)
        picked = torch.stack(
            [
                merged[i] if example.event == YIELD else log[i, events().index(example.event)]
                for i, example in enumerate(batch)
            ]
        )
        smoothing = self.recipe.smoothing
        loss = -(weight * ((1 - smoothing) * picked + smoothing * log.mean(dim=1))).mean()
        moded = [(i, example.mode) for i, example in enumerate(batch) if example.mode is not None]
        if moded:
            rows = [i for i, _ in moded]
            wanted = torch.tensor([mode for _, mode in moded])
            allowed = self.groups[None, :] == self.groups[wanted][:, None]
            logits = scores.mode[rows].masked_fill(~allowed, -1e4)
            loss = loss + self.recipe.mode_weight * functional.cross_entropy(
                logits, wanted, reduction="sum"
            ) / len(batch)
        marked = [(i, example.auxiliary) for i, example in enumerate(batch) if example.auxiliary is not None]
        if marked:
            rows = [i for i, _ in marked]
            given = torch.tensor([list(auxiliary) for _, auxiliary in marked])
            loss = loss + self.recipe.auxiliary_weight * functional.binary_cross_entropy_with_logits(
                scores.auxiliary[rows], given, reduction="sum"
            ) / len(batch)
        return loss


def fit(examples: Sequence[Example], recipe: Recipe, seed: int, *, log: bool = True) -> Coder:
    """One run over the examples from MiniLM's weights. The heads start alike for every seed."""
    torch.manual_seed(0)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    coder = pretrained(len(events()), len(modes()), len(auxiliaries()))
    coder.to(device)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    optimizer = torch.optim.AdamW(_groups(coder, recipe), betas=(0.9, 0.98), fused=True)
    loss_of = Loss(examples, recipe)
    epochs = []
    for _ in range(recipe.epochs):
        rows = [e for e in examples if not e.composed or chance.random() < recipe.composed_share]
        epochs.append(batches(rows, recipe.batch, chance))
    steps = sum(map(len, epochs))
    done, start = 0, time.monotonic()
    coder.train()
    for epoch, rounds in enumerate(epochs, start=1):
        total = 0.0
        for batch in rounds:
            done += 1
            share = min(done / (steps * recipe.warmup), max(steps - done, 0) / (steps * (1 - recipe.warmup)))
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * min(share, 1.0)
            ids, source, target = (tensor.to(device) for tensor in tensors(batch))
            loss = loss_of(coder(ids, source, target), batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(coder.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            total += loss.item()
        if log:
            spent = time.monotonic() - start
            print(f"seed {seed} epoch {epoch} loss {total / len(rounds):.3f} {spent:.0f}s", flush=True)
    coder.eval()
    coder.cpu()
    return coder


def fit_all(examples: Sequence[Example], recipe: Recipe) -> Coder:
    """The mean of the recipe's runs: side by side on one processor each, or in turn on a GPU."""
    workers = min(len(recipe.seeds), os.cpu_count() or 1)
    if torch.cuda.is_available() or workers == 1:
        return soup([fit(examples, recipe, seed) for seed in recipe.seeds])
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        states = list(pool.map(_run, repeat(examples), repeat(recipe), recipe.seeds))
    return soup([_coder(state) for state in states])


def _run(examples: Sequence[Example], recipe: Recipe, seed: int) -> dict[str, Any]:
    """One run on one thread; weights as arrays, since tensors do not outlive their process."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    return {name: tensor.numpy() for name, tensor in fit(examples, recipe, seed).state_dict().items()}


def _coder(state: dict[str, Any]) -> Coder:
    coder = Coder(len(events()), len(modes()), len(auxiliaries()))
    coder.load_state_dict({name: torch.from_numpy(array) for name, array in state.items()})
    coder.eval()
    return coder


def save(coder: Coder, path: Path, *, minutes: float) -> None:
    """Write the weights before quantisation, with the minutes that fitting them took."""
    state = {name: tensor.contiguous() for name, tensor in coder.state_dict().items()}
    save_file(state, str(path), metadata={"minutes": f"{minutes:.1f}"})


def load(path: Path) -> tuple[Coder, float]:
    """Weights that `save` wrote, and the minutes that fitting them took."""
    with safe_open(str(path), "pt") as file:
        minutes = float(file.metadata()["minutes"])
        return _coder({name: file.get_tensor(name).numpy() for name in file.keys()}), minutes  # noqa: SIM118


def _groups(coder: Coder, recipe: Recipe) -> list[dict[str, object]]:
    """One group a tensor: deeper layers learn faster than the ones near the words."""
    out: list[dict[str, object]] = []
    for name, tensor in coder.named_parameters():
        if name.startswith("layers."):
            rate = recipe.rate * recipe.layer_decay ** (LAYERS - 1 - int(name.split(".")[1]))
        elif name.startswith(("words", "positions", "embedding_norm")):
            rate = recipe.rate * recipe.layer_decay**LAYERS
        else:
            rate = recipe.rate * recipe.head_rate
        decay = 0.01 if tensor.ndim > 1 and not name.startswith(("words", "positions")) else 0.0
        out.append({"params": [tensor], "lr": rate, "rate": rate, "weight_decay": decay})
    return out


def soup(coders: Sequence[Coder]) -> Coder:
    """A coder whose weights are the mean of the coders' weights."""
    states = [coder.state_dict() for coder in coders]
    mean = {name: torch.stack([state[name] for state in states]).mean(dim=0) for name in states[0]}
    coders[0].load_state_dict(mean)
    return coders[0]
