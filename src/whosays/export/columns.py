"""Record -> one flat row: what spreadsheets and data frames hold of a claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from whosays.export.figure import figure, relay
from whosays.export.record import Pair, QuantityRecord, Record

Cell = str | int | float | date | None

_COLUMNS: dict[str, str | Callable[[Record], Cell]] = {
    "id": "id",
    "document": "document.key",
    "document_id": "document.id",
    "title": "document.title",
    "publisher": "document.publisher",
    "published": "document.published",
    "dated": "document.dated",
    "url": "document.url",
    "language": "document.language",
    "sentence": "sentence",
    "text": "text",
    "source": "source.name",
    "source_code": "source.code",
    "source_kind": "source.kind",
    "source_text": "source.text",
    "via": lambda r: relay(r.via) or None,
    "stance": "stance",
    "certainty": "certainty",
    "polarity": "polarity",
    "position": "position",
    "factuality": "factuality",
    "event_type": "event.type",
    "event_mode": "event.mode",
    "event_status": "event.status",
    "actor": "event.actor.name",
    "actor_code": "event.actor.code",
    "actor_text": "event.actor.text",
    "recipient": "event.recipient.name",
    "recipient_code": "event.recipient.code",
    "recipient_text": "event.recipient.text",
    "place": "event.place.name",
    "place_text": "event.place.text",
    "place_country": "event.place.country",
    "place_adm1": "event.place.adm1",
    "place_lat": "event.place.lat",
    "place_lon": "event.place.lon",
    "place_precision": "event.place.precision",
    "place_geonameid": "event.place.geonameid",
    "time_text": "event.time.text",
    "time_start": "event.time.start",
    "time_end": "event.time.end",
    "time_precision": "event.time.precision",
    "quantities": lambda r: "; ".join(map(_figure, r.event.quantities if r.event else ())) or None,
    "reported_text": "reported.text",
    "reported_start": "reported.start",
    "reported_end": "reported.end",
    "source_span": lambda r: _spans(r.evidence.source),
    "cue_span": lambda r: _spans(r.evidence.cue),
    "content_span": lambda r: _spans(r.evidence.content),
    "attribution": "attribution.id",
    "version": "made_by.version",
    "model": "made_by.model",
    "vague": "made_by.conventions.vague",
    "view": "made_by.conventions.view",
}
"""Each column with the path to its value in the record, or the function that makes it."""

COLUMNS = tuple(_COLUMNS)


def cells(record: Record) -> tuple[Cell, ...]:
    """The values of `COLUMNS`. Lists are joined by "; ", spans are START-END; null is None."""
    return tuple(_at(record, where) if isinstance(where, str) else where(record) for where in _COLUMNS.values())


def _at(value: object, path: str) -> Cell:
    """What stands at the path; None where a part of it is null."""
    for name in path.split("."):
        value = getattr(value, name) if value is not None else None
    return value if isinstance(value, str | int | float | date) else None


def _figure(quantity: QuantityRecord) -> str:
    """The figure's words with its reading: "about 40% [~40 percent]"."""
    return f"{quantity.text} [{figure(quantity)}]"


def _spans(spans: tuple[Pair, ...]) -> str | None:
    return "; ".join(f"{start}-{end}" for start, end in spans) or None
