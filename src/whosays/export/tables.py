"""Rows of a case -> a page for the terminal, readable at 80 columns and without colour."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whosays.export.marks import AFFIRMS, OPEN, REJECTS, UNCONFIRMED, mark
from whosays.export.printable import printable
from whosays.export.rows import (
    BoundRow,
    ChangeRow,
    Days,
    FigureRow,
    IncidentRow,
    MatrixRow,
    MomentRow,
    Named,
    Number,
    OriginRow,
    PositionOf,
    Row,
    TensionRow,
)

_STYLES = {AFFIRMS: "blue", REJECTS: "red", OPEN: "magenta", UNCONFIRMED: "bright_black"}
_STATES = {
    "contested": "red",
    "figures_differ": "yellow",
    "not_confirmed": "bright_black",
    "one_origin": "yellow",
    "not_disputed": "blue",
}


def tables(rows: Sequence[Row], console: Console) -> None:
    """Prints the rows, each sort in its own form; says so where there are none."""
    if not rows:
        console.print(Text("nothing to show", style="dim"))
    for row in rows:
        with console.capture() as held:
            _show(row, console)
        console.file.write("\n".join(line.rstrip() for line in held.get().split("\n")))


def checked_line(checked: int, claims: int) -> str:
    """The reminder that ends every page of a case."""
    return f"Machine-read; {checked} of {claims} claims checked by a person. It errs: check the words before you rely on them."


def _show(row: Row, console: Console) -> None:
    if isinstance(row, MatrixRow):
        _proposition(row, console)
    elif isinstance(row, FigureRow):
        _figure(row, console)
    elif isinstance(row, BoundRow):
        _bound(row, console)
    else:
        head, said, aside = _plain(row)
        console.print(Text.assemble((printable(head), "bold"), "  ", printable(said)))
        console.print(Padding(Text(printable(aside), style="dim"), (0, 0, 1, 2)))


def _proposition(row: MatrixRow, console: Console) -> None:
    console.print(Text(printable(row.label), style="bold"))
    reports = f"{row.origins} origin{'s' * (row.origins != 1)} of {row.reports} report{'s' * (row.reports != 1)}"
    first = f" · first {row.first.date}" if row.first.date else ""
    grade = f" · Airwars: {row.grade.airwars}" if row.grade else ""
    state = Text(row.state.replace("_", " "), style=_STATES.get(row.state, ""))
    console.print(Padding(state.append(f" · {reports}{first}{grade}", "dim"), (0, 0, 0, 2)))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=16)
    grid.add_column(ratio=1)
    for position in row.positions:
        shown = mark(position.stance)
        grid.add_row(Text(f"{shown.shape} {shown.word}", style=_STYLES[_tone(position)]), _who(position))
    console.print(Padding(grid, (0, 0, 1, 4)))


def _tone(position: PositionOf) -> str:
    if position.stance == "not_confirmed":
        return UNCONFIRMED
    return {"affirms": AFFIRMS, "rejects": REJECTS}.get(position.position, OPEN)


def _who(position: PositionOf) -> Text:
    since = f" since {position.since}" if position.since else ""
    last = f", last {position.last}" if position.last and position.last != position.since else ""
    text = Text(printable(name(position.source)))
    turned = " (negated: it rejects)" if position.position == "rejects" and position.stance == "asserts" else ""
    return text.append(f"{turned}{since}{last}", "dim")


def name(named: Named) -> str:
    """Who, in the fewest words: name and code; the article's own voice by its publisher's name."""
    who = named.name or "not named"
    return f"{who} ({named.code})" if named.code and named.code != "publisher" else who


def _figure(row: FigureRow, console: Console) -> None:
    kinds = ", ".join(row.counted.kinds)
    side = f" · {row.counted.side}" if row.counted.side else ""
    where = f" · {row.counted.place}" if row.counted.place else ""
    console.print(Text.assemble((printable(row.text), "bold"), f"  {kinds}{side}{printable(where)}"))
    why = "" if row.happened else f" · not counted: {row.status or 'no event'}, {row.position}"
    aside = f"{printable(name(row.source))} · {row.said or 'undated'} · {row.document}{_period(row.period)}{why}"
    console.print(Padding(Text(printable(aside), style="dim"), (0, 0, 0, 2)))


def _period(days: Days | None) -> str:
    if days is None:
        return ""
    return f" · for {days.start}" if days.start == days.end else f" · for {days.start} to {days.end}"


def _bound(row: BoundRow, console: Console) -> None:
    kinds, unit = ", ".join(row.counted.kinds), row.counted.unit or ""
    side = f" · {row.counted.side}" if row.counted.side else ""
    where = f" · {row.counted.place}" if row.counted.place else ""
    console.print(
        Text.assemble(("range  ", "dim"), (_range(row.low, row.high), "bold"), f" {unit}  {kinds}{side}{where}")
    )
    console.print(Padding(Text(printable(row.arithmetic), style="dim"), (0, 0, 1, 2)))


def _range(low: Number | None, high: Number | None) -> str:
    if low is None and high is None:
        return "no bound"
    if low is None or high is None:
        return f"at least {low:,}" if high is None else f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _plain(row: OriginRow | IncidentRow | TensionRow | MomentRow | ChangeRow) -> tuple[str, str, str]:
    """What is printed of the simple rows: what it is, what it says, and the small print."""
    if isinstance(row, OriginRow):
        return row.kind, ", ".join(row.documents), row.why
    if isinstance(row, IncidentRow):
        return f"{len(row.documents)} report{'s' * (len(row.documents) != 1)}", ", ".join(row.documents), row.why
    if isinstance(row, TensionRow):
        return row.kind, row.why, "claims " + ", ".join(claim[:8] for claim in row.claims)
    if isinstance(row, ChangeRow):
        return row.change, row.what, f"{row.on or 'undated'}"
    days = str(row.start) if row.start == row.end else f"{row.start or '…'} to {row.end or '…'}"
    return days, row.label, row.state.replace("_", " ") + ("" if row.happened else " · not counted as happened")
