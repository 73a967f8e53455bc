"""All lexicons together.

Each ``NAME.yaml`` is decoded by ``NAME.py``; all come together in `Lexicon`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from whosays.lexicon.actions import Actions, load_actions
from whosays.lexicon.actors import Actors, load_actors
from whosays.lexicon.attitudes import Attitudes, load_attitudes
from whosays.lexicon.clauses import Clauses, load_clauses
from whosays.lexicon.constructions import Constructions, load_constructions
from whosays.lexicon.cues import Cues, load_cues
from whosays.lexicon.features import Features, load_features
from whosays.lexicon.hedges import Hedges, load_hedges
from whosays.lexicon.pairs import Pairs, load_pairs
from whosays.lexicon.quantities import Quantities, load_quantities
from whosays.lexicon.times import Times, load_times
from whosays.model import USUAL, Conventions


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every lexicon that a stage reads, one field each."""

    cues: Cues
    constructions: Constructions
    clauses: Clauses
    hedges: Hedges
    attitudes: Attitudes
    times: Times
    quantities: Quantities
    features: Features
    actors: Actors
    pairs: Pairs
    actions: Actions
    conventions: Conventions = USUAL
    own_actors: str | None = None


@lru_cache(maxsize=4)
def load_lexicon(conventions: Conventions = USUAL, actors: Path | None = None) -> Lexicon:
    """The shipped lexicons, loaded once a process, to be read by the conventions, with the user's `actors` laid over them.

    ``own_actors`` is a hash of that file. Raises `ValueError` for a convention that they do not have, and what `load_actors`
    raises for a file that does not fit.
    """
    quantities = load_quantities()
    quantities.policy(conventions.vague)
    return Lexicon(
        cues=load_cues(),
        constructions=load_constructions(),
        clauses=load_clauses(),
        hedges=load_hedges(),
        attitudes=load_attitudes(),
        times=load_times(),
        quantities=quantities,
        features=load_features(conventions.view),
        actors=load_actors(actors),
        pairs=load_pairs(),
        actions=load_actions(),
        conventions=conventions,
        own_actors=hashlib.sha256(actors.read_bytes()).hexdigest()[:12] if actors is not None else None,
    )
