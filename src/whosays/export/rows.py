"""The records of a case as the contract has them ("The case as JSON"): plain structures in its key order.

Keys that the contract does not name stand last in their object.
"""

from __future__ import annotations

from datetime import date

import msgspec

Number = int | float


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
