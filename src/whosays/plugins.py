"""What is installed beside the engine: readers, found by entry point. The built-in ones are declared the same way.

A package adds a format by an entry point in the group ``whosays.readers`` that names a `Reader` class; a script adds one for
as long as it runs by `register_reader`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from whosays.read.input import Reader

READERS = "whosays.readers"

_registered: list[Reader] = []


@dataclass(frozen=True, slots=True)
class Plugins:
    """The readers in the order in which they are asked, and one line on each that could not be loaded."""

    readers: tuple[Reader, ...]
    problems: tuple[str, ...] = ()


def register_reader(reader: Reader) -> None:
    """Adds a reader to those that are asked in this process; one of the same name takes the place of the other."""
    _registered[:] = [r for r in _registered if r.name != reader.name] + [reader]


def plugins(found: Iterable[EntryPoint] | None = None) -> Plugins:
    """Loads what `found` names (what is installed, unless told). A plug-in that fails to load is left out and named."""
    readers: list[Reader] = []
    problems: list[str] = []
    for point in entry_points(group=READERS) if found is None else found:
        try:
            readers.append(point.load()())
        except Exception as error:  # the boundary: code of others, which may raise anything
            problems.append(f"plug-in {point.name} ({point.value}) cannot be loaded: {type(error).__name__}: {error}")
    names = {r.name for r in _registered}
    readers = [*(r for r in readers if r.name not in names), *_registered]
    return Plugins(tuple(sorted(readers, key=lambda r: (r.rank, r.name))), tuple(sorted(problems)))
