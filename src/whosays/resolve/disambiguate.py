"""Which of the places of a name is meant. One method: every reading is scored by all that the document says.

A reading's score is the sum of
- *prior*: its kind and the logarithm of its population; less where it only answers to the name as another name of it;
- *class*: the class word beside the name ("Kursk region" is no town);
- *company*: the names beside it in a list are of its kind;
- *containment*: the next name holds it ("Paris, Texas"; "Bakhmut, in the Donetsk region"), by far the strongest evidence;
- *country*: the share of the document's mentions of countries, their people and places that go to its country;
- *division*: the same for its first-order division;
- *nearness*: how close it is to the best readings of the document's other names.

Country, division and nearness depend on the readings of the others, so scoring is repeated `ROUNDS` times, each from the
readings of the last. Mentions of one name in one document are given one reading, unless one of them has containment of its own.
The idea is old (Leidner 2007 lists the heuristics); the weights were set on LGL and GeoVirus development data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10

from whosays.earth import kilometres
from whosays.resolve.containment import Links
from whosays.resolve.gazetteer import Kind, Place
from whosays.resolve.toponyms import Toponym
from whosays.resolve.voices import Context, Voice

ROUNDS = 3
RUNNERS_UP = 8
HELD, HOLDS, COUNTRY_SAID, DIVISION_SAID, NEARNESS, CAPITAL, COMPANY = 7.0, 2.0, 6.0, 5.0, 3.0, 1.2, 1.5
"""What each kind of evidence weighs, in tenfolds of population."""
SEAT_SHARE = 12
"""A town that a division is named for has at least one in so many of its people."""
LARGE = 10_000_000
"""People in a division from which on its own name is as well known as its town's."""
SEAT_KM = 150.0
"""How far a division's middle may be from the town that it is named for."""
SPREAD = 2.0
"""Points of score by which a runner-up's voice falls to a third."""

PRIOR = {Kind.COUNTRY: 9.0, Kind.FEATURE: 7.5, Kind.ADM1: 2.0, Kind.ADM2: 0.5, Kind.TOWN: 0.0}
SIZE = {Kind.COUNTRY: 0.0, Kind.FEATURE: 0.0, Kind.ADM1: 0.7, Kind.ADM2: 0.5, Kind.TOWN: 1.0}
"""What each kind starts from, and what each tenfold of people adds."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A toponym with the place chosen for it and the others by score, best first."""

    toponym: Toponym
    place: Place
    score: float
    others: tuple[tuple[Place, float], ...] = ()


def disambiguate(toponyms: Sequence[Toponym], links: Links, people: Mapping[str, float]) -> tuple[Reading, ...]:
    """One reading for each toponym, in their order. `people` counts the mentions of each country by the words for its people."""
    readings: list[Reading] = []
    clues = _clues(toponyms, links)
    for _ in range(ROUNDS):
        context = _context(toponyms, readings, people)
        readings = _choose(toponyms, clues, readings, context)
    return tuple(readings)


@dataclass(frozen=True, slots=True)
class _Clue:
    """What stands around one mention: the places said to hold it, its neighbours in a list, and whether it is said to hold something."""

    holders: tuple[Place, ...]
    peers: tuple[int, ...]
    holds: bool


def _clues(toponyms: Sequence[Toponym], links: Links) -> tuple[_Clue, ...]:
    held = _held(toponyms, links.holders)
    return tuple(
        _Clue(h, links.peers.get(n, ()), t.key in links.holding)
        for n, (t, h) in enumerate(zip(toponyms, held, strict=True))
    )


def _held(toponyms: Sequence[Toponym], holders: Mapping[int, frozenset[str]]) -> tuple[tuple[Place, ...], ...]:
    """The places that are said to hold each toponym; what is said of one mention counts for the others of that name."""
    by_key = {t.key: t.places for t in toponyms}
    own = [tuple(p for k in sorted(holders.get(n, ())) for p in by_key.get(k, ())) for n in range(len(toponyms))]
    shared: dict[str, tuple[Place, ...]] = {}
    for toponym, places in zip(toponyms, own, strict=True):
        if places:
            shared.setdefault(toponym.key, places)
    return tuple(places or shared.get(t.key, ()) for t, places in zip(toponyms, own, strict=True))


def _context(toponyms: Sequence[Toponym], readings: Sequence[Reading], people: Mapping[str, float]) -> Context:
    voices = [Voice(key=f"people {code}", country=code, region=None, weight=n) for code, n in sorted(people.items())]
    times: Counter[str] = Counter(t.key for t in toponyms)
    if not readings:
        for toponym in {t.key: t for t in toponyms}.values():
            countries = {p.country for p in toponym.places}
            if len(countries) == 1:
                voices.append(Voice(toponym.key, next(iter(countries)), None, _volume(times[toponym.key])))
    for reading in {r.toponym.key: r for r in readings}.values():
        weight = _margin(reading) * _volume(times[reading.toponym.key])
        voices.append(Voice(reading.toponym.key, reading.place.country, reading.place.region, weight, _points(reading)))
    return Context(voices)


def _points(reading: Reading) -> tuple[tuple[float, float, float], ...]:
    """The points of a reading and of its runners-up, the less weighty the further they fall behind."""
    found = []
    for place, score in ((reading.place, reading.score), *reading.others):
        if place.lat is not None and place.lon is not None and place.kind is not Kind.COUNTRY:
            found.append((place.lat, place.lon, exp((score - reading.score) / SPREAD)))
    return tuple(found)


def _volume(times: int) -> float:
    """The tenth mention adds less than the second."""
    return 1.0 + 0.5 * log10(times)


