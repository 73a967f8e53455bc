"""Every group of the lexicon of figures does what its examples say, and nothing in its counter-examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Parse
from whosays.frame.quantity import quantities
from whosays.lexicon.quantities import Outcome, Quantities, Words, load_quantities
from whosays.model import Quantity, QuantityKind, Span

LEXICON = load_quantities()

Told = Callable[[Quantity], bool]
BOUNDS: dict[str, Told] = {
    "floors": lambda q: q.low is not None and q.best is None and q.high is None,
    "floors_after": lambda q: q.low is not None and q.best is None and q.high is None,
    "ceilings": lambda q: q.high is not None and q.best is None and q.low is None,
    "ceilings_after": lambda q: q.high is not None and q.best is None and q.low is None,
    "approximators": lambda q: q.approximate,
    "approximators_after": lambda q: q.approximate,
    "majorities": lambda q: q.unit == "percent" and q.low == 50,
    "rises": lambda q: q.best is not None,
}
OUTCOMES = ("outcome_nouns", "weak_nouns", "deed_nouns", "states", "done_to", "undergone")
LEADING = (
    "tallies",
    "counting",
    "hits",
    "struck",
    "carrying",
    "linking",
    "stating",
    "changing",
    "swings",
    "deadly",
    "anybody",
    "personal",
)
"""Groups through whose words an outcome is found."""


def _bracketed(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its brackets, and the spans that they mark."""
    spans, plain = [], ""
    for piece in re.split(r"(\[[^\]]*\])", text):
        if piece.startswith("["):
            spans.append(Span(len(plain), len(plain) + len(piece) - 2))
            piece = piece[1:-1]
        plain += piece
    return plain, tuple(spans)


def _read(parse: Parse, text: str) -> tuple[tuple[Span, ...], tuple[Quantity, ...]]:
    plain, spans = _bracketed(text)
    return spans, quantities(*parse(plain), LEXICON)


def _words(name: str) -> Words:
    group = getattr(LEXICON, name)
    assert isinstance(group, Words)
    return group


def _outcomes() -> Iterator[tuple[str, Outcome]]:
    for name in OUTCOMES:
        for group in getattr(LEXICON, name):
            yield name, group
    for name in LEADING:
        yield name, getattr(LEXICON, name)


@pytest.mark.parametrize(("name", "text"), [(n, t) for n in BOUNDS for t in _words(n).examples])
def test_an_example_of_a_bound_is_read_so(parse: Parse, name: str, text: str) -> None:
    spans, found = _read(parse, text)
    for span in spans:
        assert any(q.span == span and BOUNDS[name](q) for q in found), found


@pytest.mark.parametrize(("name", "text"), [(n, t) for n in BOUNDS for t in _words(n).not_])
def test_a_counter_example_of_a_bound_is_not(parse: Parse, name: str, text: str) -> None:
    _, found = _read(parse, text)
    assert not any(BOUNDS[name](q) for q in found), found


@pytest.mark.parametrize("name", ["floors", "ceilings", "approximators"])
def test_every_word_of_a_bound_works_before_a_figure(parse: Parse, name: str) -> None:
    for word in (w for w in _words(name).words if not w.endswith(".")):
        found = quantities(*parse(f"Officials said {word} 60 soldiers were killed."), LEXICON)
        assert any(BOUNDS[name](q) for q in found), word


@pytest.mark.parametrize(("name", "kinds", "text"), [(n, g.kinds, t) for n, g in _outcomes() for t in g.examples])
def test_an_example_of_an_outcome_is_read_so(
    parse: Parse, name: str, kinds: tuple[QuantityKind, ...], text: str
) -> None:
    (span,), found = _read(parse, text)
    assert [q.kinds for q in found if q.span.overlaps(span)] == [kinds], found


@pytest.mark.parametrize(("name", "kinds", "text"), [(n, g.kinds, t) for n, g in _outcomes() for t in g.not_])
def test_a_counter_example_of_an_outcome_is_not(
    parse: Parse, name: str, kinds: tuple[QuantityKind, ...], text: str
) -> None:
    _, found = _read(parse, text)
    assert not any(set(kinds) & set(q.kinds) for q in found), found


def test_a_policy_is_found_by_its_name() -> None:
    assert LEXICON.policy("acled").best == 1
    with pytest.raises(ValueError, match="contract"):
        LEXICON.policy("none such")


def test_words_are_lower_case() -> None:
    assert isinstance(LEXICON, Quantities)
    for words in (LEXICON.people, LEXICON.materiel, LEXICON.armed, LEXICON.labels, LEXICON.months, LEXICON.durations):
        assert all(word == word.lower() for word in words)
