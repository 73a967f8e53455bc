"""Words that are built or read alike, with the examples that show how."""

from __future__ import annotations

import msgspec


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base forms of words. ``examples`` show the reading that the group's file names, those under ``not`` the other."""

    lemmas: frozenset[str]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = msgspec.field(default=(), name="not")

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.lemmas
