"""How quad classes are measured."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from whosays.evaluate.quad import QUADS, evaluate
from whosays.lexicon.actions import load_actions
from whosays.model import EventType
from whosays.segment import load_parser

if TYPE_CHECKING:
    from whosays.pipeline import Kit

SENTENCES = {
    "The sky over the bay is grey.": 0,
    "The ministry declined to comment on the attack.": 0,
    "The envoy urged both sides to stop.": 0,
    "The ministers met the envoy.": 1,
    "The kingdom will send food to the camp.": 1,
    "The kingdom sent food to the camp.": 2,
    "The militia released nine hostages.": 2,
    "The union condemned the junta.": 3,
    "The army will attack the port.": 3,
    "The army attacked the port.": 4,
    "Police detained two students.": 4,
}


@pytest.fixture(scope="module")
def kit() -> Kit:
    """As much of the kit as this task uses."""
    return cast("Kit", SimpleNamespace(parser=load_parser(), lexicon=SimpleNamespace(actions=load_actions())))


@pytest.mark.parametrize(("text", "quad"), SENTENCES.items(), ids=list(SENTENCES))
def test_class(text: str, quad: int, kit: Kit) -> None:
    assert dict(evaluate([{"text": text, "quad": quad}], kit).metrics)["accuracy"] == 1.0


def test_every_type_has_a_class() -> None:
    assert set(QUADS) == set(EventType)


def test_an_error_names_what_was_read(kit: Kit) -> None:
    report = evaluate([{"text": "The army attacked the port.", "quad": 1}], kit)
    assert report.errors == ("4 for 1 (attack: attacked): The army attacked the port.",)
