"""A book and a query -> the list of documents: what each is, how many claims it holds, whose copy it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from whosays.export.marks import Mark, mark
from whosays.findings import Held, OriginKind, Shelf
from whosays.model import Stance
from whosays.web.book import Book
from whosays.web.evidence import Words
from whosays.web.matrix import chosen_findings
from whosays.web.query import Query, address, kept
from whosays.web.told import day, title_of

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """``stances`` are the marks of its claims with how many each; ``relation`` says whose copy or which version it is."""

    id: str
    key: str
    title: str
    publisher: str | None
    published: str
    dated: str
    claims: int
    stances: tuple[tuple[Mark, int, str], ...]
    relation: str
    counts: bool
    url: str | None
    link: str


@dataclass(frozen=True, slots=True)
class Documents:
    rows: tuple[DocumentRow, ...]
    total: int
    earlier: int
    origins: int
    page: int
    pages: int
    previous: str | None
    next: str | None


def documents(book: Book, words: Words, query: Query) -> Documents:
    """The documents known on the day, newest first, undated ones last; under filters those with claims that pass them."""
    found = sorted(book.balance.documents, key=lambda d: d.published.toordinal() if d.published else 0, reverse=True)
    if query.filtered:
        held = {book.claims[c].document for f in chosen_findings(book, query) for c in f.proposition.claims}
        found = [d for d in found if d.id in held]
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(query.page, pages)
    return Documents(
        rows=tuple(_row(book, words, query, d) for d in found[(page - 1) * PER_PAGE : page * PER_PAGE]),
        total=sum(d.shelf is Shelf.CURRENT for d in found),
        earlier=sum(d.shelf is not Shelf.CURRENT for d in found),
        origins=len({book.copied.get(d.id, d.id) for d in found if d.shelf is Shelf.CURRENT}),
        page=page,
        pages=pages,
        previous=address("/documents", query, page=page - 1) if page > 1 else None,
        next=address("/documents", query, page=page + 1) if page < pages else None,
    )


def _row(book: Book, words: Words, query: Query, document: Held) -> DocumentRow:
    held = Counter(p.stance for p in book.of_document(document.id))
    return DocumentRow(
        id=document.id,
        key=document.key,
        title=document.title or title_of(document, words.text(document.id)),
        publisher=document.publisher,
        published=day(document.published),
        dated=document.dated,
        claims=document.claims,
        stances=tuple(
            (mark(s), held[s], address("/claims", kept(query), document=document.id, stance=s))
            for s in Stance
            if held[s]
        ),
        relation=_relation(book, document),
        counts=document.shelf is Shelf.CURRENT,
        url=document.url,
        link=address(f"/documents/{document.id}", kept(query)),
    )


def _relation(book: Book, document: Held) -> str:
    said = []
    if document.shelf is Shelf.SUPERSEDED:
        said.append("earlier version, counts no more")
    elif document.version > 1:
        said.append(f"version {document.version}")
    origin = book.origin_of.get(document.id)
    if origin and origin.kind is not OriginKind.SINGLE:
        first = book.documents[origin.documents[0]]
        others = len(origin.documents) - 1
        said.append(
            f"original of {others} {'copy' if others == 1 else 'copies'}"
            if first.id == document.id
            else f"copy of {first.publisher or first.key}, {day(first.published)}"
        )
    return ", ".join(said)
