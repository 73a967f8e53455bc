"""What linking looks at of a text's words, and what each observation adds."""

from __future__ import annotations

import pytest

from whosays.lexicon.linking import load_linking
from whosays.link.words import stems

LINKING = load_linking()


@pytest.mark.parametrize(("text", "left"), LINKING.examples.items())
def test_small_words_and_inflection_are_taken_away(text: str, left: str) -> None:
    assert " ".join(stems(text)) == left


def test_words_are_as_they_are_looked_up() -> None:
    for word in (*LINKING.small, *LINKING.pointing, *LINKING.sayings):
        assert word == word.casefold()


def test_an_observation_is_weighed_by_hand_or_as_fitted_and_not_both() -> None:
    assert not LINKING.given.keys() & LINKING.weights.keys()
    assert LINKING.weight("an observation that is not known") == 0.0
