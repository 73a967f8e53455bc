"""Sentences and their offsets, on text as it comes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Parse
from whosays.segment import LONGEST


def test_a_sentence_never_runs_over_a_blank_line(parse: Parse) -> None:
    _, sentences = parse("A headline without a stop\n\nThe convoy left. It came back.")
    assert [
        (s.paragraph, s.span.of("A headline without a stop\n\nThe convoy left. It came back.")) for s in sentences
    ] == [
        (0, "A headline without a stop"),
        (1, "The convoy left."),
        (1, "It came back."),
    ]


def test_a_line_break_inside_a_paragraph_is_white_space(parse: Parse) -> None:
    _, sentences = parse("The convoy left the\ncity at dawn.")
    assert len(sentences) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“We did not aim at the depot,” Brig. Gen. Dan Arel told the radio.",
        "Lt. Col. Orlan and Maj.-Gen. Besk crossed the river.",
        "The raid was led by Sgt. Mirov, who was wounded.",
    ],
)
def test_a_rank_does_not_end_a_sentence(parse: Parse, text: str) -> None:
    assert len(parse(text)[1]) == 1


@pytest.mark.parametrize(("said", "lemma"), [("It’s not a raid.", "be"), ("The army didn’t fire.", "not")])
def test_a_curly_apostrophe_reads_like_a_straight_one_and_stays_as_written(parse: Parse, said: str, lemma: str) -> None:
    _, sentences = parse(said)
    token = next(t for t in sentences[0].tokens if "’" in t.text)
    assert (token.lemma, said[token.start : token.end]) == (lemma, token.text)


def test_lines_of_one_width_are_wrapped_and_short_ones_are_headings(parse: Parse) -> None:
    text = (
        "Statement on the crossing\nThe foreign office\n"
        + "The convoy left the city at dawn and reached the river by noon. " * 4
    )
    assert [s.paragraph for s in parse(text)[1]][:3] == [0, 1, 2]


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "\u2028"])
def test_a_text_without_words_has_no_sentences(parse: Parse, text: str) -> None:
    assert parse(text)[1] == ()


def test_a_paragraph_too_long_to_parse_at_once_is_read_whole(parse: Parse) -> None:
    text = "The convoy left the city at dawn. " * (LONGEST // 30)
    _, sentences = parse(text)
    assert sentences[-1].end >= len(text.rstrip()) - 1
    assert len(sentences) >= text.count(".") * 0.95


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(codec=None) | st.sampled_from(" .\n\"'“”😀\ud800\x00\u202e"), max_size=120))
def test_every_token_is_the_words_at_its_offsets(parse: Parse, text: str) -> None:
    _, sentences = parse(text)
    for sentence in sentences:
        for token in sentence.tokens:
            there = text[token.start : token.end]
            assert len(there) == len(token.text)
            assert (
                there.replace("\n", " ").replace("\r", " ") == token.text or "\N{REPLACEMENT CHARACTER}" in token.text
            )
        assert 0 <= sentence.root.index < len(sentence.tokens)
        assert all(0 <= t.head < len(sentence.tokens) for t in sentence.tokens)


def test_a_word_without_a_head_is_a_root_by_label_too(parse: Parse) -> None:
    """What hung on white space is its own head: a climb "up while conj" must end there."""
    text = "fficers as according toof 2016 \n , according to  been( serving official combat r’oles sinc    e 2015.\n\n\nNo."
    for sentence in parse(text)[1]:
        assert all(token.dep == "ROOT" for token in sentence.tokens if token.head == token.index)
