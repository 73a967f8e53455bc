"""A store -> books for any day: balances are kept while the case stands still, and made anew when it moves.

Where making one takes long, the one before serves until the new one is there, and the screens say so.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

import msgspec

from whosays.conclude import conclude
from whosays.export.record import Record
from whosays.findings import Held, Shelf
from whosays.store.store import Store
from whosays.web.book import Book
from whosays.web.cues import Cues, cues
from whosays.web.doubt import Doubt
from whosays.web.doubts import UNSURE, doubts
from whosays.web.looked import Looked, looked

KEPT = 4
"""Days of which the book is kept."""
QUICK = 0.5
"""Seconds that a reader can wait for a new book."""
RATE = 20_000
"""Claims a second that a book is made of, on a laptop."""
SMALL = 2_000
"""Claims of a case whose doubts are found while a reader waits."""

_DECODER = msgspec.json.Decoder(Record)


class Desk:
    """Reads a case for the screens. Safe to share between threads. Implements `evidence.Words`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._books: OrderedDict[date | None, Book] = OrderedDict()
        self._making: dict[date | None, Lock] = {}
        self._lock = Lock()
        self._took = _expected(store)
        self._doubts: deque[tuple[Book, tuple[Doubt, ...]]] = deque(maxlen=KEPT)
        self._doubting = Lock()
        self._seen: Mapping[str, Looked] = {}
        self._cues: tuple[Book, Cues] | None = None

    def book(self, as_of: date | None = None) -> Book:
        """What stands on the day, by the case as it is now; by the case as it was a moment ago where that takes long."""
        held = self._held(as_of)
        if held is not None and held.revision == self.store.revision():
            return held
        if held is None or self._took < QUICK:
            return self._make(as_of)
        if not self._lock_of(as_of).locked():
            Thread(target=self._renew, args=(as_of,), daemon=True).start()
        return held

    def ready(self, as_of: date | None) -> bool:
        """Whether `book` answers at once."""
        return self._held(as_of) is not None or self._took < QUICK

    def prepare(self, as_of: date | None) -> None:
        """Begins to make the book, and does not wait for it."""
        if not self._lock_of(as_of).locked():
            Thread(target=self._renew, args=(as_of,), daemon=True).start()

    def stale(self, book: Book) -> bool:
        return book.revision != self.store.revision()

    def doubts_by_now(self, book: Book) -> tuple[Doubt, ...] | None:
        """The same, where they are there, or soon made; else None, and they are begun."""
        held = self._doubtful(book)
        if held is None and len(book.balance.postings) <= SMALL:
            return self.doubts(book)
        if held is None and not self._doubting.locked():
            Thread(target=self.doubts, args=(book,), daemon=True).start()
        return held

    def doubts(self, book: Book) -> tuple[Doubt, ...]:
        """The open questions of the review by that book: worked out once, then kept with it."""
        with self._doubting:
            held = self._doubtful(book)
            if held is None:
                held = doubts(book, self._look(book), book.standing, book.links)
                with self._lock:
                    self._doubts.append((book, held))
            return held

    def cues(self, book: Book) -> Cues:
        """The cues of the book's claims: read once, then kept with it."""
        with self._doubting:
            if self._cues is None or self._cues[0] is not book:
                self._cues = (book, cues(book, self._look(book)))
            return self._cues[1]

    def _look(self, book: Book) -> Mapping[str, Looked]:
        """What the words of the book's claims show; what was seen for an earlier book is not read again."""
        seen = looked(book, self, self._seen)
        if book.balance.as_of is None:
            self._seen = seen
        return seen

    def _doubtful(self, book: Book) -> tuple[Doubt, ...] | None:
        with self._lock:
            return next((found for of, found in self._doubts if of is book), None)

    def record(self, claim: str) -> Record | None:
        with self.store.reading() as case:
            found = case.record(claim)
        return _decoded(found) if found else None

    def records(self, claims: Sequence[str]) -> dict[str, Record]:
        with self.store.reading() as case:
            found = case.records(claims)
        return {c: made for c, record in found.items() if (made := _decoded(record))}

    def texts(self, documents: Sequence[str]) -> Mapping[str, str]:
        with self.store.reading() as case:
            return case.texts(documents)

    def search(self, words: str, as_of: date | None, limit: int) -> tuple[str, ...]:
        """Ids of claims, best first."""
        with self.store.reading() as case:
            return case.search(words, as_of, limit)

    def issues(self, document: str) -> tuple[str, ...]:
        with self.store.reading() as case:
            return case.issues(document)

    def text(self, document: str) -> str | None:
        with self.store.reading() as case:
            return case.text(document)

    def _held(self, as_of: date | None) -> Book | None:
        with self._lock:
            if as_of in self._books:
                self._books.move_to_end(as_of)
            return self._books.get(as_of)

    def _lock_of(self, as_of: date | None) -> Lock:
        with self._lock:
            return self._making.setdefault(as_of, Lock())

    def _renew(self, as_of: date | None) -> None:
        """Makes the book, and what its review asks as well: both are there when somebody comes."""
        made = self._make(as_of)
        if as_of is None:
            self.doubts(made)

    def _make(self, as_of: date | None) -> Book:
        with self._lock_of(as_of):
            held, revision = self._held(as_of), self.store.revision()
            if held is not None and held.revision == revision:  # another thread was quicker
                return held
            began = monotonic()
            made = _book(self.store, as_of, revision)
            made.index()
            self._took = monotonic() - began
            with self._lock:
                self._books[as_of] = made
                while len(self._books) > KEPT:
                    self._books.popitem(last=False)
            return made


def _decoded(record: bytes) -> Record | None:
    """None for one of another version of whosays: its words can't be shown, all else can."""
    try:
        return _DECODER.decode(record)
    except msgspec.DecodeError:
        return None


def _book(store: Store, as_of: date | None, revision: int) -> Book:
    with store.reading() as case:
        documents, everything, nears = case.documents(as_of), case.documents(), case.nears()
        links, decisions, postings = case.links(), case.decisions(), case.postings(as_of)
    undated = () if as_of is None else tuple(d for d in everything if d.published is None and d.shelf is Shelf.CURRENT)
    balance = conclude(postings, (*documents, *undated), links, nears, decisions, as_of)
    low, high = UNSURE
    unsure = tuple(link for link in links if low <= link.score <= high)
    name = Path(store.name).stem
    return Book(name, revision, balance, nears, _days(everything), postings, decisions, unsure)


def _expected(store: Store) -> float:
    """Seconds that a first book may take."""
    with store.reading() as case:
        return sum(d.claims for d in case.documents()) / RATE


def _days(documents: tuple[Held, ...]) -> tuple[date, ...]:
    return tuple(sorted({d.published for d in documents if d.published}))
