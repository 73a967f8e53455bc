"""An act that did not come about never counts as one that happened."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.event import event
from whosays.lexicon.actions import load_actions
from whosays.model import Attribution, Certainty, Polarity, Span, Stance, Status

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


def status(text: str, parse: Parse) -> Status | None:
    document, sentences = parse(text)
    own = Attribution(None, 0, None, (), (), (Span(0, len(text)),), Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS)
    found = event(document, sentences, own, load_actions())
    assert found is not None
    return found.status


@pytest.mark.parametrize("text", UNDONE)
def test_what_did_not_come_about_did_not_occur(text: str, parse: Parse) -> None:
    assert status(text, parse) is Status.HYPOTHETICAL


@pytest.mark.parametrize("text", DONE)
def test_what_came_about_did(text: str, parse: Parse) -> None:
    assert status(text, parse) is Status.OCCURRED


@pytest.mark.parametrize("text", AHEAD)
def test_what_was_still_to_come_is_planned(text: str, parse: Parse) -> None:
    assert status(text, parse) is Status.PLANNED
