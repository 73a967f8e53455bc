"""Abbreviations that a text spells out itself."""

from __future__ import annotations

import pytest

from whosays.resolve.abbreviations import abbreviations


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Northern Harbour Board (NHB) met.", "NHB", "The Northern Harbour Board"),
        ("The Board of Harbours and Tides (BHT) met.", "BHT", "The Board of Harbours and Tides"),
        ("The Northern Harbour Board, or NHB, met.", "NHB", "The Northern Harbour Board"),
        ("The NHB, the Northern Harbour Board, met.", "NHB", "Northern Harbour Board"),
        ("Arnland's Northern Harbour Board (NHB) met.", "NHB", "Arnland's Northern Harbour Board"),
    ],
)
def test_what_it_is_short_for(text: str, short: str, full: str) -> None:
    assert [(s, f) for s, f, _ in abbreviations(text)] == [(short, full)]


@pytest.mark.parametrize("text", ["The board (XYZ) met.", "The envoy (aged 40) left.", "The NHB met."])
def test_initials_that_spell_nothing(text: str) -> None:
    assert list(abbreviations(text)) == []


def test_it_stands_where_it_is_spelled_out() -> None:
    text = "The Northern Harbour Board (NHB) met."
    ((_, _, at),) = abbreviations(text)
    assert text[at:].startswith(" (NHB)")
