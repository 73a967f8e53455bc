"""Which entry of the list of actions reads a word where it stands."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.reading import known
from whosays.lexicon.actions import load_actions
from whosays.model import EventType

ACTIONS = load_actions()
CASES = {
    "a verb": ("The rebels shelled the port.", "shelled", EventType.ASSAULT, ["shelled"]),
    "a noun": ("The attack failed.", "attack", EventType.ASSAULT, ["attack"]),
    "a verb with its further word": ("The rebels opened fire.", "opened", EventType.ASSAULT, ["opened", "fire"]),
    "one without it is another": ("The rebels opened the door.", "opened", None, None),
    "a turned noun is none": ("The anti-terrorism law passed.", "terrorism", None, None),
    "harm by nature is none": ("The flood killed two men.", "killed", None, None),
    "no act": ("The port is large.", "is", None, None),
}


@pytest.mark.parametrize(("text", "word", "type_", "words"), CASES.values(), ids=CASES.keys())
def test_the_entry_of_a_word(
    parse: Parse, text: str, word: str, type_: EventType | None, words: list[str] | None
) -> None:
    _, (sentence,) = parse(text)
    found = known(sentence, next(t for t in sentence.tokens if t.text == word), ACTIONS)
    if words is None:
        assert found is None or found[0].type is not EventType.ASSAULT
        return
    assert found is not None
    assert (found[0].type, [t.text for t in found[1]]) == (type_, words)
