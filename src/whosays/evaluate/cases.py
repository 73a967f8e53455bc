"""Documents' claims -> their links, as a case makes them: each document after the other, each against all before it."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.findings import Feature, Link, Posting
from whosays.lexicon.linking import load_linking
from whosays.link.candidates import Pair, candidates
from whosays.link.embed import Embedder, NoEmbedder
from whosays.link.features import features
from whosays.link.links import links


def linked(documents: Sequence[Sequence[Posting]], embedder: Embedder | NoEmbedder) -> tuple[Link, ...]:
    """The links between the claims of all documents; without an embedder, by words alone."""
    by_id = {p.id: p for postings in documents for p in postings}
    return links(pairs(documents, embedder), by_id, load_linking())


def pairs(documents: Sequence[Sequence[Posting]], embedder: Embedder | NoEmbedder) -> tuple[Pair, ...]:
    """The pairs of claims that share a block."""
    embed = embedder if isinstance(embedder, Embedder) else None
    known: list[Feature] = []
    found: list[Pair] = []
    for postings in documents:
        new = features(postings, embed)
        found.extend(candidates(new, known))
        known.extend(new)
    return tuple(found)
