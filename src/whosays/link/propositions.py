"""Claims and links -> propositions: the claims that say, deny or leave open the same thing.

Claims are joined by average linkage: two groups become one while the mean of the links between all their claims reaches
`JOINED`, the strongest first. A pair without a link counts as 0, so that a chain of likenesses does not drift from one event
to the next. What comes out depends on the claims and their links alone, not on the order in which they were read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from whosays.findings import Link, Posting, Proposition
from whosays.link.cluster import cluster
from whosays.link.plainest import plainest

Pair = tuple[str, str]


def propositions(
    postings: Sequence[Posting],
    links: Iterable[Link],
    same: Collection[Pair] = (),
    different: Collection[Pair] = (),
) -> tuple[Proposition, ...]:
    """Each claim is in one proposition; those first said come first, and so do the claims of each.

    `postings` are in the order (published, key, order), which tells the first of claims that were said on one day.
    `links` between claims that are not given are passed over. `same` and `different` are pairs of claim ids that a person
    decided: the first are joined whatever their links, the second never, unless the first join them.
    """
    by_id = {p.id: p for p in postings}
    order = {p.id: n for n, p in enumerate(sorted(postings, key=_age))}
    scores = ((k.left, k.right, k.score) for k in links if k.left in by_id and k.right in by_id)
    pairs = ([p for p in given if p[0] in by_id and p[1] in by_id] for given in (same, different))
    groups = [sorted(group, key=order.__getitem__) for group in cluster(by_id, scores, *pairs)]
    groups.sort(key=lambda group: order[group[0]])
    return tuple(_proposition([by_id[id_] for id_ in group]) for group in groups)


def _age(posting: Posting) -> tuple[date, date]:
    return posting.said or date.max, posting.published or date.max


def _proposition(claims: Sequence[Posting]) -> Proposition:
    """Named after its first claim, so that later ones leave its name as it is."""
    plain = plainest(claims)
    id_ = hashlib.sha256(f"proposition {claims[0].id}".encode()).hexdigest()[:16]
    return Proposition(id_, plain.text, plain.id, tuple(p.id for p in claims))
