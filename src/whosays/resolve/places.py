"""The places that a document names, each with what fixes it on the map.

Found by the gazetteer first, then told apart by everything the document says (see `toponyms` and `disambiguate`), then read
with the words around the name: "northern Ukraine" is a part of a country and "20 km east of Aleppo" a point beside a town.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from whosays.lexicon.features import Features
from whosays.model import Candidate, Document, PlacePrecision, Sentence, Span, Where
from whosays.resolve.anaphora import anaphora
from whosays.resolve.borders import borders
from whosays.resolve.containment import links
from whosays.resolve.disambiguate import Reading, disambiguate
from whosays.resolve.extent import Extent, Relation, extent
from whosays.resolve.gazetteer import Gazetteer, Kind, Place
from whosays.resolve.toponyms import Toponym, given, toponyms

SMALL = 100_000
"""People in a town up to which another name of it is not trusted alone."""
SHOWN = 3
"""Runners-up that a place keeps."""

PRECISION = {
    Kind.COUNTRY: PlacePrecision.COUNTRY,
    Kind.ADM1: PlacePrecision.ADM1,
    Kind.ADM2: PlacePrecision.ADM2,
    Kind.TOWN: PlacePrecision.EXACT,
    Kind.FEATURE: PlacePrecision.FEATURE,
}


def places(
    document: Document, sentences: Sequence[Sentence], gazetteer: Gazetteer, lexicon: Features
) -> tuple[Where, ...]:
    """Every place named, in the order of the text; none overlap. Governments and teams that go by a place's name are no places."""
    people = _people(sentences, lexicon)
    found = _likely(read(sentences, toponyms(sentences, gazetteer, lexicon), lexicon), people, gazetteer)
    by_index = {s.index: s for s in sentences}
    named = [
        where(document.text, r, extent(by_index[r.toponym.sentence], r.toponym, lexicon.words))
        for r in (*found, *anaphora(sentences, found)) if not r.toponym.actor
    ]  # fmt: skip
    unnamed = borders(document.text, sentences, found, _said(found, people), gazetteer, lexicon)
    return _apart([*named, *unnamed])


def _likely(readings: Sequence[Reading], people: Mapping[str, float], gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """Less those that are only another name of a small place, with nothing said of its country nor of a neighbour."""
    spoken = {code for code in people if people[code]}

    def doubtful(reading: Reading) -> bool:
        place, toponym = reading.place, reading.toponym
        small = place.kind is Kind.TOWN and place.grade > 0 and place.population < SMALL
        if not small or toponym.hint is not None or " " in toponym.key or not place.country:
            return False
        others = spoken | {r.place.country for r in readings if r.toponym.key != toponym.key and r.place.country}
        return bool(others) and not any(c == place.country or gazetteer.border(c, place.country) for c in others)

    return tuple(r for r in readings if not doubtful(r))


def _apart(found: Sequence[Where]) -> tuple[Where, ...]:
    """In text order; of those that overlap the longest, and the first in the list of equally long ones."""
    kept: list[Where] = []
    for place in sorted(found, key=lambda w: -len(w.span)):
        if not any(place.span.overlaps(other.span) for other in kept):
            kept.append(place)
    return tuple(sorted(kept, key=lambda w: w.span))


def _said(readings: Sequence[Reading], people: Mapping[str, float]) -> dict[str, float]:
    """How much each country is spoken of."""
    said = dict(people)
    for reading in readings:
        if reading.place.country:
            said[reading.place.country] = said.get(reading.place.country, 0.0) + 1.0
    return said


def read(sentences: Sequence[Sentence], found: Sequence[Toponym], lexicon: Features) -> tuple[Reading, ...]:
    """The toponyms told apart."""
    return disambiguate(found, links(sentences, found), _people(sentences, lexicon))


def resolve_given(
    sentences: Sequence[Sentence], spans: Sequence[Span], gazetteer: Gazetteer, lexicon: Features
) -> tuple[Reading | None, ...]:
    """One reading for each span that is known to name a place; for measuring the telling apart alone."""
    found = given(sentences, spans, gazetteer, lexicon)
    readings = iter(read(sentences, [t for t in found if t], lexicon))
    return tuple(next(readings) if t else None for t in found)


def _people(sentences: Sequence[Sentence], lexicon: Features) -> dict[str, float]:
    """How often each country is meant by a word for its people; a word for two peoples counts half for each."""
    counts: Counter[str] = Counter(t.text for s in sentences for t in s.tokens if t.text in lexicon.countries.by_people)
    shares: dict[str, float] = {}
    for word, n in sorted(counts.items()):
        codes = lexicon.countries.by_people[word]
        for code in codes:
            shares[code] = shares.get(code, 0.0) + n / len(codes)
    return shares


def where(text: str, reading: Reading, extent: Extent) -> Where:
    """The place with the words around it read. Countries, and parts of them, have no point: a pin would say more than the text."""
    place, precision = reading.place, precision_of(reading.place, extent)
    lat, lon = place.lat, place.lon
    if precision in _UNPINNED or lat is None or lon is None:
        lat = lon = None
    elif extent.relation is Relation.NEAR:
        lat, lon = extent.shifted(lat, lon)
    return Where(
        text=extent.span.of(text), span=extent.span, name=place.name, country=place.country, adm1=place.adm1, lat=lat, lon=lon,
        precision=precision, geonameid=place.geonameid, others=_others(reading),
    )  # fmt: skip


_UNPINNED = frozenset({PlacePrecision.COUNTRY, PlacePrecision.PART_OF_COUNTRY, PlacePrecision.NONE})


def precision_of(place: Place, extent: Extent) -> PlacePrecision:
    """The precision of the place itself, or what the words make of it."""
    own = place.precision or PRECISION[place.kind]
    if extent.relation is Relation.PART and own is PlacePrecision.COUNTRY:
        return PlacePrecision.PART_OF_COUNTRY
    if extent.relation is Relation.NEAR and own is PlacePrecision.EXACT:
        return PlacePrecision.NEAR
    return own


def _others(reading: Reading) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(name=p.name, country=p.country, geonameid=p.geonameid, score=round(s, 2))
        for p, s in reading.others[:SHOWN]
    )
