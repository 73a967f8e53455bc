"""A book and a query -> the claims that pass its filters: what the screens that count claims one by one draw from."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.findings import Posting
from whosays.web.book import Book
from whosays.web.matrix import chosen_findings
from whosays.web.query import Query


def sifted(book: Book, query: Query) -> Sequence[Posting]:
    """The claims of the propositions that pass the filters; under one of a source its own alone. In the book's order."""
    if not query.filtered:
        return book.balance.postings
    held = {c for f in chosen_findings(book, query) for c in f.proposition.claims}
    return [
        p
        for p in book.balance.postings
        if p.id in held and (query.source is None or book.column(p).key == query.source)
    ]
