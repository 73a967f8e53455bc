"""A question of the review, its answers, and what each answer would enter in the case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whosays.findings import Posting, Verdict
from whosays.review.subjects import reading


class Kind(StrEnum):
    """What is doubtful, in the word that the queue shows."""

    DAMAGED = "Damaged text"
    STANCE = "Stance"
    WHO = "Who?"
    DATE = "Date"
    SAME = "Same event?"
    READ = "Read right?"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One entry that an answer makes: of a claim, or of a pair of claims."""

    verdict: Verdict
    claim: str
    other: str | None = None
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question: its key on the keyboard, its words, and what it enters."""

    key: str
    label: str
    entries: tuple[Proposed, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question. ``doubt`` runs from 0 to 1; items with one ``pattern`` can be answered alike; ``why`` says what raised it."""

    id: str
    kind: Kind
    title: str
    question: str
    why: str
    doubt: float
    pattern: str
    claims: tuple[str, ...]
    answers: tuple[Answer, ...]


def accept(claim: Posting) -> Proposed:
    """That the machine read the claim right, of this reading alone."""
    return Proposed(Verdict.ACCEPT, claim.id, value=reading(claim))


def reject(claim: Posting) -> Proposed:
    """That the claim is read wrong and counts for nothing; ``value`` is the reading that was seen."""
    return Proposed(Verdict.REJECT, claim.id, value=reading(claim))


def correction(claim: Posting, field: str, value: str | None) -> Proposed:
    """That one field of the claim is another; None: the text does not say."""
    return Proposed(Verdict.CORRECT, claim.id, field=field, value=value)
