"""What is counted, and what is not to be added up: the words that a figure and a range go by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from whosays.export.findings import number
from whosays.findings import Counted, Figure
from whosays.model import QuantityKind
from whosays.reconcile.added import added
from whosays.web.columns import party
from whosays.web.told import day

Key = tuple[tuple[QuantityKind, ...], str | None, str | None]
"""What one drawing counts: what became of it, of which side, and the unit of what is no person."""

_PEOPLE = frozenset(QuantityKind) - {QuantityKind.MATERIEL, QuantityKind.OTHER}
_RANK = {kind: n for n, kind in enumerate(QuantityKind)}


def key(counted: Counted) -> Key:
    """People are counted alike whatever they are called; a share of them goes with them."""
    kinds = tuple(sorted(counted.kinds, key=_RANK.__getitem__))
    return kinds, counted.side, None if set(kinds) <= _PEOPLE else counted.unit


def name(of: Key) -> str:
    """ "Killed or injured · North Korea, armed forces"."""
    kinds, side, unit = of
    words = [str(k) for k in kinds]
    what = " or ".join(filter(None, (", ".join(words[:-1]), words[-1]))).capitalize()
    return " · ".join(filter(None, (what, unit, party(side) if side else None)))


def where_and_when(counted: Counted, period: tuple[date, date] | None) -> str:
    """What narrows a figure: its place, the days that it is for. "" where it is a total."""
    when = "" if period is None else during(period)
    return ", ".join(filter(None, (f"in {counted.place}" if counted.place else "", when)))


def during(period: tuple[date, date]) -> str:
    first, last = period
    return f"on {day(first)}" if first == last else f"from {day(first)} to {day(last)}"


def span(low: float | None, high: float | None, unit: str | None = None) -> str:
    """ "3,000 – 15,000", "100 or more", "up to 20"; in percent with its sign."""
    a, b = number(low), number(high)
    sign = " %" if unit == "percent" else ""
    if a is not None and b is not None:
        return f"{a:,}{sign}" if a == b else f"{a:,} – {b:,}{sign}"
    if a is not None:
        return f"{a:,}{sign} or more"
    return f"up to {b:,}{sign}" if b is not None else "no figure"


def apart(figures: Sequence[Figure]) -> Iterator[str]:
    """Why some of the figures can't be added to the others, one line each."""
    for f in figures:
        if f.period:
            yield f"“{f.text}” is for what happened {during(f.period)}; the others are totals"
        elif added(f.text):
            yield f"“{f.text}” is added to what was counted before; it is no total"
        elif f.part_of:
            yield f"“{f.text}” is part of another figure"
    yield from _overlaps(figures)


def _overlaps(figures: Sequence[Figure]) -> Iterator[str]:
    """Counts of one side that hold each other: the dead are among the dead and injured."""
    kinds = list(dict.fromkeys((f.counted.side, key(f.counted)[0]) for f in figures if f.counted.side))
    for side, some in kinds:
        for other, more in kinds:
            if side == other and set(some) < set(more):
                yield f"“{', '.join(some)}” and “{', '.join(more)}” are different counts: the second holds the first"
