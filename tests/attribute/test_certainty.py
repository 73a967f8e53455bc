"""How sure the words of a content are, by the hedges on its main clause."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.certainty import certainty, weakest
from whosays.lexicon.hedges import load_hedges
from whosays.model import Certainty, Span

CASES = {
    "no hedge": ("The dam has burst.", Certainty.CERTAIN),
    "a modal": ("The dam may have burst.", Certainty.POSSIBLE),
    "an adverb before the verb": ("The dam has probably burst.", Certainty.PROBABLE),
    "an adjective": ("The dam is likely to burst.", Certainty.PROBABLE),
    "an adverb that opens the sentence": ("Perhaps the dam has burst.", Certainty.POSSIBLE),
    "the weakest of two": ("The dam may probably burst.", Certainty.POSSIBLE),
    "what one can't do is sure": ("The engineers could not reach the dam.", Certainty.CERTAIN),
    "so is what one can do": ("The engineers can reach the dam.", Certainty.CERTAIN),
    "a hedge on an adjunct says nothing of the whole": (
        "The engineers left the dam, possibly for a rest.",
        Certainty.CERTAIN,
    ),
    "a noun's own adjective": ("A possible breach.", Certainty.POSSIBLE),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_certainty_of_a_content(parse: Parse, text: str, expected: Certainty) -> None:
    _, sentences = parse(text)
    assert certainty(sentences, (Span(0, len(text)),), load_hedges()) is expected


def test_content_without_words_is_certain(parse: Parse) -> None:
    _, sentences = parse("The dam may have burst.")
    assert certainty(sentences, (), load_hedges()) is Certainty.CERTAIN


def test_the_weakest_of_none_is_certain() -> None:
    assert weakest() is Certainty.CERTAIN
    assert weakest(Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.CERTAIN) is Certainty.POSSIBLE
