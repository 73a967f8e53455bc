"""How well places are found and told apart: toponyms with coordinates (LGL, GeoVirus)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from statistics import median
from typing import TYPE_CHECKING

from whosays.earth import kilometres
from whosays.evaluate.report import Report
from whosays.lexicon.features import Features
from whosays.model import Document, Parser, Sentence, Span
from whosays.resolve.disambiguate import Reading
from whosays.resolve.gazetteer import Gazetteer
from whosays.resolve.places import resolve_given
from whosays.resolve.toponyms import toponyms

if TYPE_CHECKING:
    from whosays.pipeline import Kit

NEAR_KM = 161.0
"""A hundred miles: the distance within which a toponym counts as right since Leidner (2007)."""


@dataclass(frozen=True, slots=True)
class _Gold:
    span: Span
    lat: float | None
    lon: float | None
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class _Judged:
    """One toponym: how far off its reading is, and whether its country is right; None where it got none or that can't be told."""

    km: float | None
    country: bool | None
    note: str


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """Rows of ``gold/place``: ``text`` and ``toponyms`` with ``s e lat lon geonameid``.

    *Telling apart*, given where the toponyms are: ``within_161km`` over all that have a point (one without a reading is wrong; the same
    GeoNames id is 0 km off), ``median_km``, and ``country`` over those read as a place in one country, by the country of the town
    nearest to the gold point. *Finding*, from the text alone: ``found_precision``, ``found_recall``, ``found_f1`` on exact spans. Words for
    peoples ("Syrian"), which LGL takes for toponyms and we do not, are left out of finding.
    """
    return score(rows, kit.parser, kit.gazetteer, kit.lexicon.features)


def score(rows: Sequence[Mapping[str, object]], parser: Parser, gazetteer: Gazetteer, lexicon: Features) -> Report:
    """The same from the parts."""
    atlas = _atlas(gazetteer)
    judged: list[_Judged] = []
    right = found = wanted = 0
    for row in rows:
        text = str(row["text"])
        sentences, gold = parser(Document(id="", key="", text=text)), tuple(_gold(row))
        judged.extend(_judge(text, sentences, gold, gazetteer, lexicon, atlas))
        want = {g.span for g in gold if g.span.of(text) not in lexicon.countries.by_people}
        got = {t.span for t in toponyms(sentences, gazetteer, lexicon)}
        right, found, wanted = right + len(want & got), found + len(got), wanted + len(want)
    return Report(
        "place",
        len(judged),
        _metrics(judged, right, found, wanted),
        tuple(j.note for j in judged if j.km is None or j.km > NEAR_KM),
    )


def _metrics(judged: Sequence[_Judged], right: int, found: int, wanted: int) -> tuple[tuple[str, float], ...]:
    countries = [j.country for j in judged if j.country is not None]
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return (
        ("within_161km", sum(j.km is not None and j.km <= NEAR_KM for j in judged) / max(len(judged), 1)),
        ("median_km", median([20_000.0 if j.km is None else j.km for j in judged] or [0.0])),
        ("country", sum(countries) / max(len(countries), 1)),
        ("no_reading", sum(j.km is None for j in judged) / max(len(judged), 1)),
        ("found_precision", precision),
        ("found_recall", recall),
        ("found_f1", 2 * precision * recall / (precision + recall) if right else 0.0),
    )


def _gold(row: Mapping[str, object]) -> Iterator[_Gold]:
    listed = row.get("toponyms")
    for t in listed if isinstance(listed, list) else ():
        number = str(t.get("geonameid") or "")
        yield _Gold(Span(t["s"], t["e"]), t["lat"], t["lon"], int(number) if number.isdigit() else None)


def _judge(
    text: str,
    sentences: Sequence[Sentence],
    gold: Sequence[_Gold],
    gazetteer: Gazetteer,
    lexicon: Features,
    atlas: Mapping[tuple[int, int], list[_Town]],
) -> Iterator[_Judged]:
    pinned = [g for g in gold if g.lat is not None and g.lon is not None]
    for g, reading in zip(pinned, resolve_given(sentences, [g.span for g in pinned], gazetteer, lexicon), strict=True):
        km = _off(g, reading)
        country = reading.place.country if reading else None
        near = _country(g, atlas) if country else None
        got = f"{reading.place.name} ({reading.place.country})" if reading else "nothing"
        yield _Judged(
            km,
            (near == country) if near else None,
            f"{g.span.of(text)!r} at {g.lat}, {g.lon}: {got}, {'-' if km is None else round(km)} km off",
        )


def _off(gold: _Gold, reading: Reading | None) -> float | None:
    if reading is None or gold.lat is None or gold.lon is None:
        return None
    place = reading.place
    if gold.geonameid is not None and gold.geonameid == place.geonameid:
        return 0.0
    return None if place.lat is None or place.lon is None else kilometres(gold.lat, gold.lon, place.lat, place.lon)


_Town = tuple[float, float, str]


def _atlas(gazetteer: Gazetteer) -> dict[tuple[int, int], list[_Town]]:
    """All towns by the degree square they are in."""
    squares: dict[tuple[int, int], list[_Town]] = {}
    for lat, lon, country in gazetteer.towns():
        squares.setdefault((floor(lat), floor(lon)), []).append((lat, lon, country))
    return squares


def _country(gold: _Gold, atlas: Mapping[tuple[int, int], list[_Town]]) -> str | None:
    """The country of the town nearest to the gold point, None where there is none within about a hundred kilometres."""
    if gold.lat is None or gold.lon is None:
        return None
    y, x = floor(gold.lat), floor(gold.lon)
    near = [town for dy in (-1, 0, 1) for dx in (-1, 0, 1) for town in atlas.get((y + dy, x + dx), ())]
    best = min(near, key=lambda t: kilometres(gold.lat or 0.0, gold.lon or 0.0, t[0], t[1]), default=None)
    return best[2] if best else None
