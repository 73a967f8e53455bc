"""Who counts as one party when positions are weighed: the organs of a state speak for it."""

from __future__ import annotations

from whosays.findings import Holder

_ORGANS = frozenset({"GOV", "MIL", "SPY"})


def party(holder: Holder) -> str:
    """The key of the party: the country for its government, armed forces and intelligence; else the source itself.

    So that when an envoy denies and the general staff later confirms, the state has changed its position, and does not
    contest itself.
    """
    land, _, sector = (holder.code or "").partition(" ")
    return f"state {land}" if sector in _ORGANS else holder.key
