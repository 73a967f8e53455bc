"""Two claims -> what speaks for and against their saying, denying or leaving open the same thing.

Stance, polarity and source are not looked at: an assertion and its denial must meet. Each observation is a number with a
name; its weight (log-odds, fitted: see ``lexicon/linking.yaml``) times the number is what it adds, so that every link can be
taken apart and read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from whosays.earth import kilometres
from whosays.findings import Count, Holder, Posting, Spot
from whosays.link.candidates import Pair
from whosays.link.words import stems
from whosays.model import EventType, PlacePrecision, QuantityKind, Status

NEIGHBOURING_KM = 25.0
"""Places this near are one place to a report: "near X" is within about 25 km by the contract."""
CLOSE = 0.7
"""Cosine from which likeness has a weight of its own."""
MANY = 20
"""People from which a figure, like any share, is of a force or a crowd, and one person's fate is another matter."""
APART_DAYS = 3
"""Days between two events' times from which they are two: reports of one event differ by a day or two."""

_MOVEMENTS = frozenset({EventType.RETREAT, EventType.MOBILIZE})
_SOMEBODY = re.compile(r"an?\b", re.IGNORECASE)
_NOBODY = frozenset({None, "UNSPEC", "publisher"})
_LARGE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.PART_OF_COUNTRY, PlacePrecision.NONE})


@dataclass(frozen=True, slots=True)
class Who:
    """A party as it is compared: its code (None for nobody in particular), its land, and the stems of its name."""

    code: str | None
    land: str
    known: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of one claim, made once. Days are counted from the year 1."""

    posting: Posting
    words: frozenset[str]
    act: frozenset[str]
    actor: Who | None
    recipient: Who | None
    days: tuple[int, int] | None
    said: int | None
    unmade: bool | None
    figures: frozenset[tuple[QuantityKind, float]]
    counted: frozenset[QuantityKind]
    one: frozenset[QuantityKind]
    many: frozenset[QuantityKind]


def facts(posting: Posting) -> Facts:
    """The claim's stems, the stems of its trigger, and its figures by what they count."""
    given = [(kind, _value(c.low, c.best, c.high)) for c in posting.counts for kind in c.kinds]
    figures = frozenset((kind, value) for kind, value in given if value is not None and kind is not QuantityKind.OTHER)
    return Facts(
        posting=posting,
        words=frozenset(stems(posting.text)),
        act=frozenset(stems(posting.trigger or "")),
        actor=_who(posting.actor),
        recipient=_who(posting.recipient),
        days=_interval(posting),
        said=posting.said.toordinal() if posting.said else None,
        unmade=posting.status is Status.PLANNED if posting.status else None,
        figures=figures,
        counted=frozenset(kind for kind, _ in figures),
        one=frozenset(k for c in posting.counts for k in c.kinds if c.best == 1 and _SOMEBODY.match(c.text)),
        many=frozenset(k for c in posting.counts for k in c.kinds if _is_many(c)),
    )


def observations(a: Facts, b: Facts, pair: Pair) -> Iterator[tuple[str, float]]:
    """What is seen on comparing, by name; what can't be told is not named. The order of the two claims does not matter."""
    shared = 2 * len(a.words & b.words) / max(len(a.words) + len(b.words), 1)
    likeness = pair.likeness if pair.likeness is not None else 0.2 + 0.8 * shared
    yield "meaning", likeness
    if likeness > CLOSE:
        yield "close meaning", likeness - CLOSE
    yield "words", shared
    if pair.context is not None:
        yield "context", pair.context
        if pair.context > CLOSE:
            yield "close context", pair.context - CLOSE
    p, q = a.posting, b.posting
    yield from _acts(a, b)
    if a.words and a.words == b.words and not _one_sentence(p, q):
        yield "all words", 1.0
    if p.type and q.type:
        yield ("same type" if p.type is q.type else "other type"), 1.0
    if {p.type, q.type} == _MOVEMENTS:
        yield "opposite movements", 1.0
    yield from _roles(a, b)
    if p.place and q.place:
        yield _places(p.place, q.place), 1.0
    yield from _times(a, b)
    if a.counted & b.counted:
        yield ("same figure" if a.figures & b.figures else "competing figure"), 1.0
    if (a.one & b.many and not b.one) or (b.one & a.many and not a.one):
        yield "one beside many", 1.0
    if a.unmade is not None and b.unmade is not None and a.unmade != b.unmade:
        yield "one is only planned", 1.0


