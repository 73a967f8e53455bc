"""Profiles -> ties: how likely two documents tell of one incident, by what they share and how rare that is among them.

What a name weighs depends on how many of the given documents have it, and so on the day that is asked for: a name that all of
a case speak of tells none of its incidents from another. Ties are therefore made anew, never kept.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from whosays.findings import Profile, Tie
from whosays.lexicon.incidents import Incidents
from whosays.link.alike import alike
from whosays.link.rarity import Rarities, Weighed, rarities, weigh

KEPT = 0.02
"""Ties less likely are not kept: they could not join two documents."""
COMMON = 40
"""Documents that share a key from which it finds no pairs: what so many speak of is no incident's own."""
KEYS = 12
"""Rarest names, and weightiest words, that a document is found by."""
SHOWN = 4


def ties(profiles: Sequence[Profile], weights: Incidents) -> tuple[Tie, ...]:
    """The ties between documents that share a rare name, a rare pair of names or a weighty word, by their ids."""
    rare = rarities(profiles)
    weighed = {p.document: weigh(p, rare) for p in profiles}
    found = (_tie(weighed[a], weighed[b], rare, weights) for a, b in pairs(profiles))
    return tuple(tie for tie in found if tie.score >= KEPT)


def pairs(profiles: Sequence[Profile]) -> tuple[tuple[str, str], ...]:
    """The pairs worth comparing, in order."""
    rare = rarities(profiles)
    holders: dict[str, list[str]] = defaultdict(list)
    for p in profiles:
        for key in _keys(weigh(p, rare), rare):
            holders[key].append(p.document)
    found = {pair for ids in holders.values() if 1 < len(ids) <= COMMON for pair in combinations(sorted(ids), 2)}
    return tuple(sorted(found))


def _keys(document: Weighed, rare: Rarities) -> Iterator[str]:
    """What others have as well, the rarest first."""
    p = document.profile
    full = (name for name in p.full if 1 < rare.full.often(name) <= COMMON)
    yield from (f"f|{name}" for name in sorted(full, key=lambda n: (rare.full.often(n), n))[:KEYS])
    names = (name for name in p.names if 1 < rare.names.often(name) <= COMMON)
    yield from (f"n|{name}" for name in sorted(names, key=lambda n: (rare.names.often(n), n))[:KEYS])
    words = (word for word in document.vector if 1 < rare.words.often(word) <= COMMON)
    yield from (f"w|{word}" for word in sorted(words, key=lambda w: (-document.vector[w], w))[:KEYS])


def _tie(a: Weighed, b: Weighed, rare: Rarities, weights: Incidents) -> Tie:
    parts = [("start", weights.bias)]
    parts += [(name, round(weights.weights.get(name, 0.0) * value, 3)) for name, value in alike(a, b, rare)]
    odds = math.fsum(value for _, value in parts)
    shared = sorted(a.profile.full & b.profile.full, key=lambda n: (rare.full.often(n), n))
    left, right = sorted((a.profile.document, b.profile.document))
    return Tie(left, right, round(1 / (1 + math.exp(-odds)), 4), tuple(parts), tuple(shared[:SHOWN]))
