"""A book and a query -> Who says what: propositions by sources, each cell a stance with its origins and reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whosays.export.marks import Mark
from whosays.findings import Finding, Posting, State
from whosays.model import Stance
from whosays.web.book import Book
from whosays.web.columns import Column, Group
from whosays.web.evidence import Pane, Words, evidence, mark_of, sides_of
from whosays.web.query import Query, address, kept
from whosays.web.told import day, hedged, speaker, state

ROWS, SOURCES, PLENTY = 50, 12, 9
"""Propositions and sources on a page. Further sources are folded; and where there are plenty, those heard only once."""


@dataclass(frozen=True, slots=True)
class Stances:
    """One stance of a cell: its mark, how many independent origins and reports, and where they are listed."""

    mark: Mark
    hedged: bool
    origins: int
    reports: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    column: str
    stances: tuple[Stances, ...]
    chosen: bool
    link: str


@dataclass(frozen=True, slots=True)
class Row:
    proposition: str
    label: str
    state: State
    state_word: str
    first: str
    origins: int
    reports: int
    folded: int
    cells: tuple[Cell, ...]
    chosen: bool
    link: str
    list_link: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """`groups` are the heads over the columns with how many they span; `total` propositions match, `sources` have columns."""

    groups: tuple[tuple[Group, int], ...]
    columns: tuple[Column, ...]
    sources: int
    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    previous: str | None
    next: str | None
    fold_link: str | None
    legend: tuple[Mark, ...]
    pane: Pane | None


def matrix(book: Book, words: Words, query: Query) -> Matrix:
    """The page of the matrix that the query asks for, with the evidence of what is chosen: the first cell, where nothing is."""
    found = chosen_findings(book, query)
    pages = max(1, -(-len(found) // ROWS))
    page = min(query.page, pages)
    listed = found[(page - 1) * ROWS : page * ROWS]
    columns = _columns(book, found)
    shown = columns if query.all_sources else _fold(columns)
    finding, column = _chosen(book, query, listed, shown)
    rows = tuple(_row(book, query, f, shown, finding, column) for f in listed)
    return Matrix(
        groups=tuple((g, n) for g, n in Counter(c.group for c in shown).items()),
        columns=shown,
        sources=len(columns),
        rows=rows,
        total=len(found),
        page=page,
        pages=pages,
        previous=_page(query, page - 1) if page > 1 else None,
        next=_page(query, page + 1) if page < pages else None,
        fold_link=_fold_link(query, columns, shown),
        legend=legend(s.mark for row in rows for c in row.cells for s in c.stances),
        pane=evidence(book, words, query, finding, column) if finding else None,
    )


def _page(query: Query, page: int) -> str:
    return address("/matrix", query, page=page, proposition=None, column=None)


def chosen_findings(book: Book, query: Query) -> Sequence[Finding]:
    """The propositions that pass the filters, in the order asked for."""
    found: Sequence[Finding] = book.of_state[query.state] if query.state else book.ordered
    if query.event or query.place or query.source:
        found = [f for f in found if _passes(book, query, f)]
    if query.sort == "reports":
        return sorted(found, key=lambda f: -f.reports)
    if query.sort == "first":
        return sorted(found, key=lambda f: (f.first is None, f.first))
    return found


def _passes(book: Book, query: Query, finding: Finding) -> bool:
    return (
        (query.event is None or finding.type is query.event)
        and (query.place is None or _at(finding, query.place))
        and (query.source is None or query.source in book.keys_of[finding.proposition.id])
    )


def _at(finding: Finding, place: str) -> bool:
    spot = finding.place
    return spot is not None and place.casefold() in ((spot.country or "").casefold(), (spot.name or "").casefold())


def _columns(book: Book, found: Sequence[Finding]) -> tuple[Column, ...]:
    """The columns that hold anything in the propositions listed."""
    if found is book.ordered:
        return book.columns
    held = frozenset[str]().union(*(book.keys_of[f.proposition.id] for f in found))
    return tuple(c for c in book.columns if c.key in held)


def _fold(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The most heard, in their order."""
    heard = sorted(columns, key=lambda c: -c.claims)[:SOURCES]
    most = {c.key for n, c in enumerate(heard) if n < PLENTY or c.claims > 1}
    return tuple(c for c in columns if c.key in most)


def _fold_link(query: Query, columns: Sequence[Column], shown: Sequence[Column]) -> str | None:
    if len(_fold(columns)) == len(columns):
        return None
    return address("/matrix", query, all_sources=len(shown) < len(columns))


def _chosen(
    book: Book, query: Query, listed: Sequence[Finding], shown: Sequence[Column]
) -> tuple[Finding | None, str | None]:
    if query.proposition:
        finding = book.findings.get(query.proposition)
        return finding, query.column if query.column in book.column_of else None
    first = listed[0] if listed else None
    if first is None:
        return None, None
    held = book.keys_of[first.proposition.id]
    return first, next((c.key for c in shown if c.key in held), None)


def _row(
    book: Book, query: Query, finding: Finding, shown: Sequence[Column], chosen: Finding | None, column: str | None
) -> Row:
    by_column: dict[str, list[Posting]] = defaultdict(list)
    for id_ in finding.proposition.claims:
        claim = book.claims[id_]
        by_column[book.column(claim).key].append(claim)
    here = chosen is finding
    id_ = finding.proposition.id
    first = book.claims[finding.first_claim] if finding.first_claim else None
    return Row(
        proposition=id_,
        label=finding.proposition.label,
        state=finding.state,
        state_word=state(finding),
        first=f"first {day(finding.first)} · {speaker(first.source, book.documents.get(first.document))}"
        if first
        else "undated",
        origins=finding.origins,
        reports=finding.reports,
        folded=len(by_column.keys() - {c.key for c in shown}),
        cells=tuple(_cell(book, query, id_, c, by_column.get(c.key, []), here and c.key == column) for c in shown),
        chosen=here and column is None,
        link=address("/matrix", query, proposition=id_, column=None),
        list_link=address("/claims", kept(query), proposition=id_),
    )


def _cell(book: Book, query: Query, proposition: str, column: Column, claims: Sequence[Posting], chosen: bool) -> Cell:
    stances = tuple(
        Stances(
            mark=mark_of(side[-1]),
            hedged=all(hedged(c) for c in side),
            origins=len(book.roots(side)),
            reports=len({c.document for c in side}),
            claims=tuple(c.id for c in side),
        )
        for side in sides_of(claims)
    )
    link = address("/matrix", query, proposition=proposition, column=column.key) if claims else ""
    return Cell(column.key, stances, chosen, link)


def legend(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks of a page, each once, without what qualifies them; those that affirm first."""
    found = {(m.shape, m.word, m.tone): m for m in marks}
    rank = {"affirms": 0, "rejects": 1, "unconfirmed": 2, "open": 3}
    plain = (Mark(m.shape, _plain(m), m.tone) for m in found.values())
    return tuple(sorted(plain, key=lambda m: (rank[m.tone], m.shape != "●", m.word)))


def _plain(m: Mark) -> str:
    """The word of a mark, with the one qualification that changes its shape or its colour."""
    if m.shape == "◐" and m.word == Stance.ASSERTS:
        return f"{m.word}, hedged"
    turned = (m.tone == "rejects") != (m.word in (Stance.DENIES, Stance.DOUBTS)) and m.tone in ("affirms", "rejects")
    return f"{m.word}, negated" if turned else m.word
