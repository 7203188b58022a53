"""The network of the second reading, for fitting: MiniLM with heads for words, candidates and pairs of words.

The sums are those of `dragoman.coding.second.network`; the names of the layers are the names in its file.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.coding.second.candidates import SORTS
from dragoman.coding.second.features import DISTANCES, FORMS, KINDS, STATES, Window
from training.network import WIDTH, pretrained

HIDDEN, CHANNELS = 192, 4


@dataclass
class Row:
    """A window as tensors, as `Window` says."""

    ids: Tensor
    words: Tensor
    forms: Tensor
    spans: Tensor
    sorts: Tensor
    far: Tensor
    apart: Tensor
    states: Tensor
    kinds: Tensor
    held: Tensor
    joint: Tensor
    channels: Tensor
    same: list[Tensor]


def row_of(window: Window) -> Row:
    """Return a window as tensors."""
    names = ("ids", "words", "forms", "spans", "sorts", "far", "apart", "states", "kinds", "held", "joint")
    given = {name: torch.from_numpy(getattr(window, name)) for name in names}
    channels = torch.tensor([c.channel for c in window.named], dtype=torch.long)
    return Row(**given, channels=channels, same=[torch.tensor(list(group)) for group in window.same])


def _gelu(x: Tensor) -> Tensor:
    return functional.gelu(x, approximate="tanh")


class Second(nn.Module):
    """The encoder with its heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.coder = pretrained(1, 1, 1, dropout=dropout)
        self.drop = nn.Dropout(dropout)
        self.tell, self.form = nn.Linear(2 * WIDTH, HIDDEN), nn.Embedding(len(FORMS), HIDDEN)
        self.rule_state = nn.Embedding(2 * len(STATES) + 1, HIDDEN)
        self.rule_kind = nn.Embedding(len(KINDS) + 1, HIDDEN)
        self.state, self.kind = nn.Linear(HIDDEN, len(STATES) + 1), nn.Linear(HIDDEN, len(KINDS))
        self.most = nn.Linear(HIDDEN, 1)
        self.word, self.one = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN)
        self.sort, self.far = nn.Embedding(len(SORTS), HIDDEN), nn.Embedding(DISTANCES, HIDDEN)
        self.held, self.pair = nn.Embedding(5, HIDDEN), nn.Linear(2 * HIDDEN, HIDDEN)
        self.fits = nn.Linear(HIDDEN, CHANNELS)
        self.join, self.apart = nn.Linear(WIDTH, HIDDEN), nn.Embedding(DISTANCES, HIDDEN)
        self.joint, self.both = nn.Embedding(3, HIDDEN), nn.Linear(2 * HIDDEN, HIDDEN)
        self.same = nn.Linear(HIDDEN, 1)
        # What no document has (days without a day of publication) stays near zero.
        for part in self.modules():
            if isinstance(part, nn.Embedding) and part.embedding_dim == HIDDEN:
                nn.init.normal_(part.weight, std=0.02)

    def encode(self, ids: Tensor) -> Tensor:
        """Rows of ids (batch, tokens), padded with 0, to states (batch, tokens, WIDTH)."""
        coder = self.coder
        x = coder.embedding_norm(coder.words(ids) + coder.positions.weight[: ids.shape[1]])
        x, mask = self.drop(x), (ids != 0)[:, None, None, :]
        for layer in coder.layers:
            x = layer(x, mask)
        return x

    def told(self, x: Tensor, row: Row, on: int = 1) -> tuple[Tensor, Tensor, Tensor]:
        """States (W, 7), kinds (W, 8) and which word says most (W), as logits; `on` 0 hides the rules."""
        words = x[row.words]
        hidden = _gelu(self.tell(self.drop(torch.cat([words, x[0].expand_as(words)], dim=1))))
        hidden = hidden + self.form(row.forms) + self.rule_state(row.states * on)
        hidden = self.drop(hidden + self.rule_kind(row.kinds * on))
        return self.state(hidden), self.kind(hidden), self.most(hidden)[:, 0]

    def fitting(self, x: Tensor, row: Row, chosen: Tensor, on: int = 1) -> Tensor:
        """Log odds (K, E) that candidates, by key, belong to the engagements of the chosen words."""
        if not len(row.sorts):
            return x.new_zeros(len(chosen), 0)
        word = self.word(self.drop(x[row.words[chosen]]))[:, None, :]
        ends = (x[row.spans[:, 0]] + x[row.spans[:, 1]]) / 2
        one = (self.one(self.drop(ends)) + self.sort(row.sorts))[None, :, :]
        where = self.far(row.far[chosen]) + self.held(row.held[chosen] * on)
        joined = _gelu(torch.cat([word * one, word + one + where], dim=2))
        odds = self.fits(self.drop(_gelu(self.pair(joined))))
        own = odds.gather(2, row.channels[None, :, None].expand(len(chosen), -1, 1))[..., 0]
        return torch.stack([torch.logsumexp(own[:, group], dim=1) for group in row.same], dim=1)

    def alike(self, x: Tensor, row: Row, chosen: Tensor, on: int = 1) -> Tensor:
        """Log odds (K, K) that chosen words tell of the same engagement."""
        own = self.join(self.drop(x[row.words[chosen]]))
        a, b = own[:, None, :].expand(-1, len(own), -1), own[None, :, :].expand(len(own), -1, -1)
        where = self.apart(row.apart[chosen][:, chosen]) + self.joint(row.joint[chosen][:, chosen] * on)
        hidden = _gelu(self.both(_gelu(torch.cat([a * b, torch.abs(a - b) + where], dim=2))))
        odds: Tensor = self.same(self.drop(hidden))[..., 0]
        return (odds + odds.T) / 2
