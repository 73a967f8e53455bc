"""Where the parties stand -> how the proposition stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from whosays.findings import Posting, Stand, State
from whosays.model import Position, Stance
from whosays.reconcile.compete import compete
from whosays.reconcile.party import party


def state(stands: Sequence[Stand], claims: Mapping[str, Posting], origins: int) -> State:
    """The first of the contract's states, in its order, that applies. Each party counts with its latest position.

    Contested: one party affirms and another rejects. Figures differ: the latest figures of two parties can't both hold. Not
    confirmed: a party would not confirm. `claims` are the proposition's, by id; `origins` how many are independent.
    """
    if len(stands) == 1 and stands[0].stance is not Stance.NOT_CONFIRMED:
        return State.ONE_ORIGIN if origins == 1 else State.NOT_DISPUTED
    now = latest(stands)
    affirm = {who for who, held in now.items() if any(s.position is Position.AFFIRMS for s in held)}
    reject = {who for who, held in now.items() if any(s.position is Position.REJECTS for s in held)}
    if any(a != r for a in affirm for r in reject):
        return State.CONTESTED
    if _figures_differ(now, claims):
        return State.FIGURES_DIFFER
    if any(s.stance is Stance.NOT_CONFIRMED for held in now.values() for s in held):
        return State.NOT_CONFIRMED
    return State.ONE_ORIGIN if origins == 1 else State.NOT_DISPUTED


def latest(stands: Sequence[Stand]) -> dict[str, list[Stand]]:
    """Each party's latest positions: more than one where it took several on its last day."""
    found: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        found[party(stand.source)].append(stand)
    return {who: _last(held) if len(held) > 1 else held for who, held in found.items()}


def _last(held: Sequence[Stand]) -> list[Stand]:
    day = max(s.last or date.min for s in held)
    return [s for s in held if (s.last or date.min) == day]


def _figures_differ(now: Mapping[str, Sequence[Stand]], claims: Mapping[str, Posting]) -> bool:
    affirmed = ([claims[s.claims[-1]] for s in held if s.position is Position.AFFIRMS] for held in now.values())
    said = [counted for each in affirmed if (counted := [claim for claim in each if claim.counts])]
    return any(compete(p, q) is not None for i, a in enumerate(said) for b in said[i + 1 :] for p in a for q in b)
