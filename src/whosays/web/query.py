"""The state of a view, as it stands in its address: the day, the filters, what is chosen, the page.

Whoever is sent the address sees the same. What is as usual is left out of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlencode

from whosays.findings import State
from whosays.model import EventType, Stance

LONGEST = 300
"""Characters of one value in an address."""
PAGES = 1_000_000


class QueryError(ValueError):
    """A value in the address is none of those it can have; the message says which."""


@dataclass(frozen=True, slots=True)
class Query:
    """`source` is a column's key, `place` a country's code or a place's name, `words` what is searched for.

    `proposition`, `claim` and `document` name what is chosen or listed; `at` a place on the map, `item` a question of the review.
    """

    as_of: date | None = None
    source: str | None = None
    event: EventType | None = None
    place: str | None = None
    state: State | None = None
    stance: Stance | None = None
    words: str | None = None
    proposition: str | None = None
    column: str | None = None
    claim: str | None = None
    document: str | None = None
    at: str | None = None
    item: str | None = None
    like: str | None = None
    sort: str | None = None
    all_sources: bool = False
    page: int = 1

    @property
    def filtered(self) -> bool:
        return any((self.source, self.event, self.place, self.state))


_NAMES = {"words": "q", "all_sources": "sources"}
_KEPT = ("as_of", "source", "event", "place", "state")
_ENUMS: dict[str, type[StrEnum]] = {"event": EventType, "state": State, "stance": Stance}
_SORTS = ("state", "reports", "first")


def parse(given: Mapping[str, str]) -> Query:
    """The query of an address. UnknownError names are passed over. Raises `QueryError`."""
    found: dict[str, Any] = {}
    for field in fields(Query):
        name = _NAMES.get(field.name, field.name)
        value = given.get(name, "").strip()
        if value:
            found[field.name] = _value(field.name, name, value)
    return Query(**found)


def _value(field: str, name: str, value: str) -> Any:
    if len(value) > LONGEST or "\x00" in value:
        raise QueryError(f"{name} is too long, or no text")
    try:
        if field == "as_of":
            return date.fromisoformat(value)
        if field in _ENUMS:
            return _ENUMS[field](value)
        if field == "page":
            page = int(value) if value.isascii() else 0
            return page if 0 < page <= PAGES else int("none")
    except ValueError:
        raise QueryError(f"{name} can't be {value!r}") from None
    if field == "all_sources":
        return value == "all"
    if field == "sort" and value not in _SORTS:
        raise QueryError(f"sort can't be {value!r}; it is one of {', '.join(_SORTS)}")
    return value


def address(path: str, query: Query, **changes: Any) -> str:
    """The path with the query, some of it changed. What is None, False or as usual is left out."""
    changed = replace(query, **changes)
    pairs = []
    for field in fields(Query):
        value = getattr(changed, field.name)
        if value != field.default:
            pairs.append((_NAMES.get(field.name, field.name), "all" if value is True else str(value)))
    return f"{path}?{urlencode(pairs, quote_via=quote)}" if pairs else path


def kept(query: Query) -> Query:
    """What goes along from screen to screen: the day and the filters."""
    return Query(**{name: getattr(query, name) for name in _KEPT})
