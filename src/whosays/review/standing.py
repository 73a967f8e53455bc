"""Decisions -> those that stand: not taken back, and not followed by another on the same."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.findings import Decision, Verdict

_PAIRED = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
_JUDGED = (Verdict.ACCEPT, Verdict.REJECT, Verdict.SKIP)


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """In the order they were made. An undo can itself be undone."""
    undone: set[str] = set()
    latest: dict[tuple[object, ...], Decision] = {}
    for decision in reversed(decisions):
        if decision.hash in undone:
            continue
        if decision.verdict is Verdict.UNDO:
            undone.add(decision.other or "")
        else:
            latest.setdefault(_about(decision), decision)
    stands = {d.hash for d in latest.values()}
    return tuple(d for d in decisions if d.hash in stands)


def _about(d: Decision) -> tuple[object, ...]:
    """What a later decision must share with it to take its place."""
    if d.verdict in _PAIRED:
        return ("pair", *sorted((d.subject, d.other or "")))
    return ("judged", d.subject) if d.verdict in _JUDGED else ("field", d.subject, d.field)
