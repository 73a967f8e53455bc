"""Claims and links -> propositions: the claims that say, deny or leave open the same thing.

Claims are joined by average linkage: two groups become one while the mean of the links between all their claims reaches
`JOINED`, the strongest first. A pair without a link counts as 0, so that a chain of likenesses does not drift from one event
to the next. A claim of which the words only point at another ("such claims") is not weighed: it goes with that one. What comes
out depends on the claims and their links alone, not on the order in which they were read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from whosays.findings import Link, Posting, Proposition
from whosays.link.cluster import cluster
from whosays.link.ids import derived
from whosays.link.plainest import plainest
from whosays.link.refers import refers

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
    pairs = [[p for p in given if p[0] in by_id and p[1] in by_id] for given in (same, different)]
    decided = {claim for given in pairs for pair in given for claim in pair}
    standing = {claim: meant for claim, meant in refers(postings).items() if claim not in decided}
    weighed = by_id.keys() - standing.keys()
    scores = ((k.left, k.right, k.score) for k in links if k.left in weighed and k.right in weighed)
    grouped = _with_standing(cluster(weighed, scores, *pairs), standing)
    groups = [sorted(group, key=order.__getitem__) for group in grouped]
    groups.sort(key=lambda group: order[group[0]])
    return tuple(_proposition([by_id[id_] for id_ in group]) for group in groups)


def _with_standing(groups: Iterable[Sequence[str]], standing: Mapping[str, str | None]) -> list[list[str]]:
    """The groups, each with the claims that only stand for one of its own; those that stand for none are alone."""
    found = [list(group) for group in groups]
    of = {claim: group for group in found for claim in group}
    for claim, meant in standing.items():
        if meant is None:
            found.append([claim])
        else:
            of[meant].append(claim)
    return found


def _age(posting: Posting) -> tuple[date, date]:
    return posting.said or date.max, posting.published or date.max


def _proposition(claims: Sequence[Posting]) -> Proposition:
    """Named after its first claim, so that later ones leave its name as it is."""
    plain = plainest(claims)
    id_ = derived("proposition", claims[0].id)
    return Proposition(id_, plain.text, plain.id, tuple(p.id for p in claims))
