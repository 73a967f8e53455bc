"""The text is cut at every boundary of a span: pieces never overlap, lose nothing, and know all that covers them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.seed import FIGHT, claim, seed_analysis, seed_document
from whosays.export.html.pieces import Piece, paragraphs
from whosays.export.record import Record
from whosays.export.records import records
from whosays.model import Analysis, Stance


def pieces(analysis: Analysis) -> list[Piece]:
    return [piece for paragraph in paragraphs(analysis.document.text, records(analysis, "m")) for piece in paragraph]


def covering(found: list[Piece], words: str) -> Piece:
    (piece,) = (p for p in found if p.text == words)
    return piece


def test_pieces_are_the_text_without_the_space_between_paragraphs() -> None:
    analysis = seed_analysis()
    text = analysis.document.text
    found = paragraphs(text, records(analysis, "m"))
    assert len(found) == 7
    assert "\n".join("".join(p.text for p in paragraph) for paragraph in found) == text
    assert all(text[p.start : p.end] == p.text for paragraph in found for p in paragraph)


def test_a_place_within_a_content_is_a_piece_of_both() -> None:
    piece = covering(pieces(seed_analysis()), "the Kursk region")
    assert piece.roles == (("content", 5), ("place", 5))
    assert piece.first == (("place", 5),)
    assert piece.begins == ()


def test_words_shared_by_two_claims_carry_both_numbers() -> None:
    first = next(p for p in pieces(seed_analysis()) if p.text == FIGHT)
    assert (first.begins, first.tone) == ((3, 4), "rejects")


def test_contents_that_cross_are_cut_where_they_cross() -> None:
    document = seed_document("He said the bridge fell and the road closed today.")
    left = claim(document, "the bridge fell and the road closed", "He", "said")
    right = claim(document, "the road closed today", "He", "said", Stance.DENIES)
    found = pieces(Analysis(document, (left, right)))
    assert [(p.text, p.tone) for p in found if p.tone] == [
        ("the bridge fell and ", "affirms"),
        ("the road closed", "rejects"),
        (" today", "rejects"),
    ]
    assert found[-3].begins == (1,)


def test_a_content_over_two_paragraphs_goes_on_without_a_second_number() -> None:
    document = seed_document("He said the bridge fell.\n\nThe road closed. It rained.")
    found = pieces(Analysis(document, (claim(document, "the bridge fell.\n\nThe road closed", "He", "said"),)))
    assert [(p.text, p.begins, p.first) for p in found if ("content", 0) in p.roles] == [
        ("the bridge fell.", (0,), (("content", 0),)),
        ("The road closed", (), (("content", 0),)),
    ]


def test_blank_lines_part_paragraphs_where_there_are_any() -> None:
    wrapped = seed_document("One line\nand its rest.\r\n\r\nA second.\n \n\nA third.")
    found = paragraphs(wrapped.text, ())
    assert ["".join(p.text for p in paragraph) for paragraph in found] == [
        "One line\nand its rest.",
        "A second.",
        "A third.",
    ]


@given(
    st.text(st.sampled_from("ab \n.é🛰"), max_size=40),
    st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=6),
)
def test_any_spans_over_any_text_give_pieces_in_order_that_lose_no_word(
    text: str, spans: list[tuple[int, int]]
) -> None:
    made = records(seed_analysis(), "m")[0]
    found = paragraphs(text, [_with_content(made, span) for span in spans])
    flat = [piece for paragraph in found for piece in paragraph]
    assert all(a.end <= b.start for a, b in pairwise(flat))
    assert all(piece.text == text[piece.start : piece.end] and piece.text for piece in flat)
    assert "".join("".join(piece.text for piece in flat).split()) == "".join(text.split())
    shown = {n for piece in flat for n in piece.begins}
    assert shown == {n for n, (a, b) in enumerate(spans) if text[max(a, 0) : max(b, 0)].strip()}


def _with_content(record: Record, span: tuple[int, int]) -> Record:
    from msgspec.structs import replace

    return replace(record, evidence=replace(record.evidence, content=(span,), source=(), cue=()), event=None)
