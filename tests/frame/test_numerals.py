"""Numbers in figures and words, and what is none."""

from __future__ import annotations

import pytest

from whosays.frame.numerals import numerals
from whosays.lexicon.quantities import load_quantities

LEXICON = load_quantities()
POLICY = LEXICON.policy("contract")

NUMBERS = [
    ("a hundred and sixty thousand", 160_000),
    ("two hundred and six", 206),
    ("three-and-a-half million", 3_500_000),
    ("a million and a half", 1_500_000),
    ("half a dozen", 6),
    ("a half dozen", 6),
    ("half a million", 500_000),
    ("a quarter of a million", 250_000),
    ("twenty-eight thousand six hundred forty-two", 28_642),
    ("4 hundred million", 400_000_000),
    ("two dozen", 24),
    ("1,094", 1094),
    ("7 500", 7500),
    ("1.000.000", 1_000_000),
    ("10,5 million", 10_500_000),
    ("2.7m", 2_700_000),
    ("40k", 40_000),
    ("2.3 million", 2_300_000),
]
NONE = [
    "T-72",
    "S-300",
    "9M79",
    "800-458-8477",
    "9/11",
    "the 22nd",
    "his 20s",
    "at 9:22",
    "COVID-19",
    "0430",
    "no longer",
    "the third man",
]


@pytest.mark.parametrize(("words", "value"), NUMBERS, ids=[words for words, _ in NUMBERS])
def test_a_number_is_read_whole(words: str, value: float) -> None:
    text = f"They saw {words} of them."
    (found,) = numerals(text, LEXICON, POLICY)
    assert (text[found.span.start : found.span.end], found.best) == (words, value)


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_number(words: str) -> None:
    assert not numerals(f"It was {words} then.", LEXICON, POLICY)
