"""Calling somebody's word a lie rejects the word. Source in {}, cue in <>, content in []; then the cue and content that come out."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Parse
from whosays.attribute.label import label
from whosays.attribute.stance import stance
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Span, Stance, Tagged

REJECTED = {
    "{The envoy} <called> [the claims lies].": "the claims",
    "{The ministry} <called> [the reports groundless rumours].": "the reports",
    "{The ministry} <described> [the accusation as baseless].": "the accusation",
    "{The ministry} <described> [the accusation of arson as baseless].": "the accusation of arson",
    "{The envoy} <described> [reports that troops had crossed the river as a fabrication].": (
        "reports that troops had crossed the river"
    ),
    "{The minister} <branded> [the report fake news].": "the report",
    '{The aide} <called> [such claims "groundless rumours"].': "such claims",
}
STATED = (
    "{The general} <called> [the report accurate].",
    "{The president} <called> [the trial a charade].",
    "{The ministry} <called> [the launch a provocation].",
    "{The party} <described> [the claims of victory as a credible account].",
    "{The ministry} <condemned> [the false claims].",
)


def _tagged(marked: str) -> tuple[str, Tagged]:
    text, spans = re.sub(r"[{}<>\[\]]", "", marked), []
    for m in re.finditer(r"[{<\[](.*?)[}>\]]", marked):
        start = len(re.sub(r"[{}<>\[\]]", "", marked[: m.start()]))
        spans.append((Span(start, start + len(m[1])),))
    source, cue, content = spans
    return text, Tagged(source, cue, content, "test")


@pytest.mark.parametrize(("marked", "content"), REJECTED.items(), ids=REJECTED)
def test_who_calls_somebodys_word_false_denies_it(parse: Parse, marked: str, content: str) -> None:
    text, tagged = _tagged(marked)
    document, sentences = parse(text)
    found = label(sentences, tagged, load_lexicon())
    assert [s.of(text) for s in found.content] == [content]
    assert len(found.cue) == 2
    assert found.as_tagged == tagged
    assert stance(document, sentences, found, load_lexicon()).stance is Stance.DENIES


@pytest.mark.parametrize("marked", STATED)
def test_other_judgements_are_statements(parse: Parse, marked: str) -> None:
    text, tagged = _tagged(marked)
    document, sentences = parse(text)
    assert label(sentences, tagged, load_lexicon()) == tagged
    assert stance(document, sentences, tagged, load_lexicon()).stance is Stance.ASSERTS


def test_not_to_call_it_a_lie_leaves_it_open(parse: Parse) -> None:
    text, tagged = _tagged("{The governor} <did not call> [the report a lie].")
    document, sentences = parse(text)
    found = label(sentences, tagged, load_lexicon())
    assert stance(document, sentences, found, load_lexicon()).stance is Stance.NOT_CONFIRMED
