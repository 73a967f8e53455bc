"""Which word of a cue of many decides how it is read."""

from __future__ import annotations

import pytest

from tests.attribute.test_stance import marked
from tests.conftest import Parse
from whosays.attribute.operative import operative
from whosays.lexicon.cues import load_cues
from whosays.lexicon.hedges import load_hedges

CASES = {
    "the only one": ("The envoy {said} [the road was open].", "say"),
    "the verb, not the manner": ("The envoy {said in a statement} that [the road was open].", "say"),
    "a light verb leaves it to its noun": ("The envoy {renewed the claim} that [the road was open].", "claim"),
    "what a participle does": ("The envoy {issued a statement denying} [the raid].", "deny"),
    "not the noun that a verb rejects": ("The envoy {denied reports} that [the road was open].", "deny"),
    "what a turning verb governs": ("The envoy {refused to say} whether [the road was open].", "say"),
    "a phrase": ("[The road was open], {according to} the envoy.", "according to"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_word_that_decides(parse: Parse, text: str, expected: str) -> None:
    plain, tagged = marked(text)
    _, (sentence,) = parse(plain)
    found = operative(sentence, tagged, load_cues(), load_hedges())
    assert found is not None
    assert found.cue.lemma == expected


def test_words_that_the_lexicon_does_not_know_decide_nothing(parse: Parse) -> None:
    plain, tagged = marked("The envoy {danced} that [the road was open].")
    _, (sentence,) = parse(plain)
    assert operative(sentence, tagged, load_cues(), load_hedges()) is None
