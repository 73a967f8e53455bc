"""Who stands where on an event -> one of the five grades that Airwars gives to alleged incidents, and the rule that gave it.

The grades are those that Airwars publishes in the note on its methodology (airwars.org), told here from memory and not yet set
beside the original: confirmed, a
belligerent has accepted responsibility; fair, a reasonable level of public reporting by two or more credible sources; weak, a
single source; contested, competing claims; discounted, what was alleged is contradicted and nobody upholds it. How credible a source
is, and what else was found at the place, a machine can't tell: those parts of the rules stay with people. Independent origins are
counted, not outlets.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from whosays.findings import Grade, Holder, Stand
from whosays.model import Position
from whosays.reconcile.party import party
from whosays.reconcile.state import latest


def grade(stands: Sequence[Stand], happened: Collection[str], actor: Holder | None, origins: int) -> Grade | None:
    """The grade of an event that somebody says happened; None for plans, fears, opinions and what nobody ever affirmed.

    `happened` are the claims that affirm it as occurred or ongoing; `origins` how many independent ones affirm it.
    """
    if not happened:
        return None
    now = latest(stands)
    affirm = {who for who, held in now.items() if any(_affirms(s, happened) for s in held)}
    reject = {who for who, held in now.items() if any(s.position is Position.REJECTS for s in held)}
    doer = party(actor) if actor and actor.code else None
    if doer in affirm and doer not in reject:
        return Grade("confirmed", "the party that is said to have done it affirms it")
    if affirm and any(a != r for a in affirm for r in reject):
        return Grade("contested", "one party affirms it and another rejects it")
    if not affirm:
        return Grade("discounted", "nobody who affirmed it still does") if reject else None
    if origins > 1:
        return Grade("fair", f"{origins} independent origins affirm it and no party rejects it")
    return Grade("weak", "one origin affirms it")


def _affirms(stand: Stand, happened: Collection[str]) -> bool:
    return stand.position is Position.AFFIRMS and any(claim in happened for claim in stand.claims)
