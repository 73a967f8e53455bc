"""The bounds that the words around a figure give, before it and behind its noun."""

from __future__ import annotations

import pytest

from whosays.frame.bounds import trailing
from whosays.frame.figure_words import figure_words
from whosays.frame.figures import figures
from whosays.lexicon.quantities import load_quantities

LEXICON = load_quantities()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has no fewer than 30 men.", (30, None, None)),
        ("It has as many as 30 men.", (None, None, 30)),
        ("It adds up to 30 men.", (None, 30, None)),
        ("It has more than 12 but fewer than 20 men.", (12, None, 20)),
    ],
)
def test_the_bounds_before_a_figure(text: str, expected: tuple[float | None, float | None, float | None]) -> None:
    (found,) = figures(text, LEXICON, LEXICON.policy("contract"))
    assert (found.low, found.best, found.high) == expected


def test_a_figure_that_is_withdrawn_is_marked() -> None:
    found = figures("It has 600 rather than 700 men.", LEXICON, LEXICON.policy("contract"))
    assert [(f.best, f.corrected) for f in found] == [(600, False), (700, True)]


@pytest.mark.parametrize(
    ("text", "behind", "expected"),
    [
        ("It has 20 soldiers at most.", " at most", (None, None, 20)),
        ("It has 20 soldiers or more.", " or more", (20, None, None)),
        ("It has 20 soldiers there.", " there", (None, 20, None)),
    ],
)
def test_the_bound_behind_a_noun(
    text: str, behind: str, expected: tuple[float | None, float | None, float | None]
) -> None:
    (bare,) = figures(text, LEXICON, LEXICON.policy("contract"))
    found, _ = trailing(text, bare, text.index(behind), figure_words(LEXICON))
    assert (found.low, found.best, found.high) == expected
