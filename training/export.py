"""Writes a fitted coder as an ONNX graph, whole or with int8 weights.

The graph reads one pair: `ids` (tokens) and `marks` (3: [CLS] and the markers before source and
target), without padding. Its activations are quantised anew for each pair (dynamic quantisation),
and since a pair is never run beside another, its answer cannot depend on what else is in a batch.
Weights have a scale an output channel and seven bits, so that the 16-bit sums of processors
without VNNI cannot overflow and every processor gives the same answer.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, ValueInfoProto, helper, numpy_helper
from torch import nn

from dragoman.coding.marking import MAX_TOKENS
from training.network import EPSILON, HEADS, LAYERS, WIDTH, Coder

WEIGHT_LIMIT = 63
"""Largest whole number of a quantised weight: 255 * 63 * 2 < 2 ** 15."""


class Graph:
    """An ONNX graph under construction; each method adds a node and gives its output's name."""

    def __init__(self, *, quantised: bool) -> None:
        self.quantised = quantised
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, values: np.ndarray) -> str:
        """A constant of the graph."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", **settings: object) -> str:
        """A node; the names of several outputs are the one given with .0, .1, ..."""
        name = f"n{len(self.nodes)}"
        names = [name] if outputs == 1 else [f"{name}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **settings))
        return name

    def dense(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """`x` times `weight` (outputs, inputs) plus `bias`."""
        if not self.quantised:
            return self.add("Add", self.add("MatMul", x, self.constant(weight.T)), self.constant(bias))
        scale, whole = quantise(weight)
        return self.add(
            "DynamicQuantizeMatMul",
            x,
            self.constant(whole.T),
            self.constant(scale),
            "",
            self.constant(bias),
            domain="com.microsoft",
        )

    def norm(self, x: str, layer: nn.LayerNorm) -> str:
        """Layer normalisation."""
        weight, bias = self.constant(array(layer.weight)), self.constant(array(layer.bias))
        return self.add("LayerNormalization", x, weight, bias, epsilon=EPSILON)

    def gelu(self, x: str) -> str:
        """The exact Gaussian error linear unit."""
        return self.add("Gelu", x)


def array(tensor: object) -> np.ndarray:
    """A tensor as float32 numbers."""
    out: np.ndarray = tensor.detach().numpy().astype(np.float32)  # type: ignore[attr-defined]
    return out


def quantise(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A scale a row and the row in whole numbers of WEIGHT_LIMIT at most."""
    scale = np.maximum(np.abs(weight).max(axis=1), 1e-8).astype(np.float32) / WEIGHT_LIMIT
    return scale, np.round(weight / scale[:, None]).astype(np.int8)


def write(coder: Coder, path: Path, *, quantised: bool) -> None:
    """Write the coder to `path`."""
    graph = Graph(quantised=quantised)
    x = graph.norm(graph.add("Add", _words(graph, coder), _positions(graph, coder)), coder.embedding_norm)
    for number, layer in enumerate(coder.layers, start=1):
        x = _layer(graph, layer, x, "marks" if number == LAYERS else None)
    flat = graph.add("Reshape", x, graph.constant(np.array([1, 3 * WIDTH], dtype=np.int64)))
    pooled = graph.gelu(graph.dense(flat, array(coder.pool.weight), array(coder.pool.bias)))
    outputs = []
    for name in ("event", "mode", "auxiliary"):
        head = getattr(coder, name)
        weight, bias = graph.constant(array(head.weight).T), graph.constant(array(head.bias))
        graph.nodes.append(helper.make_node("Gemm", [pooled, weight, bias], [name]))
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, len(array(head.bias))]))
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["tokens"]),
        helper.make_tensor_value_info("marks", TensorProto.INT64, [3]),
    ]
    _save(graph, inputs, outputs, path)


def write_encoder(coder: Coder, path: Path) -> None:
    """Write the encoder alone with int8 weights: `ids` (tokens) to `states` (tokens, WIDTH)."""
    graph = Graph(quantised=True)
    x = graph.norm(
        graph.add("Add", _words(graph, coder), _positions(graph, coder, whole=True)), coder.embedding_norm
    )
    for layer in coder.layers:
        x = _layer(graph, layer, x, None)
    graph.nodes.append(helper.make_node("Identity", [x], ["states"]))
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["tokens"])]
    outputs = [helper.make_tensor_value_info("states", TensorProto.FLOAT, ["tokens", WIDTH])]
    _save(graph, inputs, outputs, path)


def write_heads(network: nn.Module, path: Path) -> None:
    """Write every weight outside the encoder as 16-bit numbers."""
    state = network.state_dict()
    heads: dict[str, Any] = {
        name: array(state[name]).astype(np.float16) for name in sorted(state) if not name.startswith("coder.")
    }
    with path.open("wb") as file:
        np.savez_compressed(file, **heads)


def _save(graph: Graph, inputs: list[ValueInfoProto], outputs: list[ValueInfoProto], path: Path) -> None:
    model = helper.make_model(
        helper.make_graph(graph.nodes, "coder", inputs, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)],
        ir_version=9,
        producer_name="dragoman",
    )
    path.write_bytes(model.SerializeToString(deterministic=True))


def _words(graph: Graph, coder: Coder) -> str:
    weight = array(coder.words.weight)
    if not graph.quantised:
        return graph.add("Gather", graph.constant(weight), "ids")
    scale = np.maximum(np.abs(weight).max(axis=1, keepdims=True), 1e-8).astype(np.float32) / 127
    whole = np.round(weight / scale).astype(np.int8)
    rows = graph.add("Cast", graph.add("Gather", graph.constant(whole), "ids"), to=TensorProto.FLOAT)
    return graph.add("Mul", rows, graph.add("Gather", graph.constant(scale), "ids"))


def _positions(graph: Graph, coder: Coder, *, whole: bool = False) -> str:
    table = graph.constant(array(coder.positions.weight)[: None if whole else MAX_TOKENS])
    zero = graph.constant(np.array([0], dtype=np.int64))
    return graph.add("Slice", table, zero, graph.add("Shape", "ids"), zero)


def _layer(graph: Graph, layer: nn.Module, x: str, at: str | None) -> str:
    """One layer; with `at`, only the states at those positions are made."""
    split = graph.constant(np.array([-1, HEADS, WIDTH // HEADS], dtype=np.int64))
    shrink = np.float32((WIDTH // HEADS) ** -0.5)
    wanted = graph.add("Gather", x, at) if at else x
    parts = []
    for name, states, turn in (("query", wanted, [1, 0, 2]), ("key", x, [1, 2, 0]), ("value", x, [1, 0, 2])):
        dense = getattr(layer, name)
        factor = shrink if name == "query" else np.float32(1)
        made = graph.dense(states, array(dense.weight) * factor, array(dense.bias) * factor)
        parts.append(graph.add("Transpose", graph.add("Reshape", made, split), perm=turn))
    weights = graph.add("Softmax", graph.add("MatMul", parts[0], parts[1]), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", weights, parts[2]), perm=[1, 0, 2])
    mixed = graph.add("Reshape", mixed, graph.constant(np.array([-1, WIDTH], dtype=np.int64)))
    output, inner, outer = layer.output, layer.inner, layer.outer
    mixed = graph.dense(mixed, array(output.weight), array(output.bias))
    y = graph.norm(graph.add("Add", wanted, mixed), layer.attention_norm)
    z = graph.gelu(graph.dense(y, array(inner.weight), array(inner.bias)))
    z = graph.dense(z, array(outer.weight), array(outer.bias))
    return graph.norm(graph.add("Add", y, z), layer.norm)
