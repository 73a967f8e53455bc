"""Decisions -> those that stand: not taken back, and not followed by another on the same."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.findings import Decision, Verdict

_PAIRED = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
_JUDGED = (Verdict.ACCEPT, Verdict.REJECT)


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """In the order they were made. An undo can itself be undone.

    A skip says nothing of the claim: it never takes the place of a judgement, and a judgement takes that of a skip.
    """
    undone: set[str] = set()
    latest: dict[tuple[object, ...], Decision] = {}
    for decision in reversed(decisions):
        if decision.hash in undone:
            continue
        if decision.verdict is Verdict.UNDO:
            undone.add(decision.other or "")
        elif decision.verdict is not Verdict.SKIP or ("judged", decision.subject) not in latest:
            latest.setdefault(_about(decision), decision)
    stands = {d.hash for d in latest.values()}
    return tuple(d for d in decisions if d.hash in stands)


def _about(d: Decision) -> tuple[object, ...]:
    """What a later decision must share with it to take its place."""
    if d.verdict in _PAIRED:
        return ("pair", *sorted((d.subject, d.other or "")))
    if d.verdict is Verdict.SKIP:
        return ("skipped", d.subject)
    return ("judged", d.subject) if d.verdict in _JUDGED else ("field", d.subject, d.field)
