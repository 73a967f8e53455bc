"""The people and bodies of a text: what is known of each noun phrase that a pronoun may stand for."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.candidates import Candidate, candidate, fuller, name_of_person, nominals
from whosays.lexicon.persons import load_persons

PERSONS = load_persons()


def only(parse: Parse, text: str, noun: str) -> Candidate:
    document, (sentence,) = parse(text)
    head = next(t for t in sentence.tokens if t.text == noun)
    return candidate(document, sentence, head, PERSONS)


def test_a_person_has_a_gender_where_the_words_tell_it(parse: Parse) -> None:
    found = only(parse, "The spokeswoman left.", "spokeswoman")
    assert (found.person, found.body, found.plural, found.gender) == (True, False, False, "f")
    assert only(parse, "The envoy left.", "envoy").gender is None


def test_a_body_is_no_person(parse: Parse) -> None:
    found = only(parse, "The ministry left the talks.", "ministry")
    assert (found.person, found.body, found.named) == (False, True, False)


def test_several_are_neither(parse: Parse) -> None:
    found = only(parse, "The officials left the talks.", "officials")
    assert (found.person, found.body, found.plural) == (False, False, True)


def test_two_that_are_joined_are_several_together(parse: Parse) -> None:
    found = only(parse, "The mayor and the envoy left the talks.", "mayor")
    assert (found.plural, found.joined) == (True, True)


def test_it_is_named_where_it_has_more_than_its_noun(parse: Parse) -> None:
    assert only(parse, "The mayor of Sarda left.", "mayor").named
    assert not only(parse, "The mayor left.", "mayor").named


@pytest.mark.parametrize(("text", "acts"), [("The envoy left.", True), ("They met the envoy.", False)])
def test_it_acts_where_it_is_a_subject(parse: Parse, text: str, acts: bool) -> None:
    assert only(parse, text, "envoy").subject is acts


def test_a_text_has_those_that_can_speak_or_act(parse: Parse) -> None:
    document, (sentence,) = parse("The mayor met the envoy on the bridge on Monday.")
    assert [c.mention.text for c in nominals(document, sentence, PERSONS)] == ["The mayor", "the envoy"]


def test_what_is_quoted_is_somebodys_words(parse: Parse) -> None:
    document, (sentence,) = parse("The mayor said “the envoy lied”.")
    assert {c.mention.text: c.quoted for c in nominals(document, sentence, PERSONS)} == {
        "The mayor": False,
        "the envoy": True,
    }


def test_a_surname_is_given_its_fuller_name_from_before(parse: Parse) -> None:
    document, sentences = parse("President Omar Dall left. Later Dall spoke.")
    head = next(t for t in sentences[1].tokens if t.text == "Dall")
    found = candidate(document, sentences[1], head, PERSONS)
    assert fuller(found, document, sentences, PERSONS).mention.text.endswith("Omar Dall")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr Orlan left. Orlan spoke.", "m"),
        ("Mrs Orlan left. Orlan spoke.", "f"),
        ("Mr Orlan met Mrs Orlan.", "?"),
        ("President Orlan left.", "?"),
        ("Port Orlan fell.", None),
    ],
)
def test_a_title_or_a_first_name_before_it_tells_a_person(text: str, told: str | None) -> None:
    assert name_of_person(text, "Orlan", PERSONS) == told
