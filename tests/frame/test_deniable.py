"""A negated content denies the act that it names, and no other that it speaks of."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.deniable import deniable
from whosays.frame.trigger import trigger
from whosays.lexicon.actions import load_actions

DENIED = [
    "The army did not attack the port.",
    "There have been no attacks.",
    "The army did not carry out strikes on the port.",
    "The rebels have not begun shelling the port.",
]
UNTOUCHED = [
    "No tours were late after the attack on the port.",
    "The mayor did not leave because of the bombings.",
    "The minister did not survive the attack.",
]


@pytest.mark.parametrize("text", DENIED)
def test_the_act_itself_is_denied(text: str, parse: Parse) -> None:
    _, sentences = parse(text)
    found = trigger(sentences[0], (sentences[0].span,), load_actions())
    assert found is not None
    assert found.action is not None
    assert deniable(found, load_actions())


@pytest.mark.parametrize("text", UNTOUCHED)
def test_an_act_that_is_spoken_of_is_not(text: str, parse: Parse) -> None:
    _, sentences = parse(text)
    found = trigger(sentences[0], (sentences[0].span,), load_actions())
    assert found is None or found.action is None or not deniable(found, load_actions())
