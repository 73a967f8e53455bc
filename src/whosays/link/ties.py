"""Profiles -> ties: how likely two documents tell of one incident, by what they share and how rare that is among them.

What a name weighs depends on how many of the given documents have it, and so on the day that is asked for: a name that all of
a case speak of tells none of its incidents from another. Ties are therefore made anew, never kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from whosays.findings import Profile, Tie
from whosays.lexicon.incidents import Incidents
from whosays.link.alike import alike
from whosays.link.odds import odds
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
    found = (_tie(a, b, rare, weights) for a, b in pairs(profiles, rare))
    return tuple(tie for tie in found if tie.score >= KEPT)


def pairs(profiles: Sequence[Profile], rare: Rarities) -> tuple[tuple[Weighed, Weighed], ...]:
    """The pairs worth comparing, each and all by their documents' ids. `rare` is how rare things are among the profiles."""
    weighed = {p.document: weigh(p, rare) for p in profiles}
    holders: dict[str, list[str]] = defaultdict(list)
    for document in weighed.values():
        for key in _keys(document, rare):
            holders[key].append(document.profile.document)
    found = {pair for ids in holders.values() if 1 < len(ids) <= COMMON for pair in combinations(sorted(ids), 2)}
    return tuple((weighed[a], weighed[b]) for a, b in sorted(found))


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
    score, parts = odds(weights.bias, alike(a, b, rare), weights.weight)
    shared = sorted(a.profile.full & b.profile.full, key=lambda n: (rare.full.often(n), n))
    return Tie(a.profile.document, b.profile.document, score, parts, tuple(shared[:SHOWN]))
