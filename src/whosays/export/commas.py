"""Records -> CSV (RFC 4180, UTF-8): one claim a row, for spreadsheets.

A cell of text that begins with ``= + - @`` or a control character would run as a formula in a spreadsheet: it gets an
apostrophe before it (OWASP, "CSV injection"). Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date

from whosays.export.figure import figure, relay
from whosays.export.record import Pair, QuantityRecord, Record

Cell = str | int | float | date | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

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
}
"""Each column with the path to its value in the record, or the function that makes it."""

COLUMNS = tuple(_COLUMNS)


def header() -> str:
    """The first line: the names of the columns."""
    return _line(COLUMNS)


def commas(records: Iterable[Record]) -> str:
    """One claim a line under `header`; the empty string for none. Lists are joined by "; ", spans are START-END."""
    return "".join(_line(_cells(record)) for record in records)


def _cells(record: Record) -> tuple[Cell, ...]:
    return tuple(_at(record, where) if isinstance(where, str) else where(record) for where in _COLUMNS.values())


def _at(value: object, path: str) -> Cell:
    """What stands at the path; None where a part of it is null."""
    for name in path.split("."):
        value = getattr(value, name) if value is not None else None
    return value if isinstance(value, str | int | float | date) else None


def _line(cells: Iterable[Cell]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str):
        words = cell.replace("\x00", "\N{REPLACEMENT CHARACTER}")
        return "'" + words if words.startswith(_FORMULA) and words not in ("+", "-") else words
    return cell


def _figure(quantity: QuantityRecord) -> str:
    """The figure's words with its reading: "about 40% [~40 percent]"."""
    return f"{quantity.text} [{figure(quantity)}]"


def _spans(spans: tuple[Pair, ...]) -> str | None:
    return "; ".join(f"{start}-{end}" for start, end in spans) or None
