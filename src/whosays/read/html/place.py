"""Blocks of clean text -> the document's text and, for each stretch of it, where it stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whosays.model import Span, Stretch
from whosays.read.html.runs import Runs

BETWEEN = "\n\n"
"""What parts two blocks in the clean text."""
SHORTEST = 8
"""Letters of a piece that may be looked for alone where a block is not found whole: less would be found anywhere."""
NEAR = 64
"""Letters within which a shorter piece may be taken for the one that is looked for."""
AHEAD = 300
"""Words that are looked for together."""
WINDOW = 10_000
"""Letters of the page within which the next piece of a block is looked for: what was left out within it is shorter."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Placed:
    """The text, its way back, and how many of its letters have none."""

    text: str
    stretches: tuple[Stretch, ...]
    lost: int


def place(blocks: Sequence[str], runs: Runs) -> Placed:
    """The blocks as one text with a blank line between them, each aligned with the source where it stands.

    A block is looked for whole, from the end of the one before on, then from the beginning; a block that is not found
    (something within it was left out) is looked for word by word.
    """
    stretches: list[Stretch] = []
    offset = cursor = lost = 0
    for block in blocks:
        for part, start in _parts(block, runs, cursor):
            if start is None:
                lost += sum(not c.isspace() for c in part.of(block))
                continue
            stretches += _stretches(block, part, offset, runs, start)
            cursor = start + len("".join(part.of(block).split()))
        offset += len(block) + len(BETWEEN)
    return Placed(BETWEEN.join(blocks), _joined(stretches), lost)


def _parts(block: str, runs: Runs, cursor: int) -> Iterator[tuple[Span, int | None]]:
    """The parts of the block with the offset in `squeezed` at which each is found; None where it is not."""
    start = _found("".join(block.split()), runs, cursor)
    if start is not None:
        yield Span(0, len(block)), start
        return
    words = [Span(*word.span()) for word in _WORD.finditer(block)]
    first = 0
    while first < len(words):
        count, start = _longest(block, words[first : first + AHEAD], runs, cursor)
        part = Span(words[first].start, words[first + count - 1].end)
        if start is not None:
            cursor = start + len("".join(part.of(block).split()))
        yield part, start
        first += count


def _found(words: str, runs: Runs, cursor: int) -> int | None:
    found = runs.squeezed.find(words, cursor)
    if found < 0:
        found = runs.squeezed.find(words, 0, cursor)
    return found if found >= 0 else None


def _longest(block: str, words: Sequence[Span], runs: Runs, cursor: int) -> tuple[int, int | None]:
    """How many of the words are found together soon after `cursor`, as many as can be, and where; (1, None) for none."""
    low, high, best = 1, len(words), None
    while low <= high:
        middle = (low + high) // 2
        letters = "".join(block[words[0].start : words[middle - 1].end].split())
        start = runs.squeezed.find(letters, cursor, cursor + WINDOW)
        if start < 0:
            high = middle - 1
            continue
        best, low = (middle, start, len(letters)), middle + 1
    if best and (best[2] >= SHORTEST or best[1] - cursor < NEAR):
        return best[0], best[1]
    return 1, None


def _stretches(block: str, part: Span, offset: int, runs: Runs, start: int) -> Iterator[Stretch]:
    """The part, piece by piece of the source; white space of the block is a stretch where the source has some there."""
    at, here = part.start, start
    before: int | None = None
    while at < part.end:
        if block[at].isspace():
            at += 1
            continue
        piece, low = runs.piece(here), runs.place(here)
        if runs.is_entity(piece):
            ahead = runs.at[piece + 1] if piece + 1 < len(runs.at) else len(runs.squeezed)
            stop, high = min(at + ahead - here, part.end), runs.ends[piece]
        else:
            stop = at + _same(block, at, part.end, runs.source, low, runs.ends[piece])
            high = low + stop - at
        if before is not None and block[at - 1].isspace() and low > before and runs.source[before].isspace():
            yield Stretch(Span(offset + at - 1, offset + at), before, _blank_end(runs.source, before, low))
        yield Stretch(Span(offset + at, offset + stop), low, high)
        before = high
        here += len("".join(block[at:stop].split()))
        at = stop


def _same(block: str, at: int, end: int, source: str, low: int, high: int) -> int:
    """How many characters are the same in both from there on, white space included; never white space alone at the end."""
    most = min(end - at, high - low)
    if not source.startswith(block[at : at + most], low):
        few = 0
        while few < most:
            middle = (few + most + 1) // 2
            few, most = (middle, most) if source.startswith(block[at : at + middle], low) else (few, middle - 1)
    return len(block[at : at + most].rstrip())


def _blank_end(source: str, start: int, most: int) -> int:
    while start < most and source[start].isspace():
        start += 1
    return start


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours of equal lengths here and there as one: most of a paragraph is one stretch."""
    found: list[Stretch] = []
    for one in stretches:
        last = found[-1] if found else None
        straight = len(one.span) == one.end - one.start
        if (
            last
            and straight
            and last.span.end == one.span.start
            and last.end == one.start
            and len(last.span) == last.end - last.start
        ):
            found[-1] = Stretch(Span(last.span.start, one.span.end), last.start, one.end)
        else:
            found.append(one)
    return tuple(found)
