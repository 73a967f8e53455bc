"""A group's id is told by its kind and its first member alone."""

from __future__ import annotations

from whosays.link.ids import derived


def test_it_is_the_same_on_every_machine() -> None:
    assert derived("origin", "a") == "4b186137e17d61cb"


def test_kinds_and_members_are_told_apart() -> None:
    assert len({derived(kind, first) for kind in ("origin", "proposition") for first in ("a", "b")}) == 4
