"""Reports within reports: whose claim it is, and by way of whom."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.relay import relay
from whosays.attribute.rules import RuleTagger
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues

CASES = {
    "a report within a report": (
        "The news agency said officials deny that the port was closed.",
        [("officials", ["The news agency"], "the port was closed")],
    ),
    "told a named outlet": (
        "Governor Orlan told the Sarda Courier that the port was closed.",
        [("Governor Orlan", ["the Sarda Courier"], "the port was closed")],
    ),
    "told reporters is no relay": (
        "Governor Orlan told reporters that the port was closed.",
        [("Governor Orlan", [], "the port was closed")],
    ),
    "cited as saying": (
        "The Sarda Courier cited the commission as saying the port was closed.",
        [("the commission", ["The Sarda Courier"], "the port was closed")],
    ),
    "quoted by": (
        "The commission was quoted by the Sarda Courier as saying the port was closed.",
        [("The commission", ["the Sarda Courier"], "the port was closed")],
    ),
    "who cites officials passes on their word": (
        "The Sarda Courier reported that the port was closed, citing officials.",
        [("officials", ["The Sarda Courier"], "the port was closed")],
    ),
    "who cites data speaks himself": (
        "The governor said that the port was closed, citing preliminary data.",
        [("The governor", [], "the port was closed")],
    ),
    "a report that nobody makes adds no speaker": (
        "The governor said it is reported that the port was closed.",
        [("The governor", [], "the port was closed")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_sources_and_relays(parse: Parse, text: str, expected: list[tuple[str, list[str], str]]) -> None:
    document, sentences = parse(text)
    tagged = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    found = [
        (r.tagged.source[0].of(text), [m.text for m in r.via], piece[-1].of(text))
        for r in relay(document, sentences, tagged, load_constructions())
        for piece in r.pieces
    ]
    assert found == expected
