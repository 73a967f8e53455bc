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
from whosays.web.reader import Reader, ReaderClaim
from whosays.web.review import Review
from whosays.web.situation import Situation

View = Matrix | Documents | Claims | Reader | Review | Figures | Places | Situation
Table = tuple[tuple[str, ...], Iterable[tuple[Cell, ...]]]


def flat(view: View) -> str:
    """The view as CSV, with a header."""
    names, rows = _table(view)
    return "".join(map(line, (names, *rows)))


_CELL = ("proposition", "label", "state", "source", "stance", "origins", "reports", "claims")
_DOCUMENT = ("id", "key", "title", "publisher", "published", "dated", "claims", "relation", "url")
_CLAIM = (
    "claim", "source", "stance", "text", "proposition", "state", "document", "publisher", "day", "start", "end",
)  # fmt: skip
_READ = ("number", "claim", "source", "via", "stance", "text", "checked", "rejected")
_SAYING = ("proposition", "label", "state", "what", "from", "to", "source", "stance", "copy", "claim")


def _table(view: View) -> Table:
    match view:
        case Matrix():
            return _CELL, _cells(view)
        case Documents():
            return _DOCUMENT, (tuple(getattr(r, n) for n in _DOCUMENT) for r in view.rows)
        case Claims():
            return _CLAIM, (_claim(r) for r in view.rows)
        case Reader():
            return _READ, (_read(c) for c in view.shown)
        case Figures():
            return _FIGURE, (_figure(name, g) for name, g in view.rows)
        case Places():
            return _PLACE, (_place(p) for p in view.places)
        case Situation():
            return _SAYING, _told(view)
        case Review():
            return ("item", "kind", "title", "claims"), ((w.id, w.kind, w.title, w.claims) for w in view.queue)


def _read(c: ReaderClaim) -> tuple[Cell, ...]:
    return c.number, c.claim, c.speaker, c.via or None, c.mark.words, c.text, str(c.checked), str(c.rejected)


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
