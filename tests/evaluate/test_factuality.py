"""How it is measured that what did not happen is not said to have happened."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from whosays.evaluate import factuality
from whosays.model import Analysis, Document, Event, Position, Span, Status

if TYPE_CHECKING:
    from whosays.model import Claim
    from whosays.pipeline import Kit

TEXT = "The army did not attack the port ."
TRIGGER = Span(17, 23)


@dataclass(frozen=True)
class Said:
    """As much of a claim as this task looks at."""

    position: Position
    event: Event | None


def measured(monkeypatch: pytest.MonkeyPatch, label: float, *said: Said) -> dict[str, float]:
    def analyse(document: Document, kit: Kit) -> Analysis:
        return Analysis(document, cast("tuple[Claim, ...]", said))

    monkeypatch.setattr(factuality, "analyse", analyse)
    row = {"text": TEXT, "targets": [{"span1": [4, 5], "label": label}]}
    return dict(factuality.evaluate([row], cast("Kit", SimpleNamespace())).metrics)


def said(position: Position, status: Status = Status.OCCURRED) -> Said:
    return Said(position, Event(None, None, status, (TRIGGER,)))


def test_an_affirmed_event_that_did_not_happen_is_inverted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(monkeypatch, -3.0, said(Position.AFFIRMS)) == {"inverted": 1.0, "inverted_of_all": 1.0, "read": 1.0}


def test_a_rejected_event_that_did_not_happen_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(monkeypatch, -3.0, said(Position.REJECTS))["inverted"] == 0.0


def test_a_planned_event_is_not_said_to_have_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(monkeypatch, -3.0, said(Position.AFFIRMS, Status.PLANNED))["read"] == 0.0


def test_claims_that_differ_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(monkeypatch, 3.0, said(Position.AFFIRMS), said(Position.REJECTS))["read"] == 0.0


def test_an_unsure_rating_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured(monkeypatch, 1.0, said(Position.REJECTS)) == {"inverted": 0.0, "inverted_of_all": 0.0, "read": 0.0}
