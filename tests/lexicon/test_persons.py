"""What a noun tells of a person: roles, genders by title, role and first name; no name tells two genders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whosays.lexicon.persons import load_persons
from whosays.model import Document, Sentence

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]
PERSONS = load_persons()


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Mr.", "m"),
        ("Mrs", "f"),
        ("spokeswoman", "f"),
        ("chairman", "m"),
        ("Olga", "f"),
        ("Ivan", "m"),
        ("Sarda", None),
    ],
)
def test_a_title_a_role_or_a_first_name_tells_the_gender(word: str, gender: str | None) -> None:
    assert PERSONS.gender(word) == gender


def test_no_word_tells_both_genders() -> None:
    assert not PERSONS.male & PERSONS.female


def test_a_role_is_a_person_and_a_body_is_not(parse: Parse) -> None:
    _, (sentence,) = parse("The minister and the spokeswoman left the ministry.")
    roles = [t.text for t in sentence.tokens if PERSONS.role(t)]
    assert roles == ["minister", "spokeswoman"]
    assert "ministry" in PERSONS.bodies
