"""How short items are measured: right, missed, wrong, and the two errors that must not happen."""

from __future__ import annotations

from typing import Any

import pytest

from whosays.evaluate.items import evaluate
from whosays.pipeline import Kit, load_kit

DENIAL: dict[str, Any] = {"id": "d", "text": "Arnland denied that its troops crossed the river.", "published": None}
TIME: dict[str, Any] = {"id": "t", "text": "The port was shelled on 3 May 2019.", "published": "2019-06-01"}
FIGURE: dict[str, Any] = {"id": "q", "text": "At least 12 soldiers were killed near the river.", "published": None}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(model=False)


def _measured(kit: Kit, kind: str, row: dict[str, Any], expected: dict[str, Any]) -> dict[str, float]:
    return dict(evaluate(kind, [{**row, "expect": [expected]}], kit).metrics)


def test_a_denial_read_as_one_is_right(kit: Kit) -> None:
    wants = {"anchor": [20, 48], "codes": [], "positions": ["rejects"], "stances": ["denies"]}
    assert _measured(kit, "denials", DENIAL, wants)["right"] == 1.0


def test_the_opposite_position_is_an_inversion(kit: Kit) -> None:
    wants = {"anchor": [20, 48], "codes": [], "positions": ["affirms"], "stances": ["asserts"]}
    assert _measured(kit, "denials", DENIAL, wants)["inverted"] == 1.0


def test_another_source_is_named_as_such(kit: Kit) -> None:
    wants = {"anchor": [20, 48], "codes": ["ZZZ GOV"], "positions": ["rejects"], "stances": ["denies"]}
    assert _measured(kit, "denials", DENIAL, wants)["wrong_source"] == 1.0


def test_a_day_is_right_and_narrower_than_asked_is_false_precision(kit: Kit) -> None:
    day = {"anchor": [21, 34], "start": "2019-05-03", "end": "2019-05-03"}
    month = {"anchor": [21, 34], "start": None, "end": None, "also": [["2018-01-01", "2018-12-31"]]}
    assert _measured(kit, "times", TIME, day)["right"] == 1.0
    assert _measured(kit, "times", TIME, month)["false_precision"] == 1.0


def test_a_bound_is_a_bound(kit: Kit) -> None:
    bound = {"anchor": [0, 20], "low": 12, "best": None, "high": None, "kinds": ["killed"]}
    assert _measured(kit, "quantities", FIGURE, bound)["right"] == 1.0
    assert _measured(kit, "quantities", FIGURE, {**bound, "low": None, "best": 12})["wrong"] == 1.0


def test_words_that_must_not_be_read_are_counted(kit: Kit) -> None:
    row = {**FIGURE, "not": [[9, 20]]}
    assert dict(evaluate("quantities", [{**row, "expect": []}], kit).metrics)["forbidden"] == 1.0
