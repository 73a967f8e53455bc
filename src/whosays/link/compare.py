"""Two claims -> what speaks for and against their saying, denying or leaving open the same thing.

Stance, polarity and source are not looked at: an assertion and its denial must meet. Each observation is a number with a
name; its weight (log-odds, fitted: see ``lexicon/linking.yaml``) times the number is what it adds, so that every link can be
taken apart and read.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from whosays.findings import Holder, Posting, Spot
from whosays.link.candidates import Pair
from whosays.link.words import stems
from whosays.model import PlacePrecision, QuantityKind, Status

NEIGHBOURING_KM = 25.0
"""Places this near are one place to a report: "near X" is within about 25 km by the contract."""
APART_DAYS = 3
"""Days between two events' times from which they are two: reports of one event differ by a day or two."""
_UNMADE = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_NOBODY = frozenset({None, "UNSPEC", "publisher"})
_LARGE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.PART_OF_COUNTRY, PlacePrecision.NONE})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of one claim, made once."""

    posting: Posting
    words: frozenset[str]
    act: frozenset[str]
    figures: frozenset[tuple[QuantityKind, float]]
    counted: frozenset[QuantityKind]


def facts(posting: Posting) -> Facts:
    """The claim's stems, the stems of its trigger, and its figures by what they count."""
    given = [(kind, _value(c.low, c.best, c.high)) for c in posting.counts for kind in c.kinds]
    figures = frozenset((kind, value) for kind, value in given if value is not None and kind is not QuantityKind.OTHER)
    act = frozenset(stems(posting.trigger or ""))
    return Facts(posting, frozenset(stems(posting.text)), act, figures, frozenset(kind for kind, _ in figures))


def observations(a: Facts, b: Facts, pair: Pair) -> Iterator[tuple[str, float]]:
    """What is seen on comparing, by name; what can't be told is not named. The order of the two claims does not matter."""
    shared = 2 * len(a.words & b.words) / max(len(a.words) + len(b.words), 1)
    likeness = pair.likeness if pair.likeness is not None else 0.2 + 0.8 * shared
    yield "meaning", likeness
    yield "close meaning", max(0.0, likeness - 0.7)
    yield "words", shared
    if pair.context is not None:
        yield "context", pair.context
        yield "close context", max(0.0, pair.context - 0.7)
    if a.act and b.act:
        yield ("same word for the act" if a.act & b.act else "other word for the act"), 1.0
    p, q = a.posting, b.posting
    if p.type and q.type:
        yield ("same type" if p.type is q.type else "other type"), 1.0
    yield from _holders("actor", p.actor, q.actor)
    yield from _holders("recipient", p.recipient, q.recipient)
    if _are(p.actor, q.recipient) and _are(p.recipient, q.actor) and not _are(p.actor, q.actor):
        yield "roles are swapped", 1.0
    yield from _places(p.place, q.place)
    yield from _times(p, q)
    if a.counted & b.counted:
        yield ("same figure" if a.figures & b.figures else "competing figure"), 1.0
    if (p.status in _UNMADE) != (q.status in _UNMADE) and p.status and q.status:
        yield "one is only planned or supposed", 1.0


def _value(low: float | None, best: float | None, high: float | None) -> float | None:
    return best if best is not None else low if low is not None else high


def _holders(role: str, a: Holder | None, b: Holder | None) -> Iterator[tuple[str, float]]:
    if a is None or b is None:
        return
    if _are(a, b):
        yield f"same {role}", 1.0
    elif a.code not in _NOBODY and b.code not in _NOBODY:
        kin = (a.code or "").split(" ")[0] == (b.code or "").split(" ")[0]
        yield (f"{role} of the same side" if kin else f"other {role}"), 1.0
    elif a.code is None and b.code is None:
        yield f"other {role}", 1.0


def _are(a: Holder | None, b: Holder | None) -> bool:
    """Whether two parties are one: of one code, or, where neither has one, of names that share a word."""
    if a is None or b is None or (a.code in _NOBODY) != (b.code in _NOBODY):
        return False
    if a.code not in _NOBODY:
        return a.code == b.code
    return not set(stems(a.name or a.text or "")).isdisjoint(stems(b.name or b.text or ""))


def _places(a: Spot | None, b: Spot | None) -> Iterator[tuple[str, float]]:
    if a is None or b is None:
        return
    if a.country is None and b.country is None and (a.lat is None or b.lat is None):
        same = not set(stems(a.name or "")).isdisjoint(stems(b.name or ""))
        yield ("same place" if same else "other place"), 1.0
    elif (a.geonameid is not None and a.geonameid == b.geonameid) or kilometres(a, b) <= NEIGHBOURING_KM:
        yield "same place", 1.0
    elif a.country == b.country and (_holds(a, b) or _holds(b, a)):
        yield "one place within the other", 1.0
    else:
        yield "other place", 1.0


def _holds(a: Spot, b: Spot) -> bool:
    return a.precision in _LARGE or (a.precision is PlacePrecision.ADM1 and a.adm1 is not None and a.adm1 == b.adm1)


def kilometres(a: Spot, b: Spot) -> float:
    """The great-circle distance of two places; infinite where either has no coordinates or is a whole country."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or {a.precision, b.precision} & _LARGE:
        return math.inf
    la, lb, dlon = math.radians(a.lat), math.radians(b.lat), math.radians(a.lon - b.lon)
    h = math.sin((la - lb) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(dlon / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, h)))


def _times(a: Posting, b: Posting) -> Iterator[tuple[str, float]]:
    """By the events' own times where both have one; else by how far apart they were said."""
    first, second = _interval(a), _interval(b)
    if first and second:
        gap = (max(first[0], second[0]) - min(first[1], second[1])).days
        yield ("times meet" if gap <= 0 else "times are near" if gap <= APART_DAYS else "times are apart"), 1.0
    elif a.said and b.said:
        yield "said apart", math.log1p(abs((a.said - b.said).days)) / 6


def _interval(posting: Posting) -> tuple[date, date] | None:
    """The event's days; an open end runs to the day it was said, an open start from any day."""
    if posting.start is None and posting.end is None:
        return None
    end = posting.end or posting.said or date.max
    start = posting.start or date.min + timedelta(days=1)
    return (start, end) if start <= end else (start, start)
