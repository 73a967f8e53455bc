"""Two documents -> what speaks for and against their telling of one incident.

Each observation is a number with a name; its weight (log-odds, fitted: see ``lexicon/incidents.yaml``) times the number is
what it adds. What can't be told is not named. The order of the two documents does not matter.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from whosays.link.rarity import Rarities, Weighed

CLOSE = 0.5
"""Cosine from which wording has a weight of its own: there copies begin, and pages of one make."""
NEAR_DAYS, FAR_DAYS = 3, 10
"""Days within which most reports of one incident are published, and after which few are."""


def alike(a: Weighed, b: Weighed, rare: Rarities) -> Iterator[tuple[str, float]]:
    """What is seen on comparing, by name."""
    wording = math.fsum(value * b.vector[word] for word, value in a.vector.items() if word in b.vector)
    yield "wording", wording
    if wording > CLOSE:
        yield "close wording", wording - CLOSE
    p, q = a.profile, b.profile
    yield "title", _cosine(rare.words.of(p.title & q.title), a.title, b.title)
    names = rare.names.of(p.names & q.names)
    yield "names", names / (min(a.names, b.names) or 1.0)
    yield "names in number", math.log1p(7 * names)
    full = rare.full.of(p.full & q.full)
    yield "full names", _cosine(full, a.full, b.full)
    yield "full names in number", math.log1p(7 * full)
    yield "ages", _cosine(rare.ages.of(p.ages & q.ages), a.ages, b.ages)
    yield "town", _cosine(rare.towns.of(p.towns & q.towns), a.towns, b.towns)
    if p.regions & q.regions:
        yield "region", 1.0
    if p.killed & q.killed:
        yield "toll", 1.0
    if p.day is not None and q.day is not None:
        yield from _days(abs(p.day - q.day), wording)


def _days(apart: int, wording: float) -> Iterator[tuple[str, float]]:
    yield "days apart", math.log1p(apart)
    yield "wording though days apart", wording * math.log1p(apart)
    if apart <= NEAR_DAYS:
        yield "published together", 1.0
    if apart > FAR_DAYS:
        yield "published far apart", 1.0


def _cosine(shared: float, one: float, other: float) -> float:
    return shared / (math.sqrt(one * other) or 1.0)
