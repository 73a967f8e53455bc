"""What a document says of where it is: the voices of its names, for countries, for divisions and for points on the map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

SILENT = 1.0
"""The weight of what is not said: one voice alone does not decide."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one name of the document says: for a country and a division with so much weight, and for points with a weight each."""

    key: str
    country: str | None
    region: int | None
    weight: float
    points: tuple[tuple[float, float, float], ...] = ()


class Context:
    """What the document says of where it is, name by name: no name speaks for itself.

    Sums and points are kept by country, division and square of the map, so that a text may be long.
    """

    __slots__ = ("_countries", "_own", "_points", "_regions", "_weight")

    def __init__(self, voices: Sequence[Voice]) -> None:
        self._weight = sum(v.weight for v in voices)
        self._own: dict[str, list[Voice]] = {}
        self._countries: dict[str | None, float] = {}
        self._regions: dict[int | None, float] = {}
        self._points: dict[tuple[int, int], list[tuple[str, float, float, float]]] = {}
        for voice in voices:
            self._own.setdefault(voice.key, []).append(voice)
            self._countries[voice.country] = self._countries.get(voice.country, 0.0) + voice.weight
            self._regions[voice.region] = self._regions.get(voice.region, 0.0) + voice.weight
            for lat, lon, weight in voice.points:
                self._points.setdefault(_square(lat, lon), []).append((voice.key, lat, lon, weight))

    def country(self, code: str | None, but: str) -> float:
        """The share of the voices, from 0 to 1, that speak for a country."""
        own = self._own.get(but, ())
        return self._share(self._countries.get(code, 0.0), [v for v in own if v.country == code], own) if code else 0.0

    def region(self, number: int | None, but: str) -> float:
        """The same for a first-order division."""
        own = self._own.get(but, ())
        if number is None:
            return 0.0
        return self._share(self._regions.get(number, 0.0), [v for v in own if v.region == number], own)

    def _share(self, said: float, own_said: Sequence[Voice], own: Sequence[Voice]) -> float:
        weight = self._weight - sum(v.weight for v in own)
        return max(0.0, said - sum(v.weight for v in own_said)) / (weight + SILENT)

    def around(self, lat: float, lon: float, but: str) -> Iterator[tuple[str, float, float, float]]:
        """Name, point and weight of what is within some hundred kilometres, and of more."""
        y, x = _square(lat, lon)
        for square in ((y + n, x + m) for n in (-1, 0, 1) for m in (-1, 0, 1)):
            yield from (point for point in self._points.get(square, ()) if point[0] != but)


def _square(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / 5), floor(lon / 15)
