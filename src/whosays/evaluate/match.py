"""When what was read counts as what gold has: overlap of spans, codes of parties, distance of places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whosays.model import Span

_SORTS_ALONE = ("IGO", "NGO", "REB")


def characters(spans: Iterable[Span] | Iterable[Sequence[int]]) -> frozenset[int]:
    """The offsets in the spans."""
    pairs = ((s.start, s.end) if isinstance(s, Span) else (s[0], s[1]) for s in spans)
    return frozenset(i for start, end in pairs for i in range(start, end))


def overlap(gold: Iterable[Sequence[int]], spans: Iterable[Span]) -> float:
    """Shared characters over all characters of both (Jaccard)."""
    a, b = characters(gold), characters(spans)
    return len(a & b) / len(a | b) if a and b else 0.0


def covers(gold: Iterable[Sequence[int]], spans: Iterable[Span] | Iterable[Sequence[int]]) -> float:
    """The share of gold's characters that the spans hold."""
    a, b = characters(gold), characters(spans)
    return len(a & b) / len(a) if a else 0.0


def code_matches(gold: str | None, code: str | None) -> bool:
    """Whether a party's code says what gold's does: its country and, where gold has one, its sector.

    Of bodies of states, NGOs and armed groups the sort is enough, as their names differ from list to list.
    """
    if gold is None:
        return True
    if gold == "publisher":
        return code == "publisher"
    if not code:
        return False
    want, got = set(gold.split()), set(code.split())
    for sort in _SORTS_ALONE:
        if sort in want:
            return sort in got and len(got) <= 2
    return want <= got and len(got) <= 2
