"""Under which name a place is shown, and under which others it is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from whosays.lexicon.placenames import key, without_class
from whosays.resolve.gazetteer_sources import Division, Town

_RANGES = (range(0x41, 0x5B), range(0xC0, 0xDF), range(0x100, 0x250), range(0x1E00, 0x1F00))
_CAPITALS = frozenset(chr(n) for numbers in _RANGES for n in numbers) | frozenset("ʻ‘’'`")
_CODE = re.compile(r"[A-Z]{2,4}")
_SKEWED = re.compile(r"^(?P<stem>\w+?)(?:aya|iy|yy|a)? (?:oblast|kray|krai)'?$", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:oblast|governorate|province|krai|republic|region|district|county|voivodeship|department|prefecture|state|territory)\b",
    re.IGNORECASE,
)
_SCHOLARLY = re.compile("[ĀāĒēĪīŌōŪū\u1e00-\u1e9f\u015e-\u0163ʻʼ‘’`]")
_MENU = {
    "Congo - Kinshasa": "Democratic Republic of the Congo",
    "Congo - Brazzaville": "Republic of the Congo",
    "Myanmar (Burma)": "Myanmar",
    "Hong Kong SAR China": "Hong Kong",
    "Macao SAR China": "Macao",
    "Palestinian Territories": "Palestine",
    "Côte d’Ivoire": "Côte d'Ivoire",
    "St. Helena": "Saint Helena",
}


def latin(names: Iterable[str]) -> Iterator[str]:
    """The names in Latin letters but for codes. What begins small in GeoNames is a rough transliteration by machine."""
    for name in names:
        if name and name[0] in _CAPITALS and not (len(name) < 5 and _CODE.fullmatch(name)):
            yield name


def town_label(town: Town) -> str:
    """The name as newspapers write it where GeoNames has a scholar's transliteration and the plain one ("Rafaḩ", "Rafah")."""
    if not _SCHOLARLY.search(town.name):
        return town.name
    k = key(town.name)
    plain = (n for n in sorted(town.alternatenames) if n.isascii() and "'" not in n and n.istitle() and key(n) == k)
    return next(plain, town.name)


def division_label(division: Division) -> str:
    """The division's English name: its own where it is plain. "Kurskaya oblast'" gets "Kursk Oblast" from its town."""
    english = next((a for a in latin(division.aliases) if a.isascii() and _ENGLISH.search(a)), None)
    english = english or _unskewed(division)
    scholarly = _SCHOLARLY.search(division.name) is not None
    if english and (scholarly or without_class(english) != key(division.name)):
        return english
    plain = (a for a in latin(division.aliases) if scholarly and a.isascii() and key(a) == key(division.name))
    return next(plain, division.name)


def _unskewed(division: Division) -> str | None:
    skewed = _SKEWED.match(division.name.replace("'", ""))
    if not skewed or not division.towns:
        return None
    stem = key(skewed["stem"])
    town = max((t for t in division.towns if key(t[1])[:4] == stem[:4]), default=None)
    sort = "Krai" if "kra" in division.name.lower().split()[-1] else "Oblast"
    return f"{town[1]} {sort}" if town else None


def country_label(name: str) -> str:
    """CLDR's name as newspapers write it ("Congo - Kinshasa" and "Myanmar (Burma)" are for menus)."""
    return _MENU.get(name, name)
