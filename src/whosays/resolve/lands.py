"""Which country a text speaks of at a given place: what fills in for "the army", "officials", "the coast guard".

Every country named, by its name, people, capital or a town, counts for the sentence it stands in; a place that
something happens in counts more than a party that speaks. Where no country leads clearly there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from whosays.lexicon.actors import KINDS, Actors
from whosays.lexicon.parties import load_parties
from whosays.lexicon.terms import Sort, Term, Word, bag, words
from whosays.model import Document, Sentence
from whosays.resolve.phrase import PREFIXES

_IN = bag("in near at outside inside around across within from of")
LEAD = 0.45
"""The share of the weight that a country needs to be the one the text speaks of."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country named at a character of the text. ``place`` where the words say that something is in it."""

    at: int
    sentence: int
    country: str
    place: bool


def lands(
    document: Document, sentences: Sequence[Sentence], lexicon: Actors, persons: frozenset[str] = frozenset()
) -> tuple[Land, ...]:
    """Every mention of a country, or of a town or body of one, in text order; the title's before all. A capital that is one of
    `persons`, the text's `surnames`, is none."""
    found = list(_of(document.title or "", -1, -1, lexicon, persons))
    for sentence in sentences:
        found += _of(sentence.span.of(document.text), sentence.start, sentence.index, lexicon, persons)
    return tuple(found)


def surnames(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The last words of the persons whom the text names in full: the "Amman" of "Jakob Amman" is no capital in a text that
    does not speak of a place of that name."""
    two = [(a, b) for sentence in sentences for a, b in pairwise(sentence.tokens)]
    last = {b.text for a, b in two if a.entity == b.entity == "PERSON" and a.dep == "compound" and a.head == b.index}
    return frozenset(last - {b.text for a, b in two if a.text.lower() in _IN})


def _of(text: str, start: int, index: int, lexicon: Actors, persons: frozenset[str]) -> list[Land]:
    found: list[Land] = []
    phrase = words(text)
    i = 0
    while i < len(phrase):
        n, terms = lexicon.at(phrase, i)
        country = _country(terms)
        if (
            country is not None
            and not _skewed(phrase, i, n)
            and not (terms[0].sort is Sort.CAPITAL and n == 1 and phrase[i].text in persons)
            and not (terms[0].sort is Sort.TOWN and _inside_name(phrase, i, n))
        ):
            town = terms[0].sort is Sort.TOWN
            place = i > 0 and phrase[i - 1].key in _IN and terms[0].sort in (Sort.STATE, Sort.CAPITAL)
            found.append(Land(max(start, 0) + phrase[i].start, index, country, place or town))
        i += max(n, 1)
    return found


def _country(terms: Sequence[Term]) -> str | None:
    """The country of a name that has one bearer; a medium reports from anywhere."""
    if not terms or len({t.name for t in terms}) > 1 or terms[0].sort is Sort.AGENT or terms[0].alone == "near":
        return None
    parts = (terms[0].code or "").split()
    return parts[0] if parts and len(parts[0]) == 3 and parts[0] not in KINDS and parts[-1] != "MED" else None


def _skewed(phrase: Sequence[Word], i: int, n: int) -> bool:
    """Whether the country only qualifies: "Russian-backed", "pro-Russian"."""
    joined = i + n < len(phrase) and phrase[i + n].start - phrase[i + n - 1].end == 1
    behind = joined and phrase[i + n].key in load_parties().skewed
    return behind or (i > 0 and phrase[i - 1].key in PREFIXES)


def _inside_name(phrase: Sequence[Word], i: int, n: int) -> bool:
    """Whether a town's word stands beside another capital, and not behind "in": part of a person's name."""
    if i == 0 or phrase[i - 1].key in _IN:
        return False
    beside = (*phrase[i - 1 : i], *phrase[i + n : i + n + 1])
    return any(w.capital and w.start - phrase[i + n - 1].end <= 1 for w in beside)


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
