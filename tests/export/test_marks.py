"""A mark has shape and word for the stance, and colour for the position: a denial never looks like an assertion."""

from __future__ import annotations

import pytest

from whosays.export.marks import AFFIRMS, OPEN, REJECTS, TONES, UNCONFIRMED, mark
from whosays.model import Certainty, Polarity, Position, Stance, position_of


@pytest.mark.parametrize(
    ("stance", "certainty", "polarity", "shape", "words", "tone"),
    [
        ("asserts", "certain", "+", "●", "asserts", AFFIRMS),
        ("asserts", "probable", "+", "◐", "asserts, probable", AFFIRMS),
        ("asserts", "certain", "-", "●", "asserts, negated", REJECTS),
        ("denies", "certain", "+", "✕", "denies", REJECTS),
        ("denies", "certain", "-", "✕", "denies, negated", AFFIRMS),
        ("doubts", "certain", "+", "▽", "doubts", REJECTS),
        ("not_confirmed", "certain", "+", "◌", "not confirmed", UNCONFIRMED),
        ("fears", "possible", "+", "▼", "fears, possible", OPEN),
    ],
)
def test_marks(stance: str, certainty: str, polarity: str, shape: str, words: str, tone: str) -> None:
    made = mark(stance, certainty, polarity)
    assert (made.shape, made.words, made.tone) == (shape, words, tone)


@pytest.mark.parametrize("stance", Stance)
@pytest.mark.parametrize("polarity", Polarity)
@pytest.mark.parametrize("certainty", Certainty)
def test_the_colour_is_the_positions(stance: Stance, polarity: Polarity, certainty: Certainty) -> None:
    tone = mark(stance, certainty, polarity).tone
    assert tone in TONES
    assert (tone == REJECTS) == (position_of(stance, polarity) is Position.REJECTS)
    assert (tone == AFFIRMS) == (position_of(stance, polarity) is Position.AFFIRMS)
