"""What each observation on two claims adds to the odds that they are one proposition: fitted figures, as data."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whosays.lexicon.load import load


class Linking(msgspec.Struct, frozen=True):
    """``small`` are words that mean nothing by themselves, in lower case. ``bias`` is where two claims that share a block
    start; ``weights`` are log-odds per observation (see `link.compare`).
    """

    small: frozenset[str]
    bias: float
    weights: dict[str, float]


@lru_cache(maxsize=1)
def load_linking() -> Linking:
    """The fitted weights of ``linking.yaml``."""
    return load("linking", Linking)
