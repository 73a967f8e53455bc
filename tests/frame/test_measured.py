"""Of a sentence's figures those that count or measure: dates, ages, times of day and names are none."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.measured import measured
from whosays.lexicon.quantities import load_quantities

LEXICON = load_quantities()


def read(parse: Parse, text: str) -> list[str]:
    document, (sentence,) = parse(text)
    found = measured(document, sentence, LEXICON, LEXICON.policy("contract"))
    return [f.span.of(text) for f, _ in found]


@pytest.mark.parametrize("text", ["They met [40] soldiers.", "They met [about 40] soldiers.", "It is [30 km] long."])
def test_what_counts_or_measures(parse: Parse, text: str) -> None:
    wanted = text[text.index("[") + 1 : text.index("]")]
    assert read(parse, text.replace("[", "").replace("]", "")) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "They met in 2019.",
        "They cited Article 5.",
        "They met.",
    ],
)
def test_what_only_refers(parse: Parse, text: str) -> None:
    assert read(parse, text) == []


def test_the_tokens_are_those_of_the_number_and_its_unit(parse: Parse) -> None:
    document, (sentence,) = parse("They met about 40 soldiers.")
    ((_, tokens),) = measured(document, sentence, LEXICON, LEXICON.policy("contract"))
    assert [t.text for t in tokens] == ["40"]
