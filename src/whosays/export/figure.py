"""A quantity, a time, a place and a source in the fewest words that say what was read, and how exactly."""

from __future__ import annotations

import msgspec

from whosays.export.record import PlaceRecord, QuantityRecord, Record, SourceRecord, TimeRecord, ViaRecord
from whosays.model import TOOK_PLACE, Position

OWN_VOICE = "The article’s own voice"
NOT_RESOLVED = "not resolved"
NOT_NAMED = "Source not named"
UNNAMED = "UNSPEC"
"""The code of a source that the text does not name ("it is reported")."""


def figure(quantity: QuantityRecord) -> str:
    """A figure as read: "~40 percent", "12 to 20 soldiers", "at least 24"."""
    low, best, high = quantity.low, quantity.best, quantity.high
    if best is not None:
        figure = f"~{best:,}" if quantity.approximate else f"{best:,}"
        least = f"at least {low:,}" if low is not None and low != best else ""
        most = f"up to {high:,}" if high is not None and high != best else ""
        figure += f" ({', '.join(filter(None, (least, most)))})" if least or most else ""
    elif low is not None and high is not None:
        figure = f"{low:,} to {high:,}"
    elif low is not None:
        figure = f"at least {low:,}"
    elif high is not None:
        figure = f"up to {high:,}"
    else:
        figure = "no figure"
    return f"{figure} {quantity.unit}" if quantity.unit else figure


def counted(quantity: QuantityRecord) -> str:
    """A figure with what it counts, each word once: "~40 percent of the guards", "12,000 soldiers from Arnland"."""
    unit, of = quantity.unit, quantity.of
    if not of:
        return figure(quantity)
    if unit and unit.casefold() in of.casefold().split():
        return f"{figure(msgspec.structs.replace(quantity, unit=None))} {of}"
    return f"{figure(quantity)} of {of}"


def interval(time: TimeRecord) -> str:
    """The days that a time allows: "2024-12-01 … 2024-12-10", "since 2024-10-01", or "not dated"."""
    start, end = time.start, time.end
    if start and end:
        return str(start) if start == end else f"{start} … {end}"
    if start:
        return f"since {start}"
    return f"until {end}" if end else "not dated"


def place(where: PlaceRecord) -> str:
    """The place as the gazetteer has it: "Kursk Oblast, RUS"; its own words where nothing fits them."""
    name = where.name or where.text
    return f"{name}, {where.country}" if where.country and where.country != name else name


def unhappened(record: Record) -> str | None:
    """Why the event does not count as one that happened; None where it does, or where there is none.

    It counts only if its status is occurred or ongoing and the source affirms it (the contract).
    """
    event = record.event
    if event is None or event.status is None:
        return None
    if event.status not in TOOK_PLACE:
        return event.status
    return {Position.AFFIRMS: None, Position.REJECTS: "the source rejects it"}.get(
        Position(record.position), "the source leaves it open"
    )


def speaker(source: SourceRecord) -> str:
    """Who says it, as a heading: the name, else the words, else the article's own voice."""
    if source.kind == "publisher" or source.code == "publisher":
        return OWN_VOICE
    if source.code == UNNAMED and not source.text:
        return NOT_NAMED
    name = source.name or source.text or NOT_NAMED
    return f"{name} ({NOT_RESOLVED})" if source.code is None and source.name is None and source.text else name


def relay(via: tuple[ViaRecord, ...]) -> str:
    """Through whom, outermost first; "" where nobody relays."""
    return ", ".join(v.name or v.text or "?" for v in via)
