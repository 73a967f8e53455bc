"""What a relative clause tells of a thing that somebody only names is the publisher's."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.attribute.relatives import relatives
from whosays.lexicon.cues import load_cues
from whosays.model import Attribution, Certainty, Document, Polarity, Sentence, Span, Stance, Tagged

CUES = load_cues()


def _said(document: Document, cue: str, content: str) -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        start = document.text.index(words)
        return (Span(start, start + len(words)),)

    tagged = Tagged((), span(cue), span(content), "test")
    return Attribution(
        tagged, 0, None, (), tagged.cue, tagged.content, Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS
    )  # fmt: skip


CASES = {
    "of a thing that is announced": (
        "Arnland announced a bridge fund which was joined by Belmark.",
        ("announced", "a bridge fund which was joined by Belmark"),
        ("a bridge fund", ["a bridge fund … was joined by Belmark"]),
    ),
    "of a part of what is named": (
        "The envoy praised the work of nine delegates, who agreed on a charter in May.",
        ("praised", "the work of nine delegates, who agreed on a charter in May"),
        ("the work of nine delegates", ["nine delegates … agreed on a charter in May"]),
    ),
    "which are meant belongs to what is named": (
        "The envoy mourned those who were killed in May.",
        ("mourned", "those who were killed in May"),
        ("those who were killed in May", []),
    ),
    "so does which kind is meant": (
        "The envoy mourned the men that the mine killed in May.",
        ("mourned", "the men that the mine killed in May"),
        ("the men that the mine killed in May", []),
    ),
    "what a word says belongs to the word": (
        "Arnland dismissed the account in which the bridge was blown up.",
        ("dismissed", "the account in which the bridge was blown up"),
        ("the account in which the bridge was blown up", []),
    ),
    "within what is stated it is the speaker's": (
        "The envoy said a fund, which was joined by Belmark, is empty.",
        ("said", "a fund, which was joined by Belmark, is empty"),
        ("a fund, which was joined by Belmark, is empty", []),
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), CASES.values(), ids=CASES.keys())
def test_the_clause_is_the_publishers(
    parse: Parse, text: str, words: tuple[str, str], expected: tuple[str, list[str]]
) -> None:
    document, sentences = parse(text)
    (said,), own = relatives(sentences, [_said(document, *words)], (), (), CUES)
    assert " … ".join(s.of(text) for s in said.content) == expected[0]
    assert [" … ".join(s.of(text) for s in t.content) for t in own] == expected[1]


def _act(sentences: tuple[Sentence, ...], verb: str) -> Tagged:
    found = next(t for s in sentences for t in s.tokens if t.text == verb)
    return Tagged((Span(0, 3),), (found.span,), (Span(found.end + 1, found.end + 2),), "test")


def test_so_is_an_act_that_is_told_in_one(parse: Parse) -> None:
    document, sentences = parse("The port is run by nine delegates, who approved a charter in May.")
    _, own = relatives(sentences, (), (_act(sentences, "approved"),), (), CUES)
    assert [" … ".join(s.of(document.text) for s in t.content) for t in own] == [
        "nine delegates … approved a charter in May"
    ]
