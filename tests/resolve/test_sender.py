"""Whose soldiers are sent."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.resolve.sender import sender


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has sent 3,000 soldiers abroad.", "Peru"),
        ("The 3,000 soldiers were deployed by Peru.", "Peru"),
        ("They have sent 3,000 soldiers abroad.", None),
        ("Peru praised 3,000 soldiers.", None),
        ("The soldiers left.", None),
    ],
)
def test_the_sender_of_soldiers(parse: Parse, text: str, expected: str | None) -> None:
    _, (sentence,) = parse(text)
    found = sender(sentence, next(t for t in sentence.tokens if t.text == "soldiers"))
    assert (found.text if found else None) == expected
