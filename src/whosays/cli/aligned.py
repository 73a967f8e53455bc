"""Rows of cells -> lines of a terminal, the cells of a column below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.export.printable import printable


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A line for each row, each cell fit for a terminal and as wide as the widest of its column. Rows may be of any length."""
    lines = [[printable(cell) for cell in row] for row in rows]
    widths: list[int] = []
    for line in lines:
        widths += [0] * (len(line) - len(widths))
        for n, cell in enumerate(line[:-1]):  # what ends a line pushes nothing away
            widths[n] = max(widths[n], len(cell))
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=False)).rstrip()
