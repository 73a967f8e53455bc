"""A document of the book, its text and records -> the reader: the text with its claims, the chosen one laid open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whosays.export.html.pieces import Piece, paragraphs
from whosays.export.html.view import Row, legend, rows
from whosays.export.marks import Mark
from whosays.export.record import Record
from whosays.findings import Decision, Held, Posting, Shelf, Verdict
from whosays.review.subjects import subject
from whosays.web.book import Book
from whosays.web.evidence import Words, made_by, mark_of
from whosays.web.query import Query, address, kept
from whosays.web.quote import citation, quote
from whosays.web.told import day, relay, speaker, title_of

PAGE = 12_000
"""Code points of a page of a long text; a page ends with a paragraph."""
CORRECTED = {
    "stance": "stance",
    "certainty": "certainty",
    "polarity": "polarity",
    "source.name": "source, name",
    "source.code": "source, code",
    "actor.name": "actor, name",
    "actor.code": "actor, code",
    "recipient.name": "recipient, name",
    "recipient.code": "recipient, code",
    "type": "event type",
    "status": "event status",
    "start": "first day",
    "end": "last day",
    "reported": "day it was said",
}
"""The fields that a form offers to correct, in its words."""


class UnknownError(LookupError):
    """The document, or what was asked of it, is not in the case, or not known on the day."""


@dataclass(frozen=True, slots=True)
class ReaderClaim:
    """A claim in the list beside the text; ``number`` counts from 1 through the document.

    ``rows`` tell how it was read; ``decided`` what people decided of it; ``doubt`` what the review asks about it.
    """

    number: int
    claim: str
    speaker: str
    via: str
    mark: Mark
    text: str
    rows: tuple[Row, ...]
    decided: tuple[str, ...]
    rejected: bool
    checked: bool
    doubt: str | None
    doubt_link: str | None
    matrix_link: str | None
    made_by: str
    copy: str
    link: str


@dataclass(frozen=True, slots=True)
class Reader:
    """``chosen`` is the number of the claim that is laid open; ``shown`` are the claims of this page of the text."""

    id: str
    number: int
    of: int
    title: str
    key: str
    publisher: str | None
    url: str | None
    published: str | None
    dated: str
    length: str
    sha256: str
    language: str | None
    version: str
    caution: str | None
    origin: str | None
    issues: tuple[str, ...]
    claims: int
    sources: int
    legend: tuple[Mark, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    shown: tuple[ReaderClaim, ...]
    chosen: int | None
    page: int
    pages: int
    previous: str | None
    next: str | None
    before: str | None
    after: str | None
    fields: tuple[tuple[str, str], ...] = tuple(CORRECTED.items())

    @property
    def by_number(self) -> dict[int, ReaderClaim]:
        return {c.number: c for c in self.shown}


def reader(
    book: Book,
    words: Words,
    query: Query,
    id_: str,
    doubtful: dict[str, tuple[str, str]],
    issues: Sequence[str],
    whole: bool = False,
) -> Reader:
    """The page of the document that the query asks for: the one with the chosen claim, where there is one.

    `doubtful` has for each claim that the review asks about the question's id and words. `whole` shows all in one page,
    every claim laid open, for a static page. Raises `UnknownError`.
    """
    document, text = opened(book, words, query, id_)
    records = tuple(r for p in _postings(book, id_) if (r := words.record(p.id)))
    numbers = {r.id: n for n, r in enumerate(records, 1)}
    laid = _pages(paragraphs(text, records)) if not whole else (paragraphs(text, records),)
    chosen = numbers.get(query.claim or "")
    page = _page_of(laid, chosen) if chosen else min(query.page, len(laid))
    shown = laid[page - 1]
    ids = _here(shown, records, page == 1)
    chosen = chosen or (ids[0] if ids else None)
    return Reader(
        id=id_,
        number=next((n for n, d in enumerate(book.current, 1) if d.id == id_), 0),
        of=len(book.current),
        title=title_of(document, text),
        key=document.key,
        publisher=document.publisher,
        url=document.url,
        published=day(document.published) if document.published else None,
        dated=document.dated,
        length=f"{document.characters:,} characters",
        sha256=document.sha256,
        language=document.language,
        version=f"version {document.version}" if document.version > 1 else "",
        caution=_caution(document),
        origin=_origin(book, id_),
        issues=tuple(issues),
        claims=len(records),
        sources=len({p.source.key for p in _postings(book, id_)}),
        legend=legend(records),
        paragraphs=shown,
        shown=tuple(
            _claim(book, query, document, text, records[i - 1], i, doubtful, whole or i == chosen) for i in ids
        ),
        chosen=chosen,
        page=page,
        pages=len(laid),
        previous=address(f"/documents/{id_}", query, page=page - 1, claim=None) if page > 1 else None,
        next=address(f"/documents/{id_}", query, page=page + 1, claim=None) if page < len(laid) else None,
        before=_beside(book, query, id_, -1),
        after=_beside(book, query, id_, 1),
    )


def _beside(book: Book, query: Query, id_: str, step: int) -> str | None:
    """Where the document before or after it is; None at the ends, and for an earlier version, which has no neighbours."""
    ids = [d.id for d in book.current]
    at = ids.index(id_) + step if id_ in ids else -1
    return address(f"/documents/{ids[at]}", kept(query)) if 0 <= at < len(ids) else None


def opened(book: Book, words: Words, query: Query, id_: str) -> tuple[Held, str]:
    """The document with its text. Raises `UnknownError` where it is not there, or the query's claim is not in it."""
    document, text = book.documents.get(id_), words.text(id_)
    if document is None or text is None:
        raise UnknownError(f"document {id_} is not in the case, or was not known on that day")
    if query.claim and query.claim not in {p.id for p in _postings(book, id_)}:
        raise UnknownError(f"claim {query.claim} is not in this document")
    return document, text


