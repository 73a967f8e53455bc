"""Signatures -> near copies: documents of which one repeats most of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from whosays.findings import Near, Signature

REPEATED = 0.6
"""Share of the shorter text's runs of words that stand in the other, from which it is its copy (docs/measures/case.md)."""
FEW = 20
"""Runs of words under which a text is too short to tell."""


def nears(signature: Signature, candidates: Sequence[Signature]) -> tuple[Near, ...]:
    """The candidates that repeat the document or are repeated by it, by id. Itself is passed over."""
    return tuple(sorted(_nears(signature, candidates), key=lambda near: (near.left, near.right)))


def _nears(signature: Signature, candidates: Sequence[Signature]) -> Iterator[Near]:
    own = np.frombuffer(signature.values, "<u4")
    for other in candidates:
        values = np.frombuffer(other.values, "<u4")
        shorter = min(len(own), len(values))
        if other.document == signature.document or shorter < FEW:
            continue
        share = np.intersect1d(own, values, assume_unique=True).size / shorter
        if share >= REPEATED:
            left, right = sorted((signature.document, other.document))
            yield Near(left, right, round(share, 3))
