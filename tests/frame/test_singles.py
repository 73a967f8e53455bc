"""One person told by an article, where something happened to him: a quantity of one."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.singles import harmed, singles
from whosays.lexicon.quantities import load_quantities
from whosays.model import QuantityKind

LEXICON = load_quantities()


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The blast killed a nurse.", "a nurse", "killed"),
        ("A nurse was wounded in the blast.", "A nurse", "injured"),
        ("The rebels captured a nurse.", "a nurse", "captured"),
        ("Two men died and another was hurt.", "another", "injured"),
    ],
)
def test_one_is_told(parse: Parse, text: str, words: str, kind: str) -> None:
    document, (sentence,) = parse(text)
    found = singles(document, sentence, LEXICON)
    assert [(q.text, q.best, q.kinds) for q in found] == [(words, 1, (QuantityKind(kind),))]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor thanked a nurse.",
        "The blast killed the nurse.",
        "The blast destroyed a bridge.",
        "The blast killed two nurses.",
    ],
)
def test_none_is_told(parse: Parse, text: str) -> None:
    document, (sentence,) = parse(text)
    assert singles(document, sentence, LEXICON) == ()


def test_a_named_person_is_harmed_though_no_article_counts_him(parse: Parse) -> None:
    text = "The blast killed the nurse."
    _, (sentence,) = parse(text)
    assert [(noun.text, span.of(text)) for noun, span, _ in harmed(sentence, LEXICON)] == [("nurse", "the nurse")]
