"""What a cue can say, by the parse: the cue in {braces}, its [content]."""

from __future__ import annotations

import pytest

from tests.attribute.test_stance import marked
from tests.conftest import Parse
from whosays.attribute.contents import trimmed
from whosays.attribute.quotations import quotations
from whosays.attribute.rules_content import content_of
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues

CUES, BUILT = load_cues(), load_constructions()
CASES = {
    "a clause": "The ministry {said} that [the road was open].",
    "a clause before it": "[The road was open], the ministry {said}.",
    "direct speech": "“[The road is open],” the envoy {said}.",
    "a plain object": "The ministry {denied} [any involvement].",
    "an object and what is said of it": "The ministry {described} [the raid as a crime].",
    "an infinitive": "The ministry {vowed} [to open the road].",
    "an object with its clause": "The ministry {confirmed} [reports that the road was open].",
    "what a noun is of": "The {denial} of [any part in the raid] was brief.",
    "the clause of a noun": "The {claim} that [the road was open] was false.",
    "the clause that a phrase hangs on": "[The road was open], {according to} the envoy.",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_the_content_of_a_cue(parse: Parse, text: str) -> None:
    plain, tagged = marked(text)
    document, (sentence,) = parse(plain)
    found = next(f for f in CUES.find(sentence) if f.span.overlaps(tagged.cue[0]))
    own = sentence.within(*tagged.cue)
    said = content_of(sentence, found, CUES, BUILT, quotations(document, (sentence,)))
    spans = trimmed(sentence, [t for t in said if t not in own])
    assert " ".join(s.of(plain) for s in spans) == tagged.content[0].of(plain)


def test_a_cue_that_governs_nothing_says_nothing(parse: Parse) -> None:
    _, (sentence,) = parse("The envoy spoke.")
    found = [content_of(sentence, f, CUES, BUILT, ()) for f in CUES.find(sentence)]
    assert all(said == () for said in found)
