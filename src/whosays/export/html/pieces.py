"""Text and its claims -> pieces: the text cut at every boundary, so that spans that overlap never cross as elements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whosays.export.marks import mark
from whosays.export.record import Pair, Record

ROLES = ("content", "source", "cue", "time", "place", "quantity")
"""What a span can be in a claim; where several cover the same words, the later in this order is on top."""

_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_LINE = re.compile(r"(?:\r\n|\r|\n)\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two boundaries. `roles` are the (role, claim) pairs that cover it, `first` those that begin here.

    Claims are numbers from 0 in the order of the records. `begins` are the claims whose content begins here; `tone` is
    that of the shortest content over the piece, None where there is none.
    """

    start: int
    end: int
    text: str
    roles: tuple[tuple[str, int], ...]
    first: tuple[tuple[str, int], ...]
    begins: tuple[int, ...]
    tone: str | None


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    role: str
    claim: int
    leads: bool
    """Whether the claim's number stands before it."""


def paragraphs(text: str, records: Sequence[Record]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each paragraph. Paragraphs part at blank lines, or at every line end where there is no blank line.

    Within a paragraph the pieces follow each other without a gap; only the white space between paragraphs is in none.
    """
    marks = sorted(_marks(text, records), key=lambda m: (m.start, m.end))
    bounds = sorted({bound for m in marks for bound in (m.start, m.end)})
    tones = tuple(mark(r.stance, r.certainty, r.polarity).tone for r in records)
    waiting = deque(marks)
    active: list[_Mark] = []
    found = []
    for start, end in _blocks(text):
        cuts = (start, *bounds[bisect_right(bounds, start) : bisect_left(bounds, end)], end)
        row = []
        for a, b in pairwise(cuts):
            while waiting and waiting[0].start < b:
                active.append(waiting.popleft())
            active = [m for m in active if m.end > a]
            row.append(_piece(text[a:b], a, start, active, tones))
        found.append(tuple(row))
    return tuple(found)


def _piece(words: str, start: int, block: int, active: Sequence[_Mark], tones: Sequence[str]) -> Piece:
    """`active` are the spans over the words. One that goes on from the paragraph before begins anew, without number."""
    first = [m for m in active if m.start == start or (m.start < start == block)]
    contents = [m for m in active if m.role == "content"]
    shortest = min(contents, key=lambda m: (m.end - m.start, m.claim), default=None)
    return Piece(
        start=start,
        end=start + len(words),
        text=words,
        roles=tuple(dict.fromkeys((m.role, m.claim) for m in active)),
        first=tuple(dict.fromkeys((m.role, m.claim) for m in first)),
        begins=tuple(m.claim for m in contents if m.leads and m.start == start),
        tone=tones[shortest.claim] if shortest else None,
    )


def _marks(text: str, records: Iterable[Record]) -> Iterator[_Mark]:
    for number, record in enumerate(records):
        for role, spans in _spans(record).items():
            for n, (start, end) in enumerate(sorted(spans)):
                first, last = max(start, 0), min(end, len(text))
                while first < last and text[first].isspace():
                    first += 1
                if first < last:
                    yield _Mark(first, last, role, number, leads=role == "content" and n == 0)


def _spans(record: Record) -> dict[str, tuple[Pair, ...]]:
    event = record.event
    times = [t.span for t in (event and event.time, record.reported) if t]
    return {
        "content": record.evidence.content,
        "source": record.evidence.source,
        "cue": record.evidence.cue,
        "time": tuple(times),
        "place": (event.place.span,) if event and event.place else (),
        "quantity": tuple(q.span for q in event.quantities) if event else (),
    }


def _blocks(text: str) -> Iterator[Pair]:
    """Where each paragraph starts and ends, without the white space around it."""
    parting = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE
    start = len(text) - len(text.lstrip())
    for gap in parting.finditer(text, start):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    end = len(text.rstrip())
    if end > start:
        yield start, end
