"""Whether a saying is itself no fact, and whether it is only supposed; the verb of saying is marked."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.unsaid import supposed, unsaid
from whosays.lexicon.cues import load_cues
from whosays.lexicon.hedges import load_hedges
from whosays.model import Sentence, Token


def marked(parse: Parse, text: str) -> tuple[Sentence, Token]:
    start = text.index("*")
    _, sentences = parse(text.replace("*", ""))
    return next((s, t) for s in sentences for t in s.tokens if t.start == start)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The palace denied having *said that the dam was mined.", True),
        ("The palace denied that it ever *said that the dam was mined.", True),
        ("It is not true that the mayor *admitted the raid.", True),
        ("The rebels might *claim that they hold the port.", True),
        ("The palace *said that the dam was mined.", False),
        ("The palace denied the raid, *saying that the dam was safe.", False),
        ("It is true that the mayor *admitted the raid.", False),
        ("The palace could *say that the dam was safe.", False),
    ],
)
def test_a_saying_that_the_text_does_not_vouch_for(parse: Parse, text: str, expected: bool) -> None:
    assert unsaid(*marked(parse, text), load_cues(), load_hedges()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If the ministry *says that the town fell, the market will close.", True),
        ("Should the ministry *say that the town fell, the market will close.", True),
        ("Had the ministry *said that the town fell?", False),
        ("As the ministry *says, the town fell.", False),
        ("The ministry had *said that the town fell.", False),
    ],
)
def test_a_saying_that_is_a_condition(parse: Parse, text: str, expected: bool) -> None:
    assert supposed(*marked(parse, text)) is expected
