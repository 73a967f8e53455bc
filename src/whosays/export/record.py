"""The record of the contract: plain structures in the contract's key order, ready for JSON, CSV or a page.

Every span is a pair of half-open offsets in code points. Keys that the contract does not name stand last in their
object: ``document.dated`` (given, assumed, unknown, or where in the document the date was found), ``moment`` and
``date_words`` (the same with time of day and zone, and the words that say it), ``antecedent`` (the
span of the fuller words that a pronoun stands for), ``joined`` (the further parties of an actor or recipient that is
several by name: "sanctions on Orlan, Sarda and Tovia"), ``others`` (readings of a place name that lost), ``part_of`` (the
span of the larger figure), ``side`` (the code of those who are counted), ``made_by.rule`` and
``made_by.conventions`` (by which policy vague numbers, and by which view the countries of disputed areas were read).
"""

from __future__ import annotations

from datetime import date

import msgspec

from whosays.model import Conventions

REPR_WORDS = 90
"""Characters of a claim that its repr shows."""

Pair = tuple[int, int]
Number = int | float


class DocumentRecord(msgspec.Struct, frozen=True):
    id: str
    key: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    language: str | None
    dated: str
    moment: str | None = None
    date_words: str | None = None


class Evidence(msgspec.Struct, frozen=True):
    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]


class AttributionRecord(msgspec.Struct, frozen=True):
    id: str
    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]


class SourceRecord(msgspec.Struct, frozen=True):
    name: str | None
    code: str | None
    kind: str | None
    text: str | None
    antecedent: Pair | None


class ViaRecord(msgspec.Struct, frozen=True):
    name: str | None
    code: str | None
    text: str | None
    span: Pair | None


class PartyRecord(msgspec.Struct, frozen=True):
    name: str | None
    code: str | None
    text: str | None
    span: Pair | None
    antecedent: Pair | None
    joined: tuple[PartyRecord, ...] = ()


class OtherRecord(msgspec.Struct, frozen=True):
    name: str
    country: str | None
    geonameid: int | None


class PlaceRecord(msgspec.Struct, frozen=True):
    text: str
    span: Pair
    name: str | None
    country: str | None
    adm1: str | None
    lat: float | None
    lon: float | None
    precision: str
    geonameid: int | None
    others: tuple[OtherRecord, ...]


class TimeRecord(msgspec.Struct, frozen=True):
    text: str
    span: Pair
    start: date | None
    end: date | None
    precision: str | None
    timex: str | None


class QuantityRecord(msgspec.Struct, frozen=True):
    text: str
    span: Pair
    low: Number | None
    best: Number | None
    high: Number | None
    unit: str | None
    approximate: bool
    of: str | None
    kinds: tuple[str, ...]
    part_of: Pair | None
    side: str | None = None


class EventRecord(msgspec.Struct, frozen=True):
    type: str | None
    mode: str | None
    status: str | None
    trigger: tuple[Pair, ...]
    actor: PartyRecord | None
    recipient: PartyRecord | None
    place: PlaceRecord | None
    time: TimeRecord | None
    quantities: tuple[QuantityRecord, ...]


class MadeBy(msgspec.Struct, frozen=True):
    version: str
    model: str
    rule: str | None
    conventions: Conventions


class Record(msgspec.Struct, frozen=True):
    """One claim as the contract has it."""

    id: str
    document: DocumentRecord
    sentence: int
    text: str
    evidence: Evidence
    attribution: AttributionRecord | None
    source: SourceRecord
    via: tuple[ViaRecord, ...]
    stance: str
    certainty: str
    polarity: str
    position: str
    factuality: str
    event: EventRecord | None
    reported: TimeRecord | None
    resolved: tuple[Pair, ...]
    made_by: MadeBy

    def __repr__(self) -> str:
        who = "the article" if self.source.code == "publisher" else self.source.name or self.source.text
        code = f" ({self.source.code})" if self.source.code not in (None, "publisher") else ""
        words = self.text if len(self.text) <= REPR_WORDS else self.text[:REPR_WORDS].rsplit(" ", 1)[0] + " …"
        return f"<Claim {self.id[:8]}: {who}{code} {self.stance}: “{words}”>"
