"""The hedge of the text's own voice, and the clause under it or to which the text points."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.hedged import hedged
from whosays.lexicon.constructions import load_constructions

CASES = [
    ("It seems that the garrison has left.", "It seems", "left"),
    ("It remains unclear who fired.", "It remains unclear", "fired"),
    ("It was not immediately clear whether the bridge had fallen.", "It was not immediately clear", "fallen"),
    ("It is not known how many people died.", "It is not known", "died"),
    ("It is worth noting that the dam was built in May.", "", "built"),
    ("Note that the army lost two tanks.", "", "lost"),
    ("It is clear that the bridge fell.", "", "is"),
    ("The garrison has left.", "", "left"),
    ("The envoys note that the army lost two tanks.", "", "note"),
]


@pytest.mark.parametrize(("text", "hedge", "verb"), CASES)
def test_hedge_and_clause(parse: Parse, text: str, hedge: str, verb: str) -> None:
    _, (sentence,) = parse(text)
    spans, clause = hedged(sentence, sentence.root, load_constructions())
    assert ("".join(s.of(text) for s in spans), clause.text) == (hedge, verb)
