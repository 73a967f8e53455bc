"""Every example of the words that tell who a party is has the code that it says, and so has every counter-example."""

from __future__ import annotations

import re

import msgspec
import pytest

from tests.conftest import Parse
from tests.resolve.test_party import resolved
from whosays.lexicon.actors import load_actors
from whosays.lexicon.parties import Telling, load_parties
from whosays.resolve.agents import reading
from whosays.resolve.told import Role

PARTIES = load_parties()
GROUPS: dict[str, Telling] = {f.name: getattr(PARTIES, f.name) for f in msgspec.structs.fields(PARTIES)}
CASES = [(text, code) for group in GROUPS.values() for text, code in {**group.examples, **group.counter}.items()]
PHRASES = [case for case in CASES if "<" not in case[0]]
SENTENCES = [case for case in CASES if "<" in case[0]]
SHOWN = [(name, text) for name, group in GROUPS.items() for text in group.examples]
IN_PART = ("leading", "skewed", "human")
"""Groups whose words are parts of the nouns that they tell of."""


@pytest.mark.parametrize(("phrase", "code"), PHRASES)
def test_the_phrase_has_its_code(phrase: str, code: str | None) -> None:
    assert reading(phrase, load_actors()).code == code


@pytest.mark.parametrize(("sentence", "code"), SENTENCES)
def test_the_party_has_its_code_in_the_sentence(sentence: str, code: str | None, parse: Parse) -> None:
    assert resolved(parse, re.sub("<(.*)>", r"[\1]", sentence), Role.ACTOR).code == code


@pytest.mark.parametrize(("name", "text"), SHOWN)
def test_the_example_holds_a_word_of_its_group(name: str, text: str, parse: Parse) -> None:
    words = GROUPS[name].words
    if name in IN_PART:
        assert any(w in text.lower() for w in words)
    elif "<" in text:
        _, sentences = parse(re.sub("[<>]", "", text))
        assert any(t.lemma in words for s in sentences for t in s.tokens)
    else:
        assert any(f" {w} " in f" {text.lower()} " for w in words)
