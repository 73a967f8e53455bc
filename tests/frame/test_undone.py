"""An act that did not come about never counts as one that happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whosays.model import Status

UNDONE = [
    "The rebels failed to capture the port.",
    "The rebels nearly captured the port.",
    "The general brought up hostages who were not released.",
    "The mayor brought up no raids or arrests.",
]
AHEAD = [
    "The brigade was to attack the port in August.",
    "His term was to end in August.",
    "The rebels' aim was to attack the port.",
]
DONE = [
    "The rebels captured the port.",
    "The rebels managed to capture the port.",
    "The general brought up hostages who were released.",
    "The rebels' reply was to attack the port.",
]


@pytest.mark.parametrize("text", UNDONE)
def test_what_did_not_come_about_did_not_occur(text: str, status_of: Callable[[str], Status | None]) -> None:
    assert status_of(text) is Status.HYPOTHETICAL


@pytest.mark.parametrize("text", DONE)
def test_what_came_about_did(text: str, status_of: Callable[[str], Status | None]) -> None:
    assert status_of(text) is Status.OCCURRED


@pytest.mark.parametrize("text", AHEAD)
def test_what_was_still_to_come_is_planned(text: str, status_of: Callable[[str], Status | None]) -> None:
    assert status_of(text) is Status.PLANNED
