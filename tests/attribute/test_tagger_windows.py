"""Text -> pieces and windows: offsets are code points of the text as given, and every word is spoken for once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

import whosays.attribute
from whosays.attribute.tagger_windows import END_MARK, stream, windows

TOKENIZER = Tokenizer.from_file(str(Path(whosays.attribute.__file__).parent / "weights" / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()
PIECES = 120


def words(text: str) -> list[str]:
    pieces = stream(text, TOKENIZER)
    return [text[a:b] for a, b in zip(pieces.start, pieces.end, strict=True)]


def test_offsets_count_code_points() -> None:
    assert words("🙂🙂 Orlan’s café, 𝒳 “yes”") == ["🙂🙂", "Orlan", "’", "s", "café", ",", "𝒳", "“", "yes", "”"]


def test_a_word_in_several_pieces_is_one_word() -> None:
    pieces = stream("the Sardanopolitans denied", TOKENIZER)
    assert len(pieces.start) == 3
    assert len(pieces.ids) > 3


def test_a_separator_stands_at_each_paragraph_break() -> None:
    pieces = stream("One said so.\n\nTwo did not.\nThree\nlines.", TOKENIZER)
    assert (pieces.ids == END_MARK).sum() == 2
    assert all(pieces.word[pieces.ids == END_MARK] == -1)


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("the Port NATO m16 7", [0, 1, 2, 0, 3]),
        ("he “Left now” Today", [0, 4, 5, 4, 4, 1]),
        ('he "left" today', [0, 4, 4, 4, 0]),
    ],
)
def test_looks_keep_case_and_quotation(text: str, looks: list[int]) -> None:
    pieces = stream(text, TOKENIZER)
    assert pieces.look[pieces.first].tolist() == looks


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    pieces = stream("“we hold\n\nthe town", TOKENIZER)
    assert pieces.look[pieces.first].tolist() == [4, 4, 4, 0, 0]


@given(st.text(max_size=300) | st.text("ab“”\"' .\n\x00😀́", max_size=3000))
@settings(deadline=None)
def test_every_word_lies_in_the_text_and_in_one_window(text: str) -> None:
    pieces = stream(text, TOKENIZER)
    assert all(0 <= a <= b <= len(text) for a, b in zip(pieces.start, pieces.end, strict=True))
    assert list(pieces.start) == sorted(pieces.start)
    cut = list(windows(pieces, PIECES))
    spoken = [n for w in cut for n in range(w.low, w.high)]
    assert spoken == list(range(len(pieces.first)))
    for window in cut:
        assert window.end - window.start <= PIECES
        assert all(window.start <= at < window.end for at in pieces.first[window.low : window.high])
