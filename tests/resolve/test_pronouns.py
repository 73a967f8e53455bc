"""A pronoun, and the nouns that it may stand for, the likeliest first."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.model import Sentence, Span, Token
from whosays.resolve.pronouns import among, candidates, is_empty, is_person, pair


def last(sentences: tuple[Sentence, ...], word: str) -> tuple[Sentence, Token]:
    return [(s, t) for s in sentences for t in s.tokens if t.text == word][-1]


@pytest.mark.parametrize(
    ("text", "word", "first"),
    [
        ("The mayor left. Later he spoke.", "he", "mayor"),
        ("The mayor said that he would leave.", "he", "mayor"),
        ("The mayor met the envoy who lied.", "who", "envoy"),
        ("The mayor hurt himself.", "himself", "mayor"),
        ("The mayor left. The rebels fled. They burned the town.", "They", "rebels"),
    ],
)
def test_the_likeliest_noun(parse: Parse, text: str, word: str, first: str) -> None:
    _, sentences = parse(text)
    sentence, token = last(sentences, word)
    found = candidates(word.lower(), token.span, sentence, sentences)
    assert next(found)[1].text == first


def test_an_object_is_not_its_own_clauses_subject(parse: Parse) -> None:
    _, sentences = parse("The council is at war with it.")
    sentence, token = last(sentences, "it")
    assert "council" not in [t.text for _, t in candidates("it", token.span, sentence, sentences)]


@pytest.mark.parametrize(
    ("word", "noun", "expected"),
    [("he", "spokesman", True), ("she", "spokesman", False), ("he", "bridge", False), ("it", "spokesman", False)],
)
def test_a_person_by_the_role_that_the_noun_names(parse: Parse, word: str, noun: str, expected: bool) -> None:
    _, (sentence,) = parse(f"The {noun} fell.")
    assert is_person(word, sentence, last((sentence,), noun)[1]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It is too early to say.", True), ("It was clear that they had left.", True), ("It fell on Monday.", False)],
)
def test_it_may_hold_a_place_only(parse: Parse, text: str, expected: bool) -> None:
    _, (sentence,) = parse(text)
    assert is_empty("it", sentence.tokens[0].span, sentence) is expected


def test_the_former_and_the_latter_choose_between_two(parse: Parse) -> None:
    text = "The army and the rebels met. The latter left."
    _, sentences = parse(text)
    at = text.index("The latter")
    found = pair(Span(at, at + 10), sentences[1], sentences)
    assert found is not None
    assert [p.removeprefix("The ").removeprefix("the ") for p in found] == ["army", "rebels"]


def test_a_bare_number_counts_what_was_counted_before(parse: Parse) -> None:
    text = "Nine soldiers were killed and twenty wounded."
    _, (sentence,) = parse(text)
    token = last((sentence,), "twenty")[1]
    found = among(token.span, sentence)
    assert found is not None
    assert found.text == "soldiers"
