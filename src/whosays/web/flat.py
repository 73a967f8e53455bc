"""View models -> CSV: what stands on a screen, one thing a row, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.export.columns import Cell
from whosays.export.commas import line
from whosays.web.claims import ClaimRow, Claims
from whosays.web.documents import Documents
from whosays.web.figures import Figures, Given
from whosays.web.matrix import Matrix
from whosays.web.places import Place, Places
from whosays.web.reader import Reader
from whosays.web.review import Review
from whosays.web.situation import Situation

View = Matrix | Documents | Claims | Reader | Review | Figures | Places | Situation
Table = tuple[tuple[str, ...], Iterable[tuple[Cell, ...]]]


def flat(view: View) -> str:
    """The view as CSV, with a header."""
    names, rows = _table(view)
    return "".join(map(line, (names, *rows)))


def _table(view: View) -> Table:
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
    if isinstance(view, Figures):
        return _FIGURE, (_figure(name, g) for name, g in view.rows)
    if isinstance(view, Places):
        return _PLACE, (_place(p) for p in view.places)
    if isinstance(view, Situation):
        return ("proposition", "label", "state", "what", "from", "to", "source", "stance", "copy", "claim"), _told(view)
    return ("item", "kind", "title", "claims"), ((w.id, w.kind, w.title, w.claims) for w in view.queue)


_FIGURE = (
    "counted", "narrowed", "said", "source", "text", "low", "best", "high", "unit", "hedged", "against", "stands",
    "derived_low", "derived_high", "reports", "origins", "claim",
)  # fmt: skip


def _figure(name: str, g: Given) -> tuple[Cell, ...]:
    derived = g.derived or (None, None)
    counts = str(g.hedged), g.against or None, str(g.stands)
    numbers = g.low, g.best, g.high, g.unit
    return (
        name,
        g.narrowed or None,
        g.said,
        g.source,
        g.text,
        *numbers,
        *counts,
        *derived,
        g.reports,
        g.origins,
        g.claim,
    )


_PLACE = (
    "place", "words", "name", "country", "adm1", "lat", "lon", "precision", "sort", "claims", "happened", "rejected", "against",
)  # fmt: skip


def _place(p: Place) -> tuple[Cell, ...]:
    s = p.spot
    where = s.name, s.country, s.adm1, s.lat, s.lon, s.precision
    return p.id, "; ".join(p.words) or None, *where, p.sort, p.claims, p.happened, p.rejected, p.against or None


def _told(view: Situation) -> Iterator[tuple[Cell, ...]]:
    """A row for each time that a proposition is said to be of, and for each saying of it."""
    for r in view.rows:
        for b in r.bars:
            what = "happened" if b.happened else "not said to have happened"
            yield r.proposition, r.label, r.state, what, b.start, b.end, None, None, None, None
        for s in r.sayings:
            yield r.proposition, r.label, r.state, "said", s.said, s.said, s.speaker, s.mark.words, str(s.copy), s.claim


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
