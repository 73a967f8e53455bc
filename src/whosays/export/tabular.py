"""A balance -> three tables that join: events, the reports that tell of them, and who says what of which in which report.

They are for other programs, and for merging with other people's event data: ``crosswalk`` names, for each claim, its
event (the proposition), its report (the document) and the origin that the report counts under.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from whosays.export.columns import Cell
from whosays.export.commas import line
from whosays.findings import Balance, Finding, Held, Holder, Posting, Shelf
from whosays.model import PlacePrecision, Position

Mask = Callable[[str], str]

WHERE_PREC = {
    PlacePrecision.EXACT: 1,
    PlacePrecision.NEAR: 2,
    PlacePrecision.ADM2: 3,
    PlacePrecision.ADM1: 4,
    PlacePrecision.FEATURE: 5,
    PlacePrecision.PART_OF_COUNTRY: 5,
    PlacePrecision.COUNTRY: 6,
}
"""UCDP GED's where_prec of a precision (UCDP GED codebook, "where_prec"); what is none has none."""


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its name, its columns and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def csv(self, mask: Mask | None = None) -> str:
        """RFC 4180, safe to open in a spreadsheet; `mask` is put over every cell of text that people wrote."""
        rows = self.rows if mask is None else (self._masked(row, mask) for row in self.rows)
        return line(self.columns) + "".join(map(line, rows))

    def _masked(self, row: Iterable[Cell], mask: Mask) -> tuple[Cell, ...]:
        return tuple(
            mask(cell) if isinstance(cell, str) and name in WRITTEN else cell
            for name, cell in zip(self.columns, row, strict=True)
        )


WRITTEN = frozenset(
    [
        "label",
        "actor",
        "recipient",
        "place",
        "affirmed_by",
        "rejected_by",
        "left_open_by",
        "key",
        "title",
        "publisher",
        "url",
        "source",
        "source_text",
        "text",
        "via",
    ]
)
"""Columns that hold words or names; the others are ids, codes, days and numbers."""

EVENTS = (
    "event",
    "label",
    "state",
    "event_type",
    "actor",
    "actor_code",
    "recipient",
    "recipient_code",
    "place",
    "country",
    "adm1",
    "latitude",
    "longitude",
    "where_prec",
    "start",
    "end",
    "reports",
    "origins",
    "first_said",
    "first_claim",
    "affirmed_by",
    "rejected_by",
    "left_open_by",
    "grade",
    "grade_rule",
    "claims",
    "claims_checked",
    "made_by",
)
REPORTS = (
    "report",
    "key",
    "title",
    "publisher",
    "published",
    "dated",
    "url",
    "language",
    "version",
    "shelf",
    "origin",
    "claims",
)
CROSSWALK = (
    "event",
    "claim",
    "report",
    "origin",
    "said",
    "source",
    "source_code",
    "source_text",
    "via",
    "position",
    "stance",
    "certainty",
    "polarity",
    "happened",
    "text",
    "checked",
)


def tabular(balance: Balance) -> tuple[Table, Table, Table]:
    """The events, the reports and the crosswalk of what was known on the day; events and claims of current reports alone."""
    postings = {p.id: p for p in balance.postings}
    origins = {document: o.id for o in balance.origins for document in o.documents}
    events = tuple(_event(f, balance.checked) for f in balance.findings)
    reports = tuple(_report(d, origins) for d in balance.documents)
    pairs = ((f, postings[claim]) for f in balance.findings for claim in f.proposition.claims)
    crosswalk = tuple(_crosswalk(f, p, origins, balance.checked) for f, p in pairs)
    return Table("events", EVENTS, events), Table("reports", REPORTS, reports), Table("crosswalk", CROSSWALK, crosswalk)


def _event(f: Finding, checked: frozenset[str]) -> tuple[Cell, ...]:
    claims = f.proposition.claims
    place = f.place
    return (
        f.proposition.id,
        f.proposition.label,
        f.state,
        f.type,
        _name(f.actor),
        f.actor.code if f.actor else None,
        _name(f.recipient),
        f.recipient.code if f.recipient else None,
        place.name if place else None,
        place.country if place else None,
        place.adm1 if place else None,
        place.lat if place else None,
        place.lon if place else None,
        WHERE_PREC.get(place.precision) if place else None,
        f.start,
        f.end,
        f.reports,
        f.origins,
        f.first,
        f.first_claim,
        *("; ".join(_holders(f, position)) or None for position in Position),
        f.grade.airwars if f.grade else None,
        f.grade.rule if f.grade else None,
        len(claims),
        len(checked.intersection(claims)),
        "machine",
    )


def _report(d: Held, origins: dict[str, str]) -> tuple[Cell, ...]:
    known = (d.id, d.key, d.title, d.publisher, d.published, d.dated, d.url, d.language, d.version, d.shelf)
    return (*known, origins.get(d.id), d.claims if d.shelf is Shelf.CURRENT else 0)


def _crosswalk(f: Finding, p: Posting, origins: dict[str, str], checked: frozenset[str]) -> tuple[Cell, ...]:
    relayed = "; ".join(name for v in p.via if (name := _name(v)))
    return (
        f.proposition.id,
        p.id,
        p.document,
        origins.get(p.document),
        p.said,
        _name(p.source),
        p.source.code,
        p.source.text,
        relayed or None,
        p.position,
        p.stance,
        p.certainty,
        p.polarity,
        "yes" if p.happened else "no",
        p.text,
        "yes" if p.id in checked else "no",
    )


def _holders(f: Finding, position: Position) -> Iterator[str]:
    """Who takes the position now: each source by its latest saying."""
    latest: dict[str, tuple[date, Position, str]] = {}
    for stand in f.positions:
        key, last = stand.source.key, stand.last or date.min
        if key not in latest or last >= latest[key][0]:
            latest[key] = (last, stand.position, _name(stand.source) or "not named")
    return (name for _, held, name in latest.values() if held is position)


def _name(holder: Holder | None) -> str | None:
    return (holder.name or holder.text) if holder else None
