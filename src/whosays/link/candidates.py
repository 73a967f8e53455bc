"""Features -> pairs worth comparing: claims that share a block and whose meaning is not far apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whosays.findings import Feature
from whosays.link.features import MEANING

FLOOR = 0.30
"""Cosine under which no two claims of the fitting data were ever the same; what lies lower is not compared."""
ALONE = 0.55
"""Cosine under which a pair that nothing but the side of the hyperplanes brings together is there by chance."""


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
    held = _holders(others)
    for i, one in enumerate(new):
        named, meant = _mates(one, held)
        for j in sorted(named | meant):
            other = others[j]
            if one.claim == other.claim:
                continue
            if likeness is None:
                yield Pair(min(one.claim, other.claim), max(one.claim, other.claim), None, None)
            elif likeness[i, j] >= (FLOOR if j in named else ALONE):
                values = float(likeness[i, j]), float(context[i, j])
                yield Pair(min(one.claim, other.claim), max(one.claim, other.claim), *values)


def _holders(features: Sequence[Feature]) -> dict[str, list[int]]:
    """Where in the sequence the features of each block stand."""
    found: dict[str, list[int]] = {}
    for n, feature in enumerate(features):
        for block in feature.blocks:
            found.setdefault(block, []).append(n)
    return found


def _mates(feature: Feature, held: Mapping[str, Sequence[int]]) -> tuple[set[int], set[int]]:
    """Who shares a block of words, names, places or parties with it; and who one of meaning."""
    named: set[int] = set()
    meant: set[int] = set()
    for block in feature.blocks:
        (meant if block.startswith(MEANING) else named).update(held.get(block, ()))
    return named, meant


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
