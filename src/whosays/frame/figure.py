"""A figure as read: its number with bounds and unit, before anyone asks what happened to what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whosays.frame.numerals import Form
from whosays.model import Span


class Measure(StrEnum):
    """What sort of unit a figure has; NUMBER is none: it counts what its noun says."""

    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"
    DURATION = "duration"
    SIZE = "size"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its bounds. ``core`` is the number with its unit, ``span`` has the words of the bounds too.

    ``unit`` is the word of the measure. ``compound`` tells a modifier ("a 12-page report"); ``corrected`` a figure that the text
    withdraws ("rather than 700"). ``form``, ``plain`` and ``scale`` are the numeral's, ``number`` its words alone.
    """

    span: Span
    core: Span
    number: Span
    low: float | None
    best: float | None
    high: float | None
    approximate: bool
    form: Form
    measure: Measure = Measure.NUMBER
    unit: str | None = None
    compound: bool = False
    corrected: bool = False
    plain: bool = False
    scale: float = 1
