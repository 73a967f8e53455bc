"""Which words tell that a clause of the publisher's own reports something, or only says how things stand."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whosays.lexicon.group import Group
from whosays.lexicon.load import load


class Clauses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The groups of ``clauses.yaml``, which says what each is for."""

    bound: Group
    party_to: Group
    aims: Group
    links: Group
    judges: Group
    stands: Group
    about_itself: Group

    @property
    def that_report(self) -> tuple[Group, ...]:
        """The groups whose words make a claim of a clause that would be none without them."""
        return (self.bound, self.party_to, self.aims)

    @property
    def that_do_not(self) -> tuple[Group, ...]:
        """The groups whose words make none of it."""
        return (self.links, self.judges, self.stands, self.about_itself)


@lru_cache(maxsize=1)
def load_clauses() -> Clauses:
    """The shipped groups. Raises ``msgspec.ValidationError`` where the file does not fit."""
    return load("clauses", Clauses)
