"""The stage as a whole: what is found becomes positions, in the order of the text."""

from __future__ import annotations

from tests.conftest import Parse
from whosays.attribute.attribute import attribute
from whosays.attribute.rules import RuleTagger
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Attribution, Stance

LEXICON = load_lexicon()


def read(parse: Parse, text: str) -> tuple[Attribution, ...]:
    return attribute(*parse(text), RuleTagger(LEXICON.cues, LEXICON.constructions), LEXICON)


def told(text: str, attributions: tuple[Attribution, ...]) -> list[tuple[str | None, str, str]]:
    who = (a.source.text if a.source else None for a in attributions)
    what = (" … ".join(s.of(text) for s in a.content) for a in attributions)
    return list(zip(who, (a.stance for a in attributions), what, strict=True))


def test_sources_and_the_publisher_each_have_their_own_in_the_order_of_the_text(parse: Parse) -> None:
    text = "The convoy crossed the river. The ministry denied that the road was shut. It rained."
    assert told(text, read(parse, text)) == [
        (None, "asserts", "The convoy crossed the river"),
        ("The ministry", "denies", "the road was shut"),
    ]


def test_two_sources_are_two_positions_of_one_attribution(parse: Parse) -> None:
    text = "Oslo and Lima denied that the road was shut."
    found = read(parse, text)
    assert told(text, found) == [("Oslo", "denies", "the road was shut"), ("Lima", "denies", "the road was shut")]
    assert found[0].tagged == found[1].tagged


def test_clauses_with_subjects_of_their_own_are_two_claims(parse: Parse) -> None:
    text = "The ministry said that the road was shut and that the ferry had sunk."
    assert [what for _, _, what in told(text, read(parse, text))] == ["the road was shut", "the ferry had sunk"]


def test_a_pronoun_is_given_its_name(parse: Parse) -> None:
    text = "Governor Omar Dall left the talks. He said that the road was shut."
    said = next(a for a in read(parse, text) if a.source is not None)
    assert said.source is not None
    assert said.source.antecedent is not None
    assert said.source.antecedent.text == "Governor Omar Dall"


def test_an_act_is_the_publishers(parse: Parse) -> None:
    text = "Arnland approved the budget of the port."
    (found,) = read(parse, text)
    assert (found.tagged, found.source, found.stance) == (None, None, Stance.ASSERTS)


def test_a_text_without_sentences_has_none(parse: Parse) -> None:
    assert read(parse, "") == ()
