"""The words around a place's name that say how much of it, or what beside it, is meant: "northern Mali", "20 km east of Aleppo"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import cos, radians, sin

from whosays.lexicon.features import Words
from whosays.lexicon.placenames import CLASS_WORDS, wordset
from whosays.model import Sentence, Span, Token
from whosays.resolve.classes import class_before
from whosays.resolve.gazetteer import Kind
from whosays.resolve.toponyms import Toponym

_BEARINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
_NUMBERS = {
    word: float(number)
    for number, words in {
        1: "a an one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven",
        12: "twelve", 15: "fifteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip
_LEADS = wordset(
    "about some around roughly approximately nearly almost just only barely less than more over under within up to "
    "least at"
)
_KM_A_DEGREE = 111.2


class Relation(Enum):
    """What is meant of a place: itself, a part of it, somewhere near it."""

    SELF = "self"
    PART = "part"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Extent:
    """The whole expression, and how it relates to the place. ``km`` and ``bearing`` (degrees from north) where the words give them."""

    span: Span
    relation: Relation = Relation.SELF
    km: float | None = None
    bearing: float | None = None

    def shifted(self, lat: float, lon: float) -> tuple[float, float]:
        """The point so far and in that direction; the given one where either is not said."""
        if self.km is None or self.bearing is None:
            return lat, lon
        north, east = self.km * cos(radians(self.bearing)), self.km * sin(radians(self.bearing))
        width = _KM_A_DEGREE * max(cos(radians(lat)), 0.05)
        return round(lat + north / _KM_A_DEGREE, 4), round(lon + east / width, 4)


def extent(sentence: Sentence, toponym: Toponym, words: Words) -> Extent:
    """The expression that the name is the heart of."""
    tokens = sentence.tokens
    end = _end(tokens, toponym)
    opened = class_before(tokens, toponym.first)
    start = toponym.first if opened is None else opened
    start, directed = _directions(tokens, start, words)
    relation, km, bearing = (Relation.PART if directed else Relation.SELF), None, None
    article = start > 0 and tokens[start - 1].text.lower() == "the"
    widened = start < toponym.first or end > toponym.span.end or any(p.kind is Kind.FEATURE for p in toponym.places)
    found = _beside(tokens, start - 1 if article else start, words)
    if found:
        start, relation, km, bearing = found
    elif article and widened:
        start -= 1
    return Extent(Span(tokens[start].start, end), relation, km, bearing)


def _end(tokens: Sequence[Token], toponym: Toponym) -> int:
    """The end with a class word ("Kursk region") or a part that follows ("Ukraine's east")."""
    last = toponym.last
    if last + 1 < len(tokens) and tokens[last + 1].text.lower() in CLASS_WORDS and tokens[last].text != ",":
        return max(tokens[last + 1].end, toponym.span.end)
    return toponym.span.end


def _directions(tokens: Sequence[Token], start: int, words: Words) -> tuple[int, bool]:
    """Back over "north-eastern", "northern and eastern", "rebel-held eastern"."""
    directed = False
    while start:
        joined = _joined(tokens, start)
        if joined and joined[1] in words.directions:
            start, directed = joined[0], True
        elif tokens[start - 1].text.lower() in words.directions:
            start, directed = start - 1, True
        elif (
            directed
            and tokens[start - 1].text.lower() in ("and", "or")
            and start > 1
            and tokens[start - 2].text.lower() in words.directions
        ):
            start -= 2
        else:
            break
    return start, directed


def _joined(tokens: Sequence[Token], end: int) -> tuple[int, str] | None:
    """A hyphened word that the parser cut in three, ending before `end`."""
    if end >= 3 and tokens[end - 2].text == "-" and tokens[end - 1].start == tokens[end - 2].end:
        return end - 3, f"{tokens[end - 3].text}-{tokens[end - 1].text}".lower()
    return None


def _beside(
    tokens: Sequence[Token], start: int, words: Words
) -> tuple[int, Relation, float | None, float | None] | None:
    """ "near X", "12 km south-east of X", "three kilometres from X", "the outskirts of X", "the east of X"."""
    if not start:
        return None
    link = tokens[start - 1].text.lower()
    if (
        link in words.near
        and link not in ("off", "past", "towards", "toward", "beyond")
        and not _begins_name(tokens, start - 1)
    ):
        return start - 1, Relation.NEAR, None, None
    if link not in ("of", "from", "to") or start < 2:
        return None
    at = start - 2
    word, first = tokens[at].text.lower(), at
    joined = _joined(tokens, start - 1)
    if joined and joined[1] in words.directions:
        first, word = joined
    if word.replace("-", "") in _BEARINGS and link == "of":
        return _directed(tokens, first, word.replace("-", ""), words)
    if word in words.units and link in ("of", "from"):
        measure = _measure(tokens, at, words)
        return (measure[0], Relation.NEAR, measure[1], None) if measure else None
    if link in ("of", "to") and word in words.near:
        return _opening(tokens, at, words), Relation.NEAR, None, None
    if link == "of" and word in words.parts:
        return _opening(tokens, at, words), Relation.PART, None, None
    return None


def _begins_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text[0].isupper() and at > 0


def _directed(
    tokens: Sequence[Token], first: int, word: str, words: Words
) -> tuple[int, Relation, float | None, float | None]:
    """ "the east of X" is a part of it; "east of X" is outside it, so many kilometres where that is said."""
    if first and tokens[first - 1].text.lower() in ("the", "far", "extreme"):
        return _opening(tokens, first, words), Relation.PART, None, None
    measure = _measure(tokens, first - 1, words) if first else None
    if (
        measure is None
        and first > 1
        and tokens[first - 1].text.lower() == "the"
        and tokens[first - 2].text.lower() == "to"
    ):
        measure = _measure(tokens, first - 3, words)
    start, km = measure or (first, None)
    return start, Relation.NEAR, km, _BEARINGS[word]


def _measure(tokens: Sequence[Token], at: int, words: Words) -> tuple[int, float] | None:
    """A length that ends at the token: its first token and its kilometres."""
    if at < 1 or tokens[at].text.lower() not in words.units:
        return None
    number, first = _number(tokens[at - 1].text), at - 1
    if number is None and at >= 2 and tokens[at - 1].text == "-":
        number, first = _number(tokens[at - 2].text), at - 2
    if number is None:
        return None
    while first and tokens[first - 1].text.lower() in _LEADS and tokens[first - 1].text.lower() not in ("at", "to"):
        first -= 1
    return first, number * words.units[tokens[at].text.lower()]


def _number(text: str) -> float | None:
    word = text.lower().replace(",", "")
    if word in _NUMBERS:
        return _NUMBERS[word]
    return float(word) if word.replace(".", "", 1).isascii() and word.replace(".", "", 1).isdigit() else None


def _opening(tokens: Sequence[Token], at: int, words: Words) -> int:
    """Back over adjectives and an article."""
    start, _ = _directions(tokens, at, words)
    while start and tokens[start - 1].pos == "ADJ":
        start -= 1
    return start - 1 if start and tokens[start - 1].text.lower() == "the" else start
