"""A book and a query -> Situation: what is claimed to have happened when, and when each source said so, as known on the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whosays.export.marks import Mark
from whosays.findings import Finding, Held, Posting
from whosays.model import TimePrecision
from whosays.reconcile.timeline import Moment, timeline
from whosays.web.book import Book
from whosays.web.doubt import Doubt
from whosays.web.evidence import Words, mark_of
from whosays.web.matrix import chosen_findings, legend
from whosays.web.query import Query, address
from whosays.web.sifted import sifted
from whosays.web.situation_pane import SituationPane, situation_pane
from whosays.web.told import day, speaker, state

ROWS, MARKS, BARS = 25, 40, 6
"""Propositions on a page; sayings and times drawn of each."""
BACK = timedelta(days=120)
"""How far before the first saying the drawing goes for the sake of when things happened, at most."""
WEEKS = 160
"""Bars of reports; where the time is longer, each is of more weeks than one."""

_SHARP = frozenset({TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.PRESENT})


@dataclass(frozen=True, slots=True)
class Bar:
    """When a thing is said to have happened: a side that is open, or known to the month or worse, fades.

    ``happened`` is False for what is only denied, planned or left open.
    """

    start: date | None
    end: date | None
    fades_left: bool
    fades_right: bool
    happened: bool
    words: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim on the day it was said; ``copy`` where an earlier report of the same origin holds it."""

    claim: str
    said: date
    day: str
    mark: Mark
    speaker: str
    copy: bool
    link: str


@dataclass(frozen=True, slots=True)
class SituationRow:
    """A proposition. ``undated`` claims nobody knows when they were said; ``left`` are not drawn."""

    proposition: str
    label: str
    state: str
    state_word: str
    bars: tuple[Bar, ...]
    sayings: tuple[Saying, ...]
    undated: int
    left: int
    chosen: bool
    link: str


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports of the week, or weeks, from ``since``."""

    since: date
    originals: int
    copies: int


@dataclass(frozen=True, slots=True)
class Situation:
    """``first`` to ``last`` are the days that are drawn; ``weeks`` are the weeks of one bar of reports."""

    rows: tuple[SituationRow, ...]
    legend: tuple[Mark, ...]
    first: date | None
    last: date | None
    as_of: date | None
    reports: tuple[Reports, ...]
    weeks: int
    total: int
    page: int
    pages: int
    previous: str | None
    next: str | None
    pane: SituationPane | None


def situation(
    book: Book, words: Words, query: Query, before: Book | None = None, waiting: Sequence[Doubt] = ()
) -> Situation:
    """The page that the query asks for. `before` is the book of the day that news are counted from; `waiting` are questions
    of the review."""
    found = chosen_findings(book, query)
    pages = max(1, -(-len(found) // ROWS))
    page = min(query.page, pages)
    listed = found[(page - 1) * ROWS : page * ROWS]
    chosen = book.findings.get(query.proposition or "") or next(iter(listed), None)
    rows = tuple(_row(book, query, f, f is chosen) for f in listed)
    reports = _documents(book, query)
    first, last = _days(rows, reports, book.balance.as_of)
    weeks = _weeks(first, last)
    return Situation(
        rows=rows,
        legend=legend(s.mark for r in rows for s in r.sayings),
        first=first,
        last=last,
        as_of=book.balance.as_of,
        reports=tuple(_reports(book, reports, first, weeks)) if first else (),
        weeks=weeks,
        total=len(found),
        page=page,
        pages=pages,
        previous=address("/situation", query, page=page - 1, proposition=None, claim=None) if page > 1 else None,
        next=address("/situation", query, page=page + 1, proposition=None, claim=None) if page < pages else None,
        pane=situation_pane(book, words, query, chosen, before, waiting) if chosen else None,
    )


def _row(book: Book, query: Query, finding: Finding, chosen: bool) -> SituationRow:
    id_ = finding.proposition.id
    claims = [book.claims[c] for c in finding.proposition.claims]
    dated = sorted((c for c in claims if c.said), key=lambda c: (c.said or date.min, c.id))
    moments = timeline([finding], {c.id: c for c in claims})
    return SituationRow(
        proposition=id_,
        label=finding.proposition.label,
        state=finding.state,
        state_word=state(finding),
        bars=tuple(_bar(m) for m in moments[:BARS]),
        sayings=tuple(_sayings(book, query, id_, claims, dated[-MARKS:])),
        undated=len(claims) - len(dated),
        left=max(0, len(dated) - MARKS),
        chosen=chosen,
        link=address("/situation", query, proposition=id_, claim=None),
    )


def _bar(m: Moment) -> Bar:
    vague = m.grain not in _SHARP
    when = f"{day(m.start) if m.start else '…'} – {day(m.end) if m.end else '…'}" if m.start != m.end else day(m.start)
    about = f", known to the {m.grain}" if vague and m.grain else ""
    return Bar(
        start=m.start,
        end=m.end,
        fades_left=m.start is None or vague,
        fades_right=m.end is None or vague,
        happened=m.happened,
        words=f"{when}{about}{'' if m.happened else '; not said to have happened'}",
    )


def _sayings(
    book: Book, query: Query, proposition: str, claims: Sequence[Posting], drawn: Sequence[Posting]
) -> Iterator[Saying]:
    first = {root.documents[0] for root in book.roots(claims)}
    for claim in drawn:
        if claim.said:
            yield Saying(
                claim=claim.id,
                said=claim.said,
                day=day(claim.said),
                mark=mark_of(claim),
                speaker=speaker(claim.source, book.documents.get(claim.document)),
                copy=claim.document not in first,
                link=address("/situation", query, proposition=proposition, claim=claim.id),
            )


def _documents(book: Book, query: Query) -> Sequence[Held]:
    """The dated documents that hold a claim in sight, the earliest first."""
    held = {c.document for c in sifted(book, query)} if query.filtered else None
    return [d for d in book.current if d.published and (held is None or d.id in held)]


def _days(rows: Sequence[SituationRow], reports: Sequence[Held], as_of: date | None) -> tuple[date | None, date | None]:
    """From the first saying, or a little before it where things happened earlier, to the last, or the day asked for."""
    said = [s.said for r in rows for s in r.sayings] + [d.published for d in reports if d.published]
    if not said:
        return None, None
    edges = [d for r in rows for b in r.bars for d in (b.start, b.end) if d and min(said) - BACK <= d < min(said)]
    return min([*said, *edges]), max([*said, *([as_of] if as_of else [])])


def _weeks(first: date | None, last: date | None) -> int:
    return max(1, -(-((last - first).days // 7 + 1) // WEEKS)) if first and last else 1


def _reports(book: Book, documents: Sequence[Held], first: date, weeks: int) -> Iterator[Reports]:
    """How many reports came in each week; of copies of one text all but the first are copies."""
    monday = first - timedelta(days=first.weekday())
    originals, copies = Counter[int](), Counter[int]()
    for d in documents:
        if d.published:
            origin = book.origin_of.get(d.id)
            own = origin is None or origin.documents[0] == d.id
            (originals if own else copies)[(d.published - monday).days // (7 * weeks)] += 1
    for n in sorted(originals.keys() | copies.keys()):
        yield Reports(monday + timedelta(days=7 * weeks * n), originals[n], copies[n])
