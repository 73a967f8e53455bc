"""Every example of the words that tell ground from those who live or govern there."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Parse
from tests.resolve.test_locate import place_of
from whosays.lexicon.grounds import load_grounds

GROUNDS = load_grounds()
AT = [t for g in GROUNDS.that_are_ground for t in g.examples] + [t for g in GROUNDS.that_are_not for t in g.counter]
NOWHERE = [t for g in GROUNDS.that_are_ground for t in g.counter] + [
    t for g in GROUNDS.that_are_not for t in g.examples
]
SHOWN = [(g.lemmas, t) for g in (*GROUNDS.that_are_ground, *GROUNDS.that_are_not) for t in g.examples]


def where(marked: str, parse: Parse) -> str | None:
    """The place of the event of the word in angles."""
    trigger = re.findall("<(.*?)>", marked)[0]
    return place_of(parse, "[" + re.sub(r"[<>\[\]]", "", marked) + "]", trigger)


@pytest.mark.parametrize("marked", AT)
def test_the_event_is_at_the_place(marked: str, parse: Parse) -> None:
    assert where(marked, parse) == re.findall(r"\[(.*?)\]", marked)[0]


@pytest.mark.parametrize("marked", NOWHERE)
def test_the_event_is_nowhere(marked: str, parse: Parse) -> None:
    assert where(marked, parse) is None


@pytest.mark.parametrize(("lemmas", "marked"), SHOWN)
def test_the_example_holds_a_word_of_its_group(lemmas: frozenset[str], marked: str, parse: Parse) -> None:
    _, sentences = parse(re.sub(r"[<>\[\]]", "", marked))
    assert any({t.lemma, t.text.lower()} & lemmas for s in sentences for t in s.tokens)
