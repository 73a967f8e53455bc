"""The contract's tables: position and factuality follow from stance, certainty and polarity."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.model import Certainty, Factuality, Polarity, Position, Span, Stance, factuality_of, position_of

POSITIONS = [
    (Stance.ASSERTS, Polarity.PLUS, Position.AFFIRMS),
    (Stance.ASSERTS, Polarity.MINUS, Position.REJECTS),
    (Stance.CONFIRMS, Polarity.PLUS, Position.AFFIRMS),
    (Stance.DENIES, Polarity.PLUS, Position.REJECTS),
    (Stance.DENIES, Polarity.MINUS, Position.AFFIRMS),
    (Stance.DOUBTS, Polarity.PLUS, Position.REJECTS),
    (Stance.NOT_CONFIRMED, Polarity.PLUS, Position.OPEN),
    (Stance.NOT_CONFIRMED, Polarity.MINUS, Position.OPEN),
    (Stance.HOPES, Polarity.PLUS, Position.OPEN),
    (Stance.INTENDS, Polarity.MINUS, Position.OPEN),
]
FACTUALITIES = [
    (Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS, Factuality.CERTAIN_PLUS),
    (Stance.ASSERTS, Certainty.PROBABLE, Polarity.PLUS, Factuality.PROBABLE_PLUS),
    (Stance.ASSERTS, Certainty.POSSIBLE, Polarity.MINUS, Factuality.POSSIBLE_MINUS),
    (Stance.ESTIMATES, Certainty.CERTAIN, Polarity.PLUS, Factuality.PROBABLE_PLUS),
    (Stance.DENIES, Certainty.CERTAIN, Polarity.PLUS, Factuality.CERTAIN_MINUS),
    (Stance.DOUBTS, Certainty.CERTAIN, Polarity.PLUS, Factuality.PROBABLE_MINUS),
    (Stance.NOT_CONFIRMED, Certainty.CERTAIN, Polarity.PLUS, Factuality.UNCOMMITTED),
]


@pytest.mark.parametrize(("stance", "polarity", "position"), POSITIONS)
def test_position_follows_from_stance_and_polarity(stance: Stance, polarity: Polarity, position: Position) -> None:
    assert position_of(stance, polarity) is position


@pytest.mark.parametrize("stance", Stance)
def test_negating_the_content_swaps_affirms_and_rejects_and_leaves_open_alone(stance: Stance) -> None:
    swapped = {Position.AFFIRMS: Position.REJECTS, Position.REJECTS: Position.AFFIRMS, Position.OPEN: Position.OPEN}
    assert position_of(stance, Polarity.MINUS) is swapped[position_of(stance, Polarity.PLUS)]


@pytest.mark.parametrize(("stance", "certainty", "polarity", "value"), FACTUALITIES)
def test_factuality(stance: Stance, certainty: Certainty, polarity: Polarity, value: Factuality) -> None:
    assert factuality_of(stance, certainty, polarity) is value


def test_a_span_counts_code_points() -> None:
    text = "🪖 Soldiers left."
    assert Span(2, 10).of(text) == "Soldiers"


def test_a_sentence_is_a_tree(parse: Parse) -> None:
    text = "The ministry said the bridge was hit."
    _, (sentence,) = parse(text)
    said = sentence.root
    hit = next(t for t in sentence.tokens if t.text == "hit")
    bridge = next(t for t in sentence.tokens if t.text == "bridge")
    assert said.text == "said"
    assert sentence.subtree_span(bridge).of(text) == "the bridge"
    assert [t.text for t in sentence.ancestors(bridge)] == ["hit", "said"]
    assert sentence.path(bridge, said) == 2
    assert sentence.top(Span(18, 36)) == hit
