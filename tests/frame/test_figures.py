"""Numbers with their bounds, ranges and units of measure, of anything."""

from __future__ import annotations

import pytest

from whosays.frame.bounds import trailing
from whosays.frame.figure import Figure, Measure
from whosays.frame.figure_words import figure_words
from whosays.frame.figures import figures
from whosays.lexicon.quantities import load_quantities

LEXICON = load_quantities()


def read(text: str) -> tuple[Figure, ...]:
    return figures(text, LEXICON, LEXICON.policy("contract"))


BOUNDS = {
    "a figure": ("It has 30 men.", (None, 30, None)),
    "a floor": ("It has at least 30 men.", (30, None, None)),
    "a ceiling": ("It has up to 30 men.", (None, None, 30)),
    "a floor behind": ("It has 30 or more men.", (30, None, None)),
    "both": ("It has at least 12 and up to 20 men.", (12, None, 20)),
    "a range": ("It has 800-1,000 men.", (800, None, 1000)),
    "a range in words": ("It has between 31 and 92 men.", (31, None, 92)),
    "one whose scale stands last": ("It has two to three hundred men.", (200, None, 300)),
    "five or six": ("It has five or six men.", (5, None, 6)),
    "dozens": ("It has dozens of men.", (24, None, None)),
}


@pytest.mark.parametrize(("text", "expected"), BOUNDS.values(), ids=BOUNDS.keys())
def test_the_bounds_of_a_figure(text: str, expected: tuple[float | None, float | None, float | None]) -> None:
    (found,) = read(text)
    assert (found.low, found.best, found.high) == expected


@pytest.mark.parametrize(
    ("text", "best"), [("The toll rose from 17 to 18.", [17, 18]), ("It rose by 43 to 419.", [43, 419])]
)
def test_a_change_is_no_range(text: str, best: list[float]) -> None:
    assert [f.best for f in read(text)] == best


def test_about_makes_it_approximate() -> None:
    assert [f.approximate for f in read("It has about 30 men, and 12 boats.")] == [True, False]


@pytest.mark.parametrize(
    ("text", "measure", "unit"),
    [
        ("It has 30 men.", Measure.NUMBER, None),
        ("It has 30% of them.", Measure.SHARE, "percent"),
        ("It cost $30 million.", Measure.MONEY, "$"),
        ("It took 30 days.", Measure.DURATION, "days"),
        ("It is 30 km long.", Measure.SIZE, "km"),
        ("It covers 30 hectares.", Measure.AREA, "hectares"),
    ],
)
def test_the_unit_of_a_figure(text: str, measure: Measure, unit: str | None) -> None:
    (found,) = read(text)
    assert (found.measure, found.unit) == (measure, unit)


@pytest.mark.parametrize("text", ["They won 2-1 at home.", "They won 2-1.", "The vote was 9-9, and then 9-8."])
def test_a_score_is_no_figure(text: str) -> None:
    assert read(text) == ()


def test_a_bound_may_follow_the_noun() -> None:
    text = "It has 20 soldiers at most."
    (bare,) = read(text)
    at = text.index(" at most")
    bounded, end = trailing(text, bare, at, figure_words(LEXICON))
    assert (bounded.best, bounded.high, end) == (None, 20, len(text) - 1)
    assert trailing(text, bare, 2, figure_words(LEXICON)) == (bare, 2)
