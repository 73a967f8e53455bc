"""What no one is quoted for: the publisher's clauses, and the hedge that carries one."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.publisher import publisher
from whosays.model import Attribution, Certainty, Polarity, Span, Stance, Tagged

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
    "a finite clause under the main one is a claim of its own": (
        "The general gained time, as his army receives new drones.",
        [("", "The general gained time"), ("", "his army receives new drones")],
    ),
    "one that tells since when stays part of the main clause too": (
        "The port has been shut since the army shelled it in May.",
        [("", "The port has been shut since the army shelled it in May"), ("", "the army shelled it in May")],
    ),
    "a condition is part of the claim": (
        "If both sides agree, the truce would begin on Monday.",
        [("", "If both sides agree, the truce would begin on Monday")],
    ),
    "so is an act that comes before": (
        "On Monday, after taking the hill, the brigade shelled the port.",
        [("", "after taking the hill, the brigade shelled the port")],
    ),
    "single words in quotation marks are the publisher's": (
        "The army receives the “influx” of recruits.",
        [("", "The army receives the “influx” of recruits")],
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


def test_a_clause_beside_an_attribution_is_the_publishers_though_the_parse_hangs_the_content_on_it(
    parse: Parse,
) -> None:
    document, sentences = parse(
        "Of the 3.1 million who voted, 72% were in favour and on Monday the government announced the new province, "
        "to be called Arnland, would be governing itself from 2031."
    )
    text = document.text
    start = text.index("the new province")
    content, cue = Span(start, len(text) - 1), Span(start - 10, start - 1)
    tagged = Tagged((), (cue,), (content,), "test")
    said = Attribution(
        tagged, 0, None, (), (cue,), (content,), Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS
    )  # fmt: skip
    found = [s.of(text) for t in publisher(document, sentences, [said]) for s in t.content]
    assert found == ["Of the 3.1 million who voted, 72% were in favour"]
