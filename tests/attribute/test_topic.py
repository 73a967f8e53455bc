"""What a question and a refusal to answer are about. Source in {}, cue in <>, content in []; then what it is about."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Parse
from whosays.attribute.topic import topics
from whosays.lexicon.constructions import load_constructions
from whosays.model import Span, Tagged

CASES = {
    "who is asked is not what is asked": ("{The press} <asked> [the governor about the raid].", ["the raid"]),
    "about opens what is asked": ("{The press} <asked> the governor [about the raid].", ["the raid"]),
    "who declines to comment on a thing leaves it open": (
        "{The governor} <declined> [to comment on the raid].",
        ["the raid"],
    ),
    "so does who declines to answer the question before": (
        "{The press} <asked> [the governor about the raid], but {he} <declined> [to comment].",
        ["the raid", "the raid"],
    ),
    "a refusal alone is about nothing known": ("{The governor} <declined> [to comment].", ["to comment"]),
    "other content stays": ("{The governor} <said> [the road was open].", ["the road was open"]),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES.keys())
def test_what_it_is_about(parse: Parse, marked: str, expected: list[str]) -> None:
    text = re.sub(r"[{}<>\[\]]", "", marked)
    _, sentences = parse(text)
    spans: dict[str, list[tuple[Span, ...]]] = {"{": [], "<": [], "[": []}
    for m in re.finditer(r"[{<\[](.*?)[}>\]]", marked):
        start = len(re.sub(r"[{}<>\[\]]", "", marked[: m.start()]))
        spans[m[0][0]].append((Span(start, start + len(m[1])),))
    parts = zip(spans["{"], spans["<"], spans["["], strict=True)
    tagged = [Tagged(source, cue, content, "test") for source, cue, content in parts]
    found = topics(sentences, tagged, load_constructions())
    assert [t.content[0].of(text) for t in found] == expected
    assert [t.as_tagged.content for t in found] == [t.content for t in tagged]
