"""Rows of a case -> CSV: the records' own keys as columns, nested ones with a dot, lists joined by "; ".

A proposition has a line for each position taken on it, so that a spreadsheet can sort and filter by who says what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from whosays.export.columns import Cell
from whosays.export.commas import line
from whosays.export.rows import IncidentRow, MatrixRow, Row


def sheet(rows: Sequence[Row]) -> str:
    """The rows as CSV with a header; the empty string for none. Rows of several sorts have the columns of all of them."""
    names, lines = columns(rows)
    return line(names) + "".join(map(line, lines)) if names else ""


def columns(rows: Sequence[Row]) -> tuple[list[str], list[list[Cell]]]:
    """The names of the columns, and the lines under them."""
    flat = [cells for row in rows for cells in _lines(row)]
    names = list(dict.fromkeys(name for cells in flat for name in cells))
    return names, [[cells.get(name) for name in names] for cells in flat]


def _lines(row: Row) -> Iterator[dict[str, Cell]]:
    plain = msgspec.to_builtins(row)
    if isinstance(row, IncidentRow):
        plain["ties"] = [f"{' ~ '.join(tie.documents)} {tie.score}" for tie in row.ties]
    if not isinstance(row, MatrixRow):
        yield dict(_flat("", plain))
        return
    positions = plain.pop("positions")
    plain["rests_on"] = [root["why"] for root in plain["rests_on"]]
    for position in positions:
        yield dict(_flat("", {**plain, "position": position.pop("position"), **position}))


def _flat(prefix: str, value: Any) -> Iterator[tuple[str, Cell]]:
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, dict):
            yield from _flat(f"{name}.", inner)
        else:
            yield name, "; ".join(map(str, inner)) if isinstance(inner, list | tuple) else inner
