"""The claims of a proposition -> the one that says it most plainly: its words stand for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from whosays.findings import Posting
from whosays.model import Certainty, Polarity

FULL = 4
"""Words under which a claim is a fragment."""
LONG = 16
"""Words from which a claim says more than one thing."""
_DEPENDENT = re.compile(
    r"(?:that|whether|if|he|she|it|they|we|i|this|these|those|such|there|some of|one of|his|her|its|their|our|reports?|what|how|"
    r"because|due|despite|by|in|on|at|to)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:them|him|their|his|her|hers|it|its|they|he|she)\b", re.IGNORECASE)
_BROKEN = " … "


def plainest(claims: Sequence[Posting]) -> Posting:
    """Not negated, sure, with who acts or suffers named, whole, begun by its subject; then the shortest, then the first."""
    return min(claims, key=_rank) if len(claims) > 1 else claims[0]


def _rank(claim: Posting) -> tuple[int, int, str, str]:
    faults, words = _worded(claim.text)
    named = any(h is not None and h.code is not None for h in (claim.actor, claim.recipient))
    faults += 4 * (claim.polarity is Polarity.MINUS) + 2 * (not named) + (claim.certainty is not Certainty.CERTAIN)
    return faults, words, claim.text, claim.id


@lru_cache(maxsize=1 << 16)
def _worded(text: str) -> tuple[int, int]:
    """The faults of the words alone, and how many they are. Reports repeat each other: many claims have the same ones."""
    words = len(text.split())
    faults = 3 * (words < FULL) + (words > LONG) + 2 * (_BROKEN in text)
    return faults + 2 * bool(_DEPENDENT.match(text)) + 2 * bool(_PRONOUN.search(text)), words
