"""Places in view -> the drawing of the map: land, borders, names to find one's way by, and a mark for each place.

Plate carrée with the true ratio at the middle of the view. Land has one colour, whoever holds it; what is disputed is dashed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians

from whosays.web.atlas import Box, Country, Point, Town, atlas, borders_of, box, clipped, cut, outline, towns
from whosays.web.places import Place, Places
from whosays.web.spots import Sort, point, vague

WIDTH, HEIGHT = 1000, 740
TOWNS = 14
"""Towns named, at most."""
RING = 15
"""Radius of what is near a point, or about it, in the units of the drawing."""
ASIDE: tuple[Box, ...] = ((0, 440, 290, HEIGHT), (730, 0, WIDTH, 190))
"""What the key and the list of whole countries lie over, on a wide screen: names keep clear of it."""
_ASTRAY = ((0, 0), (0, 34), (0, -34), (0, 70), (0, -70), (90, 0), (-90, 0), (90, 90),
                                        (90, -90), (-90, 90), (-90, -90), (0, 140), (0, -140), (180, 60))  # fmt: skip
"""How far from the middle of its country a name may stand, the nearest first."""
_CHARACTER = 6.4


@dataclass(frozen=True, slots=True)
class Name:
    """A word on the map, centred or right of its point."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Spotted:
    """A place as it is drawn: a circle at ``x``, ``y`` of radius ``r``, an ellipse with ``ry`` as well, or the lines of ``path``."""

    place: Place
    x: float
    y: float
    r: float
    ry: float
    path: str
    label_x: float
    label_y: float
    anchor: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class Map:
    land: str
    coasts: str
    borders: str
    disputed: str
    countries: tuple[Name, ...]
    towns: tuple[Name, ...]
    spots: tuple[Spotted, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Degrees to the units of the drawing, for a view that fills it."""

    west: float
    north: float
    across: float
    down: float

    def at(self, p: Point) -> Point:
        return round((p[0] - self.west) * self.across, 1), round((self.north - p[1]) * self.down, 1)

    def view(self) -> Box:
        return self.west, self.north - HEIGHT / self.down, self.west + WIDTH / self.across, self.north

    def path(self, lines: Sequence[Sequence[Point]], closed: bool = False) -> str:
        return "".join(_path([self.at(p) for p in line], closed) for line in lines)


def map_plot(view: Places) -> Map | None:
    """The map of the view; None where no place can be drawn."""
    if view.view is None:
        return None
    sheet = _sheet(view.view)
    around = sheet.view()
    lands = [(c, [r for ring in c.rings if len(r := clipped(ring, around)) > 2]) for c in atlas().countries]
    borders = [(b.disputed, cut(b.line, around)) for b in atlas().borders]
    spots = tuple(_spots(view.drawn, sheet))
    taken = [*ASIDE, *(_taken(s) for s in spots if s.labelled), *((s.x - 8, s.y - 8, s.x + 8, s.y + 8) for s in spots)]
    wide = [(s.x - s.r, s.y - max(s.r, s.ry), s.x + s.r, s.y + max(s.r, s.ry)) for s in spots]
    return Map(
        land=sheet.path([r for _, rings in lands for r in rings], closed=True),
        coasts=sheet.path([line for coast in atlas().coasts for line in cut(coast, around)]),
        borders=sheet.path([line for disputed, lines in borders if not disputed for line in lines]),
        disputed=sheet.path([line for disputed, lines in borders if disputed for line in lines]),
        countries=tuple(_countries(lands, sheet, taken, wide)),
        towns=tuple(_towns(towns(), sheet, taken)),
        spots=spots,
    )


def _sheet(view: Box) -> _Sheet:
    """The view widened to the shape of the drawing."""
    west, south, east, north = view
    ratio = max(0.1, cos(radians((south + north) / 2)))
    down = min(HEIGHT / (north - south), WIDTH / ((east - west) * ratio))
    across = down * ratio
    x, y = (west + east) / 2, (south + north) / 2
    return _Sheet(x - WIDTH / across / 2, y + HEIGHT / down / 2, across, down)


def _path(points: Sequence[Point], closed: bool) -> str:
    """The points as an SVG path; of points that fall together, one."""
    kept = [
        p for n, p in enumerate(points) if n == 0 or abs(p[0] - points[n - 1][0]) + abs(p[1] - points[n - 1][1]) > 0.15
    ]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + ("Z" if closed else "") if len(kept) > 1 else ""


_LAYERS = (Sort.VAGUE, Sort.REGION, Sort.DISTRICT, Sort.FEATURE, Sort.LINE, Sort.NEAR, Sort.POINT)


def _spots(places: Sequence[Place], sheet: _Sheet) -> Iterator[Spotted]:
    """The places in view, wide ones under narrow ones; labels of the most told of, where nothing else is in their way."""
    taken: list[Box] = []
    made: dict[str, Spotted] = {}
    for place in (p for p in places if p.seen):
        drawn = _drawn(place, sheet)
        if drawn:
            at = _free(place.label, drawn, taken)
            x, y, anchor = at or (0.0, 0.0, "start")
            made[place.id] = Spotted(place, *drawn, x, y, anchor, at is not None)
    yield from sorted(made.values(), key=lambda s: (s.place.chosen, _LAYERS.index(s.place.sort)))


def _drawn(place: Place, sheet: _Sheet) -> tuple[float, float, float, float, str] | None:
    """Middle, radii and path of a place's mark."""
    spot, at = place.spot, point(place.spot)
    if place.sort is Sort.LINE:
        lines = borders_of(spot.name or "")
        x, y = sheet.at(_middle(box(lines)))
        return x, y, 0, 0, sheet.path([part for line in lines for part in cut(line, sheet.view())])
    if place.sort is Sort.VAGUE:
        about = vague(spot, place.words[0] if place.words else "")
        if about is None:
            return None
        (left, top), (right, bottom) = sheet.at((about[0], about[3])), sheet.at((about[2], about[1]))
        return (left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2, ""
    rings = outline(spot.geonameid) if place.sort is Sort.REGION else ()
    if rings:
        x, y = sheet.at(_middle(box(rings)))
        left, top = sheet.at((box(rings)[0], box(rings)[3]))
        return x, y, x - left, y - top, sheet.path(rings, closed=True)
    if at is None or place.sort is Sort.COUNTRY:
        return None
    x, y = sheet.at(at)
    return x, y, {Sort.POINT: 7, Sort.NEAR: RING}.get(place.sort, RING * 1.6), 0, ""


def _free(
    label: str, drawn: tuple[float, float, float, float, str], taken: list[Box]
) -> tuple[float, float, str] | None:
    """Where a label stands clear of the others: over a region, else right or left of its mark."""
    x, y, r, ry, path = drawn
    width = len(label) * _CHARACTER * 1.06
    over = ((x, y - ry - 9, "middle"), (x, y + 5, "middle"), (x, y + ry + 18, "middle"))
    beside = (
        (x + r + 6, y + 4, "start"),
        (x - r - 6, y + 4, "end"),
        (x, y - r - 7, "middle"),
        (x, y + r + 16, "middle"),
    )
    for at_x, at_y, anchor in over if path or ry else beside:
        left = at_x - {"start": 0, "middle": width / 2, "end": width}[anchor]
        seat = (left, at_y - 13, left + width, at_y + 4)
        if left > 2 and seat[2] < WIDTH - 2 and 12 < at_y < HEIGHT - 6 and not any(_meet(seat, t) for t in taken):
            taken.append(seat)
            return round(at_x, 1), round(at_y, 1), anchor
    return None


def _taken(s: Spotted) -> Box:
    width = len(s.place.label) * _CHARACTER * 1.06
    left = s.label_x - {"start": 0, "middle": width / 2, "end": width}[s.anchor]
    return left, s.label_y - 13, left + width, s.label_y + 4


def _countries(
    lands: Sequence[tuple[Country, list[list[Point]]]], sheet: _Sheet, taken: list[Box], wide: Sequence[Box]
) -> Iterator[Name]:
    """Names of countries, in the middle of what is seen of them, or not far from it."""
    for country, rings in lands:
        if not rings:
            continue
        ring = [sheet.at(p) for p in max(rings, key=lambda r: abs(_area(r)))]
        area = _area(ring)
        if abs(area) < WIDTH * HEIGHT * 0.012:
            continue
        x, y = _centre(ring, area)
        width = len(country.name) * _CHARACTER * 1.7
        for dx, dy in _ASTRAY:
            seat = (x + dx - width / 2, y + dy - 12, x + dx + width / 2, y + dy + 4)
            free = not any(_meet(seat, t) for t in (*taken, *wide))
            if free and seat[0] > 4 and seat[2] < WIDTH - 4 and 16 < seat[3] < HEIGHT - 8:
                taken.append(seat)
                yield Name(country.name, round(x + dx, 1), round(y + dy, 1))
                break


def _towns(known: Sequence[Town], sheet: _Sheet, taken: list[Box]) -> Iterator[Name]:
    """The largest towns in view whose names stand clear of all else."""
    west, south, east, north = sheet.view()
    named = 0
    for town in known:
        if named == TOWNS:
            return
        if not (west < town.at[0] < east and south < town.at[1] < north):
            continue
        x, y = sheet.at(town.at)
        seat = (x - 5, y - 12, x + 8 + len(town.name) * _CHARACTER, y + 6)
        spread = (seat[0] - 40, seat[1] - 26, seat[2] + 40, seat[3] + 26)
        crowded = any(_meet(seat, t) for t in taken) or any(_meet(spread, t) for t in taken[-named:] if named)
        if seat[2] < WIDTH - 4 and seat[1] > 4 and seat[3] < HEIGHT - 4 and not crowded:
            taken.append(seat)
            named += 1
            yield Name(town.name, x, y)


def _middle(around: Box) -> Point:
    return (around[0] + around[2]) / 2, (around[1] + around[3]) / 2


def _area(ring: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def _centre(ring: Sequence[Point], area: float) -> Point:
    x = y = 0.0
    for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * area), y / (6 * area)


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
