"""A town that a happening is called by did not do it."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.lexicon.actors import load_actors
from whosays.model import Party, Span
from whosays.resolve.scene import is_scene


@pytest.mark.parametrize(
    ("text", "words", "is_one"),
    [
        ("The Kandahar bombing killed two.", "Kandahar", True),
        ("The Norwegian bombing killed two.", "Norwegian", False),
        ("Kandahar fell on Sunday.", "Kandahar", False),
    ],
)
def test_only_a_town_before_the_noun_is_a_scene(parse: Parse, text: str, words: str, is_one: bool) -> None:
    _, sentences = parse(text)
    at = text.index(words)
    party = Party(None, None, None, words, Span(at, at + len(words)))
    assert is_scene(party, sentences, load_actors()) is is_one
