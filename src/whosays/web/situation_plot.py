"""The situation -> where bars, marks and reports stand in the drawings of its rows, all on one scale of days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from whosays.web.scales import Days, Tick, days
from whosays.web.situation import Bar, Saying, Situation, SituationRow

WIDTH = 780
TALL = 46
"""Height of the highest bar of reports."""
LEFT, RIGHT = 4, 772
APART = 12
"""How far the marks of a lane keep from each other."""
LANES = (39, 51, 27)
"""Where marks stand in their row, one under another where days are crowded: the usual height first."""
FADE = 26


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar from ``x``; ``solid`` of its ``width`` lies between the parts that fade out, each ``left`` and ``right`` wide."""

    bar: Bar
    x: float
    width: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Marked:
    saying: Saying
    x: float
    y: int


@dataclass(frozen=True, slots=True)
class RowPlot:
    bars: tuple[Drawn, ...]
    marks: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The reports of a week: originals at the foot, copies upon them."""

    x: float
    width: float
    originals: float
    copies: float
    words: str


@dataclass(frozen=True, slots=True)
class SituationPlot:
    """``today`` is where the day asked for stands, None where none was."""

    ticks: tuple[Tick, ...]
    today: float | None
    rows: tuple[RowPlot, ...]
    columns: tuple[Column, ...]


def situation_plot(view: Situation) -> SituationPlot | None:
    """The drawings of all rows and of the reports; None where nobody knows when anything was said."""
    if view.first is None or view.last is None:
        return None
    scale = days((view.first, view.last), LEFT, RIGHT)
    return SituationPlot(
        ticks=scale.ticks(),
        today=scale.at(view.as_of) if view.as_of else None,
        rows=tuple(RowPlot(tuple(_bars(row, scale)), tuple(_marks(row, scale))) for row in view.rows),
        columns=tuple(_columns(view, scale)),
    )


def _bars(row: SituationRow, scale: Days) -> Iterator[Drawn]:
    for bar in row.bars:
        start, end = bar.start or scale.first, bar.end or scale.last
        if end < scale.first or start > scale.last:
            continue
        x = scale.at(start)
        width = max(4.0, round(scale.at(min(end + timedelta(days=1), date.max)) - x, 1))
        fade = min(FADE, width / 2)
        yield Drawn(bar, x, width, fade if bar.fades_left else 0, fade if bar.fades_right else 0)


def _marks(row: SituationRow, scale: Days) -> Iterator[Marked]:
    """Each on its day, in the first lane that is free there; where none is, it moves right in the one that soonest is."""
    free = dict.fromkeys(LANES, float(LEFT))
    for saying in row.sayings:
        x = scale.at(saying.said)
        lane = next((y for y in LANES if free[y] <= x), min(LANES, key=free.__getitem__))
        x = min(max(x, free[lane]), float(WIDTH - 6))
        free[lane] = x + APART
        yield Marked(saying, round(x, 1), lane)


def _columns(view: Situation, scale: Days) -> Iterator[Column]:
    most = max((r.originals + r.copies for r in view.reports), default=1)
    for r in view.reports:
        x, end = scale.at(r.since), scale.at(r.since + timedelta(days=7 * view.weeks))
        unit = TALL / most
        words = f"from {r.since}: {r.originals} of their own, {r.copies} copies"
        yield Column(
            x, max(2.0, round(end - x - 1.5, 1)), round(r.originals * unit, 1), round(r.copies * unit, 1), words
        )
