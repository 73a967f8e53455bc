"""What an elliptical figure beside a verb counts, by the verb's other arguments."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.outcome_argument import argument
from whosays.frame.outcome_words import tables
from whosays.lexicon.quantities import load_quantities
from whosays.model import QuantityKind

TABLE = tables(load_quantities())
CASES = {
    "the noun itself": ("The deaths rose to 18.", "rose", ["killed"], "deaths"),
    "what a number is of": ("The number of wounded rose to 18.", "rose", ["injured"], "wounded"),
    "a number of what was done": ("The number killed rose to 18.", "rose", ["killed"], "number"),
    "a tally that does not say of what": ("The tally rose to 18.", "rose", [], "tally"),
    "nothing": ("The price rose to 18.", "rose", [], None),
}


@pytest.mark.parametrize(("text", "verb", "kinds", "noun"), CASES.values(), ids=CASES.keys())
def test_what_the_figure_stands_for(parse: Parse, text: str, verb: str, kinds: list[str], noun: str | None) -> None:
    _, (sentence,) = parse(text)
    told, found = argument(sentence, next(t for t in sentence.tokens if t.text == verb), TABLE)
    assert ([*told], found.text if found else None) == ([QuantityKind(k) for k in kinds], noun)
