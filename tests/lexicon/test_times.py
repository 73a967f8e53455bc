"""Each rule of the grammar of time reads its examples whole, and nothing reads its counter-examples."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.time_grammar import expressions
from whosays.frame.time_read import readings
from whosays.frame.time_words import words
from whosays.lexicon.times import Rule, load_times
from whosays.model import Span

TIMES = load_times()
EXAMPLES = [(rule, example) for rule in TIMES.rules for example in rule.examples]
COUNTER_EXAMPLES = [(rule, example) for rule in TIMES.rules for example in rule.not_]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.kind}: {e}" for r, e in EXAMPLES])
def test_a_rule_reads_its_examples_whole(rule: Rule, example: str) -> None:
    first = next(expressions(words(example, Span(0, len(example)), TIMES), TIMES))[0]
    assert (first.span.of(example), first.meaning.kind) == (example, rule.kind)


@pytest.mark.parametrize(("rule", "example"), COUNTER_EXAMPLES, ids=[f"{r.kind}: {e}" for r, e in COUNTER_EXAMPLES])
def test_no_rule_dates_the_counter_examples(rule: Rule, example: str, parse: Parse) -> None:
    document, sentences = parse(example, published="2025-02-01")
    found = readings(document, sentences, TIMES)
    assert not [r.expression.span.of(example) for r in found if r.resolved.start or r.resolved.end]


def test_periods_run_forward_and_have_one_meaning_each() -> None:
    assert all(period.start <= period.end for period in TIMES.periods)
    names = [name for period in TIMES.periods for name in period.names]
    assert len(names) == len(set(names))
