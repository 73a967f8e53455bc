"""Findings -> the records of the contract ("The case as JSON"): plain structures in its key order.

Keys that the contract does not name stand last in their object.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from whosays.findings import Balance, Bound, Counted, Figure, Finding, Holder, Incident, Origin, Spot, Stand, Tension
from whosays.reconcile.diff import Change
from whosays.reconcile.timeline import Moment

Number = int | float
SHOWN = 3
"""Grounds of a tie that are told in words."""


class Named(msgspec.Struct, frozen=True):
    """A party by its name and its code; either is null where nothing tells it."""

    name: str | None
    code: str | None


class PlaceOf(msgspec.Struct, frozen=True):
    """A place as the gazetteer has it: degrees north and east, null for what has no point; ``precision`` as in the record's."""

    name: str | None
    country: str | None
    adm1: str | None
    lat: float | None
    lon: float | None
    precision: str


class Days(msgspec.Struct, frozen=True):
    """A closed interval of days, open on the side that is null."""

    start: date | None
    end: date | None


class EventOf(msgspec.Struct, frozen=True):
    """The event: each field as the plainest claim has it, else the first claim that says anything of it; null where none does."""

    type: str | None
    actor: Named | None
    recipient: Named | None
    place: PlaceOf | None
    time: Days | None


class First(msgspec.Struct, frozen=True):
    """The claim that said it first, and the day on which it was said."""

    date: date | None
    claim: str | None


class GradeOf(msgspec.Struct, frozen=True):
    """Airwars' grade of how well it is confirmed, and the rule that gave it."""

    airwars: str
    rule: str


class PositionOf(msgspec.Struct, frozen=True):
    """What a source holds, from the day it first said so to the day it last did, and in which claims."""

    source: Named
    position: str
    stance: str
    since: date | None
    last: date | None
    claims: tuple[str, ...]


class RootOf(msgspec.Struct, frozen=True):
    """An origin of the proposition: the keys of the documents that count as one, and why they do."""

    kind: str
    documents: tuple[str, ...]
    why: str


class MatrixRow(msgspec.Struct, frozen=True):
    """One proposition, and who stands where on it."""

    id: str
    label: str
    state: str
    event: EventOf | None
    reports: int
    origins: int
    first: First
    grade: GradeOf | None
    positions: tuple[PositionOf, ...]
    claims: tuple[str, ...]
    rests_on: tuple[RootOf, ...]


class CountedOf(msgspec.Struct, frozen=True):
    """What a figure counts: what became of them, whose they are (a code), in which unit, where."""

    kinds: tuple[str, ...]
    side: str | None
    unit: str | None
    place: str | None


class FigureRow(msgspec.Struct, frozen=True):
    """A figure as its source said it; ``part_of`` is the claim whose figure it is part of, ``period`` the days it is for."""

    record: str
    counted: CountedOf
    said: date | None
    source: Named
    low: Number | None
    best: Number | None
    high: Number | None
    approximate: bool
    part_of: str | None
    period: Days | None
    claim: str
    document: str
    position: str
    status: str | None
    happened: bool
    text: str


class BoundRow(msgspec.Struct, frozen=True):
    """The range in which a counted thing stands on the day, its arithmetic in words, and the claims it rests on."""

    record: str
    counted: CountedOf
    as_of: date | None
    low: Number | None
    high: Number | None
    arithmetic: str
    claims: tuple[str, ...]


class OriginRow(msgspec.Struct, frozen=True):
    """The keys of documents that count as one: copies, citations, or a single one; and why."""

    origin: str
    documents: tuple[str, ...]
    kind: str
    why: str


class TieOf(msgspec.Struct, frozen=True):
    """How likely (0 to 1) two documents tell of one incident, the names they share, and the log-odds that each observation adds."""

    documents: tuple[str, str]
    score: float
    shared: tuple[str, ...]
    parts: dict[str, float]


class IncidentRow(msgspec.Struct, frozen=True):
    """The keys of documents that tell of one thing that happened, and what ties them together."""

    incident: str
    documents: tuple[str, ...]
    why: str
    ties: tuple[TieOf, ...]


class TensionRow(msgspec.Struct, frozen=True):
    """Claims that can't all hold, or that pull apart, and why."""

    kind: str
    claims: tuple[str, ...]
    why: str


class MomentRow(msgspec.Struct, frozen=True):
    """When something is said to have happened, and how that stands; ``happened`` as in the contract."""

    start: date | None
    end: date | None
    precision: str | None
    label: str
    state: str
    happened: bool
    proposition: str
    claims: tuple[str, ...]


class ChangeRow(msgspec.Struct, frozen=True):
    """What is new since a day: what sort of change, on which day, in words."""

    change: str
    on: date | None
    what: str
    proposition: str | None
    claims: tuple[str, ...]


Row = MatrixRow | FigureRow | BoundRow | OriginRow | IncidentRow | TensionRow | MomentRow | ChangeRow


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
