"""What is asked of a case in SQL, on one connection and of one moment. Nothing here belongs to one database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, TableClause, and_, func, or_, select

from whosays.findings import (
    Count,
    Decision,
    Feature,
    Held,
    Holder,
    Link,
    Near,
    Posting,
    Run,
    Shelf,
    Signature,
    Tombstone,
)
from whosays.store import rows
from whosays.store.rows import Row
from whosays.store.schema import (
    BANDS,
    BLOCKS,
    CLAIMS,
    COUNTS,
    DECISIONS,
    DOCUMENTS,
    FEATURES,
    ISSUES,
    LINKS,
    NEAR_COPIES,
    PARTIES,
    PLACES,
    RECORDS,
    RELAYS,
    RUNS,
    SIGNATURES,
    TEXTS,
    TOMBSTONES,
)
from whosays.store.shelve import shelve
from whosays.store.uncollected import uncollected

T = TypeVar("T")

AT_ONCE = 500
"""Values that one query compares with: fewer than any database's limit."""
TOGETHER = 2_000
"""Rows that are taken from the database at once."""


def _columns(of: TableClause, names: Sequence[str]) -> tuple[ColumnElement[Any], ...]:
    return tuple(of.c[name] for name in names)


HELD = _columns(DOCUMENTS, rows.HELD)
CLAIM = tuple(CLAIMS.c)
_COUNT = _columns(COUNTS, rows.COUNT)
_DECISION = _columns(DECISIONS, rows.DECISION)
_RUN = _columns(RUNS, rows.RUN)
_TOMBSTONE = _columns(TOMBSTONES, rows.TOMBSTONE)


class Search(Protocol):
    """How a database looks for words: numbers of claims, best first."""

    def __call__(self, connection: Connection, words: str) -> Iterator[int]: ...