def _margin(reading: Reading) -> float:
    """How sure a reading is, from 0 to 1, by its lead over the next."""
    if not reading.others:
        return 1.0
    return 1.0 - exp(-max(reading.score - reading.others[0][1], 0.0))


def _choose(
    toponyms: Sequence[Toponym], clues: Sequence[_Clue], last: Sequence[Reading], context: Context
) -> list[Reading]:
    scored: dict[object, list[tuple[Place, float]]] = {}
    found = []
    for toponym, clue in zip(toponyms, clues, strict=True):
        peers = tuple(sorted((last[n].place.kind, last[n].place.country or "") for n in clue.peers)) if last else ()
        signature = (toponym.key, toponym.hint, tuple(h.id for h in clue.holders), peers)
        if signature not in scored:
            ranked = [(p, _score(p, toponym, clue, context) + _company(p, peers)) for p in toponym.places]
            seated = ranked if clue.holds or toponym.hint in (Kind.ADM1, Kind.ADM2) else _seated(ranked)
            scored[signature] = sorted(seated, key=lambda s: (-s[1], s[0].id))
        best, *others = scored[signature]
        found.append(Reading(toponym=toponym, place=best[0], score=best[1], others=tuple(others[:RUNNERS_UP])))
    return found


def _score(place: Place, toponym: Toponym, clue: _Clue, context: Context) -> float:
    """The evidence for one reading (see the head of this module)."""
    return (
        _prior(place)
        - _namesake(place, toponym)
        + _class(place, toponym.hint)
        + HELD * any(holds(h, place) for h in clue.holders)
        + HOLDS * (clue.holds and place.kind in (Kind.COUNTRY, Kind.ADM1))
        + COUNTRY_SAID * context.country(place.country, toponym.key)
        + DIVISION_SAID * context.region(place.region, toponym.key)
        + NEARNESS * _nearness(place, toponym.key, context)
    )


def _company(place: Place, peers: Sequence[tuple[Kind, str]]) -> float:
    """What stands in one list is of one kind."""
    if not peers:
        return 0.0
    return (
        COMPANY
        * sum(kind is place.kind and (kind is Kind.COUNTRY or country == place.country) for kind, country in peers)
        / len(peers)
    )


def _seated(ranked: Sequence[tuple[Place, float]]) -> list[tuple[Place, float]]:
    """The same with each division that is named for a town in it behind that town, which the bare name then means.

    The largest divisions ("New York") are known by themselves and only lose a little.
    """
    found = []
    for place, score in ranked:
        seats = [s for p, s in ranked if _seat(place, p)]
        if seats:
            score = score - 1.8 if place.population > LARGE else min(score, max(seats) - 0.5)
        found.append((place, score))
    return found


def _seat(place: Place, town: Place) -> bool:
    """Whether a division is named for the town."""
    if place.kind not in (Kind.ADM1, Kind.ADM2) or town.kind is not Kind.TOWN or town.country != place.country:
        return False
    within = town.region == place.id or distance(town, place) < SEAT_KM
    return within and town.population * SEAT_SHARE >= place.population


def _namesake(place: Place, toponym: Toponym) -> float:
    """What a town or district loses that has a country's name, which the bare name hardly ever means."""
    if place.kind not in (Kind.TOWN, Kind.ADM2) or not any(p.kind is Kind.COUNTRY for p in toponym.places):
        return 0.0
    return 5.0 if place.grade else 3.0


def _prior(place: Place) -> float:
    return (
        PRIOR[place.kind]
        + SIZE[place.kind] * log10(place.population + 100)
        - _other_name(place)
        + CAPITAL * place.capital
    )


def _other_name(place: Place) -> float:
    """What a reading loses where the name is only another name of the place; such lists are full of errors for small places."""
    if not place.grade:
        return 0.0
    if place.kind is not Kind.TOWN or place.population >= 50_000:
        return 0.3 if place.population >= 200_000 else 1.0
    return 4.0


def _class(place: Place, hint: Kind | None) -> float:
    if hint is None or place.kind is Kind.FEATURE:
        return 0.0
    if hint is place.kind:
        return 4.0
    if {hint, place.kind} == {Kind.ADM1, Kind.ADM2}:
        return 1.5
    return -2.0


def holds(holder: Place, place: Place) -> bool:
    """Whether the one lies in the other, as far as the gazetteer tells."""
    if holder.id == place.id or holder.country != place.country:
        return False
    if holder.kind is Kind.COUNTRY:
        return place.kind is not Kind.COUNTRY
    if holder.kind is Kind.ADM1:
        return place.region == holder.id and place.kind is not Kind.ADM1
    return place.region == holder.region and holder.kind <= place.kind and distance(holder, place) < 60


def _nearness(place: Place, own: str, context: Context) -> float:
    """From 0 (nothing near) to 1 (in the midst of the others)."""
    if place.lat is None or place.lon is None or place.kind is Kind.COUNTRY:
        return 0.0
    near: dict[str, float] = {}
    for key, lat, lon, weight in context.around(place.lat, place.lon, own):
        near[key] = max(near.get(key, 0.0), _nigh(place.lat, place.lon, lat, lon, weight))
    return min(sum(near.values()) / 1.5, 1.0)


def _nigh(lat: float, lon: float, at: float, on: float, weight: float) -> float:
    """From 1 for the same point towards 0, times the weight; what is over five degrees off is not even measured."""
    return 0.0 if abs(lat - at) > 5 else weight * exp(-kilometres(lat, lon, at, on) / 100.0)


def distance(a: Place, b: Place) -> float:
    """Kilometres between two places; infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return kilometres(a.lat, a.lon, b.lat, b.lon)
