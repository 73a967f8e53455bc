"""A figure and its event's parties -> whose people are counted."""

from __future__ import annotations

import pytest

from whosays.lexicon.actors import load_actors
from whosays.model import Document, Event, EventType, Party, Quantity, QuantityKind, Span, Status
from whosays.resolve.cast import cast
from whosays.resolve.sides import sides

ACTORS = load_actors()
KILLED, SENT, TANKS = QuantityKind.KILLED, QuantityKind.DEPLOYED, QuantityKind.MATERIEL

CASES = [
    ("the counted words tell all", KILLED, "soldiers from Nepal", None, None, "NPL MIL"),
    ("children are counted by their land", KILLED, "Kenyan civilians", None, "KEN MIL", "KEN CVL"),
    ("a bare noun takes the harmed party's country", KILLED, "soldiers", "PER REB", "CHL MIL", "CHL MIL"),
    ("a lone figure takes the harmed party", KILLED, None, None, "CHL MIL", "CHL MIL"),
    ("who sends soldiers is not what is sent", SENT, "soldiers", "PER GOV", None, "PER MIL"),
    ("a lone figure of a government's takes its country alone", SENT, None, "PER GOV", None, "PER"),
    ("an unnamed party lends nothing", KILLED, None, None, "UNSPEC", None),
    ("who fell is of the harmed party", KILLED, "casualties", None, "CHL MIL", "CHL MIL"),
    ("nobody is named", KILLED, None, None, None, None),
    ("things have no side", TANKS, "tanks", "PER MIL", "CHL MIL", None),
]


@pytest.mark.parametrize(
    ("kind", "of", "actor", "recipient", "side"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_side(kind: QuantityKind, of: str | None, actor: str | None, recipient: str | None, side: str | None) -> None:
    quantity = Quantity("40", Span(0, 2), None, 40, None, None, False, of, (kind,))
    event = Event(
        EventType.ASSAULT, None, Status.OCCURRED, (), _party(actor), _party(recipient), quantities=(quantity,)
    )
    found = sides(event, cast(Document("d", "a.txt", "40"), (), ACTORS), ACTORS)
    assert found.quantities[0].side == side


def _party(code: str | None) -> Party | None:
    return Party(None, code, None, "they", Span(0, 2)) if code else None