def _acts(a: Facts, b: Facts) -> Iterator[tuple[str, float]]:
    """One sentence that has two words for acts tells of two acts. Where neither has any ("were there"), what else they say tells."""
    if not a.act and not b.act:
        yield "words of a state", 2 * len(a.words & b.words) / max(len(a.words) + len(b.words), 1)
    if not a.act or not b.act:
        return
    if a.act & b.act:
        yield "same word for the act", 1.0
        return
    yield "other word for the act", 1.0
    if _one_sentence(a.posting, b.posting):
        yield "another act of the sentence", 1.0


def _roles(a: Facts, b: Facts) -> Iterator[tuple[str, float]]:
    if a.actor and b.actor:
        yield from _parties("actor", a.actor, b.actor)
    if a.recipient and b.recipient:
        yield from _parties("recipient", a.recipient, b.recipient)
    if _are(a.actor, b.recipient) and _are(a.recipient, b.actor) and not _are(a.actor, b.actor):
        yield "roles are swapped", 1.0
    if _others(a.actor, b.actor) and _others(a.recipient, b.recipient):
        yield "both parties are others", 1.0


def _is_many(count: Count) -> bool:
    return count.unit == "percent" or (_value(count.low, count.best, count.high) or 0) >= MANY


def _one_sentence(a: Posting, b: Posting) -> bool:
    return a.document == b.document and a.sentence == b.sentence


def _value(low: float | None, best: float | None, high: float | None) -> float | None:
    return best if best is not None else low if low is not None else high


def _who(holder: Holder | None) -> Who | None:
    if holder is None:
        return None
    code = holder.code
    known = code not in _NOBODY
    words = frozenset(stems(holder.name or holder.text or "")) if not known else frozenset[str]()
    return Who(code, (code or "").partition(" ")[0], known, words)


def _parties(role: str, a: Who, b: Who) -> Iterator[tuple[str, float]]:
    if _are(a, b):
        yield f"same {role}", 1.0
    elif a.known and b.known:
        yield (f"{role} of the same side" if a.land == b.land else f"{role} of another land"), 1.0
    elif a.code is None and b.code is None:
        yield f"other {role}", 1.0


def _others(a: Who | None, b: Who | None) -> bool:
    return a is not None and b is not None and a.known and b.known and a.land != b.land


def _are(a: Who | None, b: Who | None) -> bool:
    """Whether two parties are one: of one code, or, where neither has one, of names that share a word."""
    if a is None or b is None or a.known != b.known:
        return False
    return a.code == b.code if a.known else not a.words.isdisjoint(b.words)


def _places(a: Spot, b: Spot) -> str:
    """A place that can't be found on a map is another than one that can: who is "at the front" may not be said to be in the land."""
    if not _is_found(a) and not _is_found(b):
        return "same place" if not set(stems(a.name or "")).isdisjoint(stems(b.name or "")) else "other place"
    if (a.geonameid is not None and a.geonameid == b.geonameid) or _apart(a, b) <= NEIGHBOURING_KM:
        return "same place"
    if a.country == b.country and (_holds(a, b) or _holds(b, a)):
        return "one place within the other"
    return "other place"


def _is_found(place: Spot) -> bool:
    return place.country is not None or place.lat is not None


def _holds(a: Spot, b: Spot) -> bool:
    return a.precision in _LARGE or (a.precision is PlacePrecision.ADM1 and a.adm1 is not None and a.adm1 == b.adm1)


def _apart(a: Spot, b: Spot) -> float:
    """Kilometres between two places; infinite where either has no coordinates or is a whole country."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or {a.precision, b.precision} & _LARGE:
        return math.inf
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def _times(a: Facts, b: Facts) -> Iterator[tuple[str, float]]:
    """By the events' own times where both have one; else by how far apart they were said."""
    if a.days and b.days:
        gap = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
        yield ("times meet" if gap <= 0 else "times are near" if gap <= APART_DAYS else "times are apart"), 1.0
    elif a.said is not None and b.said is not None:
        yield "said apart", math.log1p(abs(a.said - b.said)) / 6


def _interval(posting: Posting) -> tuple[int, int] | None:
    """The event's days; an open end runs to the day it was said, an open start from any day."""
    if posting.start is None and posting.end is None:
        return None
    end = posting.end or posting.said or date.max
    start = posting.start.toordinal() if posting.start else 1
    return start, max(start, end.toordinal())
