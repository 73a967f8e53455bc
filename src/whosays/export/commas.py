"""Records -> CSV (RFC 4180, UTF-8): one claim a row, for spreadsheets.

A cell of text that begins with ``= + - @`` or a control character would run as a formula in a spreadsheet: it gets an
apostrophe before it (OWASP, "CSV injection"). Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from whosays.export.columns import COLUMNS, Cell, cells
from whosays.export.record import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def header() -> str:
    """The first line: the names of the columns."""
    return line(COLUMNS)


def commas(records: Iterable[Record]) -> str:
    """One claim a line under `header`; the empty string for none."""
    return "".join(line(cells(record)) for record in records)


def line(row: Iterable[Cell]) -> str:
    """One row, its cells made safe to open in a spreadsheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str):
        words = cell.replace("\x00", "\N{REPLACEMENT CHARACTER}")
        return "'" + words if words.startswith(_FORMULA) and words not in ("+", "-") else words
    return cell
