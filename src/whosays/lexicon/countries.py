"""Countries: a point near the middle of each, the words for its people, and names beside those of CLDR.

The codes are ISO 3166-1 alpha-3 (and XKX for Kosovo, as in CLDR and GeoNames). A demonym ("Syrian") is evidence for a country,
never a place by itself. Points follow the convention of the CIA World Factbook (public domain): rounded degrees.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whosays.lexicon.load import load


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One country: ``at`` is latitude and longitude in degrees."""

    at: tuple[float, float]
    people: tuple[str, ...]
    names: tuple[str, ...]


class Countries(msgspec.Struct, frozen=True):
    """All countries by their alpha-3 code, which countries each demonym stands for, points of divisions by country and name.

    ``articled`` are the countries whose towns are also named without the Arabic article.
    """

    by_code: dict[str, Country]
    by_people: dict[str, tuple[str, ...]]
    divisions: dict[str, dict[str, tuple[float, float]]]
    articled: frozenset[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    countries: dict[str, Country]
    divisions: dict[str, dict[str, tuple[float, float]]]
    articled: frozenset[str]


@lru_cache(maxsize=1)
def load_countries() -> Countries:
    """The countries of ``countries.yaml``."""
    file = load("countries", _File)
    people: dict[str, tuple[str, ...]] = {}
    for code, country in file.countries.items():
        for word in country.people:
            people[word] = (*people.get(word, ()), code)
    return Countries(by_code=file.countries, by_people=people, divisions=file.divisions, articled=file.articled)
