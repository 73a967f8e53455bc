"""All lexicons together.

Each ``NAME.yaml`` is decoded by ``NAME.py``; all come together in `Lexicon`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from whosays.lexicon.actions import Actions, load_actions
from whosays.lexicon.actors import Actors, load_actors
from whosays.lexicon.constructions import Constructions, load_constructions
from whosays.lexicon.cues import Cues, load_cues
from whosays.lexicon.features import Features, load_features
from whosays.lexicon.hedges import Hedges, load_hedges
from whosays.lexicon.quantities import Quantities, load_quantities
from whosays.lexicon.times import Times, load_times
from whosays.model import USUAL, Conventions


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every lexicon that a stage reads, one field each."""

    cues: Cues
    constructions: Constructions
    hedges: Hedges
    times: Times
    quantities: Quantities
    features: Features
    actors: Actors
    actions: Actions
    conventions: Conventions = USUAL


@lru_cache(maxsize=4)
def load_lexicon(conventions: Conventions = USUAL) -> Lexicon:
    """The shipped lexicons, loaded once a process, to be read by the conventions. Raises `ValueError` for one that they do not have."""
    quantities = load_quantities()
    quantities.policy(conventions.vague)
    return Lexicon(
        cues=load_cues(),
        constructions=load_constructions(),
        hedges=load_hedges(),
        times=load_times(),
        quantities=quantities,
        features=load_features(conventions.view),
        actors=load_actors(),
        actions=load_actions(),
        conventions=conventions,
    )
