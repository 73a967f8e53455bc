"""The words of a party: the noun with what belongs to it, and what stands before it."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.phrase import beside, is_measure, noun_phrase
from whosays.lexicon.actions import load_actions
from whosays.model import Sentence, Token

ACTIONS = load_actions()


def noun_of(parse: Parse, text: str, noun: str) -> tuple[Sentence, Token]:
    _, (sentence,) = parse(text)
    return sentence, next(t for t in sentence.tokens if t.text == noun)


@pytest.mark.parametrize(
    ("text", "noun", "words"),
    [
        ("Two Orlanian guards left.", "guards", "Two Orlanian guards"),
        ("The governor of Sarda left.", "governor", "The governor of Sarda"),
        ("Soldiers from Arnland left.", "Soldiers", "Soldiers from Arnland"),
        ("The guards in the port left.", "guards", "The guards"),
        ("The guards who slept left.", "guards", "The guards"),
    ],
)
def test_a_noun_with_what_belongs_to_it(parse: Parse, text: str, noun: str, words: str) -> None:
    assert noun_phrase(*noun_of(parse, text, noun)).of(text) == words


@pytest.mark.parametrize(
    ("text", "noun", "place", "expected"),
    [
        ("Arnland's attack failed.", "attack", "poss", "Arnland"),
        ("The French attack failed.", "attack", "mod", "French"),
        ("The attack failed.", "attack", "poss", None),
        ("The sudden attack failed.", "attack", "mod", None),
    ],
)
def test_what_stands_before_a_noun(parse: Parse, text: str, noun: str, place: str, expected: str | None) -> None:
    found = beside(*noun_of(parse, text, noun), place)
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("They met on Monday.", "Monday", True),
        ("They met guards.", "guards", False),
    ],
)
def test_a_time_is_no_party(parse: Parse, text: str, noun: str, expected: bool) -> None:
    assert is_measure(*noun_of(parse, text, noun), ACTIONS) is expected
