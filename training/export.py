"""Network -> int8 ONNX (ranges of activations by call, of weights by channel), tokenizer and manifest.

The piece table is int8 with a scale a row, as trained on. The tag head stays float32: it is small and decides the boundaries.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import Tensor, nn

from training.encoder import Encoder
from training.graph import graph_of
from training.network import Network


def lean(network: Network, roles: tuple[float, float, float]) -> None:
    """Adds to the scores of tags that open a span of source, cue and content: more recall for less precision."""
    with torch.no_grad():
        for role, more in enumerate(roles):
            network.tags.bias[[1 + 4 * role, 4 + 4 * role]] += more


def eased(
    encoder: Encoder, windows: list[tuple[np.ndarray, np.ndarray]], share: float = 0.8
) -> dict[nn.Module, Tensor]:
    """SmoothQuant's factors (Xiao et al. 2023) for the encoder's linear layers, from windows of (ids, looks).

    A few channels of the activations are ten times as large as the rest and would take int8's whole range; part of
    their size is moved into the weights.
    """
    peaks: dict[nn.Module, Tensor] = {}

    def keep(layer: nn.Module, given: tuple[Tensor, ...], _: Tensor) -> None:
        peak = given[0].abs().flatten(0, -2).amax(0)
        peaks[layer] = torch.maximum(peaks[layer], peak) if layer in peaks else peak

    layers = [m for m in encoder.modules() if isinstance(m, nn.Linear)]
    hooks = [layer.register_forward_hook(keep) for layer in layers]
    with torch.no_grad():
        for ids, look in windows:
            encoder(torch.from_numpy(ids)[None], torch.from_numpy(look)[None])
    for hook in hooks:
        hook.remove()
    return {
        layer: (peak.clamp_min(1e-3) ** share / layer.weight.detach().abs().amax(0).clamp_min(1e-3) ** (1 - share))
        for layer, peak in peaks.items()
    }


def export(
    network: Network, tokenizer: Path, folder: Path, work: Path, name: str, pieces: int, ease: dict[nn.Module, Tensor]
) -> None:
    """Writes tagger.onnx (int8), tokenizer.json and manifest.json; leaves the float32 model in the work folder."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    model = graph_of(network.eval(), pieces, ease)
    full = work / "tagger.fp32.onnx"
    onnx.save(model, str(full))
    kept = [
        n.name
        for n in model.graph.node
        if n.op_type == "MatMul" and n.name.startswith(("head.tags", "head.direct", "head.none"))
    ]
    logging.disable(logging.WARNING)  # it tells of every node
    quantize_dynamic(
        str(full),
        str(folder / "tagger.onnx"),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=kept,
        extra_options={"DefaultTensorType": TensorProto.FLOAT, "MatMulConstBOnly": True},
    )
    logging.disable(logging.NOTSET)
    weights = (folder / "tagger.onnx").read_bytes()
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    sha = hashlib.sha256(weights).hexdigest()
    manifest = {
        "name": f"{name}-{sha[:8]}",
        "sha256": sha,
        "bytes": len(weights),
        "pieces": pieces,
        "figures": {},
        "transitions": [[round(float(v), 4) for v in row] for row in network.transitions().detach()],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
