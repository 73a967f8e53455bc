"""Lengths of time: stretches up to or from a day, mere durations, and what recurs."""

from __future__ import annotations

from datetime import date

from whosays.frame.calendar import moved, plus
from whosays.frame.time_anchor import PRECISION, Anchor, Resolved, Resolver, length, resolved
from whosays.frame.time_grammar import Meaning


def lengths() -> dict[str, Resolver]:
    """How each kind of length is resolved."""
    return {"stretch": stretch, "duration": _duration, "set": _set}


def stretch(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The past two weeks": up to publication; "the next two years": from it. A vague number leaves the far side open."""
    unit = meaning.code("unit") or ""
    count = meaning.number("count") if meaning.has("count") else (1 if meaning.has("past") else None)
    value = length(meaning.get("count") if meaning.has("count") else (1 if count else "X"), unit)
    gone = meaning.has("gone", "past")
    named = meaning.number("gone") == -2
    edge = (anchor.previous[0 if gone else 1] if anchor.previous else None) if named else anchor.published
    if not gone and anchor.past:
        edge = None
    if not edge or unit in ("S", "MIN"):
        return resolved(None, PRECISION.get(unit), value, "DURATION")
    far = _far(edge, -(count or 0) if gone else meaning.number("count_to") or count or 0, unit) if count else None
    start, end = (far, edge) if gone else (edge, far)
    return Resolved(start, end, PRECISION.get(unit), value, "DURATION")


def _far(edge: date, count: int, unit: str) -> date | None:
    """The other end of a stretch; hours count as the days they touch."""
    return plus(edge, count // 24 if count < 0 else -(-count // 24)) if unit == "H" else moved(edge, count, unit)


def _duration(meaning: Meaning, anchor: Anchor) -> Resolved:
    """A length of time, at no date."""
    unit, count = meaning.code("unit") or "", meaning.get("count") or 1
    if meaning.has("half") and isinstance(count, int):
        count += 0.5
    return resolved(None, PRECISION.get(unit), length(count, unit), "DURATION")


def _set(meaning: Meaning, anchor: Anchor) -> Resolved:
    """Something that recurs: at no one date."""
    if meaning.has("weekday"):
        part = meaning.code("daypart")
        return resolved(
            None, None, f"XXXX-WXX-{(meaning.number('weekday') or 0) + 1}" + (f"T{part}" if part else ""), "SET"
        )
    if meaning.has("month"):
        return resolved(None, None, f"XXXX-{meaning.number('month'):02}", "SET")
    if meaning.has("season"):
        return resolved(None, None, f"XXXX-{meaning.code('season')}", "SET")
    named = meaning.code("sole_set")
    return resolved(None, None, named or length(meaning.get("count") or 1, meaning.code("unit") or "D"), "SET")
