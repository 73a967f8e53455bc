"""Findings -> the rows of the contract ("The case as JSON")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.export.rows import (
    BoundRow,
    ChangeRow,
    CountedOf,
    Days,
    EventOf,
    FigureRow,
    First,
    GradeOf,
    IncidentRow,
    MatrixRow,
    MomentRow,
    Named,
    Number,
    OriginRow,
    PlaceOf,
    PositionOf,
    RootOf,
    TensionRow,
    TieOf,
)
from whosays.findings import Balance, Bound, Counted, Figure, Finding, Holder, Incident, Origin, Spot, Stand, Tension
from whosays.reconcile.diff import Change
from whosays.reconcile.timeline import Moment

SHOWN = 3
"""Grounds of a tie that are told in words."""


def matrix_rows(findings: Sequence[Finding], keys: Mapping[str, str]) -> tuple[MatrixRow, ...]:
    """One row for each finding, in their order. `keys` are the documents' keys by id."""
    return tuple(
        MatrixRow(
            id=f.proposition.id,
            label=f.proposition.label,
            state=f.state,
            event=_event(f),
            reports=f.reports,
            origins=f.origins,
            first=First(f.first, f.first_claim),
            grade=GradeOf(f.grade.airwars, f.grade.rule) if f.grade else None,
            positions=tuple(_position(s) for s in f.positions),
            claims=f.proposition.claims,
            rests_on=tuple(RootOf(r.kind, _keys(r.documents, keys), r.why) for r in f.roots),
        )
        for f in findings
    )


def figure_rows(balance: Balance, keys: Mapping[str, str]) -> tuple[FigureRow | BoundRow, ...]:
    """Every figure as it was said, then the range that stands of each counted thing."""
    return (*(_figure(f, keys) for f in balance.figures), *(_bound(b) for b in balance.bounds))


def origin_rows(origins: Sequence[Origin], keys: Mapping[str, str]) -> tuple[OriginRow, ...]:
    """One row for each origin."""
    return tuple(OriginRow(o.id, _keys(o.documents, keys), o.kind, o.why) for o in origins)


def incident_rows(incidents: Sequence[Incident], keys: Mapping[str, str]) -> tuple[IncidentRow, ...]:
    """One row for each incident; ``why`` tells what its likeliest pair has in common."""
    return tuple(
        IncidentRow(
            i.id,
            _keys(i.documents, keys),
            _together(i, keys),
            tuple(TieOf((keys[t.left], keys[t.right]), t.score, t.shared, dict(t.parts)) for t in i.ties),
        )
        for i in incidents
    )


def _together(incident: Incident, keys: Mapping[str, str]) -> str:
    if not incident.ties:
        return "no other document tells of it"
    tie = incident.ties[0]
    named = f"; both name {', '.join(tie.shared)}" if tie.shared else ""
    grounds = [name for name, value in sorted(tie.parts, key=lambda part: -part[1]) if value > 0 and name != "start"]
    return f"{keys[tie.left]} and {keys[tie.right]} ({tie.score:.0%}), most by {', '.join(grounds[:SHOWN])}{named}"


def tension_rows(tensions: Sequence[Tension]) -> tuple[TensionRow, ...]:
    """One row for each tension."""
    return tuple(TensionRow(t.kind, t.claims, t.why) for t in tensions)


def moment_rows(moments: Sequence[Moment]) -> tuple[MomentRow, ...]:
    """One row for each moment, by time."""
    return tuple(
        MomentRow(m.start, m.end, m.grain, m.label, m.state, m.happened, m.proposition, m.claims) for m in moments
    )


def change_rows(changes: Sequence[Change]) -> tuple[ChangeRow, ...]:
    """One row for each change."""
    return tuple(ChangeRow(c.kind, c.on, c.what, c.proposition, c.claims) for c in changes)


def number(value: float | None) -> Number | None:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def _keys(documents: Sequence[str], keys: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(keys.get(d, d) for d in documents)


def _event(finding: Finding) -> EventOf | None:
    time = Days(finding.start, finding.end) if finding.start or finding.end else None
    said = (finding.type, finding.actor, finding.recipient, finding.place, time)
    if not any(said):
        return None
    return EventOf(finding.type, _named(finding.actor), _named(finding.recipient), _place(finding.place), time)


def _named(holder: Holder | None) -> Named | None:
    return Named(holder.name or holder.text, holder.code) if holder else None


def _place(spot: Spot | None) -> PlaceOf | None:
    return PlaceOf(spot.name, spot.country, spot.adm1, spot.lat, spot.lon, spot.precision) if spot else None


def _position(stand: Stand) -> PositionOf:
    source = Named(stand.source.name or stand.source.text, stand.source.code)
    return PositionOf(source, stand.position, stand.stance, stand.since, stand.last, stand.claims)


def _counted(counted: Counted) -> CountedOf:
    return CountedOf(counted.kinds, counted.side, counted.unit, counted.place)


def _figure(figure: Figure, keys: Mapping[str, str]) -> FigureRow:
    return FigureRow(
        record="figure",
        counted=_counted(figure.counted),
        said=figure.said,
        source=Named(figure.source.name or figure.source.text, figure.source.code),
        low=number(figure.low),
        best=number(figure.best),
        high=number(figure.high),
        approximate=figure.approximate,
        part_of=figure.part_of,
        period=Days(*figure.period) if figure.period else None,
        claim=figure.claim,
        document=keys.get(figure.document, figure.document),
        position=figure.position,
        status=figure.status,
        happened=figure.happened,
        text=figure.text,
    )


def _bound(bound: Bound) -> BoundRow:
    low, high = number(bound.low), number(bound.high)
    return BoundRow("bound", _counted(bound.counted), bound.as_of, low, high, bound.arithmetic, bound.claims)
