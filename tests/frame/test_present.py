"""What the plain present says of an act: done in saying so, going on, again and again, or still to come."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.present import present
from whosays.frame.trigger import trigger
from whosays.lexicon.actions import load_actions
from whosays.model import Status

ACTIONS = load_actions()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We condemn the attack.", Status.OCCURRED),
        ("The rebels often shell the port.", Status.HABITUAL),
        ("The army shells the port every day.", Status.HABITUAL),
        ("The army continues to shell the port.", Status.ONGOING),
        ("The army now shells the port.", Status.ONGOING),
        ("They shell the port.", Status.HABITUAL),
        ("The army shells the port.", Status.ONGOING),
    ],
)
def test_the_status_by_the_plain_present(parse: Parse, text: str, expected: Status) -> None:
    _, (sentence,) = parse(text)
    found = trigger(sentence, (sentence.span,), ACTIONS)
    assert found is not None
    assert present(sentence, sentence.root, found, ACTIONS) is expected
