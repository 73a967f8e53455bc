"""A case that is kept in memory, for as long as the process runs: what a case does, in the plainest form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import RLock

from whosays.findings import Decision, Feature, Held, Link, Near, Posting, Run, Shelf, Signature, Tombstone
from whosays.store.shelve import shelve
from whosays.store.store import Entry, Reads, StoreError, Writes


@dataclass(frozen=True, slots=True)
class _State:
    """All of a case. A transaction makes a new one; who reads keeps the one they began with."""

    entries: tuple[Entry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    runs: tuple[Run, ...] = ()
    revision: int = 0


class MemoryStore:
    """Implements `store.Store`."""

    def __init__(self, name: str = "memory") -> None:
        self._state = _State()
        self._lock = RLock()
        self.name = name

    @contextmanager
    def reading(self) -> Iterator[Reads]:
        yield _MemoryReads(self._state)

    @contextmanager
    def writing(self) -> Iterator[Writes]:
        with self._lock:
            writes = _MemoryWrites(self._state)
            yield writes
            self._state = replace(writes.state, revision=self._state.revision + 1)

    def revision(self) -> int:
        return self._state.revision

    def check(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        self._state = _State()


class _MemoryReads:
    def __init__(self, state: _State) -> None:
        self.state = state

    def documents(self, as_of: date | None = None) -> tuple[Held, ...]:
        return shelve((e.held for e in self.state.entries), as_of)

    def document(self, id_or_key: str) -> Held | None:
        found = self.documents()
        same = [d for d in found if d.id == id_or_key] or [
            d for d in found if d.key == id_or_key and d.shelf is Shelf.CURRENT
        ]
        return same[-1] if same else None

    def same_bytes(self, sha256: str) -> tuple[Held, ...]:
        return tuple(d for d in self.documents() if d.sha256 == sha256)

    def versions(self, article: str) -> int:
        held = (e.held.version for e in self.state.entries if e.held.article == article)
        removed = (t.version for t in self.state.tombstones if t.article == article)
        return max((*held, *removed), default=0)

    def tombstones(self) -> tuple[Tombstone, ...]:
        return self.state.tombstones

    def text(self, document: str) -> str | None:
        entry = self._entry(document)
        return entry.text if entry else None

    def texts(self, documents: Sequence[str]) -> dict[str, str]:
        return {d: text for d in documents if (text := self.text(d)) is not None}

    def issues(self, document: str) -> tuple[str, ...]:
        entry = self._entry(document)
        return entry.issues if entry else ()

    def postings(self, as_of: date | None = None) -> tuple[Posting, ...]:
        current = (d.id for d in self.documents(as_of) if d.shelf is Shelf.CURRENT)
        return tuple(p for id_ in current for p in self.of_document(id_))

    def posting(self, claim: str) -> Posting | None:
        return next((p for e in self.state.entries for p in e.postings if p.id == claim), None)

    def several(self, claims: Sequence[str]) -> tuple[Posting, ...]:
        wanted = set(claims)
        found = (p for e in self.state.entries for p in e.postings if p.id in wanted)
        return tuple(sorted(found, key=lambda p: p.id))

    def of_document(self, document: str) -> tuple[Posting, ...]:
        entry = self._entry(document)
        return tuple(sorted(entry.postings, key=lambda p: p.order)) if entry else ()

    def record(self, claim: str) -> bytes | None:
        pairs = (zip(e.postings, e.records, strict=True) for e in self.state.entries)
        return next((record for of_one in pairs for p, record in of_one if p.id == claim), None)

    def records(self, claims: Sequence[str]) -> dict[str, bytes]:
        return {c: record for c in claims if (record := self.record(c)) is not None}

    def claims_like(self, prefix: str) -> tuple[str, ...]:
        return tuple(sorted(p.id for e in self.state.entries for p in e.postings if p.id.startswith(prefix)))

    def search(self, words: str, as_of: date | None = None, limit: int = 100) -> tuple[str, ...]:
        wanted = set(_words(words))
        titles = {d.id: d.title or "" for d in self.documents(as_of)}
        scored = []
        for p in self.postings(as_of):
            said = (p.text, p.source.name or "", p.source.text or "", p.source.code or "", titles[p.document])
            scored.append((len(wanted & set(_words(" ".join(said)))), p.id))
        best = max((n for n, _ in scored), default=0)
        least = best if best == len(wanted) else 1
        ranked = sorted((s for s in scored if s[0] >= least), key=lambda s: -s[0])
        return tuple(id_ for _, id_ in ranked[:limit]) if wanted else ()

    def features(self, claims: Sequence[str]) -> tuple[Feature, ...]:
        return self._features(lambda f: f.claim in set(claims))

    def in_blocks(self, blocks: Sequence[str]) -> tuple[Feature, ...]:
        wanted = set(blocks)
        found = self._features(lambda f: not wanted.isdisjoint(f.blocks))
        return tuple(replace(f, blocks=tuple(b for b in f.blocks if b in wanted)) for f in found)

    def links(self, floor: float = 0.0) -> tuple[Link, ...]:
        found = (replace(link, parts=()) for e in self.state.entries for link in e.links if link.score >= floor)
        return tuple(sorted(found, key=lambda link: (link.left, link.right)))

    def link(self, left: str, right: str) -> Link | None:
        links = (link for e in self.state.entries for link in e.links)
        return next((link for link in links if (link.left, link.right) == (left, right)), None)

    def signatures(self, bands: Sequence[int]) -> tuple[Signature, ...]:
        wanted = set(bands)
        signatures = (e.signature for e in self.state.entries if e.signature)
        return tuple(s for s in signatures if not wanted.isdisjoint(s.bands))

    def nears(self) -> tuple[Near, ...]:
        return tuple(sorted((n for e in self.state.entries for n in e.nears), key=lambda n: (n.left, n.right)))

    def decisions(self) -> tuple[Decision, ...]:
        return self.state.decisions

    def runs(self) -> tuple[Run, ...]:
        return self.state.runs

    def _entry(self, document: str) -> Entry | None:
        return next((e for e in self.state.entries if e.held.id == document), None)

    def _features(self, wanted: Callable[[Feature], bool]) -> tuple[Feature, ...]:
        found = (f for e in self.state.entries for f in e.features if wanted(f))
        return tuple(sorted(found, key=lambda f: f.claim))


class _MemoryWrites(_MemoryReads):
    def enter(self, entry: Entry, run: int) -> None:
        if self._entry(entry.held.id):
            raise StoreError(f"{entry.held.key}: already in the case")
        known = {p.id for e in (*self.state.entries, entry) for p in e.postings}
        documents = {e.held.id for e in (*self.state.entries, entry)}
        links = tuple(link for link in entry.links if {link.left, link.right} <= known)
        nears = tuple(near for near in entry.nears if {near.left, near.right} <= documents)
        self.state = replace(self.state, entries=(*self.state.entries, replace(entry, links=links, nears=nears)))

    def decide(self, decision: Decision) -> None:
        last = self.state.decisions[-1].hash if self.state.decisions else None
        if decision.previous != last:
            raise StoreError("another decision was made meanwhile: look again, then decide")
        self.state = replace(self.state, decisions=(*self.state.decisions, decision))

    def remove(self, document: str, who: str, why: str, when: datetime) -> None:
        gone = self._entry(document)
        if gone is None:
            raise KeyError(document)
        h, claims = gone.held, {p.id for p in gone.postings}
        stone = Tombstone(h.id, h.sha256, h.article, h.version, h.published, when, who, why)
        self.state = replace(
            self.state,
            entries=tuple(_without(e, document, claims) for e in self.state.entries if e is not gone),
            decisions=tuple(_silent(d, document) for d in self.state.decisions),
            tombstones=(*self.state.tombstones, stone),
        )

    def begin_run(self, run: Run) -> int:
        number = len(self.state.runs) + 1
        self.state = replace(self.state, runs=(*self.state.runs, replace(run, id=number)))
        return number

    def end_run(self, run: int, ended: datetime, documents: int, failed: int) -> None:
        done = (
            replace(r, ended=ended, documents=documents, failed=failed) if r.id == run else r for r in self.state.runs
        )
        self.state = replace(self.state, runs=tuple(done))


def _without(entry: Entry, document: str, claims: set[str]) -> Entry:
    """The entry without what ties it to the claims of a document that is removed."""
    links = tuple(link for link in entry.links if claims.isdisjoint((link.left, link.right)))
    return replace(entry, links=links, nears=tuple(n for n in entry.nears if document not in (n.left, n.right)))


def _silent(decision: Decision, document: str) -> Decision:
    about = document in decision.subject or document in (decision.other or "")
    return replace(decision, value=None, why=None, salt=None) if about else decision


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
