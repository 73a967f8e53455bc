"""Profiles -> incidents: which documents tell of the same thing that happened.

Documents are joined by average linkage over their ties: two groups become one while the mean of all ties between them reaches
`JOINED`, so that one report which recalls another incident does not draw the two together. A pair without a tie counts as 0.
Which documents are joined depends on the given documents alone, not on their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.findings import Incident, Profile, Tie
from whosays.lexicon.incidents import Incidents
from whosays.link.cluster import cluster
from whosays.link.ids import derived
from whosays.link.ties import ties

JOINED = 0.3
"""Mean of all ties between two groups from which they are one. On the development data F1 is the same from 0.2 to 0.4."""


def incidents(profiles: Sequence[Profile], weights: Incidents) -> tuple[Incident, ...]:
    """Each document in one incident. `profiles` are in the order (published, key), which tells the first of each incident."""
    age = {p.document: n for n, p in enumerate(profiles)}
    found = ties(profiles, weights)
    groups = cluster(age, ((t.left, t.right, t.score) for t in found), joined=JOINED)
    of = {document: n for n, group in enumerate(groups) for document in group}
    inside: dict[int, list[Tie]] = {n: [] for n in range(len(groups))}
    for tie in found:
        if of[tie.left] == of[tie.right]:
            inside[of[tie.left]].append(tie)
    made = [_incident(sorted(group, key=age.__getitem__), inside[n]) for n, group in enumerate(groups)]
    return tuple(sorted(made, key=lambda incident: age[incident.documents[0]]))


def _incident(documents: Sequence[str], between: Sequence[Tie]) -> Incident:
    """Named after its first document, so that later ones leave its name as it is."""
    id_ = derived("incident", documents[0])
    return Incident(id_, tuple(documents), tuple(sorted(between, key=lambda t: (-t.score, t.left, t.right))))
