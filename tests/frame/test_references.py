"""Figures that refer: a date, a time of day, an age, a part of a name or of an address counts nothing."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.figures import figures
from whosays.frame.references import is_reference
from whosays.lexicon.quantities import load_quantities
from whosays.model import Span

LEXICON = load_quantities()


def refers(parse: Parse, text: str) -> list[bool]:
    _, (sentence,) = parse(text)
    found = figures(text, LEXICON, LEXICON.policy("contract"))
    tokens = [sentence.within(Span(f.core.start, f.core.end)) for f in found]
    return [is_reference(sentence, text, f, t, LEXICON) for f, t in zip(found, tokens, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "They met in 2019.",
        "They met on 12 May.",
        "They met at 11 a.m.",
        "They met a boy aged 12.",
        "They cited Article 5.",
        "They live at 12 Mill Street.",
        "They sent 12 Leopard 2 tanks.",
        "Mira Orlan, 42, left.",
    ],
)
def test_it_refers(parse: Parse, text: str) -> None:
    assert refers(parse, text)[-1]


@pytest.mark.parametrize(
    "text", ["They met 40 soldiers.", "They met 2,019 soldiers.", "They paid $12.", "They met dozens."]
)
def test_it_counts(parse: Parse, text: str) -> None:
    assert refers(parse, text) == [False]
