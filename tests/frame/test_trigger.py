"""The word that names the main act of a content, and what the search passes through on its way."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.trigger import Trigger, rivals, trigger
from whosays.lexicon.actions import load_actions
from whosays.model import EventType, Span

ACTIONS = load_actions()
CASES = {
    "a verb": ("The rebels shelled the port.", "shelled", EventType.ASSAULT),
    "through a verb that carries it": ("The rebels carried out strikes on the port.", "strikes", EventType.ASSAULT),
    "through one that begins it": ("The rebels began shelling the port.", "shelling", EventType.ASSAULT),
    "through one that reports it": ("The rebels are said to have shelled the port.", "shelled", EventType.ASSAULT),
    "a noun that says what took place": ("An attack took place in the port.", "attack", EventType.ASSAULT),
    "through a noun that counts it": ("A series of attacks on the port.", "attacks", EventType.ASSAULT),
    "the main act before one beside it": (
        "The envoy met the mayor after the rebels shelled the port.",
        "met",
        EventType.CONSULT,
    ),
    "no act": ("The port is large.", "is", None),
}


def found_in(parse: Parse, text: str) -> Trigger:
    _, (sentence,) = parse(text)
    found = trigger(sentence, (sentence.span,), ACTIONS)
    assert found is not None
    return found


@pytest.mark.parametrize(("text", "word", "type_"), CASES.values(), ids=CASES.keys())
def test_the_main_act(parse: Parse, text: str, word: str, type_: EventType | None) -> None:
    found = found_in(parse, text)
    assert (found.head.text, found.action and found.action.type) == (word, type_)


def test_the_words_of_an_act_are_its_spans_neighbours_joined(parse: Parse) -> None:
    text = "The rebels carried out strikes on the port."
    assert [s.of(text) for s in found_in(parse, text).spans] == ["carried out strikes"]


def test_only_the_words_within_the_spans_are_looked_at(parse: Parse) -> None:
    text = "The envoy met the mayor after the rebels shelled the port."
    _, (sentence,) = parse(text)
    start = text.index("the rebels")
    inner = trigger(sentence, (Span(start, len(text)),), ACTIONS)
    assert inner is not None
    assert inner.head.text == "shelled"
    assert trigger(sentence, (), ACTIONS) is None


def test_the_main_act_is_the_first_of_its_rivals(parse: Parse) -> None:
    text = "The envoy met the mayor after the rebels shelled the port."
    _, (sentence,) = parse(text)
    found = rivals(sentence, (sentence.span,), ACTIONS)
    assert [t.head.text for t in found] == ["met", "shelled"]
    assert found[0] == trigger(sentence, (sentence.span,), ACTIONS)
