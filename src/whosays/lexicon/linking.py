"""What each observation on two claims adds to the odds that they are one proposition: fitted figures, as data."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whosays.lexicon.load import load


class Linking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``small`` are words that mean nothing by themselves, in lower case; ``pointing`` and ``sayings`` make up claims that only stand
    for another. ``examples`` are texts with the stems that are left of them, ``points`` claims that only stand for another,
    ``says_more`` such as look like it. ``bias`` is where two claims that share a block start; ``weights`` are log-odds per observation (see
    `link.compare`), fitted while those ``given`` by hand were held.
    """

    small: frozenset[str]
    pointing: frozenset[str]
    sayings: frozenset[str]
    examples: dict[str, str]
    points: tuple[str, ...]
    says_more: tuple[str, ...]
    given: dict[str, float]
    bias: float
    weights: dict[str, float]

    def weight(self, observation: str) -> float:
        """What the observation adds, by hand or as fitted; 0 for one that is not known."""
        return self.given.get(observation, self.weights.get(observation, 0.0))


@lru_cache(maxsize=1)
def load_linking() -> Linking:
    """The weights of ``linking.yaml``."""
    return load("linking", Linking)
