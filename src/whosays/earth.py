"""Distances on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

MEAN_RADIUS = 6371.0
"""Kilometres (IUGG, mean radius R1, rounded): the error against the ellipsoid is under 0.6 %."""


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance between two points given in degrees north and east, by the haversine."""
    a, b, c, d = radians(lat), radians(lon), radians(other_lat), radians(other_lon)
    h = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * MEAN_RADIUS * asin(min(1.0, sqrt(h)))