class SqlReads:
    """Implements `store.Reads`."""

    def __init__(self, connection: Connection, search: Search) -> None:
        self._connection = connection
        self._search = search

    def documents(self, as_of: date | None = None) -> tuple[Held, ...]:
        return shelve(self._helds().values(), as_of)

    def document(self, id_or_key: str) -> Held | None:
        found = self._with_versions(or_(DOCUMENTS.c.id == id_or_key, DOCUMENTS.c.key == id_or_key))
        same = [d for d in found if d.id == id_or_key] or [
            d for d in found if d.key == id_or_key and d.shelf is Shelf.CURRENT
        ]
        return same[-1] if same else None

    def same_bytes(self, sha256: str) -> tuple[Held, ...]:
        return tuple(d for d in self._with_versions(DOCUMENTS.c.sha256 == sha256) if d.sha256 == sha256)

    def versions(self, article: str) -> int:
        counted = [
            self._one(select(func.max(t.c.version)).where(t.c.article == article)) for t in (DOCUMENTS, TOMBSTONES)
        ]
        return max(row[0] or 0 for row in counted if row is not None)

    def tombstones(self) -> tuple[Tombstone, ...]:
        return tuple(map(rows.tombstone, self._all(select(*_TOMBSTONE).order_by(TOMBSTONES.c.number))))

    def text(self, document: str) -> str | None:
        return self.texts([document]).get(document)

    def texts(self, documents: Sequence[str]) -> dict[str, str]:
        query = select(DOCUMENTS.c.id, TEXTS.c.text)
        query = query.join_from(TEXTS, DOCUMENTS, TEXTS.c.document == DOCUMENTS.c.number)
        return {row[0]: row[1] for row in self._in(query, DOCUMENTS.c.id, documents)}

    def issues(self, document: str) -> tuple[str, ...]:
        query = select(ISSUES.c.issue).join_from(ISSUES, DOCUMENTS, ISSUES.c.document == DOCUMENTS.c.number)
        found = self._all(query.where(DOCUMENTS.c.id == document).order_by(ISSUES.c.ordinal))
        return tuple(row[0] for row in found)

    def postings(self, as_of: date | None = None) -> tuple[Posting, ...]:
        current = {d.id: d for d in self.documents(as_of) if d.shelf is Shelf.CURRENT}
        numbered = {number: current[d.id] for number, d in self._helds().items() if d.id in current}
        shelves: dict[str, list[Posting]] = {id_: [] for id_ in current}
        with uncollected():
            for posting in self._every(numbered):
                shelves[posting.document].append(posting)
        return tuple(posting for shelf in shelves.values() for posting in shelf)

    def posting(self, claim: str) -> Posting | None:
        return next(iter(self._some(CLAIMS.c.id == claim)), None)

    def several(self, claims: Sequence[str]) -> tuple[Posting, ...]:
        ids = sorted(set(claims))
        portions = (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
        found = (p for portion in portions for p in self._some(CLAIMS.c.id.in_(portion)))
        return tuple(sorted(found, key=lambda p: p.id))

    def of_document(self, document: str) -> tuple[Posting, ...]:
        row = self._one(select(DOCUMENTS.c.number).where(DOCUMENTS.c.id == document))
        return self._some(CLAIMS.c.document == row[0]) if row else ()

    def record(self, claim: str) -> bytes | None:
        return self.records([claim]).get(claim)

    def records(self, claims: Sequence[str]) -> dict[str, bytes]:
        query = select(CLAIMS.c.id, RECORDS.c.json).join_from(RECORDS, CLAIMS, RECORDS.c.claim == CLAIMS.c.number)
        return {row[0]: row[1].encode() for row in self._in(query, CLAIMS.c.id, claims)}

    def claims_like(self, prefix: str) -> tuple[str, ...]:
        above = and_(CLAIMS.c.id >= prefix, CLAIMS.c.id < prefix + "\U0010ffff")
        return tuple(row[0] for row in self._all(select(CLAIMS.c.id).where(above).order_by(CLAIMS.c.id)))

    def search(self, words: str, as_of: date | None = None, limit: int = 100) -> tuple[str, ...]:
        found: list[str] = []
        query = select(CLAIMS.c.number, CLAIMS.c.id, DOCUMENTS.c.id)
        query = query.join_from(CLAIMS, DOCUMENTS, CLAIMS.c.document == DOCUMENTS.c.number)
        ranked = self._search(self._connection, words)
        while len(found) < limit and (portion := list(islice(ranked, AT_ONCE))):
            told = {row[0]: (row[1], row[2]) for row in self._in(query, CLAIMS.c.number, portion)}
            versions = self._with_versions(DOCUMENTS.c.id.in_({document for _, document in told.values()}), as_of)
            current = {d.id for d in versions if d.shelf is Shelf.CURRENT}
            found += [told[n][0] for n in portion if told[n][1] in current]
        return tuple(found[:limit])

    def features(self, claims: Sequence[str]) -> tuple[Feature, ...]:
        numbers = [row[0] for row in self._in(select(CLAIMS.c.number), CLAIMS.c.id, claims)]
        query = select(BLOCKS.c.claim, BLOCKS.c.block)
        own = dict.fromkeys(numbers, ()) | self._grouped(query, BLOCKS.c.claim, BLOCKS.c.ordinal, numbers)
        return self._features(own)

    def in_blocks(self, blocks: Sequence[str]) -> tuple[Feature, ...]:
        shared: dict[int, list[tuple[int, str]]] = {}
        for block, number, ordinal in self._in(select(*BLOCKS.c), BLOCKS.c.block, blocks):
            shared.setdefault(number, []).append((ordinal, block))
        return self._features({number: tuple(b for _, b in sorted(own)) for number, own in shared.items()})

    def links(self, floor: float = 0.0) -> tuple[Link, ...]:
        ids = {row[0]: row[1] for row in self._all(select(CLAIMS.c.number, CLAIMS.c.id))}
        query = select(LINKS.c.left_claim, LINKS.c.right_claim, LINKS.c.score).where(LINKS.c.score >= floor)
        with uncollected():
            found = sorted((ids[left], ids[right], score) for left, right, score in self._all(query))
            return tuple(Link(left, right, score) for left, right, score in found)

    def link(self, left: str, right: str) -> Link | None:
        numbers = {row[1]: row[0] for row in self._in(select(CLAIMS.c.number, CLAIMS.c.id), CLAIMS.c.id, (left, right))}
        pair = and_(LINKS.c.left_claim == numbers.get(left), LINKS.c.right_claim == numbers.get(right))
        row = self._one(select(LINKS.c.score, LINKS.c.parts).where(pair))
        return Link(left, right, row[0], rows.parts(row[1])) if row else None

    def signatures(self, bands: Sequence[int]) -> tuple[Signature, ...]:
        numbers = sorted({row[0] for row in self._in(select(BANDS.c.document).distinct(), BANDS.c.band, bands)})
        query = select(SIGNATURES.c.document, DOCUMENTS.c.id, SIGNATURES.c.minhash).join_from(
            SIGNATURES, DOCUMENTS, SIGNATURES.c.document == DOCUMENTS.c.number
        )
        own = self._grouped(select(BANDS.c.document, BANDS.c.band), BANDS.c.document, BANDS.c.ordinal, numbers)
        found = self._in(query, SIGNATURES.c.document, numbers)
        return tuple(Signature(id_, own.get(number, ()), bytes(values)) for number, id_, values in found)

    def nears(self) -> tuple[Near, ...]:
        ids = {row[0]: row[1] for row in self._all(select(DOCUMENTS.c.number, DOCUMENTS.c.id))}
        found = [Near(ids[left], ids[right], share) for left, right, share in self._all(select(*NEAR_COPIES.c))]
        return tuple(sorted(found, key=lambda near: (near.left, near.right)))

    def decisions(self) -> tuple[Decision, ...]:
        return tuple(map(rows.decision, self._all(select(*_DECISION).order_by(DECISIONS.c.number))))

    def runs(self) -> tuple[Run, ...]:
        return tuple(map(rows.run, self._all(select(*_RUN).order_by(RUNS.c.number))))

    def _all(self, query: Select[Any]) -> Iterator[Row]:
        for portion in self._connection.execute(query).partitions(TOGETHER):
            yield from portion

    def _one(self, query: Select[Any]) -> Row | None:
        return self._connection.execute(query).first()

    def _in(self, query: Select[Any], of: ColumnElement[Any], values: Sequence[object]) -> Iterator[Row]:
        """What the query finds for any of the values, by portions of them."""
        for start in range(0, len(values), AT_ONCE):
            yield from self._all(query.where(of.in_(values[start : start + AT_ONCE])))

    def _helds(self) -> dict[int, Held]:
        return {row[0]: rows.held(row[1:]) for row in self._all(select(DOCUMENTS.c.number, *HELD))}

    def _with_versions(self, where: ColumnElement[bool], as_of: date | None = None) -> tuple[Held, ...]:
        """The documents, and all versions of their articles, shelved."""
        articles = select(DOCUMENTS.c.article).where(where)
        found = self._all(select(*HELD).where(DOCUMENTS.c.article.in_(articles)))
        return shelve(map(rows.held, found), as_of)

    def _grouped(
        self, query: Select[Any], by: ColumnElement[Any], order: ColumnElement[Any], values: Sequence[int]
    ) -> dict[int, tuple[Any, ...]]:
        """The query's second column by its first, in order."""
        found: dict[int, tuple[Any, ...]] = {}
        for portion, given in groupby(self._in(query.order_by(by, order), by, values), key=itemgetter(0)):
            found[portion] = tuple(row[1] for row in given)
        return found

    def _features(self, blocks: Mapping[int, tuple[str, ...]]) -> tuple[Feature, ...]:
        """The features of the claims of those numbers, with those blocks."""
        query = select(FEATURES.c.claim, CLAIMS.c.id, FEATURES.c.vector).join_from(
            FEATURES, CLAIMS, FEATURES.c.claim == CLAIMS.c.number
        )
        found = self._in(query, FEATURES.c.claim, sorted(blocks))
        features = [Feature(id_, blocks[number], bytes(vector)) for number, id_, vector in found]
        return tuple(sorted(features, key=lambda f: f.claim))

    def _some(self, where: ColumnElement[bool]) -> tuple[Posting, ...]:
        """The postings of a few claims: only what they need is read."""
        found = list(self._all(select(*CLAIM).where(where).order_by(CLAIMS.c.document, CLAIMS.c.ordinal)))
        numbers = [row[0] for row in found]
        relayed = list(self._in(select(RELAYS.c.party).distinct(), RELAYS.c.claim, numbers))
        named = {n for row in found for n in (row[6], row[14], row[15])} | {row[0] for row in relayed}
        parties = self._numbered(PARTIES, rows.holder, named)
        places = self._numbered(PLACES, rows.spot, {row[16] for row in found})
        query = select(DOCUMENTS.c.number, *HELD)
        helds = self._in(query, DOCUMENTS.c.number, sorted({row[2] for row in found}))
        documents = {row[0]: rows.held(row[1:]) for row in helds}
        relays, counts = self._relays(parties, numbers), self._counts(numbers)
        return tuple(rows.postings(found, documents, parties, places, relays, counts))

    def _every(self, documents: Mapping[int, Held]) -> Iterator[Posting]:
        """The postings of the documents, each document's in the order of the text."""
        parties = self._numbered(PARTIES, rows.holder)
        relays, counts = self._relays(parties), self._counts()
        claims = self._all(select(*CLAIM).order_by(CLAIMS.c.document, CLAIMS.c.ordinal))
        return rows.postings(claims, documents, parties, self._numbered(PLACES, rows.spot), relays, counts)

    def _numbered(
        self, of: TableClause, make: Callable[[Row], T], numbers: Iterable[int | None] | None = None
    ) -> dict[int | None, T]:
        query = select(*of.c)
        wanted = sorted(n for n in numbers if n is not None) if numbers is not None else None
        found = self._all(query) if wanted is None else self._in(query, of.c.number, wanted)
        return {row[0]: make(row[1:]) for row in found}

    def _relays(
        self, parties: Mapping[int | None, Holder], numbers: Sequence[int] | None = None
    ) -> dict[int, tuple[Holder, ...]]:
        query = select(RELAYS.c.claim, RELAYS.c.party).order_by(RELAYS.c.claim, RELAYS.c.ordinal)
        found = self._all(query) if numbers is None else self._in(query, RELAYS.c.claim, numbers)
        return _by_first((row[0], parties[row[1]]) for row in found)

    def _counts(self, numbers: Sequence[int] | None = None) -> dict[int, tuple[Count, ...]]:
        query = select(COUNTS.c.claim, *_COUNT).order_by(COUNTS.c.claim, COUNTS.c.ordinal)
        found = self._all(query) if numbers is None else self._in(query, COUNTS.c.claim, numbers)
        return _by_first((row[0], rows.count(row[1:])) for row in found)


def _by_first(pairs: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    return {key: tuple(value for _, value in given) for key, given in groupby(pairs, key=itemgetter(0))}
