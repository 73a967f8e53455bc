"""Documents -> the same on their shelves: of each article the latest version counts, the others are superseded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from whosays.findings import Held, Shelf

_UNDATED = date.max


def shelve(documents: Iterable[Held], as_of: date | None = None) -> tuple[Held, ...]:
    """The documents known on the day, by published day (undated last), key and version, each with its shelf.

    Of an article's versions the one published last is current; of those of one day, and of undated ones, the one
    entered last. A dated version comes after an undated one: of that nobody knows when it was said. Under an `as_of`,
    what was published later, or nobody knows when, is not there.
    """
    known = [d for d in documents if as_of is None or (d.published is not None and d.published <= as_of)]
    latest: dict[str, Held] = {}
    for document in known:
        other = latest.get(document.article)
        if other is None or _age(document) > _age(other):
            latest[document.article] = document
    ordered = sorted(known, key=lambda d: (d.published or _UNDATED, d.key, d.version, d.id))
    return tuple(_on(d, Shelf.CURRENT if latest[d.article] is d else Shelf.SUPERSEDED) for d in ordered)


def _age(document: Held) -> tuple[date, int]:
    return document.published or date.min, document.version


def _on(document: Held, shelf: Shelf) -> Held:
    return document if document.shelf is shelf else replace(document, shelf=shelf)
