"""Figures -> whose people or things they count, as a party's code: "40% of soldiers from North Korea" counts PRK MIL.

The words that are counted tell first. What they leave out, country or sector, comes from the event's own party: who was
harmed is its recipient, who was sent or withdrawn its actor. Where neither says a country the side has none.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.lexicon.actors import Actors
from whosays.model import Event, Party, Quantity, QuantityKind
from whosays.resolve.agents import reading
from whosays.resolve.cast import Cast

_HARMED = frozenset({QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.MISSING, QuantityKind.CAPTURED})
_MOVED = frozenset({QuantityKind.DEPLOYED, QuantityKind.WITHDRAWN, QuantityKind.DISPLACED})
_NOT_SIDES = frozenset({"UNSPEC", "publisher"})


def sides(event: Event, cast: Cast, lexicon: Actors) -> Event:
    """The event with the side of each of its figures, where its parties (already resolved) or the counted words tell."""
    if not event.quantities:
        return event
    return replace(event, quantities=tuple(replace(q, side=_side(q, event, cast, lexicon)) for q in event.quantities))


def _side(quantity: Quantity, event: Event, cast: Cast, lexicon: Actors) -> str | None:
    kinds = set(quantity.kinds)
    if not kinds & (_HARMED | _MOVED):
        return None
    counted = reading(quantity.of, lexicon, cast.on, cast.near) if quantity.of else None
    if counted is not None and counted.told and counted.code not in _NOT_SIDES:
        return counted.code
    sector = counted.sector if counted is not None and counted.sector != "UNSPEC" else None
    country = counted.country if counted is not None else None
    if sector == "CVL" and counted is not None and counted.head.split()[-1:] and counted.head.split()[-1] in _VICTIMS:
        sector = None  # who fell is of the event's party
    party = event.recipient if kinds & _HARMED else event.actor
    return " ".join(part for part in (country or _country(party), sector or _sector(party, country)) if part) or None


def _country(party: Party | None) -> str | None:
    first = (party.code or "").split(" ")[0] if party else ""
    return first if len(first) == 3 and first not in _SECTORS else None


def _sector(party: Party | None, country: str | None) -> str | None:
    """The party's sector where it is people that can be counted: a government that sends soldiers is not what it sends."""
    if party is None or party.code is None or (country is not None and country != _country(party)):
        return None
    last = party.code.split(" ")[-1]
    return last if last in _SECTORS - {"GOV"} else None


_VICTIMS = frozenset(["casualty", "casualties", "victim", "victims", "dead", "wounded", "fatality", "fatalities"])
_SECTORS = frozenset(["GOV", "MIL", "SPY", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "CVL", "MED", "EDU", "BUS", "NGO"])
