"""An act that is played, told of in fiction or only so called never counts as one that happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whosays.model import Status

FEIGNED = [
    "The brigade rehearsed an attack on the island.",
    "The supposed attack on the port was filmed.",
    "In the film, rebels attacked the port.",
    "The brigade carried out a mock attack on the port.",
]
REAL = [
    "The brigade carried out an attack on the island.",
    "The rebels attacked the port in the night.",
    "Two soldiers were killed in a drill.",
    "The rebels staged an attack on the port.",
]


@pytest.mark.parametrize("text", FEIGNED)
def test_what_is_feigned_did_not_occur(text: str, status_of: Callable[[str], Status | None]) -> None:
    assert status_of(text) is Status.HYPOTHETICAL


@pytest.mark.parametrize("text", REAL)
def test_what_is_not_did(text: str, status_of: Callable[[str], Status | None]) -> None:
    assert status_of(text) is Status.OCCURRED
