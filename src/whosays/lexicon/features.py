"""Places that a list of towns lacks, and the words around place names.

The features (seas, rivers, zones, islands, bases, camps, power plants, districts of cities, ...) are our own list of facts:
a name, a point, a country or none where it lies in several. A *view* says which country a disputed area is given to:
``un``, the default, follows the resolutions of the United Nations as far as there are any. It is a stated choice, never
read off a map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from whosays.lexicon.countries import Countries, load_countries
from whosays.lexicon.load import load
from whosays.lexicon.placenames import key
from whosays.model import PlacePrecision

DEFAULT_VIEW = "un"


class Feature(msgspec.Struct, frozen=True, array_like=True):
    """One feature. ``lat`` and ``lon`` in degrees; ``country`` alpha-3, None where several share it."""

    name: str
    lat: float
    lon: float
    country: str | None
    names: tuple[str, ...] = ()


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Features of one kind: how closely one fixes a point, the nouns that may follow or precede the name, and a sentence to try each in.

    ``tricky`` are sentences with the expected words in brackets, ``not`` sentences in which none of the group is meant.
    """

    kind: str
    precision: PlacePrecision
    example: str
    features: tuple[Feature, ...]
    tricky: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes of words that tell what a name beside them is."""

    directions: frozenset[str]
    parts: frozenset[str]
    near: frozenset[str]
    borders: frozenset[str]
    fronts: frozenset[str]
    units: dict[str, float]
    locative: frozenset[str]
    titles: frozenset[str]
    organs: frozenset[str]
    states: frozenset[str]
    addressed: frozenset[str]
    common: frozenset[str]
    forenames: frozenset[str]
    others: frozenset[str]


class View(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which country a view gives an area to.

    Areas are features by their name, and first-order divisions and single towns of the gazetteer by theirs after the country that it
    keeps them under ("UKR/Sevastopol", "ISR/Katzrin").
    """

    about: str
    countries: dict[str, str | None]


class Site(msgspec.Struct, frozen=True):
    """A feature as the view has it; ``number`` counts from 1 in the order of the file."""

    number: int
    name: str
    kind: str
    precision: PlacePrecision
    lat: float
    lon: float
    country: str | None


class Features(msgspec.Struct, frozen=True):
    """All that is known of places beside the gazetteer's index.

    ``sites`` are the features by key of each of their names, ``openings`` the keys of the first words of those names, ``small`` the keys
    of names that are written small ("demilitarized zone").
    """

    groups: tuple[Group, ...]
    words: Words
    short: dict[str, str]
    views: dict[str, View]
    countries: Countries
    sites: dict[str, tuple[Site, ...]]
    openings: frozenset[str]
    small: frozenset[str]
    view: str = DEFAULT_VIEW

    def seen(self, country: str | None, *areas: str | None) -> str | None:
        """The country that the view gives a place to which the gazetteer keeps under `country`, in or of the `areas` named."""
        given = self.views[self.view].countries
        return next((given[key] for a in areas if (key := f"{country}/{a}") in given), country)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    groups: tuple[Group, ...]
    words: Words
    short: dict[str, str]
    views: dict[str, View]


@lru_cache(maxsize=4)
def load_features(view: str = DEFAULT_VIEW) -> Features:
    """The features of ``features.yaml`` under the view named. Raises `ValueError` for a view that the file does not have."""
    file = load("features", _File)
    if view not in file.views:
        raise ValueError(f"no view {view!r} of disputed areas: there are {', '.join(sorted(file.views))}")
    sites = _sites(file.groups, file.views[view])
    return Features(
        groups=file.groups, words=file.words, short=file.short, views=file.views, countries=load_countries(),
        sites=sites, openings=frozenset(_openings(sites)), small=frozenset(_small(file.groups)), view=view,
    )  # fmt: skip


def _openings(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        words = name.split()
        yield from (" ".join(words[:n]) for n in range(1, len(words) + 1))


def _small(groups: tuple[Group, ...]) -> Iterator[str]:
    for group in groups:
        for feature in group.features:
            yield from (
                key(name) for name in feature.names if " " in name and name.replace("-", "").replace(" ", "").islower()
            )


def _sites(groups: tuple[Group, ...], view: View) -> dict[str, tuple[Site, ...]]:
    found: dict[str, tuple[Site, ...]] = {}
    pairs = [(group, feature) for group in groups for feature in group.features]
    for number, (group, f) in enumerate(pairs, start=1):
        country = view.countries.get(f.name, f.country)
        site = Site(
            number=number,
            name=f.name,
            kind=group.kind,
            precision=group.precision,
            lat=f.lat,
            lon=f.lon,
            country=country,
        )
        for name in dict.fromkeys(key(n) for n in (f.name, *f.names)):
            found[name] = (*found.get(name, ()), site)
    return found
