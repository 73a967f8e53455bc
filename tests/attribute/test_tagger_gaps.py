"""Which gaps in a content part nothing. Each span of the content stands in brackets."""

from __future__ import annotations

import re

import pytest

from whosays.attribute.tagger_gaps import closed_up
from whosays.model import Span

CASES = {
    "a comma": ("[By noon], [the port was shut]", ["By noon, the port was shut"]),
    "a dash": ("[the port] -- [the only one] -- [was shut]", ["the port -- the only one -- was shut"]),
    "a blank": ("[the port] [was shut]", ["the port was shut"]),
    "words part": ("[The port], he said, [was shut]", ["The port", "was shut"]),
    "so does the end of a sentence": (
        "[The port was shut.] [The road was open]",
        ["The port was shut.", "The road was open"],
    ),
    "of a quotation": ("[“The port is shut,”] [“The road is open”]", ["“The port is shut,”", "“The road is open”"]),
    "of a paragraph": ("[The port was shut]\n\n[The road was open]", ["The port was shut", "The road was open"]),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_one(marked: str, expected: list[str]) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    spans, shift = [], 0
    for match in re.finditer(r"\[(.*?)\]", marked, re.DOTALL):
        start = match.start() - shift
        spans.append(Span(start, start + len(match[1])))
        shift += 2
    assert [s.of(text) for s in closed_up(text, tuple(spans))] == expected
