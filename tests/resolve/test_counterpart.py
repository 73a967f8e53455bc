"""What two do with each other, where one of them speaks."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.lexicon.actors import load_actors
from whosays.model import Event, EventType, Party, Span, Status
from whosays.resolve.cast import cast
from whosays.resolve.counterpart import both, with_counterpart

ACTORS = load_actors()
NOBODY = Party(None, None, None, None, None)

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


TALKS = "Norway and Peru met in Oslo. The two countries agreed on trade."


def test_two_in_one_word_are_the_two_that_the_text_speaks_of(parse: Parse) -> None:
    document, sentences = parse(TALKS)
    event = Event(EventType.AGREE, None, Status.OCCURRED, (), asked(TALKS, "The two countries"))
    told = both(sentences, NOBODY, event, cast(document, sentences, ACTORS), ACTORS)
    assert told is not None
    assert told.actor is not None
    assert told.recipient is not None
    assert (told.actor.code, told.recipient.code) == ("NOR GOV", "PER")


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        (
            "Norway, Peru and Chad met. Chad, Peru and Norway spoke. The two countries agreed.",
            "The two countries",
            EventType.AGREE,
        ),
        (TALKS, "The two countries", EventType.ASSAULT),
        ("Norway and Peru met. The ministers agreed.", "The ministers", EventType.AGREE),
    ],
)
def test_where_the_two_cannot_be_told_nobody_is(parse: Parse, text: str, words: str, type_: EventType) -> None:
    document, sentences = parse(text)
    event = Event(type_, None, Status.OCCURRED, (), asked(text, words))
    assert both(sentences, NOBODY, event, cast(document, sentences, ACTORS), ACTORS) is None


@pytest.mark.parametrize(
    ("code", "sides"),
    [(None, ("NOR GOV", "PER GOV")), ("PER GOV", ("PER GOV", "NOR GOV")), ("CHL GOV", ("NOR GOV", "PER GOV"))],
)
def test_of_two_nations_the_sources_own_comes_first(parse: Parse, code: str | None, sides: tuple[str, str]) -> None:
    text = "Norwegian and Peruvian diplomats met."
    document, sentences = parse(text)
    event = Event(EventType.CONSULT, None, Status.OCCURRED, (), asked(text, "Norwegian and Peruvian diplomats"))
    source = Party(None, code, None, None, None)
    told = both(sentences, source, event, cast(document, sentences, ACTORS), ACTORS)
    assert told is not None
    assert told.actor is not None
    assert told.recipient is not None
    assert (told.actor.code, told.recipient.code) == sides


def test_two_nations_outdo_the_second_as_one_of_them_names_it(parse: Parse) -> None:
    text = "Norwegian and Peruvian diplomats met."
    document, sentences = parse(text)
    two, second = asked(text, "Norwegian and Peruvian diplomats"), asked(text, "Peruvian diplomats")
    event = Event(EventType.CONSULT, None, Status.OCCURRED, (), two, second)
    told = both(sentences, Party(None, "PER GOV", None, None, None), event, cast(document, sentences, ACTORS), ACTORS)
    assert told is not None
    assert told.actor is not None
    assert told.actor.code == "PER GOV"


@pytest.mark.parametrize(
    ("asked_of", "sides"), [("Chad spoke.", ("NOR GOV", "PER GOV")), ("with Chad.", None)], ids=["before", "beside"]
)
def test_two_nations_outdo_a_recipient_that_was_only_named_before(
    parse: Parse, asked_of: str, sides: tuple[str, str] | None
) -> None:
    text = "Chad spoke. Norwegian and Peruvian diplomats met with Chad."
    document, sentences = parse(text)
    start = text.index(asked_of) + asked_of.index("Chad")
    recipient = Party(None, None, None, "Chad", Span(start, start + 4))
    actor = asked(text, "Norwegian and Peruvian diplomats")
    event = Event(EventType.CONSULT, None, Status.OCCURRED, (), actor, recipient)
    told = both(sentences, NOBODY, event, cast(document, sentences, ACTORS), ACTORS)
    codes = told and told.actor and told.recipient and (told.actor.code, told.recipient.code)
    assert codes == sides
