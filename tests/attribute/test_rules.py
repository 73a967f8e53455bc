"""Who says what, by rules. Source in {}, cue in <>, content in []; a fragment of content may follow another."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Parse
from whosays.attribute.rules import RuleTagger
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues

MARKED = {
    "a clause": "{The ministry} <said> that [the port was closed].",
    "without that": "{The governor} <says> [the road is open].",
    "coordinated sources are one source span": "{Arnland and Belmark} <deny> that [their troops crossed the river].",
    "negated cue": "{The army} <has not confirmed> that [the bridge was hit].",
    "a noun under the cue gives way to its clause": "{The army} <has not confirmed> reports that [the bridge was hit].",
    "a clause behind one that tells when": "{The governor} <warned> shortly after the raid began that [the dam would burst].",
    "what one writes while doing another thing": (
        "{Orlan} praised the talks, <writing> on his own page hours after they ended that [the road was open]."
    ),
    "a noun of the passive": "Similar <accusations> of [torture] were made by {the envoy and the northern command}.",
    "according to": "[The depot burned for two days], <according to> {the fire service}.",
    "according to a text by somebody": "[The depot burned], <according to> statements from {Governor Orlan}.",
    "for saying": "The general called {the envoy} a liar for <saying> that [the mill had been shelled].",
    "a plain object": "{The ministry} <denied> [any involvement].",
    "speech before the cue": '"[The road is open]," {she} <said>.',
    "impersonal": "<It is reported> that [the garrison has left].",
    "what is described in a relative clause": "The sect, [which] <is described> by {the police} [as a gang], met in May.",
    "vow": "{The rebels} <vowed> [to retake the airfield].",
    "demand": "{The council} <urged> [both sides to stop the shelling].",
}
NOTHING_SAID = [
    "The army crossed the river at dawn.",
    "This represents a part of the deal.",
    "The brigade is trying to hold the ridge.",
    "Two years of drought began, the north was empty.",
    "Fog allowed the column to push west.",
]


@pytest.mark.parametrize("marked", MARKED.values(), ids=MARKED.keys())
def test_source_cue_and_content(parse: Parse, marked: str) -> None:
    text = re.sub(r"[{}<>\[\]]", "", marked)
    document, sentences = parse(text)
    found = [
        {
            "source": [s.of(text) for s in t.source],
            "cue": [s.of(text) for s in t.cue],
            "content": [s.of(text) for s in t.content],
        }
        for t in RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    ]
    expected = {
        "source": re.findall(r"{(.*?)}", marked),
        "cue": re.findall(r"<(.*?)>", marked),
        "content": re.findall(r"\[(.*?)]", marked),
    }
    assert _trimmed(expected) in [_trimmed(f) for f in found]


def _trimmed(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {role: [words.strip('" ,') for words in spans] for role, spans in found.items()}


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_a_plain_report_has_no_attribution(parse: Parse, text: str) -> None:
    document, sentences = parse(text)
    assert RuleTagger(load_cues(), load_constructions()).tag(document, sentences) == ()
