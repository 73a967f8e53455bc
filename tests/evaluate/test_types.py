"""How PLOVER types are measured: what is only promised, threatened or refused is another type there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from whosays.evaluate.types import OLDER, evaluate
from whosays.lexicon.actions import load_actions
from whosays.model import EventType
from whosays.segment import load_parser

if TYPE_CHECKING:
    from whosays.pipeline import Kit

SENTENCES = {
    "The army attacked the port.": "ASSAULT",
    "The army attacked the port at dawn.": "FIGHT",
    "The kingdom sent food to the camp.": "AID",
    "The kingdom will send food to the camp.": "AGREE",
    "The kingdom will not send food to the camp.": "REJECT",
    "The navy will blockade the port.": "THREATEN",
    "The rebels must release the hostages.": "DEMAND",
    "The union condemned the junta.": "DISAPPROVE",
    "Prosecutors launched an investigation into the bank.": "INVESTIGATE",
}


@pytest.fixture(scope="module")
def kit() -> Kit:
    """As much of the kit as this task uses."""
    return cast("Kit", SimpleNamespace(parser=load_parser(), lexicon=SimpleNamespace(actions=load_actions())))


@pytest.mark.parametrize(("text", "type_"), SENTENCES.items(), ids=list(SENTENCES))
def test_type(text: str, type_: str, kit: Kit) -> None:
    assert evaluate([{"text": text, "event": type_}], kit).metrics == (("type", 1.0),)


def test_older_types_are_read_as_those_they_were_merged_into() -> None:
    assert set(OLDER.values()) <= {t.value for t in EventType}
