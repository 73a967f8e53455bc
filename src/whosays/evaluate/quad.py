"""Measures the quad class of a sentence: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, 0 none.

The class follows from the act's entry (CAMEO's own classes, since its verbal and material acts cut across PLOVER's types),
else from its type. A row has ``text`` and ``quad``. Metrics: ``macro_f1``, ``accuracy`` and the F1 of each class.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from whosays.evaluate.coded import coded
from whosays.evaluate.report import Report
from whosays.evaluate.types import plover
from whosays.frame.trigger import Trigger
from whosays.model import EventType, Status

if TYPE_CHECKING:
    from whosays.pipeline import Kit

CLASSES = (0, 1, 2, 3, 4)
QUADS = {
    EventType.AGREE: 1, EventType.CONSULT: 1, EventType.SUPPORT: 1, EventType.CONCEDE: 2, EventType.COOPERATE: 2, EventType.AID: 2,
    EventType.RETREAT: 2, EventType.REQUEST: 3, EventType.ACCUSE: 3, EventType.REJECT: 3, EventType.THREATEN: 3,
    EventType.PROTEST: 4, EventType.SANCTION: 3, EventType.MOBILIZE: 4, EventType.COERCE: 4, EventType.ASSAULT: 4,
}  # fmt: skip


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """Macro-F1 over the five classes; see the module."""
    right, said, gold = Counter[int](), Counter[int](), Counter[int]()
    errors: list[str] = []
    for row in rows:
        text, want = str(row["text"]), int(str(row["quad"]))
        found, when, _, _ = coded(text, kit)
        got = quad(found, when)
        said[got] += 1
        gold[want] += 1
        right[got] += got == want
        if got != want:
            errors.append(f"{got} for {want} ({_named(found)}): {text}")
    f1 = {c: 2 * right[c] / (said[c] + gold[c]) if said[c] + gold[c] else 0.0 for c in CLASSES}
    metrics = (("macro_f1", sum(f1.values()) / len(CLASSES)), ("accuracy", sum(right.values()) / max(1, len(rows))))
    return Report("quad", len(rows), (*metrics, *((f"f1_{c}", f1[c]) for c in CLASSES)), tuple(errors))


def quad(found: Trigger | None, when: Status | None) -> int:
    """The class of an act.

    An act of cooperation that is only planned is a verbal one, a claim of responsibility is a statement, and what is decided
    is as good as done.
    """
    if found is None or found.action is None or found.action.type is None:
        return 0
    if {"claim", "responsibility"} <= {t.lemma for t in found.words}:
        return 0
    own = found.action.quad if found.action.quad is not None else QUADS[found.action.type]
    if plover(found, when) == EventType.REJECT.value:
        return QUADS[EventType.REJECT]
    decided = any(t.lemma == "decide" for t in found.sentence.ancestors(found.head))
    if not decided and when in (Status.PLANNED, Status.HYPOTHETICAL):
        return {2: 1, 4: 3}.get(own, own)
    return own


def _named(found: Trigger | None) -> str:
    return (
        f"{found.action.id}: {' '.join(t.text for t in found.words)}"
        if found is not None and found.action is not None
        else "-"
    )
