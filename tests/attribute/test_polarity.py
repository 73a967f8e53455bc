"""The content's own polarity: MINUS where its main clause is negated, wherever the negation stands."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.polarity import answered, polarity, proposition, top
from whosays.lexicon.cues import load_cues
from whosays.lexicon.hedges import load_hedges
from whosays.model import Polarity, Span

CUES, HEDGES = load_cues(), load_hedges()
CASES = {
    "plain": ("Troops had crossed the river.", "+"),
    "a negator on the verb": ("Troops had not crossed the river.", "-"),
    "a negative subject": ("No troops had crossed the river.", "-"),
    "a negative before an inversion": ("At no time did troops cross the river.", "-"),
    "behind a noun that only names it": ("Reports that no troops had crossed the river.", "-"),
    "behind a predicate of truth": ("It is true that troops had crossed the river.", "+"),
    "behind one that is negated": ("It is not true that troops had crossed the river.", "-"),
    "behind one of falsehood": ("It is false that troops had crossed the river.", "-"),
    "two turns are none": ("It is false that no troops had crossed the river.", "+"),
    "what is said false is a claim": ("The reports of a crossing were baseless.", "-"),
    "or is without ground": ("The reports of a crossing were without foundation.", "-"),
    "what is unlikely": ("The troops are unlikely to cross the river.", "-"),
    "a verb that is negative by its meaning": ("Troops failed to cross the river.", "+"),
    "a fragment that is its own negation": ("Nobody.", "-"),
    "a headline without its verb": ("Orlan not to attend talks.", "-"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_polarity_of_a_content(parse: Parse, text: str, expected: str) -> None:
    _, sentences = parse(text)
    assert polarity(sentences, (Span(0, len(text)),), CUES, HEDGES) == Polarity(expected)


def test_content_without_words_is_not_negated(parse: Parse) -> None:
    _, sentences = parse("No troops had crossed the river.")
    assert polarity(sentences, (), CUES, HEDGES) is Polarity.PLUS
    assert top(sentences, ()) is None


def test_what_a_content_puts_forward_stands_behind_what_introduces_it(parse: Parse) -> None:
    text = "It is true that troops had crossed the river."
    _, (sentence,) = parse(text)
    said = proposition(sentence, sentence.root, (Span(0, len(text)),), CUES, HEDGES)
    assert said.text == "crossed"


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("A pull-out? Not yet, says the army.", "A pull-out", Polarity.MINUS),
        ("A pull-out? Yes, says the army.", "A pull-out", Polarity.PLUS),
        ("A pull-out? The army is silent.", "A pull-out", None),
    ],
)
def test_who_asks_may_answer(parse: Parse, text: str, question: str, expected: Polarity | None) -> None:
    document, _ = parse(text)
    assert answered(document, (Span(0, len(question)),)) is expected
