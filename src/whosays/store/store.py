"""The store of a case: a ledger of documents, claims and decisions, and beside it what is derived from them.

A document is entered whole or not at all. Nothing entered is changed; `remove` is the one exception, and leaves a
tombstone. What is derived (features, links, signatures, near copies) is entered in the same transaction as its
document, so that whatever opens later finds a whole case. What is asked within one `reading` is of one moment, whatever
others enter meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from whosays.findings import Decision, Feature, Held, Link, Near, Posting, Run, Signature, Tombstone


class StoreError(Exception):
    """The case can't be opened, read or written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as it is entered: what is known of it, its text, its claims as postings and as the contract's records (JSON)."""

    held: Held
    text: str
    postings: tuple[Posting, ...]
    records: tuple[bytes, ...]
    features: tuple[Feature, ...] = ()
    links: tuple[Link, ...] = ()
    signature: Signature | None = None
    nears: tuple[Near, ...] = ()
    issues: tuple[str, ...] = ()


class Reads(Protocol):
    """What can be asked of a case. ``as_of`` keeps to documents published on or before that day; undated ones never are."""

    def documents(self, as_of: date | None = None) -> tuple[Held, ...]:
        """All documents known, superseded ones included (see `Held.shelf`), by published day (undated last), key, version."""

    def document(self, id_or_key: str) -> Held | None:
        """The document with that id, else the current version with that key; shelved as of no day."""

    def same_bytes(self, sha256: str) -> tuple[Held, ...]:
        """The documents that were read from these bytes."""

    def versions(self, article: str) -> int:
        """How many versions of the article were ever entered, removed ones included."""

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What stays of removed documents, in the order of removal."""

    def text(self, document: str) -> str | None: ...

    def texts(self, documents: Sequence[str]) -> Mapping[str, str]:
        """The texts of several documents, by id; those that are not there are left out."""

    def issues(self, document: str) -> tuple[str, ...]: ...

    def postings(self, as_of: date | None = None) -> tuple[Posting, ...]:
        """The claims of current documents: of each article the latest version known, in the order (published, key, order)."""

    def posting(self, claim: str) -> Posting | None: ...

    def several(self, claims: Sequence[str]) -> tuple[Posting, ...]:
        """The claims with these ids, of whichever documents, each once, by id; those that are not there are left out."""

    def of_document(self, document: str) -> tuple[Posting, ...]:
        """The claims of one document, whichever version, in the order of the text."""

    def record(self, claim: str) -> bytes | None:
        """The contract's record of a claim, as JSON."""

    def records(self, claims: Sequence[str]) -> Mapping[str, bytes]:
        """The records of several claims, by id; those that are not there are left out."""

    def claims_like(self, prefix: str) -> tuple[str, ...]:
        """Ids of claims that begin so: what a person types of an id."""

    def search(self, words: str, as_of: date | None = None, limit: int = 100) -> tuple[str, ...]:
        """Ids of claims whose words, source or title match, best first. `words` is plain text, never a query language.

        Claims with all of the words; where there are none, those with any. Superseded documents are not searched.
        """

    def features(self, claims: Sequence[str]) -> tuple[Feature, ...]: ...

    def in_blocks(self, blocks: Sequence[str]) -> tuple[Feature, ...]:
        """The features that share a block with any of these, each with the blocks that it shares and no other."""

    def links(self, floor: float = 0.0) -> tuple[Link, ...]:
        """All links whose score reaches the floor, without parts."""

    def link(self, left: str, right: str) -> Link | None:
        """One link with its parts."""

    def signatures(self, bands: Sequence[int]) -> tuple[Signature, ...]:
        """The signatures that share a band with any of these."""

    def nears(self) -> tuple[Near, ...]: ...

    def decisions(self) -> tuple[Decision, ...]:
        """In the order they were made, the undone and what undid them included."""

    def runs(self) -> tuple[Run, ...]: ...


class Writes(Reads, Protocol):
    """What can be entered, within one transaction: all of it, or none."""

    def enter(self, entry: Entry, run: int) -> None: ...

    def decide(self, decision: Decision) -> None:
        """Appends; the decision's ``previous`` must be the hash of the last one."""

    def remove(self, document: str, who: str, why: str, when: datetime) -> None:
        """Erases the document's words and all that is derived from them; a tombstone stays. ``KeyError``: no such document.

        Of decisions about it, what may hold words goes as well. When the transaction is done, no byte of them is left in the case.
        """

    def begin_run(self, run: Run) -> int: ...

    def end_run(self, run: int, ended: datetime, documents: int, failed: int) -> None: ...


class Store(Protocol):
    """A case that is open. Safe to share between threads. Any of its methods may raise `StoreError`."""

    @property
    def name(self) -> str: ...

    def reading(self) -> AbstractContextManager[Reads]:
        """The case as it stands at this moment. Never waits for who writes, nor they for it."""

    def writing(self) -> AbstractContextManager[Writes]:
        """A transaction that holds the right to write: committed at its end, undone where it raises.

        Waits for another writer, and raises `StoreError` where that one takes too long.
        """

    def revision(self) -> int:
        """A number that rises with each commit, of this process or another: for whoever keeps something derived in memory."""

    def check(self) -> tuple[str, ...]:
        """What is wrong with how the case is kept, one line each; nothing where it is sound."""

    def close(self) -> None: ...
