"""Days and numbers -> where they stand on a drawing, and the lines that a reader measures them by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, log10

MOST = 9
"""Lines across a drawing, about."""
_WEEKS = 75
"""Days up to which weeks are marked, and not months."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a scale: where it stands, its label, and what stands under the label (the year, where it begins)."""

    at: float
    label: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """The days from ``first`` to ``last``, drawn from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where the day stands; days outside stand at the edges."""
        span = max(1, (self.last - self.first).days)
        share = (day - self.first).days / span
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """The months, or the weeks of a short time; the year under the first and under each January."""
        days = _weeks(self.first, self.last) if (self.last - self.first).days <= _WEEKS else _months(self)
        found, year = [], None
        weekly = (self.last - self.first).days <= _WEEKS
        for day in days:
            label = f"{day.day} {day:%b}" if weekly else f"{day:%b}"
            found.append(Tick(self.at(day), label, str(day.year) if day.year != year else ""))
            year = day.year
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers from 0 to ``top``, drawn from ``low`` up to ``high`` (which is the smaller: down is positive)."""

    top: float
    low: float
    high: float

    def at(self, value: float) -> float:
        return round(self.low - min(1.0, max(0.0, value / self.top)) * (self.low - self.high), 1)

    def ticks(self) -> tuple[Tick, ...]:
        step = _step(self.top / 3)
        return tuple(Tick(self.at(n * step), f"{n * step:,.10g}") for n in range(floor(self.top / step) + 1))


def days(said: Sequence[date], left: float, right: float) -> Days:
    """A scale that holds all of the days, with some room at both ends. `said` are one or more."""
    first, last = min(said), max(said)
    room = timedelta(days=max(3, round((last - first).days * 0.04)))
    return Days(first - room if first - date.min > room else first, last + room, left, right)


def numbers(values: Sequence[float], low: float, high: float) -> Numbers:
    """A scale from 0 to a round number over all values."""
    most = max(values, default=0.0) or 1.0
    step = _step(most * 1.02 / 3)
    return Numbers(step * -(-most * 1.02 // step), low, high)


def _step(about: float) -> float:
    """1, 2 or 5 times a power of ten, not under `about`; whole."""
    power = 10.0 ** floor(log10(max(about, 1.0)))
    return max(1.0, next(power * n for n in (1, 2, 5, 10) if power * n >= about * 0.999))


def _weeks(first: date, last: date) -> list[date]:
    step = 7 if (last - first).days <= 7 * MOST else 14
    monday = first + timedelta(days=-first.weekday() % 7)
    return [monday + timedelta(days=n) for n in range(0, (last - monday).days + 1, step)]


def _months(scale: Days) -> list[date]:
    whole = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    step = next((n for n in (1, 2, 3, 6, 12, 24, 60, 120, 240) if whole / n <= MOST), 600)
    start = scale.first.year * 12 + scale.first.month - 1
    found = (date(m // 12, m % 12 + 1, 1) for m in range(-(-start // step) * step, start + whole + 1, step))
    return [day for day in found if scale.first <= day <= scale.last]
