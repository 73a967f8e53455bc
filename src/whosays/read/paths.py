"""Paths as users give them -> files: patterns are spread out, folders walked."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

LEFT_OUT = frozenset(
    {
        *(".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"),
        *(".avi", ".m4a", ".mov", ".mp3", ".mp4", ".ogg", ".wav", ".webm"),
        *(".css", ".eot", ".js", ".map", ".mjs", ".otf", ".ttf", ".woff", ".woff2"),
    }
)
"""Endings of what lies beside documents in folders and archives and is none: pictures, sound, film, styles, scripts, fonts."""
_PATTERN = frozenset("*?[")


def is_left_out(name: str) -> bool:
    """Whether a file in a folder or an archive is passed over: hidden, or of an ending in `LEFT_OUT`."""
    path = PurePath(name)
    hidden = any(part.startswith(".") and part not in (".", "..") for part in path.parts) or path.parts[:1] == (
        "__MACOSX",
    )
    return hidden or path.suffix.lower() in LEFT_OUT


def files(path: str) -> Iterator[str]:
    """The files that a path means, each once, in the order of their names: itself, what a pattern matches, what a folder holds.

    A path that is there is never a pattern. Links to folders are not followed. A pattern or a folder without files gives
    nothing; a path that is not there gives itself.
    """
    if "\0" in path or not (_PATTERN & set(path)) or os.path.lexists(path):
        yield from _walked(path)
        return
    for found in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  (Path.glob takes no absolute pattern)
        yield from _walked(found)


def _walked(path: str) -> Iterator[str]:
    if "\0" in path or not Path(path).is_dir():
        yield path
        return
    for folder, inner, names in os.walk(path):
        inner.sort()
        inner[:] = [name for name in inner if not is_left_out(name)]
        for name in sorted(names):
            if not is_left_out(name) and Path(folder, name).is_file():
                yield str(Path(folder, name))
