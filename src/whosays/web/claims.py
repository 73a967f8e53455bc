"""A book and a query -> claims one by one: what is behind a mark, what a search finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whosays.findings import Posting
from whosays.web.book import Book
from whosays.web.evidence import Shown, Words, shown
from whosays.web.matrix import chosen_findings
from whosays.web.places import of_place
from whosays.web.query import Query, address, kept
from whosays.web.spots import spot_id
from whosays.web.told import state

PER_PAGE = 25
FOUND = 500
"""Claims that a search lists."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its words, and the proposition that it is on."""

    shown: Shown
    text: str
    proposition: str
    state: str
    state_word: str
    matrix_link: str


@dataclass(frozen=True, slots=True)
class Claims:
    heading: str
    rows: tuple[ClaimRow, ...]
    total: int
    capped: bool
    page: int
    pages: int
    previous: str | None
    next: str | None


def claims(book: Book, words: Words, query: Query, found: Sequence[str] | None) -> Claims:
    """The claims listed under the query, in the order they were said; `found` are those of its search, best first."""
    listed = _listed(book, words, query, found)
    pages = max(1, -(-len(listed) // PER_PAGE))
    page = min(query.page, pages)
    here = listed[(page - 1) * PER_PAGE : page * PER_PAGE]
    return Claims(
        heading=heading(book, query),
        rows=tuple(_row(book, words, query, claim) for claim in here),
        total=len(listed),
        capped=found is not None and len(found) >= FOUND,
        page=page,
        pages=pages,
        previous=address("/claims", query, page=page - 1) if page > 1 else None,
        next=address("/claims", query, page=page + 1) if page < pages else None,
    )


def _listed(book: Book, words: Words, query: Query, found: Sequence[str] | None) -> list[Posting]:
    listed: Sequence[Posting]
    if found is not None:
        listed = [book.claims[c] for c in found if c in book.claims]
    elif query.proposition:
        finding = book.findings.get(query.proposition)
        listed = [book.claims[c] for c in finding.proposition.claims] if finding else []
    elif query.document:
        listed = book.of_document(query.document)
    else:
        listed = book.balance.postings
    if query.filtered and not query.proposition:
        held = {c for f in chosen_findings(book, query) for c in f.proposition.claims}
        listed = [c for c in listed if c.id in held]
    if query.at:
        held_there = of_place(book, words, query)
        listed = [c for c in listed if c.id in held_there]
    column = query.column or query.source
    return [
        c
        for c in listed
        if (column is None or book.column(c).key == column)
        and (query.stance is None or c.stance is query.stance)
        and (query.document is None or c.document == query.document)
    ]


def heading(book: Book, query: Query) -> str:
    """What is listed under the query, in words."""
    if query.words:
        return f"Claims that match “{query.words}”"
    if query.at:
        there = next((p.name for p in book.spots if spot_id(p) == query.at), None)
        return f"Claims at {there}" if there else "Claims at a place"
    finding = book.findings.get(query.proposition or "")
    who = book.name_of(query.column)
    if finding:
        return f"{who} on “{finding.proposition.label}”" if who else f"On “{finding.proposition.label}”"
    document = book.documents.get(query.document or "")
    return f"Claims of “{document.title or document.key}”" if document else "All claims"


def _row(book: Book, words: Words, query: Query, claim: Posting) -> ClaimRow:
    finding = book.finding_of[claim.id]
    return ClaimRow(
        shown=shown(book, words, query, claim),
        text=claim.text,
        proposition=finding.proposition.label,
        state=finding.state,
        state_word=state(finding),
        matrix_link=address("/matrix", kept(query), proposition=finding.proposition.id, column=book.column(claim).key),
    )
