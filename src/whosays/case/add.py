"""Documents -> the case: each is read, and entered with its links in one transaction of its own.

Whatever stops an add (a full disk, a lost process), the documents entered before stay, and the same command goes on
where it stopped: what is already in the case is known by its bytes, and is not read again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

import msgspec

from whosays import __version__
from whosays.case.article import held
from whosays.case.linker import Linker
from whosays.case.refuse import refuse
from whosays.export.records import records
from whosays.findings import Held, Run
from whosays.model import Analysis, Document, Issue
from whosays.post import post
from whosays.read.input import Reading, Unread
from whosays.runner import Failed, run
from whosays.store.store import Entry, Store, StoreError

NO_REPORT = "link: no report found, only headings or the furniture of a page; it counts as a copy of nothing"


@dataclass(frozen=True, slots=True)
class Entered:
    """A document that is now in the case."""

    held: Held
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A document that was not entered: it is in the case already, or was removed from it. ``why`` says which."""

    key: str
    why: str


class NamedEngine(Protocol):
    """What reads a document, by a name that tells one way of reading from another."""

    @property
    def name(self) -> str: ...

    def __call__(self, document: Document) -> Analysis: ...


@dataclass(frozen=True, slots=True)
class Options:
    """How to add. ``said`` is kept with the run, as JSON; ``again`` also enters what was removed; ``now`` is the clock."""

    now: Callable[[], datetime]
    jobs: int = 1
    again: bool = False
    said: str = "{}"


Added = Entered | Known | Unread | Failed


def add(
    store: Store, readings: Iterable[Reading | Unread], engine: NamedEngine, linker: Linker, options: Options
) -> Iterator[Added]:
    """One outcome for each document, as it is done. Raises `StoreError` where the case can't be written any more."""
    adding = _Adding(store, engine, linker, options)
    try:
        for outcome in run(adding.unknown(readings), engine, options.jobs):
            yield from adding.aside()
            yield adding.enter(outcome) if isinstance(outcome, Analysis) else adding.missed(outcome)
        yield from adding.aside()
    finally:
        adding.end()


@dataclass(slots=True)
class _Adding:
    """One run of `add`: what is in hand, and what was done."""

    store: Store
    engine: NamedEngine
    linker: Linker
    options: Options
    run: int | None = None
    entered: int = 0
    failed: int = 0
    reading: dict[str, Reading] = field(default_factory=dict)
    known: deque[Known] = field(default_factory=deque)

    def unknown(self, readings: Iterable[Reading | Unread]) -> Iterator[Reading | Unread]:
        """What is not in the case; what is goes `aside`."""
        for item in readings:
            if isinstance(item, Unread):
                yield item
                continue
            document = item.document
            why = "given twice" if document.id in self.reading else self._refusal(held(document, item.sha256))
            if why:
                self.known.append(Known(document.key, why))
            else:
                self.reading[document.id] = item
                yield item

    def aside(self) -> Iterator[Known]:
        while self.known:
            yield self.known.popleft()

    def missed(self, outcome: Unread | Failed) -> Unread | Failed:
        self.failed += 1
        return outcome

    def enter(self, analysis: Analysis) -> Entered | Known:
        """Makes all that depends on the document alone, then enters it with what depends on the case."""
        entry = self._entry(analysis, self.reading.pop(analysis.document.id))
        with self.store.writing() as case:
            why = refuse(case, entry.held, self.options.again)
            if why:  # another process was quicker
                return Known(entry.held.key, why)
            number = self.run if self.run is not None else case.begin_run(self._begun())
            version = case.versions(entry.held.article) + 1
            entry = replace(
                entry,
                held=replace(entry.held, version=version),
                links=self.linker.links(entry.postings, entry.features, case),
                nears=self.linker.nears(entry.signature, case) if entry.signature else (),
            )
            case.enter(entry, number)
        self.run = number
        self.entered += 1
        return Entered(entry.held, analysis.issues)

    def end(self) -> None:
        """Says in the case that the run is over. A run without an end was stopped."""
        if self.run is not None:
            with suppress(StoreError), self.store.writing() as case:
                case.end_run(self.run, self.options.now(), self.entered, self.failed)

    def _refusal(self, document: Held) -> str | None:
        with self.store.reading() as case:
            return refuse(case, document, self.options.again)

    def _begun(self) -> Run:
        return Run(0, __version__, self.engine.name, self.options.said, self.options.now(), None, 0, 0)

    def _entry(self, analysis: Analysis, reading: Reading) -> Entry:
        document = analysis.document
        found = records(analysis, self.engine.name)
        postings = tuple(
            post(claim, record.id, i) for i, (claim, record) in enumerate(zip(analysis.claims, found, strict=True))
        )
        signed = self.linker.signature(document.id, document.text, document.title)
        issues = tuple(f"{issue.stage}: {issue.message}" for issue in analysis.issues)
        return Entry(
            held=held(document, reading.sha256, claims=len(found)),
            text=document.text,
            postings=postings,
            records=tuple(msgspec.json.encode(record) for record in found),
            features=self.linker.features(postings),
            signature=signed,
            issues=(*issues, *((NO_REPORT,) if signed and not signed.values else ())),
        )
