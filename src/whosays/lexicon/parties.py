"""Which words tell who a party is, beside the names and nouns of the lexicon of actors."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from whosays.lexicon.load import load


class Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one function, folded as the index of actors is; endings of words where the group says so.

    ``examples`` are phrases, or sentences with the <party> marked, and the code that its words must give; None where only the text
    around tells. In those under ``not`` no word of the group does it.
    """

    words: frozenset[str]
    examples: Mapping[str, str | None]
    counter: Mapping[str, str | None] = msgspec.field(name="not")

    def __contains__(self, word: str) -> bool:
        return word in self.words


class Parties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The groups of ``parties.yaml``, which says what each is for."""

    nameless: Telling
    regional: Telling
    presiding: Telling
    advising: Telling
    leading: Telling
    past: Telling
    skewed: Telling
    human: Telling
    things: Telling
    fights: Telling
    sends: Telling


@lru_cache(maxsize=1)
def load_parties() -> Parties:
    """The shipped groups. Raises ``msgspec.ValidationError`` where the file does not fit."""
    return load("parties", Parties)
