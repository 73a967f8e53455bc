"""The rows of an answer on standard output: whole as JSON or CSV, on a terminal no more than somebody reads."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import msgspec

from whosays.cli.console import console
from whosays.cli.form import chosen
from whosays.cli.guard import say
from whosays.export.record import Record
from whosays.export.rows import Row
from whosays.export.sheets import sheet
from whosays.export.tables import tables
from whosays.export.terminal import terminal

SCREENFUL = 100
"""Rows that a terminal is given where nobody says how many: a page of a large case would take minutes to lay out and scroll by."""


def print_rows(rows: Sequence[Row], form: str | None, limit: int | None, footer: str, quiet: bool) -> None:
    """Prints the first `limit` rows (0: all; None: as many as `SCREENFUL` on a terminal, else all), then `footer`.

    Where rows are left out, says how many and how to get them. Beside a table both lines are part of the page, beside data
    they go to standard error, but for `quiet`, which leaves out `footer`: that rows are missing is always said.
    """
    form = chosen(form)
    if limit is None and form == "table" and sys.stdout.isatty():
        limit = SCREENFUL
    shown = rows[: limit or None]
    more = (
        f"The first {len(shown):,} of {len(rows):,} are shown; --limit 0 shows all." if len(shown) < len(rows) else ""
    )
    if form == "table":
        _page(shown, [line for line in (more, footer) if line])
        return
    text = sheet(shown).encode() if form == "csv" else b"".join(msgspec.json.encode(row) + b"\n" for row in shown)
    sys.stdout.buffer.write(text)
    nothing = "" if rows or quiet else "nothing to show"
    for line in (nothing, more, "" if quiet else footer):
        if line:
            say(line)


def print_records(records: Sequence[bytes], form: str | None) -> None:
    """Prints the contract's records as they are; as a table, those of a document together, each with how its id begins."""
    if chosen(form) != "table":
        sys.stdout.buffer.write(b"".join(record + b"\n" for record in records))
        return
    found: dict[str, list[Record]] = {}
    for record in records:
        read = msgspec.json.decode(record, type=Record)
        found.setdefault(read.document.id, []).append(read)
    page = console()
    for of_one in found.values():
        terminal(of_one[0].document, of_one, page, ids=True)


def _page(rows: Sequence[Row], below: Sequence[str]) -> None:
    page = console()
    tables(rows, page)
    for line in below:
        page.print(line, style="dim")
