"""What two do with each other, where one of them speaks."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.model import Event, EventType, Party, Span, Status
from whosays.resolve.counterpart import with_counterpart

TEXT = "Norway and Peru said that they had completed an exchange."


def asked(text: str, words: str) -> Party:
    at = text.index(words)
    return Party(None, None, None, words, Span(at, at + len(words)))


@pytest.mark.parametrize(("one", "other"), [("Norway", "Peru"), ("Peru", "Norway")])
def test_the_one_who_speaks_is_the_actor_and_the_other_the_recipient(parse: Parse, one: str, other: str) -> None:
    _, sentences = parse(TEXT)
    source = asked(TEXT, one)
    event = Event(EventType.RETREAT, "release", Status.OCCURRED, (), asked(TEXT, "they"))
    told = with_counterpart(sentences, source, event)
    assert told.actor is not None
    assert told.recipient is not None
    assert (told.actor.antecedent, told.recipient.text) == (source.span, other)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway and Peru said that they had shelled the port.", EventType.ASSAULT),
        ("Norway said that they had completed an exchange.", EventType.RETREAT),
    ],
)
def test_what_one_does_alone_is_left_as_it_is(parse: Parse, text: str, type_: EventType) -> None:
    _, sentences = parse(text)
    event = Event(type_, None, Status.OCCURRED, (), asked(text, "they"))
    assert with_counterpart(sentences, asked(text, "Norway"), event) == event
