"""Pairs of claims -> links: how likely two claims are one proposition, with what each observation added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.findings import Link, Posting
from whosays.lexicon.linking import Linking
from whosays.link.candidates import Pair
from whosays.link.compare import Facts, facts, observations
from whosays.link.odds import odds

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
    return Link(pair.left, pair.right, *odds(weights.bias, observations(left, right, pair), weights.weight))
