"""Who acts and who is acted on: the words of each, and no guess where the text names none."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.roles import roles
from whosays.frame.trigger import trigger
from whosays.lexicon.actions import load_actions

ACTIONS = load_actions()
CASES = {
    "a subject and an object": ("The rebels attacked the guards.", "The rebels", "the guards"),
    "a passive": ("The guards were attacked by the rebels.", "the rebels", "The guards"),
    "a noun with its owner": ("The rebels' attack on the guards failed.", "The rebels", "the guards"),
    "nobody acts": ("The guards were attacked.", None, "The guards"),
    "a happening is no actor": ("The Orlanian airstrike killed two guards.", "Orlanian", "two guards"),
}


@pytest.mark.parametrize(("text", "actor", "recipient"), CASES.values(), ids=CASES.keys())
def test_the_words_of_both(parse: Parse, text: str, actor: str | None, recipient: str | None) -> None:
    document, (sentence,) = parse(text)
    found = trigger(sentence, (sentence.span,), ACTIONS)
    assert found is not None
    who, whom = roles(document, found, ACTIONS)
    assert ((who.text if who else None), (whom.text if whom else None)) == (actor, recipient)