def _postings(book: Book, document: str) -> tuple[Posting, ...]:
    """The claims as they were entered, the rejected ones included, in the order of the text."""
    return book.entered_of(document)


def _pages(all_: tuple[tuple[Piece, ...], ...]) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    found: list[list[tuple[Piece, ...]]] = [[]]
    held = 0
    for paragraph in all_:
        length = paragraph[-1].end - paragraph[0].start
        if found[-1] and held + length > PAGE:
            found.append([])
            held = 0
        found[-1].append(paragraph)
        held += length
    return tuple(map(tuple, found))


def _page_of(laid: Sequence[Sequence[Sequence[Piece]]], chosen: int) -> int:
    at = (n for n, page in enumerate(laid, 1) for p in page for piece in p if chosen - 1 in piece.begins)
    return next(at, 1)


def _here(shown: Sequence[Sequence[Piece]], records: Sequence[Record], first: bool) -> list[int]:
    """The numbers of the claims that begin on this page; those that have no words are on the first."""
    begun = {i + 1 for paragraph in shown for piece in paragraph for i in piece.begins}
    bare = {n for n, r in enumerate(records, 1) if not r.evidence.content} if first else set()
    return sorted(begun | bare)


def _claim(
    book: Book,
    query: Query,
    document: Held,
    text: str,
    record: Record,
    number: int,
    doubtful: dict[str, tuple[str, str]],
    open_: bool,
) -> ReaderClaim:
    """The claim as it stands, decisions applied; its rows as the machine read it."""
    entered, standing = book.entered(record.id), book.claims.get(record.id)
    claim = standing or entered
    finding = book.finding_of.get(record.id)
    doubt = doubtful.get(record.id)
    found = quote(text, record, document)
    link = address(f"/documents/{document.id}", kept(query), claim=record.id)
    cell = {"proposition": finding.proposition.id, "column": book.column(claim).key} if finding and standing else None
    return ReaderClaim(
        number=number,
        claim=record.id,
        speaker=speaker(claim.source, document),
        via=relay(claim.via),
        mark=mark_of(claim),
        text=claim.text,
        rows=rows(text, record, document.dated) if open_ else (),
        decided=tuple(decided_words(d) for d in book.decided_of(subject(entered))),
        rejected=standing is None and document.shelf is Shelf.CURRENT,
        checked=record.id in book.balance.checked,
        doubt=doubt[1] if doubt else None,
        doubt_link=address("/review", kept(query), item=doubt[0]) if doubt else None,
        matrix_link=address("/matrix", kept(query), **cell) if cell else None,
        made_by=made_by(record),
        copy=citation(found.words, document, found.start, found.end),
        link=link,
    )


def decided_words(d: Decision) -> str:
    """A decision in one line: what, by whom, when, why."""
    what = {
        Verdict.ACCEPT: "accepted",
        Verdict.REJECT: "rejected",
        Verdict.SKIP: "skipped",
        Verdict.CORRECT: f"{CORRECTED.get(d.field or '', d.field)} set to {d.value if d.value is not None else 'nothing'}",
        Verdict.SAME: "joined with another claim",
        Verdict.DIFFERENT: "kept apart from another claim",
        Verdict.UNSURE: "compared with another claim: can’t be told",
    }.get(d.verdict, str(d.verdict))
    return f"{what} by {d.who}, {day(d.made.date())}" + (f": {d.why}" if d.why else "")


def _caution(document: Held) -> str | None:
    return (
        "A later version of this article is in the case; this one counts no more."
        if document.shelf is Shelf.SUPERSEDED
        else None
    )


def _origin(book: Book, id_: str) -> str | None:
    origin = book.origin_of.get(id_)
    if origin is None or len(origin.documents) == 1:
        return None
    return f"One of {len(origin.documents)} documents that count as one origin: {origin.why}"
