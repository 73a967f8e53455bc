"""What the mood of a plain assertion makes of it: a demand, a question, an intention, or something left open."""

from __future__ import annotations

import pytest

from tests.attribute.test_stance import marked
from tests.conftest import Parse
from whosays.attribute.mood import left_open, mood
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Stance

LEXICON = load_lexicon()
CASES = {
    "a statement": ("The envoy said [the road is open].", None),
    "a modal of duty": ("The envoy said [the rebels must leave].", Stance.DEMANDS),
    "a duty to be": ("The envoy said [it is vital that the rebels leave].", Stance.DEMANDS),
    "one that only infers": ("The envoy said [the rebels must have left].", None),
    "an imperative": ("“[Leave the town],” the envoy said.", Stance.DEMANDS),
    "one that only speaks to the hearer": ("“[Imagine the town],” the envoy said.", None),
    "a question": ("“[Is the road open?]” the envoy asked.", Stance.ASKS),
    "an act of the speakers' own to come": ("“[We will storm the town],” the envoy said.", Stance.INTENDS),
    "what only goes on": ("“[We will remain in the town],” the envoy said.", None),
    "another's act to come": ("The envoy said [the rebels will storm the town].", None),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_mood_of_a_content(parse: Parse, text: str, expected: Stance | None) -> None:
    plain, tagged = marked(text)
    document, sentences = parse(plain)
    assert mood(document, sentences, tagged.content, LEXICON) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It remains to be seen whether the road is open.", True),
        ("The cause is yet to be established.", True),
        ("The road remains to be built.", False),
        ("The road is open.", False),
    ],
)
def test_what_is_left_open(parse: Parse, text: str, expected: bool) -> None:
    _, (sentence,) = parse(text)
    assert left_open(sentence, sentence.root, LEXICON.attitudes) is expected
