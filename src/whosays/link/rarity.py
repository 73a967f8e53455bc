"""Profiles -> how rare each word, name, age and place is among them, and the weighed words of each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from whosays.findings import Profile


class Rarity:
    """1 for what one document has alone, near 0 for what all of them have. What nobody else has counts like what one has."""

    def __init__(self, sets: Iterable[Iterable[Hashable]], size: int) -> None:
        self._often = Counter(item for items in sets for item in items)
        self._size = size

    def __call__(self, item: Hashable) -> float:
        often = max(1, self._often[item])
        return max(0.0, math.log((self._size + 1) / (often + 0.5)) / math.log(self._size + 2))

    def of(self, items: Iterable[Hashable]) -> float:
        """What the items weigh together; the same in any order."""
        return math.fsum(self(item) for item in items)

    def often(self, item: Hashable) -> int:
        """How many documents have it."""
        return self._often[item]


@dataclass(frozen=True, slots=True)
class Rarities:
    """One for each sort of thing that documents share."""

    words: Rarity
    names: Rarity
    full: Rarity
    ages: Rarity
    towns: Rarity


def rarities(profiles: Sequence[Profile]) -> Rarities:
    """How rare things are among these documents."""
    size = len(profiles)
    return Rarities(
        words=Rarity(([word for word, _ in p.words] for p in profiles), size),
        names=Rarity((p.names for p in profiles), size),
        full=Rarity((p.full for p in profiles), size),
        ages=Rarity((p.ages for p in profiles), size),
        towns=Rarity((p.towns for p in profiles), size),
    )


@dataclass(frozen=True, slots=True)
class Weighed:
    """A profile, its words as a vector of length 1, and what its names, title and ages weigh together."""

    profile: Profile
    vector: dict[str, float]
    names: float
    title: float
    full: float
    ages: float
    towns: float


def weigh(profile: Profile, rare: Rarities) -> Weighed:
    """A word weighs more the rarer it is and, slowly, the oftener the document has it."""
    vector = {word: (1 + math.log(times)) * rare.words(word) for word, times in profile.words}
    length = math.sqrt(math.fsum(v * v for v in vector.values())) or 1.0
    return Weighed(
        profile=profile,
        vector={word: v / length for word, v in vector.items()},
        names=rare.names.of(profile.names),
        title=rare.words.of(profile.title),
        full=rare.full.of(profile.full),
        ages=rare.ages.of(profile.ages),
        towns=rare.towns.of(profile.towns),
    )
