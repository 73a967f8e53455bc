"""Words around an act that say that it has not come about."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.ahead import ahead
from whosays.frame.trigger import trigger
from whosays.lexicon.actions import load_actions
from whosays.model import Stance, Status

ACTIONS = load_actions()
CASES = {
    "due": ("The envoys are due to meet.", Status.PLANNED),
    "unlikely": ("The rebels are unlikely to attack the port.", Status.HYPOTHETICAL),
    "able now": ("The rebels are able to attack the port.", Status.HYPOTHETICAL),
    "able then": ("The rebels were able to attack the port.", None),
    "a risk": ("The mayor named the risk of an attack.", Status.HYPOTHETICAL),
    "a call": ("The mayor called for a ceasefire.", Status.HYPOTHETICAL),
    "any": ("Any attack would fail.", Status.HYPOTHETICAL),
    "nothing": ("The rebels attacked the port.", None),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_what_lies_ahead(parse: Parse, text: str, expected: Status | None) -> None:
    _, (sentence,) = parse(text)
    noun = next((t for t in sentence.tokens if t.text in ("attack", "ceasefire") and t.pos == "NOUN"), None)
    spans = (noun.span,) if noun is not None else (sentence.span,)
    found = trigger(sentence, spans, ACTIONS)
    assert found is not None
    inside = {t.index for t in sentence.tokens}
    assert ahead(found, inside, Stance.ASSERTS, ACTIONS) is expected


def test_what_is_wished_is_no_plan(parse: Parse) -> None:
    _, (sentence,) = parse("The envoys are due to meet.")
    found = trigger(sentence, (sentence.span,), ACTIONS)
    assert found is not None
    inside = {t.index for t in sentence.tokens}
    assert ahead(found, inside, Stance.HOPES, ACTIONS) is Status.HYPOTHETICAL
