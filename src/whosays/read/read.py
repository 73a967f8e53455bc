"""Paths -> documents: opens each path and hands it to the first reader that accepts it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from whosays.read.input import HEAD, Input, Reader, Reading, Stated, Unread

STANDARD_INPUT = "-"


def read(paths: Iterable[str], readers: Sequence[Reader], stated: Stated = Stated()) -> Iterator[Reading | Unread]:  # noqa: B008  (frozen)
    """The documents of all paths, in order, one at a time; "-" is standard input.

    A path that is not there, is a folder, may not be opened or is not text comes out as `Unread`; the others are read.
    """
    for path in paths:
        try:
            opened = nullcontext(sys.stdin.buffer) if path == STANDARD_INPUT else Path(path).open("rb", buffering=HEAD)  # noqa: SIM115
        except (OSError, ValueError) as error:
            yield Unread(path, _why(error))
            continue
        try:
            with opened as stream:
                yield from take(path, stream, readers, stated)
        except OSError as error:
            yield Unread(path, _why(error))


def take(key: str, stream: BinaryIO, readers: Sequence[Reader], stated: Stated) -> Iterator[Reading | Unread]:
    """The documents of one stream of bytes, which goes by the name `key`."""
    buffered = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream), HEAD)
    )
    opened = Input(key, buffered, buffered.peek(HEAD), stated)
    reader = next((r for r in sorted(readers, key=lambda r: (r.rank, r.name)) if r.accepts(opened)), None)
    if reader is None:
        yield Unread(key, "no reader takes it; `whosays doctor` lists those installed")
        return
    yield from reader.read(opened)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "not found; check the path"
    if isinstance(error, IsADirectoryError):
        return "a folder; give the files in it, as in FOLDER/*.txt"
    if isinstance(error, PermissionError):
        return "may not be opened; check its permissions"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    return "not a path that can be opened (it holds a NUL)"
