"""What is hard to believe is doubted, what is hard to tell stays open."""

from __future__ import annotations

import pytest

from tests.attribute.test_stance import marked
from tests.conftest import Parse
from whosays.attribute.hardly import hardly
from whosays.attribute.operative import operative
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Stance

LEXICON = load_lexicon()
CASES = {
    "hard to believe": ("The envoy {found it tough to believe} that [the rebels had left].", Stance.DOUBTS),
    "hard to accept": ("The envoy {finds it difficult to accept} that [the rebels have left].", Stance.DOUBTS),
    "hard to tell": ("The envoy {found it impossible to say} whether [the rebels had left].", Stance.NOT_CONFIRMED),
    "not hard to believe": (
        "The envoy {did not find it tough to believe} that [the rebels had left].",
        Stance.NOT_CONFIRMED,
    ),
    "only believed": ("The envoy {believed} that [the rebels had left].", None),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_hard_to_do(parse: Parse, text: str, expected: Stance | None) -> None:
    plain, tagged = marked(text)
    _, (sentence,) = parse(plain)
    found = operative(sentence, tagged, LEXICON.cues, LEXICON.hedges)
    assert hardly(sentence, sentence.within(*tagged.cue), found, LEXICON) is expected


def test_a_cue_that_the_lexicon_does_not_know_is_not_hard(parse: Parse) -> None:
    _, (sentence,) = parse("The envoy found it hard to fathom that the rebels had left.")
    assert hardly(sentence, sentence.tokens, None, LEXICON) is None
