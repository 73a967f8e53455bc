"""What goes into a reader and what comes out of it.

An `Input` is one opened path, a `Reading` one document, an `Unread` a failure.
A document that cannot be read is a value too: it never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Protocol

from whosays.model import Document, Issue

HEAD = 65_536
"""Bytes of an input that readers may look at before one of them takes it."""

LONGEST = 1_000_000
"""Code points that one document may have: a thick book. What is longer is several documents, and is refused by name."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the user says of the documents. It wins over what an input says of itself, but for an `assumed` date.

    `assumed` is the publication date to read relative words from where nothing gives one; outputs show it as assumed.
    """

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    assumed: date | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """One path, opened. `key` is the path as given ("-": standard input); `head` its first bytes, not yet consumed."""

    key: str
    stream: BinaryIO
    head: bytes
    stated: Stated


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, and what is odd about it though it could be read. ``sha256`` is of the bytes that it was read from."""

    document: Document
    issues: tuple[Issue, ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read: which, and why and what to do in one line.

    `whole` is True where the input itself could not be read (not found, not text), False for one document of several and for a
    text in another language.
    """

    key: str
    why: str
    whole: bool = True


class Reader(Protocol):
    """A format. Readers are asked in order of `rank`, lowest first; the first that accepts an input reads it."""

    name: str
    rank: int

    def accepts(self, item: Input) -> bool: ...

    def read(self, item: Input) -> Iterator[Reading | Unread]: ...
