"""Whom a blow strikes and who deals it, by the words before its noun."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.struck import struck_before, suffers
from whosays.frame.trigger import trigger
from whosays.lexicon.actions import load_actions

ACTIONS = load_actions()


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("The embassy attack killed nobody.", "embassy"),
        ("An army raid went wrong.", None),
        ("A drone strike went wrong.", None),
    ],
)
def test_what_stands_before_the_noun_is_struck_unless_it_bears_arms(
    text: str, struck: str | None, parse: Parse
) -> None:
    _, (sentence,) = parse(text)
    noun = next(t for t in sentence.tokens if t.dep == "nsubj")
    found = trigger(sentence, (sentence.subtree_span(noun),), ACTIONS)
    assert found is not None
    told = struck_before(found, ACTIONS)
    assert (told.text if told is not None else None) == struck


@pytest.mark.parametrize(("text", "victim"), [("the envoy's murder", "envoy"), ("Kenya's murder of two guards", None)])
def test_whose_murder_it_is(text: str, victim: str | None, parse: Parse) -> None:
    _, (sentence,) = parse(f"They condemned {text}.")
    noun = next(t for t in sentence.tokens if t.text == "murder")
    told = suffers(sentence, noun, ACTIONS)
    assert (told.text if told is not None else None) == victim
