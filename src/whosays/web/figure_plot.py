"""A chart of figures -> where each mark, band and label of its drawing stands. Nothing here knows what a figure means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from whosays.web.figures import Band, Chart, Figures, Given
from whosays.web.scales import Days, Numbers, Tick, days, numbers

WIDTH, HEIGHT, FLOOR, CEILING = 1000, 214, 172, 14
LEFT, RIGHT = 74, 984
LONGEST = 34
"""Characters of a label."""
_NUMBER = re.compile(r"[^\d]{0,20}\d[\d,.]*\d?(?: ?%)?(?: (?:hundred|thousand|million|more|killed|wounded|dead))*")
_CHARACTER, _LINE = 6.3, 15
"""Width of a character and height of a line, about, in the units of the drawing."""
OPEN = 22
"""Height of the part of a band that fades out where the range is open."""


@dataclass(frozen=True, slots=True)
class Box:
    """A band: ``fades`` says to which side it is open ("up", "down"), if any."""

    x: float
    y: float
    width: float
    height: float
    fades: str
    title: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark at ``x``, ``y``, its bar from ``top`` to ``bottom`` where it is a range, and its label, unless others are in its way."""

    given: Given
    x: float
    y: float
    top: float
    bottom: float
    fades: str
    label: str
    label_x: float
    label_y: float
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Plot:
    ticks: tuple[Tick, ...]
    rules: tuple[Tick, ...]
    bands: tuple[Box, ...]
    dots: tuple[Dot, ...]


def plot(view: Figures, chart: Chart) -> Plot | None:
    """The drawing of one chart; None where all its figures were given on one day, or nobody knows when."""
    drawn = [g for g in chart.given if g.said is not None and _values(g)]
    if view.first is None or view.last is None or len({g.said for g in drawn}) < 2:
        return None
    across = days((view.first, view.last), LEFT, RIGHT)
    up = numbers([v for g in drawn for v in _values(g)], FLOOR, CEILING)
    return Plot(
        across.ticks(), up.ticks(), tuple(_boxes(chart.bands, view.last, across, up)), tuple(_dots(drawn, across, up))
    )


def _values(given: Given) -> tuple[float, ...]:
    """What of a figure can be drawn: of a share only what it comes to."""
    if given.unit == "percent":
        return given.derived or ()
    return tuple(v for v in (given.low, given.best, given.high) if v is not None)


def _boxes(bands: Sequence[Band], last: date, across: Days, up: Numbers) -> Iterator[Box]:
    """What stands on the last day stands on."""
    for band in bands:
        if band.low is None and band.high is None:
            continue
        fades = "up" if band.high is None else "down" if band.low is None else ""
        near = up.at(band.low if band.low is not None else band.high or 0)
        top = max(CEILING, near - OPEN) if fades == "up" else up.at(band.high or 0)
        bottom = min(FLOOR, near + OPEN) if fades == "down" else near
        x = across.at(band.since)
        until = across.right if band.until == last else across.at(band.until)
        height = round(max(2.0, bottom - top), 1)
        yield Box(x, round(top, 1), round(max(2.0, until - x), 1), height, fades, _of_band(band))


def _of_band(band: Band) -> str:
    low, high = (f"{v:,.10g}" if v is not None else None for v in (band.low, band.high))
    said = f"{low} to {high}" if low and high else f"{low} or more" if low else f"up to {high}"
    said = str(low) if low == high else said
    return " ".join(filter(None, (said, band.narrowed, f"stood from {band.since} to {band.until}")))


def _dots(drawn: Sequence[Given], across: Days, up: Numbers) -> Iterator[Dot]:
    spots = [(g, across.at(g.said), up.at(_middle(g))) for g in drawn if g.said]
    taken = [(x - 7, y - 7, x + 7, y + 7) for _, x, y in spots]
    for g, x, y in spots:
        values = _values(g)
        fades = "up" if g.best is None and g.high is None and g.low is not None else ""
        fades = "down" if g.best is None and g.low is None and g.high is not None else fades
        label = _label(g)
        at = _free(label, x, y, taken)
        label_x, label_y, anchor = at or (x, y, "start")
        title = f"{g.source}, {g.day}: {g.text}{f' ({g.against})' if g.against else ''}"
        yield Dot(
            g, x, y, up.at(max(values)), up.at(min(values)), fades, label if at else "", label_x, label_y, anchor, title
        )


def _middle(g: Given) -> float:
    if g.best is not None and g.unit != "percent":
        return g.best
    values = _values(g)
    return (min(values) + max(values)) / 2


def _label(g: Given) -> str:
    """The words up to the number, where and when, and why it counts for nothing."""
    number = _NUMBER.match(g.text)
    said = number[0] if number else g.text if len(g.text) <= LONGEST else f"{g.text[: LONGEST - 1].rstrip()}…"
    more = ", ".join(filter(None, ("derived" if g.unit == "percent" else "", g.against)))
    return " ".join(filter(None, (said, g.narrowed, f"({more})" if more else "")))


def _free(
    label: str, x: float, y: float, taken: list[tuple[float, float, float, float]]
) -> tuple[float, float, str] | None:
    """Where the label stands clear of marks and other labels: right of its mark, left, above or below; None where nowhere."""
    width = len(label) * _CHARACTER
    for dx, dy, anchor in (
        (11, 4, "start"),
        (-11, 4, "end"),
        (9, -9, "start"),
        (9, 17, "start"),
        (-9, -9, "end"),
        (-9, 17, "end"),
    ):
        left = x + dx - (width if anchor == "end" else 0)
        box = (left, y + dy - _LINE + 4, left + width, y + dy + 3)
        inside = box[0] >= LEFT and box[2] <= WIDTH and box[1] >= 0 and box[3] <= FLOOR + 2
        if inside and not any(_meet(box, other) for other in taken):
            taken.append(box)
            return round(x + dx, 1), round(y + dy, 1), anchor
    return None


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
