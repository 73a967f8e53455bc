"""Pairs of claims -> links: how likely two claims are one proposition, with what each observation added."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from whosays.findings import Link, Posting
from whosays.lexicon.linking import Linking
from whosays.link.candidates import Pair
from whosays.link.compare import Facts, facts, observations

KEPT = 0.10
"""Links less likely are not kept: they could not join two claims, nor part them from a third."""


def links(pairs: Sequence[Pair], postings: Mapping[str, Posting], weights: Linking) -> tuple[Link, ...]:
    """A link for each pair whose score reaches `KEPT`, in the pairs' order. `postings` holds both claims of every pair."""
    known: dict[str, Facts] = {}
    for pair in pairs:
        for claim in (pair.left, pair.right):
            if claim not in known:
                known[claim] = facts(postings[claim])
    scored = (_link(pair, known[pair.left], known[pair.right], weights) for pair in pairs)
    return tuple(link for link in scored if link.score >= KEPT)


def _link(pair: Pair, left: Facts, right: Facts, weights: Linking) -> Link:
    parts = [("start", weights.bias)]
    parts += [(name, round(weights.weight(name) * value, 3)) for name, value in observations(left, right, pair)]
    odds = math.fsum(value for _, value in parts)
    return Link(pair.left, pair.right, round(1 / (1 + math.exp(-odds)), 4), tuple(parts))
