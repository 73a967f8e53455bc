"""Who stands where on an event -> one of the five grades that Airwars gives to alleged incidents, and the rule that gave it.

The grades are those of Airwars (airwars.org/about/methodology; the wording of fair, weak and contested is that of its incident
pages), and what of them a machine can tell from claims:

- confirmed: a belligerent has accepted responsibility. Here: the party that is said to have done it affirms it.
- fair: two or more credible sources report it, with likely or confirmed actions of a belligerent near by. Here: two or more
  independent origins affirm it. How credible they are, and who acted near by, is for people to judge.
- weak: a single source, however much it tells. Here: one independent origin affirms it.
- contested: competing claims of responsibility, as of several belligerents. Here: those who affirm it name different parties as
  having done it; and, which is wider than Airwars' rule, where one party affirms and another rejects it.
- discounted: those killed were combatants, or others most likely did it. Here only: it is rejected, and nobody who affirmed it still does.

Airwars grades civilian harm alone; here any event has a grade that somebody affirms as having happened.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whosays.findings import Grade, Holder, Posting, Stand
from whosays.model import Position
from whosays.reconcile.party import party
from whosays.reconcile.state import latest

_LAND = re.compile(r"[A-Z]{3}")
"""A land without an organ ("North Korean units"): whoever of it that is, it is not another land's doing."""


def grade(stands: Sequence[Stand], claims: Mapping[str, Posting], actor: Holder | None, origins: int) -> Grade | None:
    """The grade of an event that somebody says happened; None for plans, fears, opinions and what nobody ever affirmed.

    `claims` are the proposition's, by id; `actor` is who is said to have done it; `origins` how many independent ones affirm it.
    """
    if not any(claim.happened for claim in claims.values()):
        return None
    now = latest(stands)
    upheld = {who: [s for s in held if _affirms(s, claims)] for who, held in now.items()}
    affirm = {who for who, held in upheld.items() if held}
    reject = {who for who, held in now.items() if any(s.position is Position.REJECTS for s in held)}
    doer = _doer(actor)
    blamed = {_doer(claims[s.claims[-1]].actor) for s in upheld.get(doer or "", ())}
    if doer in affirm and doer not in reject and blamed <= {doer, None}:
        return Grade("confirmed", "the party that is said to have done it affirms it")
    doers = _doers([s for held in upheld.values() for s in held], claims)
    if len(doers) > 1:
        return Grade("contested", f"competing claims of responsibility: {' or '.join(doers)}")
    if affirm and any(a != r for a in affirm for r in reject):
        return Grade("contested", "one party affirms it and another rejects it")
    if not affirm:
        return Grade("discounted", "nobody who affirmed it still does") if reject else None
    if origins > 1:
        return Grade("fair", f"{origins} independent origins affirm it and no party rejects it")
    return Grade("weak", "one origin affirms it")


def _affirms(stand: Stand, claims: Mapping[str, Posting]) -> bool:
    return stand.position is Position.AFFIRMS and any(claims[claim].happened for claim in stand.claims)


def _doers(stands: Sequence[Stand], claims: Mapping[str, Posting]) -> list[str]:
    """The names of the parties that the latest affirming claims say have done it, one for each party, in order."""
    actors = [claims[s.claims[-1]].actor for s in stands]
    named = {who: actor.name or actor.code or "" for actor in actors if actor and (who := _doer(actor))}
    return sorted(named.values())


def _doer(actor: Holder | None) -> str | None:
    """The key of a party that is known: a land for its people and organs at large; who is unnamed may be anybody."""
    code = actor.code if actor else None
    if not actor or not code or code in ("UNSPEC", "publisher"):
        return None
    return f"state {code}" if _LAND.fullmatch(code) else party(actor)
