"""Claim -> the record of the contract: plain structures in the contract's key order, ready for JSON, CSV or a page.

Every span is a pair of half-open offsets in code points. Keys that the contract does not name stand last in their
object: ``document.dated`` (given, assumed, unknown), ``antecedent`` (the span of the fuller words that a pronoun
stands for), ``others`` (readings of a place name that lost), ``part_of`` (the span of the larger figure) and
``made_by.rule``.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date

import msgspec

from whosays import __version__
from whosays.model import Analysis, Claim, Document, Event, Mention, Party, Quantity, Span, Tagged, When, Where

ID_LENGTH = 20
"""Hexadecimal digits of an id, as in a document's."""

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


def records(analysis: Analysis, model: str) -> tuple[Record, ...]:
    """The records of a document's claims in the order of the text, each with an id of its own.

    `model` names what read the document (parser, tagger and their hashes). Two claims that agree in all that an id is
    made of are told apart by their order.
    """
    seen: Counter[str] = Counter()
    document = _document(analysis.document)
    found = []
    for claim in analysis.claims:
        basis = _basis(claim)
        seen[basis] += 1
        found.append(_record(claim, document, _hash(basis, *([seen[basis]] if seen[basis] > 1 else [])), model))
    return tuple(found)


def _record(claim: Claim, document: DocumentRecord, id_: str, model: str) -> Record:
    attribution = claim.attribution
    return Record(
        id=id_,
        document=document,
        sentence=claim.sentence,
        text=claim.text,
        evidence=_evidence(claim),
        attribution=_attribution(document.id, attribution.tagged),
        source=SourceRecord(
            claim.source.name, claim.source.code, claim.source.kind, claim.source.text, _pair(claim.source.antecedent)
        ),
        via=tuple(ViaRecord(v.name, v.code, v.text, _pair(v.span)) for v in claim.via),
        stance=claim.stance,
        certainty=claim.certainty,
        polarity=claim.polarity,
        position=claim.position,
        factuality=claim.factuality,
        event=_event(claim.event),
        reported=_time(claim.reported),
        resolved=_pairs(attribution.resolved),
        made_by=MadeBy(__version__, model, attribution.tagged.by if attribution.tagged else None),
    )


def _basis(claim: Claim) -> str:
    evidence = _evidence(claim)
    source = (claim.source.name, claim.source.code, claim.source.text)
    return json.dumps((claim.document.id, evidence.source, evidence.cue, evidence.content, source, claim.stance))


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:ID_LENGTH]


def _evidence(claim: Claim) -> Evidence:
    source = claim.source.span or _span(claim.attribution.source)
    return Evidence(_pairs((source,) if source else ()), _pairs(claim.attribution.cue), _pairs(claim.content))


def _span(mention: Mention | None) -> Span | None:
    return mention.span if mention else None


def _attribution(document: str, tagged: Tagged | None) -> AttributionRecord | None:
    if tagged is None:
        return None
    spans = (_pairs(tagged.source), _pairs(tagged.cue), _pairs(tagged.content))
    return AttributionRecord(_hash(document, *spans), *spans)


def _document(document: Document) -> DocumentRecord:
    return DocumentRecord(
        document.id,
        document.key,
        document.title,
        document.publisher,
        document.published,
        document.url,
        document.language,
        document.dated,
    )


def _event(event: Event | None) -> EventRecord | None:
    if event is None:
        return None
    return EventRecord(
        type=event.type,
        mode=event.mode,
        status=event.status,
        trigger=_pairs(event.trigger),
        actor=_party(event.actor),
        recipient=_party(event.recipient),
        place=_place(event.place),
        time=_time(event.time),
        quantities=tuple(_quantity(q) for q in event.quantities),
    )


def _party(party: Party | None) -> PartyRecord | None:
    if party is None:
        return None
    return PartyRecord(party.name, party.code, party.text, _pair(party.span), _pair(party.antecedent))


def _place(place: Where | None) -> PlaceRecord | None:
    if place is None:
        return None
    others = tuple(OtherRecord(o.name, o.country, o.geonameid) for o in place.others)
    return PlaceRecord(
        place.text,
        (place.span.start, place.span.end),
        place.name,
        place.country,
        place.adm1,
        place.lat,
        place.lon,
        place.precision,
        place.geonameid,
        others,
    )


def _time(time: When | None) -> TimeRecord | None:
    if time is None:
        return None
    return TimeRecord(time.text, (time.span.start, time.span.end), time.start, time.end, time.precision, time.timex)


def _quantity(quantity: Quantity) -> QuantityRecord:
    return QuantityRecord(
        text=quantity.text,
        span=(quantity.span.start, quantity.span.end),
        low=_number(quantity.low),
        best=_number(quantity.best),
        high=_number(quantity.high),
        unit=quantity.unit,
        approximate=quantity.approximate,
        of=quantity.of,
        kinds=tuple(str(kind) for kind in quantity.kinds),
        part_of=_pair(quantity.part_of),
    )


def _number(value: float | None) -> Number | None:
    """Whole numbers without a decimal point; what is not finite is no figure."""
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) else value


def _pair(span: Span | None) -> Pair | None:
    return (span.start, span.end) if span else None


def _pairs(spans: tuple[Span, ...]) -> tuple[Pair, ...]:
    return tuple((span.start, span.end) for span in spans)
