"""Paths -> documents: opens each path and hands it to the first reader that accepts it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from whosays.read.archive import MAGIC, members
from whosays.read.input import HEAD, Input, Reader, Reading, Stated, Unread
from whosays.read.paths import files

STANDARD_INPUT = "-"


def read(paths: Iterable[str], readers: Sequence[Reader], stated: Stated = Stated()) -> Iterator[Reading | Unread]:  # noqa: B008  (frozen)
    """The documents of all paths, in order, one at a time; "-" is standard input.

    A folder is read with all that is in it, a pattern ("news/*.html") as the files it matches, a zip archive member by
    member. What is not there, may not be opened or cannot be read comes out as `Unread`; the others are read.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _safely(path, sys.stdin.buffer, readers, stated)
            continue
        file = None
        for file in files(path):
            yield from _opened(file, readers, stated)
        if file is None:
            yield Unread(path, "no document there: an empty folder, or a pattern that matches nothing")


def _safely(key: str, stream: BinaryIO, readers: Sequence[Reader], stated: Stated) -> Iterator[Reading | Unread]:
    try:
        yield from take(key, stream, readers, stated)
    except OSError as error:
        yield Unread(key, _why(error))


def _opened(path: str, readers: Sequence[Reader], stated: Stated) -> Iterator[Reading | Unread]:
    try:
        with Path(path).open("rb", buffering=HEAD) as stream:
            yield from take(path, stream, readers, stated)
    except (OSError, ValueError) as error:
        yield Unread(path, _why(error))


def take(
    key: str, stream: BinaryIO, readers: Sequence[Reader], stated: Stated, packed: bool = False
) -> Iterator[Reading | Unread]:
    """The documents of one stream of bytes, which goes by the name `key`: by the first reader that accepts it, or member by
    member where it is an archive. `packed`: the stream is itself a member of one.
    """
    buffered = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream), HEAD)
    )
    opened = Input(key, buffered, buffered.peek(HEAD), stated)
    ranked = sorted(readers, key=lambda r: (r.rank, r.name))
    reader = next((r for r in ranked if r.accepts(opened)), None)
    if reader is None:
        yield Unread(key, "no reader takes it; `whosays doctor` lists those installed")
    elif opened.head.startswith(MAGIC) and reader is ranked[-1]:
        yield from _unpacked(opened, readers, packed)
    else:
        yield from _read(reader, opened)


def _unpacked(item: Input, readers: Sequence[Reader], packed: bool) -> Iterator[Reading | Unread]:
    """The documents of an archive. One within another is not opened: that is how bombs are built."""
    if packed:
        yield Unread(item.key, "a zip file within a zip file; unpack it first", whole=False)
        return
    for member in members(item.key, item.stream):
        if isinstance(member, Unread):
            yield member
            continue
        for read in take(*member, readers, item.stated, packed=True):
            yield replace(read, whole=False) if isinstance(read, Unread) else read


def _read(reader: Reader, item: Input) -> Iterator[Reading | Unread]:
    try:
        yield from reader.read(item)
    except OSError as error:
        yield Unread(item.key, _why(error))
    except Exception as error:
        # the boundary: a reader that fails on a hostile file, or one of others, costs this document alone
        why = " ".join(f"{type(error).__name__}: {error}".split())
        yield Unread(item.key, f"could not be read ({why[:200]}); this is a fault of the reader {reader.name!r}")


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "not found; check the path"
    if isinstance(error, PermissionError):
        return "may not be opened; check its permissions"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    return "not a path that can be opened (it holds a NUL)"
