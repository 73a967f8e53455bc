"""A claim of "both sides" -> one of each, where the text has just named the two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import Parse
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Attribution, Certainty, Claim, Party, Polarity, Span, Stance
from whosays.resolve.cast import cast
from whosays.resolve.each import each

LEXICON = load_lexicon()


def sources(parse: Parse, text: str, words: str) -> list[str]:
    document, sentences = parse(text)
    at = text.index(words)
    span = Span(at, at + len(words))
    said = Attribution(None, 0, None, (), (), (Span(0, 1),), Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS)
    claim = Claim(document, 0, said, Party(None, None, None, words, span), (), None, None)
    found = each(claim, sentences, cast(document, sentences, LEXICON.actors), LEXICON)
    assert all(replace(c, source=claim.source) == claim for c in found)
    return [c.source.antecedent.of(text) if c.source.antecedent else c.source.text or "" for c in found]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Chile and Peru met. Neither side said why.", "Neither side", ["Chile", "Peru"]),
        ("The Chilean navy and Peru talked on. Both sides said so.", "Both sides", ["The Chilean navy", "Peru"]),
        ("Chile, Peru and Kenya met. Both sides said so.", "Both sides", ["Both sides"]),
        ("Rain and snow fell. Both sides said so.", "Both sides", ["Both sides"]),
        ("Chile and Peru met. The ministry said so.", "The ministry", ["The ministry"]),
        ("Chile and Peru met. It rained. It rained. It rained. Both sides said so.", "Both sides", ["Both sides"]),
    ],
)
def test_each_of_two_that_were_named(parse: Parse, text: str, words: str, told: list[str]) -> None:
    assert sources(parse, text, words) == told
