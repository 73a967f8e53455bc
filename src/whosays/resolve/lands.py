"""Which country a text speaks of at a given place: what fills in for "the army", "officials", "the coast guard".

Every country named, by its name, people, capital or a town, counts for the sentence it stands in; a place that
something happens in counts more than a party that speaks. Where no country leads clearly there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whosays.lexicon.actors import KINDS, Actors
from whosays.lexicon.terms import Sort, words
from whosays.model import Document, Sentence

_IN = frozenset("in near at outside inside around across within from of".split())
LEAD = 0.5
"""The share of the weight that a country needs to be the one the text speaks of."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country named at a character of the text. ``place`` where the words say that something is in it."""

    at: int
    sentence: int
    country: str
    place: bool


def lands(document: Document, sentences: Sequence[Sentence], lexicon: Actors) -> tuple[Land, ...]:
    """Every mention of a country, or of a town or body of one, in text order; the title's before all."""
    found = list(_of(document.title or "", -1, -1, lexicon, document.published))
    for sentence in sentences:
        found += _of(sentence.span.of(document.text), sentence.start, sentence.index, lexicon, document.published)
    return tuple(found)


def _of(text: str, start: int, index: int, lexicon: Actors, on: date | None) -> list[Land]:
    found: list[Land] = []
    phrase = words(text)
    i = 0
    while i < len(phrase):
        n, terms = lexicon.at(phrase, i)
        for term in terms[:1] if len({t.name for t in terms}) == 1 and terms[0].alone != "near" else ():
            first = (term.code or "").split()[:1]
            beside = [w for w in (*phrase[i - 1 : i], *phrase[i + n : i + n + 1]) if w.capital and w.start - phrase[i + n - 1].end <= 1]
            inside = term.sort is Sort.TOWN and bool(beside) and phrase[i - 1 : i] != () and phrase[i - 1].key not in _IN
            if first and not (term.code or "").endswith("MED") and len(first[0]) == 3 and first[0] not in KINDS and term.sort is not Sort.AGENT and not inside:
                place = i > 0 and phrase[i - 1].key in _IN and term.sort in (Sort.STATE, Sort.CAPITAL, Sort.TOWN)
                found.append(Land(max(start, 0) + phrase[i].start, index, first[0], place or term.sort is Sort.TOWN))
        i += max(n, 1)
    return found


def names(document: Document, lexicon: Actors, found: Sequence[Land]) -> tuple[str, ...]:
    """The countries of a text, the commonest first, and the bodies that it names in full: what tells namesakes apart."""
    phrase = words(document.text)
    full: set[str] = set()
    i = 0
    while i < len(phrase):
        n, terms = lexicon.at(phrase, i)
        if n > 1:
            full |= {t.name for t in terms if t.sort is Sort.BODY}
        i += max(n, 1)
    counts = Counter(land.country for land in found)
    return (*sorted(counts, key=lambda c: (-counts[c], c)), *sorted(full))


def country_at(found: Sequence[Land], at: int, sentence: int) -> str | None:
    """The country that the text speaks of at a character: the place just named, else the one that leads around it."""
    here = [land for land in found if land.sentence == sentence and land.place]
    if here and len({land.country for land in here}) == 1:
        return here[0].country
    weights: dict[str, float] = {}
    for land in found:
        gap = abs(sentence - land.sentence) + (1 if land.sentence > sentence else 0)
        weights[land.country] = weights.get(land.country, 0.0) + (2.0 if land.place else 1.0) / (1 + gap)
    if not weights:
        return None
    best = max(sorted(weights), key=lambda c: weights[c])
    return best if weights[best] >= LEAD * sum(weights.values()) else None
