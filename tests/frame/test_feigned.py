"""An act that is played, told of in fiction or only so called never counts as one that happened."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.event import event
from whosays.lexicon.actions import load_actions
from whosays.model import Attribution, Certainty, Polarity, Span, Stance, Status

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


def status(text: str, parse: Parse) -> Status | None:
    document, sentences = parse(text)
    own = Attribution(None, 0, None, (), (), (Span(0, len(text)),), Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS)
    found = event(document, sentences, own, load_actions())
    assert found is not None
    return found.status


@pytest.mark.parametrize("text", FEIGNED)
def test_what_is_feigned_did_not_occur(text: str, parse: Parse) -> None:
    assert status(text, parse) is Status.HYPOTHETICAL


@pytest.mark.parametrize("text", REAL)
def test_what_is_not_did(text: str, parse: Parse) -> None:
    assert status(text, parse) is Status.OCCURRED
