"""What turns a predicate round: the negators in whose scope it stands, and none that only stand near."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.negation import negation
from whosays.lexicon.hedges import load_hedges

CASES = {
    "nothing": ("The envoy confirmed the raid.", "confirmed", []),
    "a negator on the verb": ("The envoy did not confirm the raid.", "confirm", ["not"]),
    "a negative subject": ("Nobody confirmed the raid.", "confirmed", ["Nobody"]),
    "a negative object": ("The envoy confirmed no raid.", "confirmed", ["no"]),
    "a governor that turns what it governs": ("The envoy refused to confirm the raid.", "confirm", ["refused"]),
    "two of them": ("The envoy did not refuse to confirm the raid.", "confirm", ["not", "refuse"]),
    "what is yet to be done": ("The envoy has yet to confirm the raid.", "confirm", ["yet"]),
    "an attempt that was not made": ("The envoy made no attempt to confirm the raid.", "confirm", ["no"]),
    "a preposition": ("The envoy left without confirming the raid.", "confirming", ["without"]),
    "shared by verbs that are joined": ("The envoy did not confirm or deny the raid.", "deny", ["not"]),
    "what is confirmed but not joined by or": ("The envoy did not answer and confirmed the raid.", "confirmed", []),
    "only a focus": ("The envoy not only confirmed the raid.", "confirmed", []),
    "no fewer than": ("The envoy confirmed no fewer than nine raids.", "confirmed", []),
    "another's negation": ("The envoy, who did not smile, confirmed the raid.", "confirmed", []),
    "few, of a cue": ("Few envoys confirmed the raid.", "confirmed", ["Few"]),
    "a few is not few": ("A few envoys confirmed the raid.", "confirmed", []),
}


@pytest.mark.parametrize(("text", "verb", "expected"), CASES.values(), ids=CASES.keys())
def test_what_turns_the_verb(parse: Parse, text: str, verb: str, expected: list[str]) -> None:
    _, (sentence,) = parse(text)
    token = next(t for t in sentence.tokens if t.text == verb)
    found = sorted(negation(sentence, token, load_hedges()), key=lambda t: t.index)
    assert [t.text for t in found] == expected
