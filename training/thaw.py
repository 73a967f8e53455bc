"""A shipped artefact -> weights to go on from: int8 back to float32. Small losses stay; the annotators' biases are not kept."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from training.network import Network


def thaw(folder: Path, network: Network) -> Network:
    """The network with the artefact's weights put in; heads that the artefact lacks stay as they were.

    What `training.export` moved into the weights (SmoothQuant's factors) is moved back.
    """
    model = onnx.load(str(folder / "tagger.onnx"))
    kept = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
    found: dict[str, Tensor] = {
        "encoder.pieces.rows": torch.from_numpy(kept["table"].copy()),
        "encoder.pieces.scale": torch.from_numpy(kept["table.scale"].copy()),
        "encoder.look.weight": torch.from_numpy(kept["look.table"].copy()),
    }
    positions = network.encoder.position.weight.detach().clone()
    positions[: len(kept["positions"])] = torch.from_numpy(kept["positions"].copy())
    found["encoder.position.weight"] = positions
    for name, module in network.named_modules():
        stored = _stored(name)
        if isinstance(module, nn.Linear) and (weight := _weight(kept, stored)) is not None:
            found[f"{name}.weight"] = torch.from_numpy(weight.T.copy())
            if module.bias is not None:
                found[f"{name}.bias"] = torch.from_numpy(kept[f"{stored}.bias"].copy())
        elif isinstance(module, nn.LayerNorm):
            found[f"{name}.weight"] = torch.from_numpy(kept[f"{stored}.scale"].copy())
            found[f"{name}.bias"] = torch.from_numpy(kept[f"{stored}.shift"].copy())
    steps = torch.tensor(json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["transitions"])
    found["step"] = steps.masked_fill(~network.may, 0.0)
    _, unexpected = network.load_state_dict(found, strict=False)
    if unexpected:
        raise ValueError(f"{folder}: not the weights of this network: {unexpected}")
    return network


def _stored(name: str) -> str:
    """The graph's name of a module: ``encoder.layers.0.qkv`` is ``layer0.qkv``, the heads but `hidden` are ``head.*``."""
    if name.startswith("encoder.layers."):
        return "layer" + name.removeprefix("encoder.layers.")
    if name.startswith("encoder."):
        return name.removeprefix("encoder.")
    return name if name == "hidden" else f"head.{name}"


def _weight(kept: dict[str, np.ndarray], stored: str) -> np.ndarray | None:
    """[in, out] in float32, or nothing where the artefact has no such layer."""
    name = f"{stored}.weight"
    if name in kept:
        return kept[name]
    if f"{name}_quantized" not in kept:
        return None
    zero = kept[f"{name}_zero_point"].astype(np.float32)
    weight = (kept[f"{name}_quantized"].astype(np.float32) - zero) * kept[f"{name}_scale"]
    return weight * kept[f"{stored}.ease"][:, None] if f"{stored}.ease" in kept else weight
