"""The tense of the clause that a [time] stands in."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.time_anchor import Tense
from whosays.frame.time_tense import tense
from whosays.lexicon.times import load_times
from whosays.model import Span

CASES = {
    "the past": ("The envoys met [on Monday].", Tense.PAST),
    "the perfect": ("The envoys have met [this week].", Tense.PERFECT),
    "the present": ("The envoys remain there [on Monday].", Tense.PRESENT),
    "the future": ("The envoys will meet [on Monday].", Tense.FUTURE),
    "what is planned": ("The envoys plan to meet [on Monday].", Tense.FUTURE),
    "what was to come": ("The mayor said that the envoys would meet [on Monday].", Tense.PROSPECT),
    "the present of what begins": ("The conference opens [on Monday].", Tense.FUTURE),
    "since": ("The envoys have been there since [Monday].", Tense.PAST),
    "a fragment": ("Talks [on Monday]", Tense.PAST),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES.keys())
def test_the_tense_around_a_time(parse: Parse, marked: str, expected: Tense) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    _, (sentence,) = parse(marked.replace("[", "").replace("]", ""))
    assert tense(sentence, Span(start, end), load_times()) is expected
