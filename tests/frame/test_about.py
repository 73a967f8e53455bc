"""Whom a comment is about: the words that it is made of, and whom they speak of."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.about import about
from whosays.frame.trigger import Trigger
from whosays.lexicon.actions import load_actions

ACTIONS = load_actions()


@pytest.mark.parametrize(
    ("text", "verb", "whom"),
    [
        ("The envoy wondered about the council.", "wondered", "council"),
        ("The envoy is sceptical of the council.", "is", "council"),
        ("The envoy hoped that the council would act.", "hoped", "council"),
        ("The envoy hoped.", "hoped", None),
    ],
)
def test_whom_it_is_about(parse: Parse, text: str, verb: str, whom: str | None) -> None:
    _, (sentence,) = parse(text)
    head = next(t for t in sentence.tokens if t.text == verb)
    found = about(Trigger(sentence, head, (head,), None), ACTIONS)
    assert (found.text if found else None) == whom
