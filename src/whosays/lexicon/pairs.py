"""Words that mean two whom the text has just named: "both sides", "neither country"."""

from __future__ import annotations

from functools import cached_property, lru_cache

import msgspec

from whosays.lexicon.load import load
from whosays.lexicon.terms import plural


class Pairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """How such a phrase opens and the noun that follows, in one number or the other. ``examples`` are such phrases, ``not`` none."""

    opening: tuple[str, ...]
    nouns: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = msgspec.field(name="not")

    def __contains__(self, phrase: str) -> bool:
        """Whether the phrase, in any case, means two."""
        return phrase.strip().casefold() in self._phrases

    @cached_property
    def _phrases(self) -> frozenset[str]:
        return frozenset(f"{o} {n}" for o in self.opening for one in self.nouns for n in (one, plural(one)))


@lru_cache(maxsize=1)
def load_pairs() -> Pairs:
    """The shipped words. Raises ``msgspec.ValidationError`` where the file does not fit."""
    return load("pairs", Pairs)
