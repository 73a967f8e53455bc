"""Measures the PLOVER type of a sentence's main act, on the codebook's own examples.

The examples are of an older edition with eighteen types; ``OLDER`` maps those that were merged. PLOVER codes a
cooperative act that is only promised as AGREE, a hostile one as THREATEN, one that is called for as REQUEST, and one
that is refused as REJECT; here such an act keeps its own type and is ``planned`` or ``hypothetical``. `plover` turns
one into the other. A row has ``text`` and ``event``. Metric: ``type``, the share of rows whose type is right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from whosays.evaluate.coded import coded
from whosays.evaluate.report import Report
from whosays.frame.trigger import Trigger
from whosays.model import EventType, Status

if TYPE_CHECKING:
    from whosays.pipeline import Kit

OLDER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "CRIME": "ASSAULT"}
_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"})
_MUST = frozenset({"must", "should"})


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """The share of right types; see the module."""
    right = 0
    errors: list[str] = []
    for row in rows:
        text, want = str(row["text"]), str(row["event"])
        found, when, _, _ = coded(text, kit)
        got = plover(found, when)
        if got == OLDER.get(want, want):
            right += 1
        else:
            errors.append(f"{got} for {want} ({' '.join(t.text for t in found.words) if found else '-'}): {text}")
    return Report("types", len(rows), (("type", right / max(1, len(rows))),), tuple(errors))


def plover(found: Trigger | None, when: Status | None) -> str | None:
    """PLOVER's type of an act that may be only promised, threatened or called for."""
    if found is None or found.action is None or found.action.type is None:
        return None
    own = found.action.type.value
    sentence, head = found.sentence, found.carrier or found.head
    if any(c.lemma in _MUST for c in sentence.children(head, "aux")):
        return EventType.REQUEST.value
    if own in _COOPERATIVE and sentence.children(head, "neg"):
        return EventType.REJECT.value
    if when is Status.PLANNED and own in _COOPERATIVE:
        return EventType.AGREE.value
    if when in (Status.PLANNED, Status.HYPOTHETICAL) and own in _HOSTILE:
        return EventType.THREATEN.value
    return own
