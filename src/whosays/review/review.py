"""Claims and decisions -> the claims as people left them, which were checked, and which pairs were decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whosays.findings import Decision, Posting, Verdict
from whosays.review.correct import correct
from whosays.review.parties import parties
from whosays.review.standing import standing
from whosays.review.subjects import CLAIM, document_of, reading, subject

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """``checked`` are ids of claims that a person accepted or corrected; ``same`` and ``different`` pairs of ids, the smaller
    first, that a person linked or kept apart, whatever their score.

    ``stale`` are hashes of decisions that stand but no longer fit: the engine reads the words otherwise than what was judged.
    """

    postings: tuple[Posting, ...]
    checked: frozenset[str] = frozenset()
    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    stale: tuple[str, ...] = ()


def review(postings: Sequence[Posting], decisions: Sequence[Decision]) -> Reviewed:
    """Applies the decisions that stand: corrections are set, rejected claims are gone, merged parties are one.

    Pure, and nothing is lost: the claims as entered and every decision stay in the case.
    """
    stands = standing(decisions)
    if not stands:
        return Reviewed(tuple(postings))
    ids = _ids(postings, stands)
    judged = _judged(stands)
    stale: list[str] = []
    checked: set[str] = set()
    left: list[Posting] = []
    for posting in postings:
        applied = _apply(posting, judged.get(ids.get(posting.id, ""), ()), stale)
        if applied is None:
            continue
        left.append(applied[0])
        checked |= {posting.id} if applied[1] else set()
    return Reviewed(
        parties(left, stands),
        frozenset(checked),
        _pairs(ids, stands, Verdict.SAME),
        _pairs(ids, stands, Verdict.DIFFERENT),
        tuple(dict.fromkeys(stale)),
    )


def _ids(postings: Sequence[Posting], stands: Sequence[Decision]) -> dict[str, str]:
    """The subject of each claim that is of a document that something was decided in."""
    named = (s for d in stands for s in (d.subject, d.other) if s)
    documents = {document_of(s) for s in named}
    return {p.id: subject(p) for p in postings if p.document in documents}


def _judged(stands: Sequence[Decision]) -> Mapping[str, Sequence[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in stands:
        if decision.other is None and decision.subject.startswith(CLAIM):
            found[decision.subject].append(decision)
    return found


def _apply(posting: Posting, judged: Sequence[Decision], stale: list[str]) -> tuple[Posting, bool] | None:
    """The claim as decided, and whether it was checked; None for a claim that was rejected."""
    read, checked = reading(posting) if judged else "", False
    for decision in judged:
        if decision.verdict is Verdict.CORRECT:
            try:
                posting, checked = correct(posting, decision.field or "", decision.value), True
            except ValueError:
                stale.append(decision.hash)
        elif decision.verdict in (Verdict.ACCEPT, Verdict.REJECT):
            if decision.value not in (None, read):
                stale.append(decision.hash)
            elif decision.verdict is Verdict.REJECT:
                return None
            else:
                checked = True
    return posting, checked


def _pairs(ids: Mapping[str, str], stands: Sequence[Decision], verdict: Verdict) -> frozenset[Pair]:
    claims: dict[str, list[str]] = defaultdict(list)
    for id_, of in ids.items():
        claims[of].append(id_)
    decided = (d for d in stands if d.verdict is verdict and d.subject.startswith(CLAIM))
    return frozenset(
        (min(a, b), max(a, b)) for d in decided for a in claims[d.subject] for b in claims[d.other or ""] if a != b
    )
