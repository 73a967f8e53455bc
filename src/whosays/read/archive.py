"""Zip archives -> their members, each opened as if it were a file. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from whosays.read.input import Unread
from whosays.read.paths import is_left_out

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
"""How an archive begins, and one that is empty."""
MOST = 100_000
"""Members of one archive."""
LARGEST = 100_000_000
"""Bytes of one member, unpacked."""
WHOLE = 4_000_000_000
"""Bytes of all members, unpacked."""
DENSEST = 200
"""How many times larger than packed a member over `SMALL` bytes may be; text packs to a fifth, a bomb to a thousandth."""
SMALL = 1_000_000
PIPED = 1_000_000_000
"""Bytes of an archive that comes through a pipe, and is held in memory."""

_OFFICE = ("[Content_Types].xml", "META-INF/container.xml", "content.xml")


def members(key: str, stream: BinaryIO) -> Iterator[tuple[str, BinaryIO] | Unread]:
    """(key of the member, its bytes as a stream) in the archive's order. What may not be unpacked is an `Unread`, by name.

    A member's key is the archive's and its own, with a slash between.
    """
    try:
        with zipfile.ZipFile(_seekable(stream)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir() and not is_left_out(info.filename)]
            why = _refused(archive, infos)
            if why:
                yield Unread(key, why)
                return
            for info in infos:
                yield from _member(archive, info, f"{key}/{info.filename}")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        yield Unread(key, f"a broken zip file ({error}); pack it anew")


def _seekable(stream: BinaryIO) -> BinaryIO:
    return stream if stream.seekable() else io.BytesIO(stream.read(PIPED))


def _refused(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> str | None:
    names = set(archive.namelist())
    if "mimetype" in names or any(name in names for name in _OFFICE):
        return "an office file or an e-book; save it as PDF, or its text as a .txt file"
    if not infos:
        return "a zip file without a document"
    if len(infos) > MOST:
        return f"a zip file of {len(infos):,} members, and {MOST:,} may be read; pack it in parts"
    if sum(info.file_size for info in infos) > WHOLE:
        return f"a zip file that unpacks to over {WHOLE:,} bytes; pack it in parts"
    return None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, key: str) -> Iterator[tuple[str, BinaryIO] | Unread]:
    if info.flag_bits & 1:
        yield Unread(key, "is locked by a password; pack it without one", whole=False)
    elif info.file_size > LARGEST:
        yield Unread(key, f"unpacks to over {LARGEST:,} bytes; cut it up", whole=False)
    elif info.file_size > SMALL and info.file_size > DENSEST * max(1, info.compress_size):
        yield Unread(
            key,
            f"unpacks to {info.file_size // max(1, info.compress_size):,} times its size, as a bomb does",
            whole=False,
        )
    else:
        try:
            yield key, io.BytesIO(archive.read(info))
        except Exception as error:  # the boundary: a damaged member raises anything, and costs it alone
            yield Unread(key, f"is damaged in the zip file ({type(error).__name__}); pack it anew", whole=False)
