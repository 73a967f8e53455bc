"""A book and a query -> the frame around every screen: the day, the filters, the counts, where else to go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from whosays.findings import State
from whosays.web.book import Book
from whosays.web.query import Query, address, kept
from whosays.web.told import count, day, state_word

SCREENS = (
    ("/situation", "Situation"),
    ("/matrix", "Who says what"),
    ("/documents", "Documents"),
    ("/places", "Places"),
    ("/figures", "Figures"),
    ("/review", "Review"),
)
"""The screens, in the order of the frame."""
OFFERED = 60
"""Sources that the filter offers: the most heard, and the one that is chosen."""
_START: dict[str, Any] = {"page": 1, "proposition": None, "column": None}


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    link: str
    current: bool
    badge: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a filter, or the day, can have."""

    label: str
    link: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """`without` leads to the same view without it."""

    name: str
    label: str
    value: str
    choices: tuple[Choice, ...]
    without: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """`known_on` is the day in words; `counts` what is in sight; `checked` how much of it a person looked at; `masked`
    who bears no name in these pages."""

    case: str
    title: str
    path: str
    here: str
    tabs: tuple[Tab, ...]
    as_of: str
    known_on: str
    days: tuple[Choice, ...]
    today_link: str
    filters: tuple[Filter, ...]
    counts: str
    undated: int
    checked: str
    words: str
    exports: tuple[tuple[str, str], ...]
    stale: bool
    hidden: tuple[tuple[str, str], ...]
    masked: str = ""


def frame(
    book: Book,
    query: Query,
    path: str,
    title: str,
    waiting: int | None,
    *,
    screen: str | None = None,
    stale: bool = False,
) -> Frame:
    """`waiting` is how many questions the review holds; `screen` the tab that the path belongs to."""
    balance = book.balance
    at = screen or path
    return Frame(
        case=book.name,
        title=title,
        path=path,
        here=address(path, query),
        tabs=tuple(
            Tab(label, address(link, kept(query)), link == at, waiting if link == "/review" else None)
            for link, label in SCREENS
        ),
        as_of=query.as_of.isoformat() if query.as_of else "",
        known_on=day(query.as_of) if query.as_of else "all that is known",
        days=tuple(Choice(day(d), address(path, query, as_of=d), d == query.as_of) for d in reversed(book.days[-60:])),
        today_link=address(path, query, as_of=None),
        filters=_filters(book, query, path),
        counts=f"{count(len(book.current), 'document')}, {count(len(balance.postings), 'claim')}",
        undated=len(balance.undated),
        checked=f"Machine-read. {len(balance.checked):,} of {len(balance.postings):,} claims checked",
        words=query.words or "",
        exports=tuple(
            (word, address(f"{path}{ending}", query)) for word, ending in (("JSON", ".json"), ("CSV", ".csv"))
        ),
        stale=stale,
        hidden=_hidden(query, ("source", "event", "place", "state", "as_of")),
    )


def _hidden(query: Query, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What a form of the frame must carry along."""
    return tuple((n, str(getattr(query, n))) for n in names if getattr(query, n))


def _filters(book: Book, query: Query, path: str) -> tuple[Filter, ...]:
    heard = {c.key for c in book.loudest[:OFFERED]} | {query.source}
    sources = [(c.key, c.name, c.claims) for c in book.columns if c.key in heard]
    types = [(str(e), e.capitalize(), n) for e, n in book.events]
    states = [(str(s), state_word(s), book.states[s]) for s in State if book.states[s]]
    given = (
        ("source", "Source", f"all {len(book.columns)}", sources),
        ("event", "Event", "all types", types),
        ("place", "Place", "anywhere", list(book.places)),
        ("state", "State", "any", states),
    )
    return tuple(_filter(book, query, path, *one) for one in given)


def _filter(
    book: Book, query: Query, path: str, name: str, label: str, usual: str, values: Sequence[tuple[str, str, int]]
) -> Filter:
    value = getattr(query, name)
    words = {v: word for v, word, _ in values}
    choices = tuple(
        Choice(f"{word} ({n:,})", address(path, query, **{name: v}, **_START), v == value) for v, word, n in values
    )
    without = address(path, query, **{name: None}, **_START) if value else None
    return Filter(name, label, words.get(value, str(value)) if value else usual, choices, without)
