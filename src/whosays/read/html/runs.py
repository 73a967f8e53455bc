"""The source of a page -> its characters of text with their offsets: the ruler that clean text is measured against.

A tree of a page has no offsets. So the source is read a second time, only as far as to tell text from tags, and all white
space is left out: what stands in the clean text then stands here letter by letter, wherever tags and line breaks are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape

_MARKUP = re.compile(
    r"<!--"
    r"|<(?P<raw>script|style|title)\b[^>]*>"
    r"|<!\[CDATA\["
    r"|</?[a-zA-Z!?/](?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|</?[a-zA-Z!?/][^>]*(?:>|\Z)",
    re.IGNORECASE,
)
_RAW_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "title")}
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


@dataclass(frozen=True, slots=True)
class Runs:
    """All characters of the page's text but white space, in pieces: what stands between two tags or entities, or an entity.

    Piece n begins at ``at[n]`` in ``squeezed`` and stands in ``source`` from ``starts[n]`` to ``ends[n]``.
    """

    source: str
    squeezed: str
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def piece(self, offset: int) -> int:
        """The number of the piece that the character of `squeezed` at `offset` belongs to."""
        return bisect_right(self.at, offset) - 1

    def is_entity(self, piece: int) -> bool:
        """Whether the piece is one entity, whose characters have no offsets of their own."""
        start, end = self.starts[piece], self.ends[piece]
        return self.source[start] == "&" and _ENTITY.fullmatch(self.source, start, end) is not None

    def place(self, offset: int) -> int:
        """Where the character of `squeezed` at `offset` stands in the source; for one of an entity, where that begins."""
        piece = self.piece(offset)
        here = self.starts[piece]
        if self.is_entity(piece):
            return here
        for _ in range(offset - self.at[piece] + 1):
            while self.source[here].isspace():
                here += 1
            here += 1
        return here - 1


def runs(source: str) -> Runs:
    """The text of the page, piece by piece."""
    found: list[tuple[str, int, int]] = []
    here = 0
    while markup := _MARKUP.search(source, here):
        if markup.start() > here:
            _take(source, here, markup.start(), found)
        here = _end(source, markup)
    _take(source, here, len(source), found)
    at, size = [], 0
    for words, _, _ in found:
        at.append(size)
        size += len(words)
    squeezed = "".join(words for words, _, _ in found)
    return Runs(source, squeezed, tuple(at), tuple(f[1] for f in found), tuple(f[2] for f in found))


def _end(source: str, markup: re.Match[str]) -> int:
    """Where a piece of markup ends: a comment or a script with all that is in it, a tag by itself."""
    if markup["raw"]:
        end = _RAW_ENDS[markup["raw"].lower()].search(source, markup.end())
        return end.end() if end else len(source)
    if markup[0] == "<!--":
        end_at = source.find("-->", markup.end() - 2)
        return end_at + 3 if end_at >= 0 else len(source)
    return markup.end()


def _take(source: str, start: int, end: int, found: list[tuple[str, int, int]]) -> None:
    """Appends the pieces between two tags, each with its letters."""
    if source.find("&", start, end) >= 0:
        for entity in _ENTITY.finditer(source, start, end):
            _plain(source, start, entity.start(), found)
            words = "".join(unescape(entity[0]).split())
            if words:
                found.append((words, entity.start(), entity.end()))
            start = entity.end()
    _plain(source, start, end, found)


def _plain(source: str, start: int, end: int, found: list[tuple[str, int, int]]) -> None:
    words = "".join(source[start:end].split())
    if words:
        found.append((words, start, end))
