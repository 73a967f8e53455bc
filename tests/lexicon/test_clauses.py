"""Every example of the groups by which a clause is told to report something, or not."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from tests.frame.test_newsworthy import kept
from whosays.lexicon.clauses import load_clauses

CLAUSES = load_clauses()
CLAIMS = [t for g in CLAUSES.that_report for t in g.examples] + [t for g in CLAUSES.that_do_not for t in g.counter]
NO_CLAIMS = [t for g in CLAUSES.that_report for t in g.counter] + [t for g in CLAUSES.that_do_not for t in g.examples]
SHOWN = [(g.lemmas, t) for g in (*CLAUSES.that_report, *CLAUSES.that_do_not) for t in g.examples]


@pytest.mark.parametrize("text", CLAIMS)
def test_it_is_a_claim(text: str, parse: Parse) -> None:
    assert kept(text, parse)


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_it_is_none(text: str, parse: Parse) -> None:
    assert not kept(text, parse)


@pytest.mark.parametrize(("lemmas", "text"), SHOWN, ids=[text for _, text in SHOWN])
def test_the_example_holds_a_word_of_its_group(lemmas: frozenset[str], text: str, parse: Parse) -> None:
    _, sentences = parse(text)
    assert any({t.lemma, t.text.lower()} & lemmas for s in sentences for t in s.tokens)
