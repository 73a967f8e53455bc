"""Where the source of a cue stands, by the parse: the cue in {braces}, its <source>."""

from __future__ import annotations

import pytest

from tests.attribute.test_stance import marked
from tests.conftest import Parse
from whosays.attribute.rules_source import source_of
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues

CUES, BUILT = load_cues(), load_constructions()
CASES = {
    "the subject": "<The ministry> {said} the road was open.",
    "the subject, up to a relative clause": "<The envoy>, who arrived on Monday, {said} the road was open.",
    "the subject of what the verb hangs on": "<The envoy> tried to {deny} the raid.",
    "who did, in the passive": "The raid was {denied} by <the ministry>.",
    "who goes on": "<The envoy> smiled, {saying} that the road was open.",
    "the owner of a noun": "<The envoy>'s {denial} of the raid was brief.",
    "who gave it by a noun": "A {denial} by <the envoy> came late.",
    "who lends a verb to its noun": "<The envoy> issued a {denial} of the raid.",
    "after a phrase": "The road was open, {according to} <the envoy>.",
    "who gave the text after a phrase": "The road was open, {according to} a statement from <the envoy>.",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_the_source_of_a_cue(parse: Parse, text: str) -> None:
    plain, tagged = marked(text)
    _, (sentence,) = parse(plain)
    found = next(f for f in CUES.find(sentence) if f.span.overlaps(tagged.cue[0]))
    source = source_of(sentence, found, CUES, BUILT)
    assert plain[source[0].start : source[-1].end] == tagged.source[0].of(plain)


@pytest.mark.parametrize("text", ["It was {reported} that the road was open.", "The raid was {denied}."])
def test_nobody_is_named(parse: Parse, text: str) -> None:
    plain, tagged = marked(text)
    _, (sentence,) = parse(plain)
    found = next(f for f in CUES.find(sentence) if f.span.overlaps(tagged.cue[0]))
    assert source_of(sentence, found, CUES, BUILT) == ()
