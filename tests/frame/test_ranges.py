"""The two ends of a range are one figure; changes, scores and neighbours are two."""

from __future__ import annotations

import pytest

from whosays.frame.figures import figures
from whosays.lexicon.quantities import load_quantities

LEXICON = load_quantities()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between $US160 million and $US171 million", [(160e6, None, 171e6)]),
        ("rose from 17 to 18", [(None, 17, None), (None, 18, None)]),
        ("increased by 43 to 419", [(None, 43, None), (None, 419, None)]),
        ("five to six tonnes", [(5, None, 6)]),
        ("won 3-2", []),
        ("in 2018 to 3.9 million", [(None, 2018, None), (None, 3.9e6, None)]),
        ("8 or 90 men", [(None, 8, None), (None, 90, None)]),
        ("ten or twelve men", [(10, None, 12)]),
        ("it adds up to 40 men", [(None, 40, None)]),
    ],
)
def test_ranges_are_told_from_changes_scores_and_neighbours(text: str, values: list[tuple[float | None, ...]]) -> None:
    assert [(f.low, f.best, f.high) for f in figures(text, LEXICON, LEXICON.policy("contract"))] == values
