"""The attitude that a content begins with, and the one that stands between it and its cue."""

from __future__ import annotations

import pytest

from tests.attribute.test_stance import marked
from tests.conftest import Parse
from whosays.attribute.attitude import attitude, between
from whosays.attribute.polarity import top
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Polarity, Stance

LEXICON = load_lexicon()
INNER = {
    "the source's hope": ("<The envoy> {said} [he hoped that the road was open].", (Stance.HOPES, "+")),
    "with a negated complement": ("<The envoy> {said} [he feared that no road was open].", (Stance.FEARS, "-")),
    "negated itself": ("<The envoy> {said} [he did not believe that the road was open].", (Stance.DOUBTS, "+")),
    "of nobody": ("<The envoy> {said} [it was not known whether the road was open].", (Stance.NOT_CONFIRMED, "+")),
    "no evidence is doubt": (
        "<The envoy> {said} [there was no evidence that the road was open].",
        (Stance.DOUBTS, "+"),
    ),
    "what somebody's lie is stays open": (
        "<The envoy> {said} [the biggest lie is that the road is open].",
        (Stance.NOT_CONFIRMED, "+"),
    ),
    "another's attitude is what is said": ("<The envoy> {said} [the mayor feared that the road was shut].", None),
    "a plain statement": ("<The envoy> {said} [the road was open].", None),
}


@pytest.mark.parametrize(("text", "expected"), INNER.values(), ids=INNER.keys())
def test_the_attitude_that_a_content_begins_with(parse: Parse, text: str, expected: tuple[Stance, str] | None) -> None:
    plain, tagged = marked(text)
    document, sentences = parse(plain)
    head = top(sentences, tagged.content)
    assert head is not None
    read = attitude(document, *head, tagged, LEXICON)
    assert (read and (read[0], read[2])) == (expected and (expected[0], Polarity(expected[1])))


OUTER = {
    "the source's own": ("<The envoy> {said} he doubted that [the road was open].", Stance.DOUBTS),
    "one that only affirms": ("<The envoy> {said} he knew that [the road was open].", None),
    "another's leaves it open": (
        "<The envoy> {said} the mayor doubted that [the road was open].",
        Stance.NOT_CONFIRMED,
    ),
    "none": ("<The envoy> {said} that [the road was open].", None),
}


@pytest.mark.parametrize(("text", "expected"), OUTER.values(), ids=OUTER.keys())
def test_the_attitude_between_cue_and_content(parse: Parse, text: str, expected: Stance | None) -> None:
    plain, tagged = marked(text)
    document, sentences = parse(plain)
    head = top(sentences, tagged.content)
    assert head is not None
    assert between(document, *head, tagged, LEXICON) is expected
