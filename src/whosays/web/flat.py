"""View models -> CSV: what stands on a screen, one thing a row, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.export.columns import Cell
from whosays.export.commas import line
from whosays.web.claims import ClaimRow, Claims
from whosays.web.documents import Documents
from whosays.web.matrix import Matrix
from whosays.web.reader import Reader
from whosays.web.review import Review

Table = tuple[tuple[str, ...], Iterable[tuple[Cell, ...]]]


def flat(view: Matrix | Documents | Claims | Reader | Review) -> str:
    """The view as CSV, with a header."""
    names, rows = _table(view)
    return "".join(map(line, (names, *rows)))


def _table(view: Matrix | Documents | Claims | Reader | Review) -> Table:
    names: tuple[str, ...]
    if isinstance(view, Matrix):
        return ("proposition", "label", "state", "source", "stance", "origins", "reports", "claims"), _cells(view)
    if isinstance(view, Documents):
        names = ("id", "key", "title", "publisher", "published", "dated", "claims", "relation", "url")
        return names, (tuple(getattr(r, n) for n in names) for r in view.rows)
    if isinstance(view, Claims):
        names = (
            "claim",
            "source",
            "stance",
            "text",
            "proposition",
            "state",
            "document",
            "publisher",
            "day",
            "start",
            "end",
        )
        return names, (_claim(r) for r in view.rows)
    if isinstance(view, Reader):
        names = ("number", "claim", "source", "via", "stance", "text", "checked", "rejected")
        return names, (
            (c.number, c.claim, c.speaker, c.via or None, c.mark.words, c.text, str(c.checked), str(c.rejected))
            for c in view.shown
        )
    return ("item", "kind", "title", "claims"), ((w.id, w.kind, w.title, w.claims) for w in view.queue)


def _cells(view: Matrix) -> Iterator[tuple[Cell, ...]]:
    names = {c.key: c.name for c in view.columns}
    for row in view.rows:
        for cell in row.cells:
            for s in cell.stances:
                source = names[cell.column]
                claims = " ".join(s.claims)
                yield row.proposition, row.label, row.state, source, s.mark.words, s.origins, s.reports, claims


def _claim(row: ClaimRow) -> tuple[Cell, ...]:
    s = row.shown
    at = (s.quote.start, s.quote.end) if s.quote else (None, None)
    return s.claim, s.speaker, s.mark.words, row.text, row.proposition, row.state, s.title, s.publisher, s.day, *at
