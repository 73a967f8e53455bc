"""The sentence embedder for linking: MiniLM-L6 as published, mean of its pieces' vectors, as int8 ONNX. Nothing is trained.

Each row of activations has its own int8 range, and the products are of whole numbers, so that a text's vector is the
same whatever is read beside it. SmoothQuant (share 0.5) moves part of the large channels into the weights first.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn

from training.encoder import Encoder
from training.export import eased
from training.graph import Graph, layer_of, placed

PIECES = 64
"""Pieces that are read of a text, its two marks included."""
SHARE = 0.5
NAME = "minilm-l6-sentences"


class _Rowwise(Graph):
    """A graph whose linear layers are int8 with a scale for each row of activations and each column of weights."""

    def linear(self, name: str, x: str, layer: nn.Linear) -> str:
        weight = layer.weight.detach().T * self.ease[layer][:, None]
        scale = weight.abs().amax(0, keepdim=True).clamp_min(1e-8) / 127
        x = self.add("Mul", f"{name}.eased", x, self.constant(f"{name}.ease", 1 / self.ease[layer]))
        peak = self.add("ReduceMax", f"{name}.peak", self.add("Abs", f"{name}.abs", x), self.last, keepdims=1)
        unit = self.add("Mul", f"{name}.unit", self.add("Max", f"{name}.some", peak, self.least), self.share)
        level = self.add("Add", f"{name}.level", self.add("Div", f"{name}.part", x, unit), self.middle)
        whole = self.add("Cast", f"{name}.whole", level, to=TensorProto.UINT8)
        rows = self.constant(f"{name}.weight", (weight / scale).round().to(torch.int8))
        y = self.add("MatMulInteger", f"{name}.product", whole, rows, self.zero)
        y = self.add("Mul", f"{name}.scaled", self.add("Cast", f"{name}.float", y, to=TensorProto.FLOAT), unit)
        y = self.add("Mul", f"{name}.back", y, self.constant(f"{name}.scale", scale))
        return self.add("Add", f"{name}.sum", y, self.constant(f"{name}.bias", layer.bias))

    def prepare(self) -> None:
        """The constants that every linear layer uses. Levels are 1 to 255 with zero at 128; a cast cuts, hence the half."""
        self.last = self.constant("last", np.array([-1], np.int64))
        self.least = self.constant("least", np.array(1e-8, np.float32))
        self.share = self.constant("share", np.array(1 / 127, np.float32))
        self.middle = self.constant("middle", np.array(128.5, np.float32))
        self.zero = self.constant("level.zero", np.array(128, np.uint8))


def embedder_graph(encoder: Encoder, ease: dict[nn.Module, Tensor]) -> onnx.ModelProto:
    """Ids [texts, pieces] of texts of one length, marks included -> vectors [texts, pieces, size]."""
    g = _Rowwise(ease)
    g.prepare()
    x = g.norm("norm", placed(g, encoder, PIECES - 2), encoder.norm)
    for n, layer in enumerate(encoder.layers):
        x = layer_of(g, f"layer{n}", x, layer)
    g.add("Identity", "vectors", x)
    free = ["texts", "pieces"]
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, free)
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [*free, encoder.size])
    graph = helper.make_graph(g.nodes, "embedder", [ids], [vectors], g.constants)
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    onnx.checker.check_model(model)
    return model


def export_embedder(
    encoder: Encoder, sample: list[tuple[np.ndarray, np.ndarray]], tokenizer: Path, folder: Path
) -> None:
    """Writes embedder.onnx, tokenizer.json and manifest.json. ``sample`` are windows (ids, looks) to see ranges on."""
    short = [(ids[:PIECES], look[:PIECES]) for ids, look in sample]
    weights = embedder_graph(encoder, eased(encoder, short, SHARE)).SerializeToString(deterministic=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "embedder.onnx").write_bytes(weights)
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    sha = hashlib.sha256(weights).hexdigest()
    manifest = {
        "name": f"{NAME}-{sha[:8]}",
        "sha256": sha,
        "bytes": len(weights),
        "pieces": PIECES,
        "size": encoder.size,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def fidelity(encoder: Encoder, folder: Path, texts: list[str]) -> tuple[float, float]:
    """Mean and least cosine of the artefact's vectors to those of the encoder in float32."""
    from whosays.link.embed import Embedder, load_embedder

    embedder = load_embedder(folder)
    if not isinstance(embedder, Embedder):
        raise ValueError(embedder.reason)
    found, cosines = embedder(texts), []
    for text, vector in zip(texts, found, strict=True):
        ids = torch.tensor([embedder.pieces(text)])
        with torch.no_grad():
            mean = encoder(ids, torch.zeros_like(ids))[0].mean(0)
        cosines.append(float((mean / mean.norm()) @ torch.from_numpy(vector)))
    return float(np.mean(cosines)), min(cosines)
