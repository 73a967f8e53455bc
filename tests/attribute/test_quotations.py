"""Quotation marks as newspapers use and lose them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Parse
from whosays.attribute.quotations import quotations

CASES = {
    "curly marks": ("“We left,” she said.", ["We left,"]),
    "straight marks pair in turn": ('"One," he said. "Two."', ["One,", "Two."]),
    "an apostrophe is no mark": ("It's the soldiers' road, isn't it", []),
    "single marks around words": ("They call it 'the gate' here.", ["the gate"]),
    "a quotation within one belongs to it": ("“He said ‘go’ twice.”", ["He said ‘go’ twice."]),
    "typewriter marks": ("``Stay,'' he said.", ["Stay,"]),
    "each paragraph opens, the last closes": ("“One day.\n\n“Two days.”", ["One day.", "Two days."]),
    "an unclosed mark ends with its paragraph": ('He said: "We wait\n\nThe road is shut.', ["We wait"]),
    "doubled marks are one": ('She called it ""a trap"" then.', ["a trap"]),
    "the marks around a field of a table quote nobody": (
        '"The road, which she called ""a trap"", is shut. It is mined."',
        ["a trap"],
    ),
    "two single marks are a double one": ("''We left,'' she said. ''It was late.''", ["We left,", "It was late."]),
    "backticks that fence off a block quote nobody": ("The road is shut.\n```\nWe left.\n```\nIt is mined.", []),
    "guillemets": ("« Non », dit-il.", [" Non "]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_what_stands_in_quotation_marks(parse: Parse, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quotations(*parse(text))] == expected


@given(st.text(alphabet="\"“”'‘’«»` \nab.", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_apart(parse: Parse, text: str) -> None:
    spans = quotations(*parse(text))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
