"""One proposition and its claims -> what stands on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from whosays.findings import Finding, Origin, Posting, Proposition
from whosays.model import Position
from whosays.reconcile.grade import grade
from whosays.reconcile.positions import positions
from whosays.reconcile.state import state

T = TypeVar("T")


def finding(proposition: Proposition, claims: Mapping[str, Posting], roots: Sequence[Origin]) -> Finding:
    """`claims` holds at least the proposition's; `roots` are its independent origins.

    Each field of the event is that of the plainest claim, else of the first that has one.
    """
    own = {id_: claims[id_] for id_ in proposition.claims}
    said = list(own.values())
    plain = claims[proposition.plainest]
    ordered = [plain, *(c for c in said if c is not plain)]
    stands = positions(said)
    actor = _first(ordered, lambda c: c.actor if c.actor and c.actor.code else None)
    affirming = {c.document for c in said if c.position is Position.AFFIRMS}
    upheld = sum(any(d in affirming for d in root.documents) for root in roots)
    timed = _first(ordered, lambda c: c if c.start or c.end else None)
    return Finding(
        proposition=proposition,
        state=state(stands, own, len(roots)),
        type=_first(ordered, lambda c: c.type),
        actor=actor or _first(ordered, lambda c: c.actor),
        recipient=_first(ordered, lambda c: c.recipient if c.recipient and c.recipient.code else None)
        or _first(ordered, lambda c: c.recipient),
        place=_first(ordered, lambda c: c.place),
        start=timed.start if timed else None,
        end=timed.end if timed else None,
        reports=len({c.document for c in said}),
        origins=len(roots),
        first=said[0].said,
        first_claim=said[0].id,
        grade=grade(stands, own, actor, upheld),
        positions=stands,
        roots=tuple(roots),
    )


def _first(claims: Iterable[Posting], of: Callable[[Posting], T | None]) -> T | None:
    return next((value for claim in claims if (value := of(claim)) is not None), None)
