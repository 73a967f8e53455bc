"""Scores of tags along a text -> how likely each word's tags, and each two neighbours' pairs of tags, are under the chain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Taught:
    """What a teacher thinks likely, in float16: ``tags`` [words, tags], ``pairs`` [words - 1, tags, tags] of two neighbours."""

    tags: NDArray[np.float16]
    pairs: NDArray[np.float16]


def expected(scores: NDArray[np.float64], steps: NDArray[np.float64]) -> Taught:
    """Forward and backward sums: ``scores`` [words, tags], at least one word, and transitions ``steps`` [from, to] in logs."""
    words, move = len(scores), np.exp(steps)
    local = np.exp(scores - scores.max(1, keepdims=True))
    ahead, back = np.empty_like(local), np.empty_like(local)
    ahead[0], back[-1] = local[0] / local[0].sum(), 1.0
    for n in range(1, words):
        moved = (ahead[n - 1] @ move) * local[n]
        ahead[n] = moved / moved.sum()
    for n in range(words - 2, -1, -1):
        moved = move @ (local[n + 1] * back[n + 1])
        back[n] = moved / moved.sum()
    tags = ahead * back
    pairs = ahead[:-1, :, None] * move[None] * (local[1:] * back[1:])[:, None, :]
    return Taught(
        (tags / tags.sum(1, keepdims=True)).astype(np.float16),
        (pairs / pairs.sum((1, 2), keepdims=True)).astype(np.float16),
    )
