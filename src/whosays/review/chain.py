"""Decisions -> what is wrong with their chain, if anything."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.findings import Decision
from whosays.review.decide import link, seal


def chain(decisions: Sequence[Decision]) -> str | None:
    """The first entry that is not what was entered, in one line; None where all are.

    Tells of an entry that was changed, taken out or slipped in. That the last ones were cut off shows only to who noted
    the last hash elsewhere.
    """
    before: str | None = None
    for number, entry in enumerate(decisions, 1):
        why = _fault(entry, before)
        if why:
            return f"decision {number} of {len(decisions)} ({entry.made:%Y-%m-%d}, {entry.who}): {why}"
        before = entry.hash
    return None


def _fault(d: Decision, before: str | None) -> str | None:
    if d.previous != before:
        return "does not follow the one before it"
    if d.salt is not None and seal(d.salt, d.value, d.why) != d.seal:
        return "its words were changed"
    if d.salt is None and (d.value, d.why) != (None, None):
        return "its words were added after they had been erased"
    if link(d.previous, d.made, d.who, d.verdict, d.subject, d.other, d.field, d.seal) != d.hash:
        return "it was changed"
    return None
