"""Shared by the tests of the frame stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Parse
from whosays.frame.event import event
from whosays.lexicon.actions import load_actions
from whosays.model import Attribution, Certainty, Polarity, Span, Stance, Status


@pytest.fixture
def status_of(parse: Parse) -> Callable[[str], Status | None]:
    """The status of the act that a text tells in its own voice."""

    def read(text: str) -> Status | None:
        document, sentences = parse(text)
        own = Attribution(
            None, 0, None, (), (), (Span(0, len(text)),), Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS
        )
        found = event(document, sentences, own, load_actions())
        assert found is not None
        return found.status

    return read
