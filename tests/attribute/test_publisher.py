"""What no one is quoted for: the publisher's clauses, and the hedge that carries one."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.publisher import publisher

CASES = {
    "a main clause": ("The convoy crossed the river.", [("", "The convoy crossed the river")]),
    "what sets the scene is left out": (
        "In May, the convoy crossed the river.",
        [("", "the convoy crossed the river")],
    ),
    "clauses with subjects of their own are claims of their own": (
        "The convoy crossed the river, and soldiers were killed by mines.",
        [("", "The convoy crossed the river"), ("", "soldiers were killed by mines")],
    ),
    "a hedge is the cue": ("It seems that the garrison has left.", [("It seems", "the garrison has left")]),
    "what stands in quotation marks is somebody else's": ("“The garrison has left the old town.”", []),
    "a heading of two words is no claim": ("Further reading", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_publishers_own_clauses(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    document, sentences = parse(text)
    found = publisher(document, sentences, ())
    assert [("".join(s.of(text) for s in t.cue), " … ".join(s.of(text) for s in t.content)) for t in found] == expected
