"""Which words beside the name of a place tell whether ground is meant, or those who live or govern there."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whosays.lexicon.group import Group
from whosays.lexicon.load import load


class Grounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The groups of ``grounds.yaml``, which says what each is for."""

    entered: Group
    undergo: Group
    grounds: Group
    moved: Group
    parties: Group
    owned: Group
    said: Group
    named_for: Group

    @property
    def that_are_ground(self) -> tuple[Group, ...]:
        """The groups whose words make ground of a name."""
        return (self.entered, self.undergo, self.grounds, self.moved)

    @property
    def that_are_not(self) -> tuple[Group, ...]:
        """The groups whose words make somebody of it, or nothing."""
        return (self.parties, self.owned, self.said, self.named_for)


@lru_cache(maxsize=1)
def load_grounds() -> Grounds:
    """The shipped groups. Raises ``msgspec.ValidationError`` where the file does not fit."""
    return load("grounds", Grounds)
