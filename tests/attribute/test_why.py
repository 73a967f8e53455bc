"""By which entry of the lexicon an attribution has its stance, in one line."""

from __future__ import annotations

import pytest

from tests.attribute.test_stance import marked
from tests.conftest import Parse
from whosays.attribute.stance import stance
from whosays.attribute.why import why
from whosays.lexicon.lexicon import load_lexicon

LEXICON = load_lexicon()
CASES = {
    "the entry": (
        "<The envoy> {denied} that [the road was open].",
        "cue “deny” (verb): denies, or not_confirmed where it is negated",
    ),
    "what turns it": (
        "<The envoy> {did not confirm} that [the road was open].",
        "cue “confirm” (verb): confirms, or not_confirmed where it is negated; turned by “not”",
    ),
    "what the content's own words change": (
        "<The envoy> {said} [he feared that the road was shut].",
        "cue “say” (verb): asserts, or not_confirmed where it is negated; then by its source, its object or the "
        "content's own words",
    ),
    "no entry": (
        "<The envoy> {danced} that [the road was open].",
        "“danced” is no entry of the cues: asserts, unless something turns it",
    ),
    "no cue": ("[The road was open].", "no cue: the text itself asserts what it says, unless it asks"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_why_it_is_read_so(parse: Parse, text: str, expected: str) -> None:
    plain, tagged = marked(text)
    document, sentences = parse(plain)
    read = stance(document, sentences, tagged, LEXICON)
    assert why(sentences, tagged, read.stance, LEXICON) == expected
