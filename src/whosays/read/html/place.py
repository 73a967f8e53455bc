"""Blocks of clean text -> the document's text and, for each stretch of it, where it stands in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whosays.model import Span, Stretch
from whosays.read.html.runs import Runs

BETWEEN = "\n\n"
"""What parts two blocks in the clean text."""
SHORTEST = 8
"""Letters of a piece that may be looked for alone where a block is not found whole: less would be found anywhere."""


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
    words = "".join(block.split())
    start = _found(words, runs, cursor)
    if start is not None:
        yield Span(0, len(block)), start
        return
    at = 0
    while at < len(block):
        end, start = _longest(block, at, runs, cursor)
        if start is not None:
            cursor = start + len("".join(block[at:end].split()))
        yield Span(at, end), start
        at = end


def _found(words: str, runs: Runs, cursor: int) -> int | None:
    found = runs.squeezed.find(words, cursor)
    if found < 0:
        found = runs.squeezed.find(words, 0, cursor)
    return found if found >= 0 else None


def _longest(block: str, at: int, runs: Runs, cursor: int) -> tuple[int, int | None]:
    """The end of the longest run of words from `at` on that is found after `cursor`, and where; one word where none is."""
    ends = [n for n in range(at + 1, len(block) + 1) if n == len(block) or block[n].isspace()]
    low, high, best = 0, len(ends) - 1, None
    while low <= high:
        middle = (low + high) // 2
        words = "".join(block[at : ends[middle]].split())
        start = runs.squeezed.find(words, cursor)
        if start < 0:
            high = middle - 1
            continue
        best, low = (ends[middle], start, len(words)), middle + 1
    if best and (best[2] >= SHORTEST or best[1] - cursor < SHORTEST * SHORTEST):
        return best[0], best[1]
    return ends[0] if ends else len(block), None


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
