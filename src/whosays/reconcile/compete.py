"""Two claims of one proposition -> the figures of theirs that can't both hold."""

from __future__ import annotations

from whosays.findings import Count, Posting
from whosays.model import QuantityKind
from whosays.reconcile.added import added

ABOUT = 0.1
"""How far from "about 1,000" the number may lie: a tenth of it either way."""
MEANWHILE_DAYS = 7
"""Days in which a toll is taken to be the same toll. Later, a higher one may have grown; a lower one has not."""


def compete(a: Posting, b: Posting) -> tuple[Count, Count] | None:
    """The first pair of figures of the same kinds that exclude each other; None where there is none.

    What is only added to another ("3,000 more") competes with nothing. A figure stands for what its words allow ("at least 100"
    allows any more). A count of what goes on rises: the later of two, if it is the higher, contradicts nothing once
    `MEANWHILE_DAYS` have passed.
    """
    for p in a.counts:
        for q in b.counts:
            if _same_thing(p, q) and _apart(p, q) and not _grew(a, b, p, q):
                return p, q
    return None


def _same_thing(p: Count, q: Count) -> bool:
    if added(p.text) or added(q.text):
        return False
    kinds = set(p.kinds) - {QuantityKind.OTHER}
    sides = p.side == q.side or p.side is None or q.side is None
    share = (p.unit == "percent") == (q.unit == "percent")
    return bool(kinds) and set(p.kinds) == set(q.kinds) and sides and share and p.part_of is None and q.part_of is None


def _apart(p: Count, q: Count) -> bool:
    a, b = reach(p), reach(q)
    return a[0] > b[1] or b[0] > a[1]


def reach(count: Count) -> tuple[float, float]:
    """The lowest and the highest number that the words allow."""
    if count.best is None:
        return count.low or 0.0, count.high if count.high is not None else float("inf")
    slack = ABOUT * count.best if count.approximate else 0.0
    low = count.low if count.low is not None else count.best
    return low - slack, (count.high if count.high is not None else count.best) + slack


def _grew(a: Posting, b: Posting, p: Count, q: Count) -> bool:
    if a.said is None or b.said is None or abs((b.said - a.said).days) <= MEANWHILE_DAYS:
        return False
    earlier, later = (p, q) if a.said < b.said else (q, p)
    return reach(later)[0] >= reach(earlier)[0]
