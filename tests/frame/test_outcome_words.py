"""Which nouns are of people and which of things, and what a hit comes to."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.outcome_words import is_materiel, is_person, settled, tables, union
from whosays.lexicon.quantities import load_quantities
from whosays.model import QuantityKind, Token

LEXICON = load_quantities()
KILLED, INJURED = QuantityKind.KILLED, QuantityKind.INJURED


def noun_of(parse: Parse, text: str, noun: str) -> Token:
    _, (sentence,) = parse(text)
    return next(t for t in sentence.tokens if t.text == noun)


@pytest.mark.parametrize("noun", ["soldiers", "villagers", "beekeepers", "fishermen", "evacuees", "refugees"])
def test_these_are_people(parse: Parse, noun: str) -> None:
    assert is_person(noun_of(parse, f"They met forty {noun}.", noun), LEXICON)


@pytest.mark.parametrize("noun", ["towers", "drones", "rivers", "streets"])
def test_these_are_none(parse: Parse, noun: str) -> None:
    assert not is_person(noun_of(parse, f"They saw forty {noun}.", noun), LEXICON)


@pytest.mark.parametrize(("noun", "expected"), [("tanks", True), ("bridges", True), ("goats", False)])
def test_weapons_vehicles_and_buildings(parse: Parse, noun: str, expected: bool) -> None:
    assert is_materiel(noun_of(parse, f"They saw forty {noun}.", noun), LEXICON) is expected


def test_all_kinds_are_kept_once_in_their_order() -> None:
    assert union([(KILLED,), (INJURED, KILLED), ()]) == (KILLED, INJURED)


def test_a_word_of_two_groups_has_the_kinds_of_both() -> None:
    assert tables(LEXICON).strong["casualty"] == (KILLED, INJURED)
    assert tables(LEXICON) is tables(LEXICON)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were shot and killed.", (KILLED,)),
        ("They were killed and wounded.", (KILLED, INJURED)),
    ],
)
def test_who_is_hit_and_dead_is_dead(parse: Parse, text: str, expected: tuple[QuantityKind, ...]) -> None:
    _, (sentence,) = parse(text)
    assert settled((KILLED, INJURED), sentence.tokens, tables(LEXICON)) == expected
