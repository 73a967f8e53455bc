"""Network -> float32 ONNX, written node by node so that the graph is the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.encoder import Encoder
from training.network import Network


class Graph:
    """Nodes and constants as they are added. A name belongs to one value."""

    def __init__(self, ease: Mapping[nn.Module, Tensor]) -> None:
        self.ease = ease
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value) -> str:
        array = value.detach().numpy() if hasattr(value, "detach") else np.asarray(value)
        self.constants.append(numpy_helper.from_array(array.copy(order="C"), name))
        return name

    def add(self, kind: str, name: str, *inputs: str, **attributes) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def linear(self, name: str, x: str, layer) -> str:
        weight = layer.weight
        if layer in self.ease:
            x = self.add("Mul", f"{name}.eased", x, self.constant(f"{name}.ease", 1 / self.ease[layer]))
            weight = weight * self.ease[layer]
        y = self.add("MatMul", f"{name}.matmul", x, self.constant(f"{name}.weight", weight.T))
        return y if layer.bias is None else self.add("Add", f"{name}.sum", y, self.constant(f"{name}.bias", layer.bias))

    def norm(self, name: str, x: str, layer) -> str:
        scale, bias = self.constant(f"{name}.scale", layer.weight), self.constant(f"{name}.shift", layer.bias)
        return self.add("LayerNormalization", name, x, scale, bias, axis=-1, epsilon=layer.eps)


def graph_of(network: Network, pieces: int, ease: Mapping[nn.Module, Tensor]) -> onnx.ModelProto:
    """Ids and looks [1, pieces] -> tags [1, pieces, 13], links and bounds [1, pieces, 512], none [1, pieces, 1].

    ``ease`` has the factor by which each input of a linear layer is divided and its weights multiplied.
    """
    g, e = Graph(ease), network.encoder
    looks = g.add("Gather", "looks", g.constant("look.table", e.look.weight), "look")
    x = g.norm("norm", g.add("Add", "sum2", placed(g, e, pieces), looks), e.norm)
    for n, layer in enumerate(e.layers):
        x = layer_of(g, f"layer{n}", x, layer)
    _heads(g, x, network)
    free = [1, "pieces"]
    inputs = [helper.make_tensor_value_info(k, TensorProto.INT64, free) for k in ("ids", "look")]
    outputs = [
        helper.make_tensor_value_info(k, TensorProto.FLOAT, [*free, w])
        for k, w in (
            ("tags", network.tags.out_features),
            ("links", network.links.out_features),
            ("none", 1),
            ("bounds", network.ends.out_features),
        )
    ]
    graph = helper.make_graph(g.nodes, "tagger", inputs, outputs, g.constants)
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)], ir_version=9
    )
    onnx.checker.check_model(model)
    return model


def placed(g: Graph, e: Encoder, pieces: int) -> str:
    """The pieces' vectors at their positions, for windows of up to ``pieces`` and the two marks around them."""
    rows = g.add("Gather", "rows", g.constant("table", e.pieces.rows), "ids")
    scale = g.add("Gather", "scales", g.constant("table.scale", e.pieces.scale), "ids")
    x = g.add("Mul", "pieces", g.add("Cast", "rows.float", rows, to=TensorProto.FLOAT), scale)
    size = g.add("Shape", "size", "ids", start=1, end=2)
    zero, one = g.constant("zero", np.array([0], np.int64)), g.constant("axis", np.array([0], np.int64))
    position = g.add("Slice", "position", g.constant("positions", e.position.weight[: pieces + 2]), zero, size, one)
    return g.add("Add", "sum1", x, position)


def layer_of(g: Graph, name: str, x: str, layer) -> str:
    """One layer of the encoder: attention, then the feed-forward part."""
    parts = [f"{name}.{part}" for part in "qkv"]
    mixed = g.linear(f"{name}.qkv", x, layer.qkv)
    g.nodes.append(helper.make_node("Split", [mixed], parts, name=f"{name}.split", axis=-1, num_outputs=3))
    mixed = g.add("MultiHeadAttention", f"{name}.mixed", *parts, domain="com.microsoft", num_heads=layer.heads)
    mixed = g.linear(f"{name}.out", mixed, layer.out)
    x = g.norm(f"{name}.norm1", g.add("Add", f"{name}.skip1", x, mixed), layer.norm1)
    up = g.add("Gelu", f"{name}.gelu", g.linear(f"{name}.up", x, layer.up))
    return g.norm(
        f"{name}.norm2", g.add("Add", f"{name}.skip2", x, g.linear(f"{name}.down", up, layer.down)), layer.norm2
    )


def _heads(g: Graph, x: str, network: Network) -> None:
    hidden = g.add("Gelu", "hidden.gelu", g.linear("hidden", x, network.hidden))
    g.add("Add", "tags", g.linear("head.tags", hidden, network.tags), g.linear("head.direct", x, network.direct))
    links = g.linear("head.links", x, network.links)
    g.add("Identity", "links", links)
    g.add("Identity", "bounds", g.linear("head.ends", x, network.ends))
    ends = [
        g.constant(f"cue.{k}", np.array([v], np.int64))
        for k, v in (("from", 0), ("to", network.none.in_features), ("axis", 2))
    ]
    g.add("Identity", "none", g.linear("head.none", g.add("Slice", "cue", links, *ends), network.none))
