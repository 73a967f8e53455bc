"""Claims -> postings: one claim as it is entered in the ledger."""

from __future__ import annotations

from typing import overload
from urllib.parse import urlsplit

from whosays.findings import Count, Holder, Posting, Spot
from whosays.model import Claim, Document, Party, Quantity, SourceKind, Where


def post(claim: Claim, id_: str, order: int) -> Posting:
    """The posting of a claim. `id_` is its record's, `order` its place among the document's claims, from 0.

    What no one is quoted for is the publisher's own, who is named: in a case there are many.
    """
    event, document = claim.event, claim.document
    time = event.time if event else None
    return Posting(
        id=id_,
        document=document.id,
        order=order,
        sentence=claim.sentence,
        text=claim.text,
        source=_source(claim.source, document),
        via=tuple(_holder(party) for party in claim.via),
        stance=claim.stance,
        certainty=claim.certainty,
        polarity=claim.polarity,
        type=event.type if event else None,
        mode=event.mode if event else None,
        status=event.status if event else None,
        trigger=" … ".join(s.of(document.text) for s in event.trigger) or None if event else None,
        actor=_holder(event.actor) if event else None,
        recipient=_holder(event.recipient) if event else None,
        place=_spot(event.place) if event and event.place else None,
        start=time.start if time else None,
        end=time.end if time else None,
        grain=time.precision if time else None,
        counts=_counts(event.quantities) if event else (),
        published=document.published,
        reported=claim.reported.start if claim.reported else None,
    )


def _source(party: Party, document: Document) -> Holder:
    named = publisher(document) if party.kind is SourceKind.PUBLISHER else party.name
    return Holder(named, party.code, party.kind, party.text)


def publisher(document: Document) -> str:
    """Who published it: as stated, else the host of its address, else its key, which no other shares."""
    host = urlsplit(document.url).hostname if document.url else None
    return document.publisher or host or document.key


@overload
def _holder(party: Party) -> Holder: ...


@overload
def _holder(party: None) -> None: ...


def _holder(party: Party | None) -> Holder | None:
    return Holder(party.name, party.code, party.kind, party.text) if party else None


def _spot(place: Where) -> Spot:
    return Spot(place.name, place.country, place.adm1, place.lat, place.lon, place.precision, place.geonameid)


def _counts(quantities: tuple[Quantity, ...]) -> tuple[Count, ...]:
    at = {q.span: i for i, q in enumerate(quantities)}
    return tuple(
        Count(
            index=i,
            text=q.text,
            low=q.low,
            best=q.best,
            high=q.high,
            unit=q.unit,
            approximate=q.approximate,
            of=q.of,
            kinds=q.kinds,
            part_of=at.get(q.part_of) if q.part_of else None,
            side=q.side,
        )
        for i, q in enumerate(quantities)
    )
