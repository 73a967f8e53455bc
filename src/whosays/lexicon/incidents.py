"""What each observation on two documents adds to the odds that they tell of one incident: fitted figures, as data."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whosays.lexicon.load import load


class Incidents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``bias`` is where two documents that share a key start; ``weights`` are log-odds per observation (see `link.alike`)."""

    bias: float
    weights: dict[str, float]

    def weight(self, observation: str) -> float:
        """What the observation adds; 0 for one that is not known."""
        return self.weights.get(observation, 0.0)


@lru_cache(maxsize=1)
def load_incidents() -> Incidents:
    """The fitted weights of ``incidents.yaml``."""
    return load("incidents", Incidents)
