"""What stands beside the figures: the ranges with their arithmetic, what was derived and not reported, what can't be added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whosays.findings import Bound, Figure
from whosays.web.book import Book
from whosays.web.counted import Key, apart, key, name, span, where_and_when
from whosays.web.evidence import Shown, Words, shown
from whosays.web.query import Query, address
from whosays.web.told import day, speaker

RANGES = 60
"""Ranges listed: totals first."""
APART = 8
"""Reasons not to add up that are listed."""


@dataclass(frozen=True, slots=True)
class Range:
    """What stands of a counted thing: the range in words, the sources' words it is made of, and the first of its claims."""

    name: str
    narrowed: str
    low: float | None
    high: float | None
    words: str
    arithmetic: str
    claim: str
    link: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A share as a number: nobody reported it. ``shown`` is the claim that gives the share."""

    arithmetic: str
    base: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class FiguresPane:
    """``chosen`` is the claim of the figure that was chosen, with its words; ``more`` ranges are not listed."""

    over: str
    chosen: Shown | None
    ranges: tuple[Range, ...]
    more: int
    derived: tuple[Derived, ...]
    apart: tuple[str, ...]


def figures_pane(
    book: Book, words: Words, query: Query, here: Sequence[Figure], ranges: Sequence[Bound]
) -> FiguresPane:
    """The pane for the figures of the page; `ranges` are those that stand of all figures in sight."""
    told = {(f.claim, key(f.counted)): f for f in reversed(here)}
    own = [b for b in ranges if (b.claims[0], key(b.counted)) in told]
    shares = {f.claim: f for f in here if f.counted.unit == "percent"}
    listed = sorted(own, key=lambda b: _narrow(b, told[b.claims[0], key(b.counted)]))[:RANGES]
    chosen = book.claims.get(query.claim or "")
    return FiguresPane(
        over=f"As known on {day(query.as_of)}" if query.as_of else "By all that is known",
        chosen=shown(book, words, query, chosen) if chosen else None,
        ranges=tuple(_range(b, told, query) for b in listed),
        more=len(own) - len(listed),
        derived=tuple(_derived(book, words, query, b) for b in listed if _of_base(b, shares)),
        apart=tuple(dict.fromkeys((*apart(here), *_one_origin(book, here))))[:APART],
    )


def _of_base(bound: Bound, shares: dict[str, Figure]) -> bool:
    return bound.claims[0] in shares and bound.counted.unit != "percent"


def _narrow(bound: Bound, first: Figure) -> int:
    """Totals, then what a share comes to, then what is of one place or some days."""
    if first.counted.unit == "percent":
        return 1
    return 0 if bound.counted.place is None and first.period is None else 2


def _range(bound: Bound, told: Mapping[tuple[str, Key], Figure], query: Query) -> Range:
    """A range goes by the first of its figures: that of its claim which counts the same."""
    of = key(bound.counted)
    first = told[bound.claims[0], of]
    share = first.counted.unit == "percent"
    return Range(
        name=name(of),
        narrowed=f"from “{first.text}”" if share else where_and_when(bound.counted, first.period),
        low=bound.low,
        high=bound.high,
        words=span(bound.low, bound.high, bound.counted.unit),
        arithmetic=bound.arithmetic,
        claim=bound.claims[0],
        link=address("/figures", query, claim=bound.claims[0]),
    )


def _derived(book: Book, words: Words, query: Query, bound: Bound) -> Derived:
    base = [book.claims[c] for c in bound.claims[1:]]
    who = dict.fromkeys(speaker(c.source, book.documents.get(c.document)) for c in base)
    origins = len(book.roots(base)) if base else 0
    return Derived(
        arithmetic=bound.arithmetic,
        base=f"Base: {origins} independent {'origin' if origins == 1 else 'origins'} ({', '.join(who)}).",
        shown=shown(book, words, query, book.claims[bound.claims[0]]),
    )


def _one_origin(book: Book, here: Sequence[Figure]) -> Iterator[str]:
    """Figures of several sources that go back to one origin: they are no two reports."""
    for counted in dict.fromkeys(key(f.counted) for f in here):
        of = [f for f in here if key(f.counted) == counted and f.happened]
        for root in book.roots([book.claims[c] for c in dict.fromkeys(f.claim for f in of)]):
            told = (f for f in of if f.document in root.documents)
            who = dict.fromkeys(speaker(f.source, book.documents.get(f.document)) for f in told)
            if len(who) > 1:
                yield f"{', '.join(who)} go back to one origin on “{name(counted)}”: {root.why}"
