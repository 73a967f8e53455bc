"""The lines of a PDF -> those of its text, and apart from them headers, footers and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from whosays.read.pdf.lines import Line

EDGE = 3
"""Lines at the top and at the foot of a page among which its header and footer are."""
SMALLER = 0.92
"""The share of the text's size below which a line at the edge of a page is not of the text."""

_NUMBER = re.compile(r"\W*(?:page|p\.|pg\.?)?\W*\d{1,4}\W*(?:(?:of|/|\|)\W*\d{1,4}\W*)?", re.IGNORECASE)
_PRINTED = re.compile(
    r"\s*(?:https?://\S+|file://\S+)\s*(?:\d+\s*/\s*\d+)?\s*|.{0,80}\b\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d{2}.{0,80}"
)
_RIGHTS = re.compile(r"\W*(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)


def furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(lines of the text, lines of the page around it), each in order.

    Around the text are, at the edge of a page: numbers, addresses and notes that printing adds, and words that stand at the
    same place of another page too, but for their figures, or are set smaller than the text.
    """
    by_page = [tuple(group) for _, group in groupby(lines, key=lambda line: line.page)]
    edges = [line for page in by_page for line in _edge(page)]
    seen = Counter(key for key, _ in {(_key(line), line.page) for line in edges})
    size = body_size(lines)
    around = {line for line in edges if _is_around(line) or seen[_key(line)] > 1 or line.size < SMALLER * size}
    return tuple(line for line in lines if line not in around), tuple(line for line in lines if line in around)


def body_size(lines: Sequence[Line]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edge(page: Sequence[Line]) -> Iterator[Line]:
    ranked = sorted(page, key=lambda line: -line.y)
    yield from ranked[:EDGE]
    yield from ranked[max(EDGE, len(ranked) - EDGE) :]


def _key(line: Line) -> tuple[str, int]:
    """The line's words but for their figures, and its height on the page."""
    return re.sub(r"\d+", "0", " ".join(line.text.lower().split())), round(line.y)


def _is_around(line: Line) -> bool:
    text = line.text.strip()
    return bool(_NUMBER.fullmatch(text) or _PRINTED.fullmatch(text) or _RIGHTS.match(text))
