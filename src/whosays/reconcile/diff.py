"""Two balances of one case -> what is new: documents, propositions, positions taken or changed, states, figures.

Propositions are matched by the claims that they share, as their names follow their first claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whosays.findings import Balance, Figure, Finding, Stand


class Novelty(StrEnum):
    """What sort of news a change is."""

    DOCUMENT = "new document"
    PROPOSITION = "new proposition"
    POSITION = "new position"
    REVERSAL = "changed position"
    STATE = "changed state"
    FIGURE = "new figure"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than it was, in one line; ``claims`` are those that made it so."""

    kind: Novelty
    on: date | None
    what: str
    proposition: str | None
    claims: tuple[str, ...]


def diff(before: Balance, after: Balance) -> tuple[Change, ...]:
    """What `after` has that `before` had not, documents first, then propositions in their order, then figures."""
    held = {d.id for d in before.documents}
    documents = (
        Change(Novelty.DOCUMENT, d.published, f"{d.publisher or 'not stated'}: {d.title or d.key}", None, ())
        for d in after.documents
        if d.id not in held
    )
    was = {claim: finding for finding in before.findings for claim in finding.proposition.claims}
    changes = (change for finding in after.findings for change in _changes(_earlier(finding, was), finding))
    known = {(f.claim, f.text) for f in before.figures}
    figures = (_figure(f) for f in after.figures if (f.claim, f.text) not in known)
    return (*documents, *changes, *figures)


def _earlier(finding: Finding, was: dict[str, Finding]) -> Finding | None:
    """The finding of before that shares the first of its claims known then."""
    return next((was[claim] for claim in finding.proposition.claims if claim in was), None)


def _changes(before: Finding | None, after: Finding) -> Iterator[Change]:
    id_, label = after.proposition.id, after.proposition.label
    if before is None:
        yield Change(Novelty.PROPOSITION, after.first, label, id_, after.proposition.claims)
        return
    if before.state is not after.state:
        yield Change(Novelty.STATE, None, f"{before.state} → {after.state}: {label}", id_, after.proposition.claims)
    taken = {(s.source.key, s.position): s for s in before.positions}
    for stand in after.positions:
        if (stand.source.key, stand.position) not in taken:
            yield _stand(stand, [s for s in before.positions if s.source.key == stand.source.key], after)


def _stand(stand: Stand, earlier: list[Stand], finding: Finding) -> Change:
    who = stand.source.name or stand.source.text or "unnamed"
    label, id_ = finding.proposition.label, finding.proposition.id
    if not earlier:
        return Change(Novelty.POSITION, stand.since, f"{who} {stand.stance}: {label}", id_, stand.claims)
    last = max(earlier, key=lambda s: s.last or date.min)
    what = f"{who} {last.stance} → {stand.stance}: {label}"
    return Change(Novelty.REVERSAL, stand.since, what, id_, stand.claims)


def _figure(figure: Figure) -> Change:
    who = figure.source.name or figure.source.text or "unnamed"
    kinds = ", ".join(figure.counted.kinds)
    what = f"{who}: {figure.text} ({kinds}{', ' + figure.counted.side if figure.counted.side else ''})"
    return Change(Novelty.FIGURE, figure.said, what, None, (figure.claim,))
