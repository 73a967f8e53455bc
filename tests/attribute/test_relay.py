"""Reports within reports: whose claim it is, and by way of whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import Parse
from whosays.attribute.relay import relay
from whosays.attribute.rules import RuleTagger
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues
from whosays.model import Span, Tagged

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
    "a news site is cited for its word": (
        "The Sarda Courier reported that the port was closed, citing a local news site.",
        [("a local news site", ["The Sarda Courier"], "the port was closed")],
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


def test_a_report_in_the_run_of_a_speech_is_an_attribution_of_its_own(parse: Parse) -> None:
    document, sentences = parse("The envoy said the port was shut. The army told him the road was mined.")
    outer = Tagged((Span(0, 9),), (Span(10, 14),), (Span(15, 32),), "model")
    longer = replace(outer, content=(*outer.content, Span(34, 70)), whole=outer)
    inner = Tagged((Span(34, 42),), (Span(43, 47),), (Span(52, 70),), "model")
    found = relay(document, sentences, (longer, inner), load_constructions())
    assert [r.tagged.as_tagged for r in found] == [outer, inner]
    within = relay(document, sentences, (replace(longer, whole=None), inner), load_constructions())
    assert [r.tagged.as_tagged.cue for r in within] == [outer.cue, outer.cue]


def test_who_cites_a_thing_gives_it_as_a_reason(parse: Parse) -> None:
    document, sentences = parse(
        "The union praised the mayor, citing her work. The daily said so, citing two officials."
    )
    reason = Tagged((Span(0, 9),), (Span(29, 35),), (Span(36, 44),), "model")
    cited = Tagged((Span(46, 55),), (Span(65, 71),), (Span(72, 85),), "model")
    found = relay(document, sentences, (reason, cited), load_constructions())
    assert [r.tagged.as_tagged for r in found] == [reason]
