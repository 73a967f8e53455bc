"""Features -> pairs worth comparing: claims that share a block and whose meaning is not far apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whosays.findings import Feature

FLOOR = 0.30
"""Cosine under which no two claims of the fitting data were ever the same; what lies lower is not compared."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, ``left < right``, with the cosine of their words and of their documents; None where there are no vectors."""

    left: str
    right: str
    likeness: float | None
    context: float | None


def candidates(new: Sequence[Feature], known: Sequence[Feature]) -> tuple[Pair, ...]:
    """The pairs of a new claim with another, new or known, that share a block. `known` holds whatever shares one with any.

    The same pairs come out whichever of two claims is the new one.
    """
    found = {(p.left, p.right): p for p in (*_between(new, new), *_between(new, known))}
    return tuple(found[key] for key in sorted(found))


def _between(new: Sequence[Feature], others: Sequence[Feature]) -> Iterator[Pair]:
    if not new or not others:
        return
    likeness, context = _cosines(new, others)
    blocks = [frozenset(other.blocks) for other in others]
    for i, one in enumerate(new):
        near = range(len(others)) if likeness is None else np.flatnonzero(likeness[i] >= FLOOR).tolist()
        for j in near:
            other = others[j]
            if one.claim != other.claim and not blocks[j].isdisjoint(one.blocks):
                values = (None, None) if likeness is None else (float(likeness[i, j]), float(context[i, j]))
                yield Pair(min(one.claim, other.claim), max(one.claim, other.claim), *values)


def _cosines(a: Sequence[Feature], b: Sequence[Feature]) -> tuple[NDArray[np.float32] | None, NDArray[np.float32]]:
    """Cosines of each with each, of the words and of the contexts; summed in one order, so that they are the same both ways."""
    if any(not f.vector for f in (*a, *b)):
        return None, np.empty((0, 0), np.float32)
    left, right = _matrix(a), _matrix(b)
    half = left.shape[1] // 2
    own = np.round(left[:, :half] @ right[:, :half].T, 3)
    return own, np.round(left[:, half:] @ right[:, half:].T, 3)


def _matrix(features: Sequence[Feature]) -> NDArray[np.float32]:
    return np.frombuffer(b"".join(f.vector for f in features), "<f2").reshape(len(features), -1).astype(np.float32)
