"""Words -> time expressions: the longest match of the grammar first."""

from __future__ import annotations

import pytest

from whosays.frame.time_grammar import Expression, expressions
from whosays.frame.time_words import words
from whosays.lexicon.times import load_times
from whosays.model import Span

TIMES = load_times()


def first(text: str) -> list[Expression]:
    """The longest expression at each place where one begins."""
    return [found[0] for found in expressions(words(text, Span(0, len(text)), TIMES), TIMES)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12 May 2025", "date"),
        ("May 2025", "month"),
        ("Monday", "weekday"),
        ("2019", "year"),
        ("last week", "relative"),
        ("two years ago", "ago"),
        ("early December of last year", "month"),
    ],
)
def test_an_expression_and_what_it_is(text: str, kind: str) -> None:
    found = next(e for e in first(text) if e.span == Span(0, len(text)))
    assert found.meaning.kind == kind


def test_what_the_words_do_not_give_is_absent() -> None:
    found = next(e for e in first("12 May") if e.span == Span(0, 6))
    assert found.meaning.number("year") is None
    assert not found.meaning.has("year")
    assert found.meaning.with_fields(year=2025).number("year") == 2025


def test_no_expression_is_found_in_other_words() -> None:
    assert first("The envoy left the town") == []
