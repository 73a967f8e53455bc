"""Lines of text -> paragraphs -> the document's text, with the way back to each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from whosays.model import Span, Stretch
from whosays.read.pdf.lines import Line

BETWEEN = "\n\n"
WIDER = 1.25
"""How many times the usual step from line to line a step is that parts two paragraphs."""
OTHER_SIZE = 0.08
"""The share by which the size of letters differs between a heading and a text."""
INDENT = 0.8
"""Sizes of a letter by which the first line of a paragraph is indented, at least."""
SHORT = 0.8
"""The share of the usual length below which a line that ends a sentence ends the paragraph."""
KEPT = frozenset(
    {"all", "anti", "cross", "ex", "half", "high", "long", "low", "mid", "multi", "non", "post", "pro", "self", "short"}
)
"""First parts of compounds whose hyphen is kept at the end of a line."""

_ENDS = re.compile(r"[.!?:…][\"”’')\]]*\s*$")
_PART = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(?:-|\u00ad|\u2010)$")


@dataclass(frozen=True, slots=True)
class Text:
    """The text and its way back; see `Origin`."""

    text: str
    stretches: tuple[Stretch, ...]


def paragraphs(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The lines in groups, one a paragraph, also where one runs on over a page."""
    if not lines:
        return
    step = _step(lines)
    usual = median(sorted((len(line.text) for line in lines), reverse=True)[: max(1, len(lines) // 2)])
    margin = Counter((line.page, round(line.x)) for line in lines)
    group = [lines[0]]
    for before, line in pairwise(lines):
        if _begins(before, line, step, usual, margin):
            yield tuple(group)
            group = []
        group.append(line)
    yield tuple(group)


def _step(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next, in points."""
    steps = [round(a.y - b.y, 1) for a, b in pairwise(lines) if a.page == b.page and a.y > b.y]
    return float(Counter(steps).most_common(1)[0][0]) if steps else 0.0


def _begins(before: Line, line: Line, step: float, usual: float, margin: Counter[tuple[int, int]]) -> bool:
    """Whether a paragraph begins with the line."""
    ended = bool(_ENDS.search(before.text))
    if abs(line.size - before.size) > OTHER_SIZE * before.size:
        return True
    closed = ended and (len(before.text) < SHORT * usual or _is_indented(line, margin))
    if line.page != before.page or line.y > before.y:
        return closed and not line.text.lstrip()[:1].islower()
    if step and before.y - line.y > WIDER * step:
        return True
    return closed


def _is_indented(line: Line, margin: Counter[tuple[int, int]]) -> bool:
    left = max(((n, -x) for (page, x), n in margin.items() if page == line.page), default=(0, 0))
    return INDENT * line.size < line.x + left[1] < 6 * line.size


def joined(groups: Sequence[Sequence[Line]]) -> Text:
    """The paragraphs as one text, a blank line between them: lines joined by a space, hyphens at their ends undone.

    A hyphen stays where the text has the compound elsewhere ("long-range"), or its first part is one of `KEPT`.
    """
    words = Counter(w.lower() for group in groups for line in group for w in re.findall(r"[\w-]+", line.text))
    pieces: list[str] = []
    stretches: list[Stretch] = []
    size = 0
    for n, group in enumerate(groups):
        if n:
            pieces.append(BETWEEN)
            size += len(BETWEEN)
        for m, line in enumerate(group):
            glue, cut = _glue(group[m - 1], line, words) if m else ("", 0)
            if cut:
                pieces[-1], stretches[-1] = pieces[-1][:-cut], _shorter(stretches[-1], cut)
                size -= cut
            pieces.append(glue)
            size += len(glue)
            size = _take(line, size, pieces, stretches)
    return Text("".join(pieces), tuple(s for s in stretches if len(s.span)))


def _take(line: Line, size: int, pieces: list[str], stretches: list[Stretch]) -> int:
    """Appends the line's words, white space in it collapsed."""
    for found in re.finditer(r"\S+(?: \S+)*", line.text):
        if (
            found.start()
            and pieces
            and stretches
            and stretches[-1].page == line.page
            and stretches[-1].end > line.start
        ):
            pieces.append(" ")
            size += 1
        start = line.start + found.start()
        stretches.append(Stretch(Span(size, size + len(found[0])), start, start + len(found[0]), line.page))
        pieces.append(found[0])
        size += len(found[0])
    return size


def _shorter(stretch: Stretch, cut: int) -> Stretch:
    return Stretch(Span(stretch.span.start, stretch.span.end - cut), stretch.start, stretch.end - cut, stretch.page)


def _glue(before: Line, line: Line, words: Counter[str]) -> tuple[str, int]:
    """What stands between two lines of a paragraph, and how many characters of the first are taken back."""
    end, start = _PART.search(before.text.rstrip()), re.match(r"\s*([^\W\d_]+)", line.text)
    if not end or not start:
        return ("" if before.text.rstrip().endswith(("—", "/")) else " "), 0
    first, second = end[1].lower(), start[1].lower()
    if before.text.rstrip().endswith("\u00ad"):
        return "", 1
    if (
        "-" in first
        or not start[1][0].islower()
        or words[f"{first}-{second}"]
        or (first in KEPT and not words[first + second])
    ):
        return "", 0
    return "", 1
