"""What is entered in a case in SQL, within one transaction. Nothing here belongs to one database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, TableClause, and_, delete, exists, func, insert, literal, select, update

from whosays.findings import Decision, Holder, Posting, Run, Spot, Tombstone
from whosays.store.reads import HELD, Search, SqlReads
from whosays.store.rows import (
    Line,
    held,
    of_count,
    of_decision,
    of_held,
    of_holder,
    of_run,
    of_spot,
    of_tombstone,
    parts_of,
    written,
)
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
from whosays.store.store import Entry, StoreError


class Index(Protocol):
    """How a database keeps what it looks for words in. `forget` is called after claims were deleted."""

    def learn(self, connection: Connection, document: int) -> None: ...

    def forget(self, connection: Connection) -> None: ...


class SqlWrites(SqlReads):
    """Implements `store.Writes`. ``erased`` says whether something was removed, and its bytes must be wiped."""

    def __init__(self, connection: Connection, search: Search, index: Index) -> None:
        super().__init__(connection, search)
        self._index = index
        self._parties: dict[Holder, int] = {}
        self._places: dict[Spot, int] = {}
        self.erased = False

    def enter(self, entry: Entry, run: int) -> None:
        document = self._document(entry, run)
        claims = self._claims(entry.postings, document)
        self._insert(
            RECORDS, ({"claim": n, "json": r.decode()} for n, r in zip(claims.values(), entry.records, strict=True))
        )
        self._insert(FEATURES, ({"claim": claims[f.claim], "vector": f.vector} for f in entry.features))
        blocks = ((b, claims[f.claim], i) for f in entry.features for i, b in enumerate(f.blocks))
        self._insert(BLOCKS, ({"block": b, "claim": number, "ordinal": i} for b, number, i in blocks))
        self._links(entry, claims)
        self._signature(entry, document)
        self._index.learn(self._connection, document)

    def decide(self, decision: Decision) -> None:
        last = self._one(select(DECISIONS.c.hash).order_by(DECISIONS.c.number.desc()).limit(1))
        if decision.previous != (last[0] if last else None):
            raise StoreError("another decision was made meanwhile: look again, then decide")
        self._insert(DECISIONS, [of_decision(decision)])

    def remove(self, document: str, who: str, why: str, when: datetime) -> None:
        row = self._one(select(DOCUMENTS.c.number, *HELD).where(DOCUMENTS.c.id == document))
        if row is None:
            raise KeyError(document)
        gone = held(row[1:])
        self._run(delete(DOCUMENTS).where(DOCUMENTS.c.number == row[0]))
        self._orphans()
        about = DECISIONS.c.subject.like(f"%{document}%") | DECISIONS.c.other.like(f"%{document}%")
        self._run(update(DECISIONS).where(about).values(value=None, why=None, salt=None))
        stone = Tombstone(gone.id, gone.sha256, gone.article, gone.version, gone.published, when, who, why)
        self._insert(TOMBSTONES, [of_tombstone(stone)])
        self._index.forget(self._connection)
        self.erased = True

    def begin_run(self, run: Run) -> int:
        return self._add(RUNS, of_run(run))

    def end_run(self, run: int, ended: datetime, documents: int, failed: int) -> None:
        done = {"ended": written(ended), "documents": documents, "failed": failed}
        self._run(update(RUNS).where(RUNS.c.number == run).values(done))

    def _document(self, entry: Entry, run: int) -> int:
        number = self._add(DOCUMENTS, of_held(entry.held) | {"run": run})
        self._insert(TEXTS, [{"document": number, "text": entry.text}])
        self._insert(ISSUES, ({"document": number, "ordinal": i, "issue": w} for i, w in enumerate(entry.issues)))
        return number

    def _claims(self, postings: Sequence[Posting], document: int) -> dict[str, int]:
        """The claims with their numbers."""
        first = self._next(CLAIMS)
        numbers = {posting.id: first + i for i, posting in enumerate(postings)}
        self._insert(CLAIMS, (self._claim(p, numbers[p.id], document) for p in postings))
        self._insert(RELAYS, (line for p in postings for line in self._via(p, numbers[p.id])))
        self._insert(COUNTS, (line for p in postings for line in self._figures(p, numbers[p.id])))
        return numbers

    def _claim(self, p: Posting, number: int, document: int) -> Line:
        return {
            "number": number,
            "id": p.id,
            "document": document,
            "ordinal": p.order,
            "sentence": p.sentence,
            "text": p.text,
            "source": self._party(p.source),
            "stance": str(p.stance),
            "certainty": str(p.certainty),
            "polarity": str(p.polarity),
            "event_type": p.type and str(p.type),
            "event_mode": p.mode,
            "event_status": p.status and str(p.status),
            "event_trigger": p.trigger,
            "actor": self._party(p.actor) if p.actor else None,
            "recipient": self._party(p.recipient) if p.recipient else None,
            "place": self._place(p.place) if p.place else None,
            "time_start": written(p.start),
            "time_end": written(p.end),
            "time_precision": p.grain and str(p.grain),
            "reported": written(p.reported),
        }

    def _via(self, p: Posting, number: int) -> list[Line]:
        return [{"claim": number, "ordinal": i, "party": self._party(v)} for i, v in enumerate(p.via)]

    def _figures(self, p: Posting, number: int) -> list[Line]:
        return [{"claim": number, "ordinal": i} | of_count(c) for i, c in enumerate(p.counts)]

    def _party(self, holder: Holder) -> int:
        if holder not in self._parties:
            self._parties[holder] = self._known(PARTIES, of_holder(holder))
        return self._parties[holder]

    def _place(self, spot: Spot) -> int:
        if spot not in self._places:
            self._places[spot] = self._known(PLACES, of_spot(spot))
        return self._places[spot]

    def _links(self, entry: Entry, claims: Mapping[str, int]) -> None:
        ends = sorted({end for link in entry.links for end in (link.left, link.right)} - set(claims))
        others = self._in(select(CLAIMS.c.id, CLAIMS.c.number), CLAIMS.c.id, ends)
        numbers = {**claims, **{row[0]: row[1] for row in others}}
        lines = (
            {
                "left_claim": numbers[link.left],
                "right_claim": numbers[link.right],
                "score": link.score,
                "parts": parts_of(link),
            }
            for link in entry.links
            if link.left in numbers and link.right in numbers
        )
        self._insert(LINKS, lines)

    def _signature(self, entry: Entry, document: int) -> None:
        if entry.signature:
            self._insert(SIGNATURES, [{"document": document, "minhash": entry.signature.values}])
            bands = enumerate(entry.signature.bands)
            self._insert(BANDS, ({"band": b, "document": document, "ordinal": i} for i, b in bands))
        ends = sorted({end for near in entry.nears for end in (near.left, near.right)})
        found = self._in(select(DOCUMENTS.c.id, DOCUMENTS.c.number), DOCUMENTS.c.id, ends)
        numbers = {row[0]: row[1] for row in found}
        lines = (
            {"left_document": numbers[n.left], "right_document": numbers[n.right], "share": n.share}
            for n in entry.nears
            if n.left in numbers and n.right in numbers
        )
        self._insert(NEAR_COPIES, lines)

    def _orphans(self) -> None:
        """Deletes the names of parties and places that no claim has any more."""
        used = [exists().where(CLAIMS.c[role] == PARTIES.c.number) for role in ("source", "actor", "recipient")]
        used.append(exists().where(RELAYS.c.party == PARTIES.c.number))
        self._run(delete(PARTIES).where(and_(*(~use for use in used))))
        self._run(delete(PLACES).where(~exists().where(CLAIMS.c.place == PLACES.c.number)))

    def _known(self, into: TableClause, line: Line) -> int:
        """The number of the row that is just so; a new one where there is none."""
        same = and_(*(into.c[name].is_not_distinct_from(literal(value)) for name, value in line.items()))
        row = self._one(select(into.c.number).where(same))
        return int(row[0]) if row else self._add(into, line)

    def _add(self, into: TableClause, line: Line) -> int:
        number = self._next(into)
        self._insert(into, [line | {"number": number}])
        return number

    def _next(self, table: TableClause) -> int:
        """One writer at a time has the right to number."""
        row = self._one(select(func.max(table.c.number)))
        return ((row[0] if row else None) or 0) + 1

    def _insert(self, into: TableClause, lines: Iterable[Line]) -> None:
        if listed := list(lines):
            self._connection.execute(insert(into), listed)

    def _run(self, statement: Any) -> None:
        self._connection.execute(statement)
