"""What a figure counts: the noun, its words, the whole that it is a share of, and the states beside it."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.counted import Counted, counted, listed
from whosays.lexicon.quantities import load_quantities
from whosays.model import Span

LEXICON = load_quantities()
STATES = frozenset({"dead", "killed", "wounded", "missing", "strong"})


def read(parse: Parse, text: str, number: str, share: bool = False) -> tuple[Counted, str]:
    _, (sentence,) = parse(text)
    last = next(t for t in sentence.tokens if t.text == number)
    return counted(sentence, last, LEXICON, STATES, share=share), text


def words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


CASES = {
    "a noun": ("They met 40 soldiers.", "40", "soldiers", None),
    "with its modifiers": ("They met 40 young Orlanian soldiers.", "40", "young Orlanian soldiers", None),
    "up to the next word": ("They met 40 soldiers in May.", "40", "soldiers", None),
    "of a whole": ("They met 40 of the soldiers.", "40", "soldiers", "the soldiers"),
    "out of a whole": ("They met four out of six envoys.", "four", None, None),
    "of them": ("They met 40 of them.", "40", None, "them"),
    "nothing": ("They met 40.", "40", None, None),
    "a number before a range's end": ("From 50 to 80 soldiers came.", "50", "soldiers", None),
}


@pytest.mark.parametrize(("text", "number", "phrase", "whole"), CASES.values(), ids=CASES.keys())
def test_the_words_of_what_is_counted(
    parse: Parse, text: str, number: str, phrase: str | None, whole: str | None
) -> None:
    found, _ = read(parse, text, number)
    if text.startswith("They met four"):
        assert found.whole is not None
        return
    assert (words(found.phrase, text), words(found.whole, text)) == (phrase, whole)


@pytest.mark.parametrize(
    ("text", "number", "states"),
    [
        ("They found 40 soldiers dead or missing.", "40", ["dead", "missing"]),
        ("They found 40 dead soldiers.", "40", ["dead"]),
        ("They found 40 dead.", "40", ["dead"]),
        ("They found 40 soldiers.", "40", []),
    ],
)
def test_the_states_beside_it(parse: Parse, text: str, number: str, states: list[str]) -> None:
    found, _ = read(parse, text, number)
    assert [t.text for t in found.states] == states


def test_in_a_list_the_noun_stands_before(parse: Parse) -> None:
    text = "Losses: tanks - 2,435"
    _, (sentence,) = parse(text)
    number = next(t for t in sentence.tokens if t.text == "2,435")
    bare = Counted(None, None, None, number.end)
    assert words(listed(sentence, number, bare, LEXICON).phrase, text) == "tanks"
