"""How tokens are put together again."""

from __future__ import annotations

import pytest

from whosays.evaluate.written import written


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Sarda ’ s pro - army party won .", "Sarda’s pro-army party won."),
        ("The U . K sent 2 , 374 men ( so far ) .", "The U.K sent 2,374 men (so far)."),
        ("Rebels , it said , fled .", "Rebels, it said, fled."),
        ("It paid $ 1 . 5 million .", "It paid $1.5 million."),
        ("the rebels ' offer", "the rebels' offer"),
    ],
)
def test_text_is_as_it_is_written(tokens: str, text: str) -> None:
    assert written(tokens.split())[0] == text


def test_each_token_keeps_its_place() -> None:
    text, spans = written(["The", "U", ".", "K", "left", "."])
    assert [s.of(text) for s in spans] == ["The", "U", ".", "K", "left", "."]


def test_no_tokens_are_no_text() -> None:
    assert written([]) == ("", ())
