"""Things by the sentences that their spans touch."""

from __future__ import annotations

from tests.conftest import Parse
from whosays.attribute.touching import touching
from whosays.model import Span

TEXT = "The road is shut. The ferry runs. The mayor left."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_thing_stands_under_every_sentence_that_it_touches(parse: Parse) -> None:
    _, sentences = parse(TEXT)
    across = Span(at("shut").start, at("ferry").end)
    found = touching(sentences, [("road", (at("road"),)), ("both", (across,)), ("ferry", (at("ferry"),))])
    assert found == {0: ["road", "both"], 1: ["both", "ferry"]}


def test_a_thing_in_two_places_stands_once_under_each(parse: Parse) -> None:
    _, sentences = parse(TEXT)
    assert touching(sentences, [("x", (at("road"), at("shut"), at("mayor")))]) == {0: ["x"], 2: ["x"]}


def test_what_touches_none_is_left_out(parse: Parse) -> None:
    _, sentences = parse(TEXT)
    assert touching(sentences, [("nowhere", ())]) == {}
