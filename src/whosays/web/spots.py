"""A claim's place -> how it may be drawn: never closer than the words fix it, and never pinned on a capital."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from enum import StrEnum

from whosays.findings import Spot
from whosays.model import PlacePrecision
from whosays.web.atlas import Box, Point, borders_of, box, of_country, outline
from whosays.web.columns import country

VAGUE = (("north-east", 1, 1), ("north-west", -1, 1), ("south-east", 1, -1), ("south-west", -1, -1),
         ("north", 0, 1), ("south", 0, -1), ("east", 1, 0), ("west", -1, 0), ("cent", 0, 0))  # fmt: skip
"""Words for a part of a country, and to which side of its middle it lies."""


class Sort(StrEnum):
    """What a place is drawn as."""

    POINT = "town or exact point"
    NEAR = "near a point"
    REGION = "region"
    DISTRICT = "district"
    FEATURE = "named area"
    LINE = "line"
    VAGUE = "vague area"
    COUNTRY = "country"
    NOWHERE = "could not be placed"


_SORTS = {
    PlacePrecision.EXACT: Sort.POINT,
    PlacePrecision.NEAR: Sort.NEAR,
    PlacePrecision.ADM2: Sort.DISTRICT,
    PlacePrecision.ADM1: Sort.REGION,
    PlacePrecision.FEATURE: Sort.FEATURE,
    PlacePrecision.PART_OF_COUNTRY: Sort.VAGUE,
    PlacePrecision.COUNTRY: Sort.COUNTRY,
    PlacePrecision.NONE: Sort.NOWHERE,
}


def spot_id(spot: Spot, words: str = "") -> str:
    """What a place goes by in an address. A part of a country, and what the gazetteer has not, goes by its `words`."""
    if spot.geonameid and spot.precision not in (PlacePrecision.PART_OF_COUNTRY, PlacePrecision.NEAR):
        return str(spot.geonameid)
    named = (spot.precision, spot.name, spot.country, spot.adm1, spot.lat, spot.lon)
    loose = spot.name is None or spot.precision is PlacePrecision.PART_OF_COUNTRY
    return hashlib.sha256(repr((*named, words.casefold() if loose else "")).encode()).hexdigest()[:12]


def sort(spot: Spot) -> Sort:
    """A border is a line; what has no coordinates and is no country could not be placed."""
    found = _SORTS[spot.precision]
    if found is Sort.FEATURE and spot.name and borders_of(spot.name):
        return Sort.LINE
    located = spot.lat is not None and spot.lon is not None
    return found if located or found in (Sort.COUNTRY, Sort.VAGUE) else Sort.NOWHERE


def read_as(spot: Spot, words: str) -> str:
    """ "Kursk Oblast, Russia"; of what has no place of its own, what is known of it."""
    land = country(spot.country or "") or spot.country
    if spot.precision is PlacePrecision.PART_OF_COUNTRY:
        return f"no fixed outline, in {land}" if land else "no fixed outline"
    name = spot.name or f"“{words}”"
    region = spot.adm1 if spot.adm1 and spot.adm1 != spot.name else None
    return ", ".join(dict.fromkeys(filter(None, (name, region, land))))


def point(spot: Spot) -> Point | None:
    return (spot.lon, spot.lat) if spot.lon is not None and spot.lat is not None else None


def extent(spot: Spot, words: str) -> Box | None:
    """What the drawing of a place needs to be seen; None for what is drawn nowhere."""
    kind, at = sort(spot), point(spot)
    if kind is Sort.VAGUE:
        return vague(spot, words)
    if kind is Sort.LINE:
        return box(borders_of(spot.name or ""))
    rings = outline(spot.geonameid) if kind is Sort.REGION else ()
    if rings:
        return box(rings)
    return (*at, *at) if at and kind not in (Sort.COUNTRY, Sort.NOWHERE) else None


def vague(spot: Spot, words: str) -> Box | None:
    """Where in its country the words point: a third of its length and breadth; None where they name no side."""
    land = of_country(spot.country or "")
    said = words.casefold().replace("northeast", "north-east").replace("northwest", "north-west")
    said = said.replace("southeast", "south-east").replace("southwest", "south-west")
    side = next(((x, y) for word, x, y in VAGUE if word in said), None)
    if land is None or side is None:
        return None
    west, south, east, north = box([max(land.rings, key=_size)])
    wide, high = (east - west) / 3, (north - south) / 3
    x, y = (west + east) / 2 + side[0] * wide, (south + north) / 2 + side[1] * high
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _size(ring: Sequence[Point]) -> float:
    west, south, east, north = box([ring])
    return (east - west) * (north - south)
