"""What no one is quoted for: the publisher's clauses, and the hedge that carries one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import Parse
from whosays.attribute.publisher import publisher
from whosays.attribute.quotations import quotations
from whosays.lexicon.constructions import load_constructions
from whosays.model import Attribution, Certainty, Polarity, Span, Stance, Tagged

BUILT = load_constructions()
CASES = {
    "a main clause": ("The convoy crossed the river.", [("", "The convoy crossed the river")]),
    "what sets the scene is left out": (
        "In May, the convoy crossed the river.",
        [("", "the convoy crossed the river")],
    ),
    "clauses with subjects of their own are claims of their own": (
        "The convoy crossed the river, and soldiers were killed by mines.",
        [("", "The convoy crossed the river"), ("", "soldiers were killed by mines")],
    ),
    "a finite clause under the main one is a claim of its own": (
        "The general gained time, as his army receives new drones.",
        [("", "The general gained time"), ("", "his army receives new drones")],
    ),
    "one that tells since when stays part of the main clause too": (
        "The port has been shut since the army shelled it in May.",
        [("", "The port has been shut since the army shelled it in May"), ("", "the army shelled it in May")],
    ),
    "so is one that tells after what": (
        "On Monday, after the rebels shelled the bridge, the army closed the road.",
        [("", "the army closed the road"), ("", "the rebels shelled the bridge")],
    ),
    "a condition is part of the claim": (
        "If both sides agree, the truce would begin on Monday.",
        [("", "If both sides agree, the truce would begin on Monday")],
    ),
    "so is an act that comes before": (
        "On Monday, after taking the hill, the brigade shelled the port.",
        [("", "after taking the hill, the brigade shelled the port")],
    ),
    "single words in quotation marks are the publisher's": (
        "The army receives the “influx” of recruits.",
        [("", "The army receives the “influx” of recruits")],
    ),
    "what stands behind a semicolon belongs to the verb behind it": (
        "Five men died in the raid; nine more, including the mayor, were injured.",
        [("", "nine more, including the mayor, were injured"), ("", "Five men died in the raid")],
    ),
    "a hedge is the cue": ("It seems that the garrison has left.", [("It seems", "the garrison has left")]),
    "what stands in quotation marks is somebody else's": ("“The garrison has left the old town.”", []),
    "a heading of two words is no claim": ("Further reading", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_publishers_own_clauses(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    document, sentences = parse(text)
    found = publisher(sentences, (), quotations(document, sentences), BUILT)
    assert [("".join(s.of(text) for s in t.cue), " … ".join(s.of(text) for s in t.content)) for t in found] == expected


def test_a_clause_beside_an_attribution_is_the_publishers_though_the_parse_hangs_the_content_on_it(
    parse: Parse,
) -> None:
    document, sentences = parse(
        "Of the 3.1 million who voted, 72% were in favour and on Monday the government announced the new province, "
        "to be called Arnland, would be governing itself from 2031."
    )
    text = document.text
    start = text.index("the new province")
    content, cue = Span(start, len(text) - 1), Span(start - 10, start - 1)
    tagged = Tagged((), (cue,), (content,), "test")
    said = Attribution(
        tagged, 0, None, (), (cue,), (content,), Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS
    )  # fmt: skip
    found = [s.of(text) for t in publisher(sentences, [said], (), BUILT) for s in t.content]
    assert found == ["Of the 3.1 million who voted, 72% were in favour"]


def test_a_clause_that_a_misparse_hangs_on_a_root_that_cannot_govern_it_is_a_claim(parse: Parse) -> None:
    document, (sentence,) = parse("The leader declined the truce, a plan that Sarda made on Monday.")
    declined, made = (next(t for t in sentence.tokens if t.text == word) for word in ("declined", "made"))
    at = {t.text: n for n, t in enumerate(sentence.tokens)}
    tokens = list(sentence.tokens)
    tokens[declined.index] = replace(declined, dep="ccomp", head=made.index)
    tokens[made.index] = replace(made, dep="ROOT", head=made.index)
    tokens[at["plan"]] = replace(tokens[at["plan"]], dep="nsubj", head=made.index)
    tokens[at["that"]] = replace(tokens[at["that"]], dep="mark", head=made.index, tag="IN", lemma="that")
    found = publisher((replace(sentence, tokens=tuple(tokens)),), (), (), BUILT)
    assert "The leader declined the truce" in [s.of(document.text) for t in found for s in t.content]


def test_a_clause_that_only_says_who_gave_the_word_is_the_attributions_frame(parse: Parse) -> None:
    document, sentences = parse("Warnings of a flood were given by the mayor, and the convoy left the town.")
    text = document.text
    spans = {w: (Span(text.index(w), text.index(w) + len(w)),) for w in ("Warnings", "a flood", "the mayor")}
    tagged = Tagged(spans["the mayor"], spans["Warnings"], spans["a flood"], "test")
    said = Attribution(
        tagged, 0, None, (), tagged.cue, tagged.content, Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS
    )  # fmt: skip
    found = [s.of(text) for t in publisher(sentences, [said], (), BUILT) for s in t.content]
    assert found == ["the convoy left the town"]


def test_a_sentence_that_was_tagged_for_another_and_is_not_his_is_the_publishers(parse: Parse) -> None:
    document, sentences = parse("The convoy crossed the river. The mayor said the road was open.")
    text = document.text
    content, cue = (Span(text.index("the road"), len(text) - 1),), (Span(text.index("said"), text.index("said") + 4),)
    tagged = Tagged((), cue, (Span(0, 28), *content), "test")
    said = Attribution(tagged, 1, None, (), cue, content, Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS)
    found = [s.of(text) for t in publisher(sentences, [said], (), BUILT) for s in t.content]
    assert found == ["The convoy crossed the river"]
