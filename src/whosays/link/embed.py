"""Text -> vector: sentences that mean nearly the same lie near each other. Run on the CPU, from weights in the package.

The model is MiniLM-L6 (`sentence-transformers/all-MiniLM-L6-v2`) as int8 ONNX; `training/embedder.py` makes it. A
text's vector depends on that text alone: texts are run beside others of their own length only, and each row of
numbers has its own int8 range, so that nothing else in a batch changes it. Whoever has no weights gets a value that
says so, and does without.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
TOGETHER = 16
"""Texts that are run at once."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class NoEmbedder:
    """Why there is none: the weights are missing, damaged, or not what the manifest says."""

    reason: str


class Embedder:
    """Texts -> float32 [texts, size], each row of length 1. ``name`` tells the weights apart; it keeps no state."""

    def __init__(self, session: Any, tokenizer: Tokenizer, size: int, name: str) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self.size = size
        self.name = name

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The texts' vectors in their order. Never raises on any text; words beyond the first 64 pieces are not read."""
        pieces = [self.pieces(text) for text in texts]
        vectors = np.empty((len(texts), self.size), np.float32)
        for group in _alike(pieces):
            (seen,) = self._session.run(("vectors",), {"ids": np.array([pieces[n] for n in group], np.int64)})
            means = seen.mean(1)
            vectors[group] = means / np.sqrt((means * means).sum(1, keepdims=True))
        return vectors

    def pieces(self, text: str) -> list[int]:
        """The ids of the text's first word pieces, with a mark before and after."""
        ids: list[int] = self._tokenizer.encode(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)).ids
        return ids


def load_embedder(folder: Path = WEIGHTS) -> Embedder | NoEmbedder:
    """The embedder in the folder, or why there is none."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        weights = (folder / "embedder.onnx").read_bytes()
        if hashlib.sha256(weights).hexdigest() != manifest["sha256"]:
            return NoEmbedder(f"{folder / 'embedder.onnx'}: not the file that manifest.json names")
        tokenizer = _tokenizer(folder / "tokenizer.json", int(manifest["pieces"]))
        return Embedder(_session(weights), tokenizer, int(manifest["size"]), str(manifest["name"]))
    except Exception as error:
        return NoEmbedder(f"{folder}: no usable weights ({error})")


def _alike(pieces: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The texts' numbers in groups of one length: nothing is padded."""
    by_length: dict[int, list[int]] = {}
    for n, ids in enumerate(pieces):
        by_length.setdefault(len(ids), []).append(n)
    for group in by_length.values():
        for start in range(0, len(group), TOGETHER):
            yield group[start : start + TOGETHER]


def _session(weights: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def _tokenizer(path: Path, pieces: int) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(pieces)
    tokenizer.no_padding()
    return tokenizer
