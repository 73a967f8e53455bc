"""Quantities of a text: bounds, vague words, shares, and what happened to what is counted. The cases are in ``quantities.yaml``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Parse
from whosays.frame.quantity import quantities
from whosays.lexicon.quantities import load_quantities
from whosays.model import Quantity, Span

LEXICON = load_quantities()
CASES = [
    (text, tuple(wanted))
    for group in yaml.safe_load(Path(__file__).with_name("quantities.yaml").read_text(encoding="utf-8")).values()
    for text, wanted in group.items()
]


def _plain(text: str) -> tuple[str, list[Span]]:
    spans, plain = [], ""
    for piece in re.split(r"(\[[^\]]*\])", text):
        if piece.startswith("["):
            spans.append(Span(len(plain), len(plain) + len(piece) - 2))
        plain += piece.strip("[]") if piece.startswith("[") else piece
    return plain, spans


def _told(quantity: Quantity) -> str:
    values = (
        "-" if v is None else f"{v:g}" if v < 1e5 else str(int(v)) for v in (quantity.low, quantity.best, quantity.high)
    )
    return " ".join((*values, *("~" for _ in range(quantity.approximate)), *(k.value for k in quantity.kinds)))


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_quantities_of_a_sentence(parse: Parse, text: str, wanted: tuple[str, ...]) -> None:
    plain, spans = _plain(text)
    found = quantities(*parse(plain), LEXICON)
    assert [(q.span, _told(q)) for q in found] == list(zip(spans, wanted, strict=True))


def test_the_whole_of_a_share_and_what_is_counted_are_told(parse: Parse) -> None:
    share, people = quantities(
        *parse("About 40% of soldiers from the north died. Some 90 Sardan sailors drowned."), LEXICON
    )
    assert (share.unit, share.of) == ("percent", "soldiers from the north")
    assert (people.unit, people.of) == ("sailors", "Sardan sailors")


def test_a_part_points_at_its_whole(parse: Parse) -> None:
    whole, part = quantities(*parse("The army suffered 4,700 casualties, including 600 deaths."), LEXICON)
    assert (whole.part_of, part.part_of) == (None, whole.span)
    some, all_ = quantities(*parse("The general withdrew 2,000 of his 5,000 troops."), LEXICON)
    assert (some.part_of, all_.part_of) == (all_.span, None)
    shot, fired = quantities(*parse("They shot down four out of six missiles."), LEXICON)
    assert (shot.best, fired.best, shot.part_of) == (4, 6, fired.span)


def test_vague_words_are_read_by_the_policy_named(parse: Parse) -> None:
    document, sentences = parse("Dozens were killed.")
    by = {name: quantities(document, sentences, LEXICON, name)[0] for name in ("contract", "acled", "magnitude")}
    assert [(q.low, q.best, q.high) for q in by.values()] == [(24, None, None), (None, 12, None), (12, None, 120)]


VOCABULARY = """at least 12 and up to 20 soldiers were killed or wounded between three hundred million dozens of tens a third half
the dead toll rose from 17 - – , . % $ € 2.5m 105mm T-72 April 2012 one no not some 1,000 ( ) [ ] : ; 's people who in them
including children missing to about per cent day so more"""
WORDS = st.sampled_from(re.split(r"\s+", VOCABULARY))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_read_and_the_words_are_the_evidence(parse: Parse, text: str) -> None:
    document, sentences = parse(text)
    for policy in LEXICON.policies:
        found = quantities(document, sentences, LEXICON, policy.name)
        assert list(found) == sorted(found, key=lambda q: q.span)
        for quantity in found:
            assert quantity.text == text[quantity.span.start : quantity.span.end] != ""
            values = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
            assert values
            assert values == sorted(values)
            assert quantity.kinds
