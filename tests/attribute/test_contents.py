"""One content, the claims in it. The content stands in brackets; each claim is what is left when it is read alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Parse
from whosays.attribute.contents import contents, standing_for
from whosays.model import Span

CASES = {
    "clauses with their own subjects are two claims": (
        "He said [the town had fallen and that its bridges were down].",
        ["the town had fallen", "its bridges were down"],
    ),
    "verb phrases under one subject are one": (
        "She said [the brigade attacked the depot and withdrew to the river].",
        ["the brigade attacked the depot and withdrew to the river"],
    ),
    "each sentence of a quotation is one": (
        'He said: ["They lost ten men. The road is open."]',
        ["They lost ten men", "The road is open"],
    ),
    "a semicolon parts clauses": (
        "The mayor said [the bridge was destroyed; the hospital was hit].",
        ["the bridge was destroyed", "the hospital was hit"],
    ),
    "a relative clause stays with its noun": (
        "Officials said [the convoy, which carried flour, was shelled].",
        ["the convoy, which carried flour, was shelled"],
    ),
    "the reason of a demand is asserted, and a claim of its own": (
        "She said [both sides must leave the valley because their presence is illegal].",
        ["both sides must leave the valley", "their presence is illegal"],
    ),
    "the reason of a statement is not": (
        "She said [both sides left the valley because their presence was illegal].",
        ["both sides left the valley because their presence was illegal"],
    ),
    "what is denied of a thing is a claim of its own too": (
        "Officials said [the raid was made with missiles which could not have come from Sarda].",
        [
            "the raid was made with missiles which could not have come from Sarda",
            "which could not have come from Sarda",
        ],
    ),
    "an object is its own content": ("The ministry denied [any involvement].", ["any involvement"]),
    "the joining word is trimmed": ("They say [that the siege is over].", ["the siege is over"]),
}


@pytest.mark.parametrize(("bracketed", "expected"), CASES.values(), ids=CASES.keys())
def test_claims_in_a_content(parse: Parse, bracketed: str, expected: list[str]) -> None:
    start, end = bracketed.index("["), bracketed.index("]") - 1
    text = bracketed.replace("[", "").replace("]", "")
    _, sentences = parse(text)
    pieces = contents(sentences, (Span(start, end),))
    assert [" … ".join(span.of(text) for span in piece) for piece in pieces] == expected


@given(data=st.data(), text=st.text(alphabet="ab. ,;\"'()\n", min_size=1, max_size=60))
def test_pieces_lie_within_the_content_sentences_and_never_raise(parse: Parse, data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    _, sentences = parse(text)
    for piece in contents(sentences, (Span(start, end),)):
        assert all(0 <= s.start < s.end <= len(text) for s in piece)


def test_the_noun_stands_for_a_relative_pronoun(parse: Parse) -> None:
    text = "The army signed a deal, which Arnland called void."
    _, sentences = parse(text)
    pronoun, predicate = Span(24, 29), Span(45, 49)
    assert [s.of(text) for s in standing_for(sentences, (pronoun, predicate))] == ["a deal", "void"]
    assert standing_for(sentences, (predicate,)) == (predicate,)


def test_a_relative_clause_into_which_the_speaker_is_put_is_a_claim_of_its_own(parse: Parse) -> None:
    text = "Arnland will guard the rebels which, the statement said, Belmark has refused to take back."
    _, sentences = parse(text)
    first, second = text.index(", the"), text.index("Belmark")
    pieces = contents(sentences, (Span(0, first), Span(second, len(text) - 1)))
    named = [standing_for(sentences, piece) for piece in pieces]
    assert [" … ".join(s.of(text) for s in piece) for piece in named] == [
        "Arnland will guard the rebels",
        "the rebels … Belmark has refused to take back",
    ]
