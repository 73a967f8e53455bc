"""Claims -> the records of the contract, each with an id of its own."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from whosays import __version__
from whosays.export.record import (
    AttributionRecord,
    DocumentRecord,
    EventRecord,
    Evidence,
    MadeBy,
    Number,
    OtherRecord,
    Pair,
    PartyRecord,
    PlaceRecord,
    QuantityRecord,
    Record,
    SourceRecord,
    TimeRecord,
    ViaRecord,
)
from whosays.model import (
    Analysis,
    Claim,
    Conventions,
    Document,
    Event,
    Mention,
    Party,
    Quantity,
    Span,
    Tagged,
    When,
    Where,
)

ID_LENGTH = 20
"""Hexadecimal digits of an id, as in a document's."""


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
        found.append(
            _record(
                claim, document, _hash(basis, *([seen[basis]] if seen[basis] > 1 else [])), model, analysis.conventions
            )
        )
    return tuple(found)


def _record(claim: Claim, document: DocumentRecord, id_: str, model: str, conventions: Conventions) -> Record:
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
        made_by=MadeBy(__version__, model, attribution.tagged.by if attribution.tagged else None, conventions),
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
        document.moment,
        document.date_words,
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
    joined = tuple(p for other in party.joined if (p := _party(other)) is not None)
    return PartyRecord(party.name, party.code, party.text, _pair(party.span), _pair(party.antecedent), joined)


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
        side=quantity.side,
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
