"""Hedges and negations at work: examples hold the word in brackets, counter-examples hold none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from whosays.lexicon.hedges import Hedge, Negation, load_hedges
from whosays.model import Document, Sentence

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]

HEDGES = load_hedges()


def plain(example: str) -> str:
    return re.sub(r"[\[\]]", "", example)


def word(example: str) -> str:
    found: list[str] = re.findall(r"\[(.*?)\]", example)
    return found[0].lower()


@pytest.mark.parametrize(("hedge", "example"), [(h, e) for h in HEDGES.words.hedges for e in h.examples])
def test_each_hedge_is_found_with_its_strength(hedge: Hedge, example: str, parse: Parse) -> None:
    document, sentences = parse(plain(example))
    found = [w for s in sentences for w in HEDGES.find(s)]
    assert (word(example), hedge.certainty) in {(w.span.of(document.text).lower(), w.certainty) for w in found}


@pytest.mark.parametrize("text", [t for h in HEDGES.words.hedges for t in h.counter])
def test_no_hedge_is_found_where_none_stands(text: str, parse: Parse) -> None:
    _, sentences = parse(text)
    assert not [w for s in sentences for w in HEDGES.find(s)]


@pytest.mark.parametrize(("group", "example"), [(n, e) for n in HEDGES.words.negations for e in n.examples])
def test_each_negation_is_of_its_class(group: Negation, example: str, parse: Parse) -> None:
    _, sentences = parse(plain(example))
    assert word(example) in {t.text.lower() for s in sentences for t in s.tokens if HEDGES.has(group.kind, t)}
