"""Records -> a page for the terminal: claims grouped by source, readable at 80 columns and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from whosays.export.figure import figure, interval, place, relay, speaker, unhappened
from whosays.export.marks import AFFIRMS, OPEN, REJECTS, UNCONFIRMED, Mark, mark
from whosays.export.printable import printable
from whosays.export.record import DocumentRecord, Record
from whosays.model import Dated, Document, Position

FOOTER = "Machine-read; it errs: check the words before you rely on them."

_STYLES = {AFFIRMS: "blue", REJECTS: "red", OPEN: "magenta", UNCONFIRMED: "bright_black"}
_MARK_WIDTH = 15
ID = 8
"""Characters of a claim's id that are shown: enough to ask for it by."""


def terminal(
    document: Document | DocumentRecord, records: Sequence[Record], console: Console, *, ids: bool = False
) -> None:
    """Prints one document: its heading, then each source with its claims in the order given.

    `ids` adds what each can be asked for by: the document's key, and how a claim's id begins.
    """
    shown: list[RenderableType] = [_heading(document, len(records), ids)]
    shown += [_group(name, claims, ids) for name, claims in _by_source(records)]
    if not records:
        shown.append(Padding(Text("no claims found", style="dim"), (1, 0, 0, 2)))
    with console.capture() as held:
        console.print(Group(*shown, Text()))
    # cells are filled up to their column: spaces that nobody wants to copy
    console.file.write("\n".join(line.rstrip() for line in held.get().split("\n")))


def footer(console: Console) -> None:
    """Prints the reminder that ends every page."""
    console.print(Text(FOOTER, style="dim"))


def _heading(document: Document | DocumentRecord, claims: int, ids: bool) -> Group:
    date = {
        Dated.GIVEN: f"{document.published}",
        Dated.ASSUMED: f"{document.published} (assumed: the date is not the document's own)",
        Dated.UNKNOWN: "date unknown: relative times stay open; see --published",
    }.get(Dated(document.dated), f"{document.published} (by its {document.dated})")
    count = f"{claims} claim" + "s" * (claims != 1)
    key = document.key if ids and document.title else None
    about = " · ".join(printable(part) for part in (key, document.publisher, date, count) if part)
    return Group(
        Rule(Text(printable(document.title or document.key), style="bold"), align="left", style="dim"),
        Text(about, style="dim"),
    )


def _by_source(records: Sequence[Record]) -> Iterable[tuple[tuple[str, str], list[Record]]]:
    """Sources in the order in which they first speak; the article's own voice among them."""

    def key(record: Record) -> tuple[str, str]:
        return speaker(record.source), "" if record.source.code in (None, "publisher") else str(record.source.code)

    order = {k: n for n, k in reversed(list(enumerate(map(key, records))))}
    ranked = sorted(records, key=lambda r: order[key(r)])
    return ((k, list(claims)) for k, claims in groupby(ranked, key=key))


def _group(source: tuple[str, str], claims: Sequence[Record], ids: bool) -> Padding:
    name, code = source
    heading = Text.assemble((printable(name), "bold"), ("  " + code if code else "", "dim"))
    rows = Table.grid(padding=(0, 1), expand=True)
    rows.add_column(width=_MARK_WIDTH)
    rows.add_column(ratio=1)
    for record in claims:
        rows.add_row(_stance(mark(record.stance, record.certainty, record.polarity)), _said(record, ids))
    return Padding(Group(heading, Padding(rows, (0, 0, 0, 2))), (1, 0, 0, 0))


def _stance(shown: Mark) -> Text:
    style = _STYLES[shown.tone]
    text = Text.assemble((shown.shape, style), " ", (shown.word, style))
    return text.append("\n  " + shown.aside.replace(", ", "\n  "), "dim") if shown.aside else text


def _said(record: Record, ids: bool) -> Text:
    text = Text(printable(record.text))
    details = " · ".join(filter(None, (_details(record), f"claim {record.id[:ID]}" if ids else "")))
    return text.append("\n" + details, "dim") if details else text


def _details(record: Record) -> str:
    """When, where, how many and by whom it was relayed, each only where the text says so."""
    event = record.event
    parts = [f"via {relay(record.via)}"] if record.via else []
    if event:
        parts += (
            [f"when {interval(event.time)}" if event.time.start or event.time.end else f"when “{event.time.text}”"]
            if event.time
            else []
        )
        parts += [f"where {place(event.place)}"] if event.place else []
        parts += [f"how many {figure(q)}" + (f" ({', '.join(q.kinds)})" if q.kinds else "") for q in event.quantities]
    if record.reported and (record.reported.start or record.reported.end):
        parts.append(f"said {interval(record.reported)}")
    why = unhappened(record)
    if why and record.position == Position.AFFIRMS:
        parts.append(f"{why}, not counted as happened")
    return printable(" · ".join(parts))
