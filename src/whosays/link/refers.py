"""Claims -> which of them only stand for another: "denied that it had sent troops, and called such claims rumours".

What they reject or affirm is what the claim before them says, where that stands in the same or the sentence before. They have no
words of their own to compare: alike as "the claims" of two reports are, they may stand for anything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from whosays.findings import Posting
from whosays.lexicon.linking import load_linking

NEAR = 1
"""Sentences back in which the claim that is meant is looked for."""
_WORD = re.compile(r"[^\W_]+")


def refers(postings: Sequence[Posting]) -> dict[str, str | None]:
    """The claims that have nothing but "such claims" to say, each with the claim that it stands for: None where none is near.

    Who says nothing but that is followed to a claim of its own document that says something; other claims are not named.
    """
    documents: dict[str, list[Posting]] = defaultdict(list)
    for posting in postings:
        documents[posting.document].append(posting)
    return {id_: meant for claims in documents.values() for id_, meant in _in(sorted(claims, key=lambda p: p.order))}


def _in(claims: Sequence[Posting]) -> Iterator[tuple[str, str | None]]:
    before: Posting | None = None
    for claim in claims:
        if _says_nothing(claim):
            near = before is not None and claim.sentence - before.sentence <= NEAR
            yield claim.id, before.id if near and before else None
        else:
            before = claim


def _says_nothing(claim: Posting) -> bool:
    """Whether its words are a saying and what points at it, and no more: "such claims", "these reports"."""
    if claim.counts or claim.place:
        return False
    known, words = load_linking(), _WORD.findall(claim.text.casefold())
    if not words:
        return False
    *pointing, saying = words
    return saying.removesuffix("s") in known.sayings and bool(pointing) and set(pointing) <= known.pointing
