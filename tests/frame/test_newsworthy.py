"""Which of the publisher's own clauses are claims."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.event import event
from whosays.frame.newsworthy import newsworthy
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Attribution, Certainty, Polarity, Quantity, QuantityKind, Span, Stance

LEXICON = load_lexicon()

REPORTS = [
    "Orlanian troops crossed the border on Monday.",
    "The ministers met the envoy in Port Sarda.",
    "The militia released nine hostages.",
    "Orlan is one of the arms suppliers to the junta.",
    "Most soldiers patrol the border in summer.",
    "The kingdom will send food to the camp.",
    "The funeral has been held in Port Sarda.",
    "The militia was using the clinic as a store.",
    "Officers from both armies were able to share what they knew.",
    "The resolution still awaited approval by the cabinet.",
    "Port Sarda is to include them.",
    "The valley is host to a mission of observers.",
    "The kingdom is committed to standing by its ally.",
    "The other goal is a safe road to the coast.",
]
OTHERS = [
    "The deal matters to both of them.",
    "The army is not very large.",
    "Read more about the war in our newsletter.",
    "The general felt uneasy.",
    "Who attacked the port?",
    "The island may be large.",
    "The book included a map.",
    "The road looked narrow.",
    "The valley is home.",
    "The general is a patient man.",
]


def kept(text: str, parse: Parse, *counted: Quantity) -> bool:
    document, sentences = parse(text)
    content = (Span(0, len(text)),)
    own = Attribution(None, 0, None, (), (), content, Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS)
    return newsworthy(sentences, own, event(document, sentences, own, LEXICON.actions), counted, LEXICON)


@pytest.mark.parametrize("text", REPORTS)
def test_a_clause_that_reports_is_a_claim(text: str, parse: Parse) -> None:
    assert kept(text, parse)


@pytest.mark.parametrize("text", OTHERS)
def test_evaluation_scene_and_boilerplate_are_not(text: str, parse: Parse) -> None:
    assert not kept(text, parse)


def test_a_figure_makes_a_claim(parse: Parse) -> None:
    text = "Inflation in Orlan stands at 21 percent."
    figure = Quantity("21 percent", Span(29, 39), None, 21, None, "percent", False, None, (QuantityKind.OTHER,))
    assert not kept(text, parse)
    assert kept(text, parse, figure)


def test_a_relative_clause_is_judged_by_its_own_verb(parse: Parse) -> None:
    text = "A bridge fund was joined by Belmark, whose envoy praised the fund, which was joined by Orlan in May."
    document, sentences = parse(text)
    content = (Span(57, 65), Span(73, 99))
    own = Attribution(None, 0, None, (), (), content, Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS)
    assert [s.of(text) for s in content] == ["the fund", "was joined by Orlan in May"]
    assert newsworthy(sentences, own, event(document, sentences, own, LEXICON.actions), (), LEXICON)
