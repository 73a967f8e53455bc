"""Reports within a speech: what a spokesman says that the minister said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tests.conftest import Parse
from whosays.attribute.nested import nested
from whosays.attribute.quotations import quotations
from whosays.attribute.rules import RuleTagger
from whosays.attribute.runs import runs
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues
from whosays.model import Document, Sentence, Span, Tagged

CUES = load_cues()

CASES = {
    "a third party's statement in a spokesman's": (
        "A spokesman said: “The talks were long. The minister stressed that the truce must hold.”",
        [("A spokesman", "said"), ("The minister", "stressed")],
    ),
    "a speaker's own words are no report": (
        "A spokesman said: “The talks were long. We stressed that the truce must hold.”",
        [("A spokesman", "said")],
    ),
    "so is what others think": (
        "A spokesman said: “The talks were long. Those who think the truce is over are wrong.”",
        [("A spokesman", "said"), ("who", "think")],
    ),
    "what others want to do is none": (
        "A spokesman said: “The talks were long. Those who threaten to break the truce are wrong.”",
        [("A spokesman", "said")],
    ),
    "a word that no lexicon knows reports nothing": (
        "A spokesman said: “The talks were long. The minister painted the bridge.”",
        [("A spokesman", "said")],
    ),
    "no speech, no report in it": ("The bridge is shut.", []),
}


@dataclass(frozen=True)
class Found:
    """A tagger without an eye for nesting: in a text with "said:" it finds the speaker alone."""

    rules: RuleTagger
    name: str = "model"

    def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
        found = self.rules.tag(document, sentences)
        outer = [t for t in found if "said" in "".join(s.of(document.text) for s in t.cue)]
        return tuple(Tagged(t.source, t.cue, t.content, self.name) for t in (outer or found))


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_reports_within_a_speech(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    document, sentences = parse(text)
    tagger = Found(RuleTagger(CUES, load_constructions()))
    quoted = quotations(document, sentences)
    outer = runs(document, sentences, tagger.tag(document, sentences), quoted)
    found = nested(document, sentences, outer, quoted, tagger, CUES)
    assert [(t.source[0].of(text), t.cue[0].of(text)) for t in found] == expected


def test_reports_by_rules_give_way_to_learned_ones(parse: Parse) -> None:
    text = "A spokesman said: “The talks were long. The minister stressed that the truce must hold.”"
    document, sentences = parse(text)
    at = text.index("stressed")
    weak = Tagged((Span(3, 12),), (Span(at, at + 8),), (Span(at + 9, len(text) - 2),), "rules/verb")
    tagger = Found(RuleTagger(CUES, load_constructions()))
    quoted = quotations(document, sentences)
    outer = runs(document, sentences, tagger.tag(document, sentences), quoted)
    found = nested(document, sentences, (*outer, weak), quoted, tagger, CUES)
    assert weak not in found
    assert found[-1].by == "model"


def test_no_cue_holds_two_clauses(parse: Parse) -> None:
    text = "A spokesman said: “The talks were long. The plan that the envoy spoke of shows a lack of will.”"
    document, sentences = parse(text)
    at = text.index("spoke of")

    class Confused(Found):
        def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
            spans = (Span(at - 10, at - 1),), (Span(at, at + 23),), (Span(at + 24, at + 31),)
            return (Tagged(*spans, "model"),) if "said" not in document.text else super().tag(document, sentences)

    tagger = Confused(RuleTagger(CUES, load_constructions()))
    quoted = quotations(document, sentences)
    outer = runs(document, sentences, tagger.tag(document, sentences), quoted)
    assert len(nested(document, sentences, outer, quoted, tagger, CUES)) == len(outer)
