"""How claims are measured: what counts as right, and that an inversion is seen."""

from __future__ import annotations

from typing import Any

import pytest

from whosays.evaluate.claims import evaluate
from whosays.evaluate.gold import Annotated
from whosays.evaluate.match import code_matches, covers, overlap
from whosays.model import Document, Span
from whosays.pipeline import Kit, load_kit

TEXT = "The ministry of Arnland denied that the port of Sarda was shelled on 3 May 2019."
GOLD: dict[str, Any] = {
    "content": [[36, 79]],
    "content_text": "the port of Sarda was shelled on 3 May 2019",
    "source": {"name": "Ministry", "code": None},
    "cue_span": [24, 30],
    "stance": ["denies"],
    "position": "rejects",
    "event": {
        "types": ["ASSAULT"],
        "status": "occurred",
        "time": {"start": "2019-05-03", "end": "2019-05-03", "precision": "day"},
    },
}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(model=False)


def _measured(kit: Kit, gold: dict[str, Any]) -> dict[str, float]:
    document = Document(id="d", key="d", text=TEXT)
    return dict(evaluate([Annotated(document, (gold,))], kit).metrics)


def test_a_claim_read_right_is_right_in_every_aspect(kit: Kit) -> None:
    measured = _measured(kit, GOLD)
    assert measured["score"] == 1.0
    assert measured["inverted"] == 0


def test_an_inverted_claim_is_counted(kit: Kit) -> None:
    measured = _measured(kit, {**GOLD, "position": "affirms", "stance": ["asserts"]})
    assert measured["inverted"] == 1
    assert measured["stance"] == 0


def test_a_source_that_the_sentence_does_not_name_is_out_of_sentence(kit: Kit) -> None:
    named = {**GOLD, "source_span": [0, 23]}
    assert "out_of_sentence" not in _measured(kit, named)
    elsewhere = Annotated(Document(id="d", key="d", text=f"It spoke. {TEXT}"), ({**GOLD, "source_span": [0, 2]},))
    assert "out_of_sentence" in dict(evaluate([elsewhere], kit).metrics)


def test_a_gold_claim_without_a_pair_is_wrong_in_every_aspect(kit: Kit) -> None:
    measured = _measured(kit, {**GOLD, "content": [[0, 3]]})
    assert measured["found"] == 0
    assert measured["score"] == 0


@pytest.mark.parametrize(
    ("gold", "code", "right"),
    [
        ("RUS GOV", "RUS GOV", True),
        ("RUS", "RUS GOV", True),
        ("RUS GOV", "RUS", False),
        ("RUS GOV", "RUS MIL", False),
        ("IGO UNO", "IGO UNHCR", True),
        ("publisher", "publisher", True),
        ("publisher", None, False),
        (None, None, True),
    ],
)
def test_codes(gold: str | None, code: str | None, right: bool) -> None:
    assert code_matches(gold, code) is right


def test_overlap_and_cover() -> None:
    assert overlap([[0, 10]], [Span(5, 15)]) == pytest.approx(1 / 3)
    assert covers([[0, 10]], [Span(5, 15)]) == 0.5
    assert overlap([[0, 10]], []) == 0.0
