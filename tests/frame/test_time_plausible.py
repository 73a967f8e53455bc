"""Whether words of time stand for one: verbs, names, codes and titles do not."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.time import times
from whosays.lexicon.times import load_times


def found(parse: Parse, text: str) -> list[str]:
    return [w.text for w in times(*parse(text, published="2025-02-01"), load_times())]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("They left in May.", "May"),
        ("They left on Sunday.", "Sunday"),
        ("They left in 2019.", "2019"),
        ("They left last week.", "last week"),
        ("They left in the spring.", "the spring"),
        ("They left two years ago.", "two years ago"),
    ],
)
def test_these_are_times(parse: Parse, text: str, time: str) -> None:
    assert any(time in words for words in found(parse, text))


@pytest.mark.parametrize(
    "text",
    [
        "They may leave.",
        "They march on the town.",
        "The mayor met Theresa May.",
        "They cited Resolution 2231.",
        "They spring to arms.",
        "The 17 November group denied it.",
        "They sent 2019 men.",
    ],
)
def test_these_are_none(parse: Parse, text: str) -> None:
    assert found(parse, text) == []
