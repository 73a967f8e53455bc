"""A book and a query -> Figures: how each number moved, as each source gave it, and the range that stood. Never an average."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from whosays.findings import Bound, Figure
from whosays.reconcile.added import added
from whosays.reconcile.bounds import bounds
from whosays.review.subjects import subject
from whosays.web.book import Book
from whosays.web.counted import Key, key, name, where_and_when
from whosays.web.evidence import Words, open_link
from whosays.web.figure_pane import FiguresPane, figures_pane
from whosays.web.query import Query, address
from whosays.web.reader import decided_words
from whosays.web.sifted import sifted
from whosays.web.told import day, speaker, unhappened

PER_PAGE = 12
"""Counted things on a page."""
DRAWN, LISTED = 120, 200
"""Figures in one drawing, and rows of the table: the latest."""
MARKED = 8
"""Sources with a shape of their own: those with the most figures on the page; the others share the last one."""


@dataclass(frozen=True, slots=True)
class Given:
    """One figure as one source gave it. ``reports`` tell it, on ``origins``; ``shape`` is the index of its source's shape.

    ``against`` is why it counts for nothing ("planned", "denied"); ``derived`` the range that a share comes to, where its
    base is known; ``stands`` whether the source gave no later one of the same; ``narrowed`` its place and days.
    """

    claim: str
    said: date | None
    day: str
    source: str
    shape: int
    text: str
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    hedged: bool
    against: str
    narrowed: str
    derived: tuple[float, float] | None
    stands: bool
    reports: int
    origins: int
    checked: bool
    decided: tuple[str, ...]
    chosen: bool
    link: str
    open_link: str


@dataclass(frozen=True, slots=True)
class Band:
    """The range that stood from a day up to the next: ``high`` None where it is open; ``narrowed`` as in `Given`."""

    since: date
    until: date
    low: float | None
    high: float | None
    narrowed: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One counted thing: its figures in the order they were said, the ranges that stood, and how many were left undrawn."""

    name: str
    given: tuple[Given, ...]
    bands: tuple[Band, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the page's figures, and the index of its shape."""

    shape: int
    name: str
    figures: int


@dataclass(frozen=True, slots=True)
class Figures:
    """``first`` to ``last`` are the days of all drawings; ``total`` figures count ``things``; `more` rows are not listed."""

    charts: tuple[Chart, ...]
    legend: tuple[Source, ...]
    first: date | None
    last: date | None
    total: int
    things: int
    more: int
    page: int
    pages: int
    previous: str | None
    next: str | None
    pane: FiguresPane

    @property
    def rows(self) -> tuple[tuple[str, Given], ...]:
        """What is counted and each figure of it, the latest first: the table under the drawings."""
        found = [(c.name, g) for c in self.charts for g in c.given]
        return tuple(sorted(found, key=lambda row: row[1].said or date.min, reverse=True)[:LISTED])


def figures(book: Book, words: Words, query: Query) -> Figures:
    """The page of counted things that the query asks for, those with the most figures first."""
    seen = {p.id for p in sifted(book, query)} if query.filtered else None
    known = [f for f in book.balance.figures if seen is None or f.claim in seen]
    groups = _groups(known)
    pages = max(1, -(-len(groups) // PER_PAGE))
    page = min(query.page, pages)
    here = dict(list(groups.items())[(page - 1) * PER_PAGE : page * PER_PAGE])
    ranges = book.balance.bounds if seen is None else bounds(known, book.balance.as_of)
    legend = _legend(book, here)
    last = max([f.said for group in here.values() for f in group if f.said], default=None)
    until = max(filter(None, (last, book.balance.as_of)), default=date.min)
    maker = _Maker(book, query, ranges, {s.name: s.shape for s in legend}, until)
    charts = tuple(maker.chart(k, group) for k, group in here.items())
    said = [g.said for c in charts for g in c.given if g.said]
    return Figures(
        charts=charts,
        legend=legend,
        first=min(said, default=None),
        last=until if said else None,
        total=len(known),
        things=len(groups),
        more=max(0, sum(len(c.given) for c in charts) - LISTED),
        page=page,
        pages=pages,
        previous=address("/figures", query, page=page - 1, claim=None) if page > 1 else None,
        next=address("/figures", query, page=page + 1, claim=None) if page < pages else None,
        pane=figures_pane(book, words, query, tuple(f for group in here.values() for f in group), ranges),
    )


def _groups(known: Sequence[Figure]) -> Mapping[Key, list[Figure]]:
    found: dict[Key, list[Figure]] = defaultdict(list)
    for figure in known:
        found[key(figure.counted)].append(figure)
    return dict(sorted(found.items(), key=lambda item: (-len({f.said for f in item[1]}), -len(item[1]), name(item[0]))))


def _who(book: Book, figure: Figure) -> str:
    return speaker(figure.source, book.documents.get(figure.document))


def _legend(book: Book, here: Mapping[Key, Sequence[Figure]]) -> tuple[Source, ...]:
    """The sources of the page, the most telling first; from the ninth on they share a shape."""
    told = Counter(_who(book, f) for group in here.values() for f in group)
    return tuple(Source(min(n, MARKED), who, count) for n, (who, count) in enumerate(told.most_common()))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the charts of a page."""

    book: Book
    query: Query
    ranges: Sequence[Bound]
    shapes: Mapping[str, int]
    until: date

    def chart(self, of: Key, group: Sequence[Figure]) -> Chart:
        told, sayings = _told(group), _sayings(group)
        given = [self._given(same, sayings) for same in told[-DRAWN:]]
        return Chart(name(of), tuple(given), _bands(group, self.until), max(0, len(told) - DRAWN))

    def _given(self, same: Sequence[Figure], sayings: Mapping[object, Sequence[Figure]]) -> Given:
        one, book = same[0], self.book
        claims = [book.claims[f.claim] for f in same]
        who = _who(book, one)
        return Given(
            claim=one.claim,
            said=one.said,
            day=day(one.said),
            source=who,
            shape=self.shapes[who],
            text=one.text,
            low=one.low,
            best=one.best,
            high=one.high,
            unit=one.counted.unit,
            hedged=one.approximate,
            against=unhappened(one.status, one.position),
            narrowed=where_and_when(one.counted, one.period),
            derived=self._derived(one),
            stands=one.happened and not _replaced(one, sayings[_of(one)]),
            reports=len({f.document for f in same}),
            origins=len(book.roots(claims)),
            checked=one.claim in book.balance.checked,
            decided=tuple(decided_words(d) for d in book.decided_of(subject(book.entered(one.claim)))),
            chosen=self.query.claim in {f.claim for f in same},
            link=address("/figures", self.query, claim=one.claim),
            open_link=open_link(self.query, claims[0]),
        )

    def _derived(self, share: Figure) -> tuple[float, float] | None:
        """The range of a share: the bound that begins with its claim."""
        if share.counted.unit != "percent":
            return None
        found = (b for b in self.ranges if b.claims[:1] == (share.claim,) and b.counted.unit != "percent")
        return next(((b.low, b.high) for b in found if b.low is not None and b.high is not None), None)


def _told(group: Sequence[Figure]) -> list[list[Figure]]:
    """What one source said on one day in several reports is one figure; in the order they were said."""
    found: dict[object, list[Figure]] = defaultdict(list)
    for f in group:
        of = (f.source.key, f.said, f.low, f.best, f.high, f.counted.place, f.counted.unit, f.period, f.happened)
        found[of].append(f)
    return sorted(found.values(), key=lambda same: same[0].said or date.min)


def _of(figure: Figure) -> tuple[object, ...]:
    """What a source's figures of one counted thing replace each other by."""
    return figure.source.key, figure.counted.place, figure.period


def _sayings(group: Sequence[Figure]) -> Mapping[object, Sequence[Figure]]:
    """What each source said of the same, one day after the other."""
    found: dict[object, list[Figure]] = defaultdict(list)
    for figure in group:
        found[_of(figure)].append(figure)
    return found


def _replaced(one: Figure, sayings: Sequence[Figure]) -> bool:
    """Whether its source gave another figure of the same later."""
    return one.said is not None and any(
        f.said is not None
        and f.said > one.said
        and (f.low, f.best, f.high) != (one.low, one.best, one.high)
        and f.happened
        for f in sayings
    )


def _bands(group: Sequence[Figure], until: date) -> tuple[Band, ...]:
    """The totals that stood, from each day on which one of them changed: each source with its latest figure."""
    pending = [f for f in group if f.said and f.happened and f.period is None and not added(f.text)]
    pending.sort(key=lambda f: f.said or date.min)
    days = sorted({f.said for f in pending if f.said})[-DRAWN:]
    latest: dict[object, Figure] = {}
    found: list[Band] = []
    for since, then in zip(days, [*days[1:], max(until, days[-1])] if days else [], strict=True):
        while pending and (pending[0].said or date.min) <= since:
            figure = pending.pop(0)
            latest[figure.source.key, figure.counted.place, figure.counted.unit == "percent"] = figure
        for b in bounds(tuple(latest.values()), since):
            found.append(Band(since, then, b.low, b.high, where_and_when(b.counted, None)))
    return _joined(found)


def _joined(bands: Sequence[Band]) -> tuple[Band, ...]:
    """A range that did not move is one band."""
    found: dict[object, Band] = {}
    done: list[Band] = []
    for band in bands:
        of = band.narrowed
        before = found.get(of)
        if before and (before.until, before.low, before.high) == (band.since, band.low, band.high):
            found[of] = replace(before, until=band.until)
        else:
            done.extend([before] if before else [])
            found[of] = band
    return tuple(sorted((*done, *found.values()), key=lambda b: (b.since, b.narrowed, b.low or 0)))
