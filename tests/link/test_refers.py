"""Claims that have nothing but "such claims" to say, and the claim that they stand for."""

from __future__ import annotations

import pytest

from tests.store.made import posting
from whosays.lexicon.linking import load_linking
from whosays.link.refers import refers


@pytest.mark.parametrize("text", load_linking().points)
def test_it_stands_for_the_claim_before(text: str) -> None:
    sent = posting("a", "d1", order=0, sentence=0, text="troops had been sent")
    assert refers([posting("b", "d1", order=1, sentence=1, text=text), sent]) == {"b": "a"}


def test_of_two_that_only_point_both_stand_for_what_says_something() -> None:
    sent = posting("a", "d1", order=0, text="troops had been sent")
    such = posting("b", "d1", order=1, text="such claims")
    these = posting("c", "d1", order=2, text="these reports")
    assert refers([sent, such, these]) == {"b": "a", "c": "a"}


def test_a_claim_of_another_document_is_not_meant() -> None:
    assert refers([posting("a", "d1", text="troops had been sent"), posting("b", "d2", text="such claims")]) == {
        "b": None
    }


def test_what_points_at_a_claim_too_far_back_stands_alone() -> None:
    sent = posting("a", "d1", order=0, sentence=0, text="troops had been sent")
    such = posting("b", "d1", order=1, sentence=2, text="such claims")
    assert refers([sent, such]) == {"b": None}


@pytest.mark.parametrize("text", load_linking().says_more)
def test_what_says_more_or_something_else_is_no_mere_pointer(text: str) -> None:
    assert refers([posting("a", "d1", text=text)]) == {}
