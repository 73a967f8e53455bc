"""A case that is open: what was entered, and what follows from it on any day.

What follows is worked out when it is asked for and kept until the case changes, here or in another process.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock

from whosays.case.add import Added, NamedEngine, Options, add
from whosays.case.linker import Linker
from whosays.conclude import conclude
from whosays.findings import Balance, Decision, Verdict
from whosays.read.input import Reading, Unread
from whosays.review.decide import decide
from whosays.store.shelve import shelve
from whosays.store.store import Reads, Store
from whosays.store.uncollected import uncollected

KEPT = 4
"""Balances that are kept in memory: a day, the day compared with it, and two of another reader."""


def now() -> datetime:
    """The clock of what people do to a case: entries say when they were made. Reading and concluding have none."""
    return datetime.now(UTC).replace(microsecond=0)


class OpenCase:
    """A store, and balances made from it. Safe to share between threads."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = now) -> None:
        self.store = store
        self.clock = clock
        self._kept: OrderedDict[tuple[int, date | None], Balance] = OrderedDict()
        self._lock = Lock()

    @classmethod
    def at(cls, path: Path, create: bool = False) -> OpenCase:
        """The case in the file; `create` makes an empty one where there is none. Raises `StoreError`."""
        from whosays.store.sql import open_case

        return cls(open_case(path, create))

    def balance(self, as_of: date | None = None) -> Balance:
        """What stands on the day; without a day, by everything in the case."""
        key = (self.store.revision(), as_of)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        with self.store.reading() as case, uncollected():
            made = balance(case, as_of)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def add(
        self,
        readings: Iterable[Reading | Unread],
        engine: NamedEngine,
        linker: Linker,
        *,
        jobs: int = 1,
        again: bool = False,
        said: str = "{}",
    ) -> Iterator[Added]:
        """Enters the documents, one outcome for each as it is done."""
        return add(self.store, readings, engine, linker, Options(self.clock, jobs, again, said))

    def decide(
        self,
        who: str,
        verdict: Verdict,
        subject: str,
        *,
        other: str | None = None,
        field: str | None = None,
        value: str | None = None,
        why: str | None = None,
    ) -> Decision:
        """Appends what a person decided. Raises ``ValueError`` where the verdict lacks what it needs, `StoreError` where
        the case can't be written.
        """
        from secrets import token_hex

        with self.store.writing() as case:
            last = next(reversed(case.decisions()), None)
            made = decide(
                last,
                made=self.clock(),
                who=who,
                verdict=verdict,
                subject=subject,
                salt=token_hex(16),
                other=other,
                field=field,
                value=value,
                why=why,
            )
            case.decide(made)
        return made

    def remove(self, document: str, who: str, why: str) -> None:
        """Erases a document's words and all that was derived from them. Raises ``KeyError`` for one that is not there."""
        with self.store.writing() as case:
            case.remove(document, who, why, self.clock())

    def close(self) -> None:
        self.store.close()


def balance(case: Reads, as_of: date | None = None) -> Balance:
    """What stands on the day by what was entered. Undated documents are handed on, so that they can be named."""
    entered = case.documents()
    known = entered if as_of is None else (*shelve(entered, as_of), *(d for d in entered if d.published is None))
    return conclude(case.postings(as_of), known, case.links(), case.nears(), case.decisions(), as_of)
