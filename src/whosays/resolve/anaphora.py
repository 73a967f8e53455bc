"""Common nouns that stand for a place named before: "the city", "the northern part of the country", "the plant"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.placenames import wordset
from whosays.model import Sentence, Span, Token
from whosays.resolve.disambiguate import Reading
from whosays.resolve.gazetteer import Kind, Place
from whosays.resolve.metonym import PARTIES
from whosays.resolve.toponyms import Toponym

_COUNTRY = frozenset(["country", "nation", "kingdom"])
_TOWN = frozenset(["city", "town", "village", "settlement", "hamlet"])
_REGION = frozenset(["region", "province", "oblast", "governorate", "district", "county", "territory"])
_FEATURE = wordset(
    "plant hospital airport base camp dam bridge cathedral island strait river crossing prison peninsula enclave "
    "strip valley refinery lake sea gulf canal mountain zone corridor"
)
_REACH = 12
"""Sentences back that a name is still remembered."""


def anaphora(sentences: Sequence[Sentence], readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Readings for definite nouns without a name of their own, each that of the nearest name before it that the noun fits."""
    found = []
    for sentence in sentences:
        for token in sentence.tokens:
            reading = _read(sentence, token, sentences, readings)
            if reading:
                found.append(reading)
    return tuple(found)


def _read(
    sentence: Sentence, token: Token, sentences: Sequence[Sentence], readings: Sequence[Reading]
) -> Reading | None:
    word = token.text.lower()
    if word not in _COUNTRY | _TOWN | _REGION | _FEATURE or not token.index:
        return None
    article = _article(sentence, token, word)
    if article is None or _named(sentence, token):
        return None
    before = [
        r for r in readings if r.toponym.span.start < token.start and sentence.index - r.toponym.sentence <= _REACH
    ]
    fit = next((r for r in reversed(before) if _fits(r.place, word) and not _whose(sentences, r)), None)
    if fit is None:
        return None
    span = Span(article.start, token.end)
    toponym = Toponym(
        sentence=sentence.index,
        first=article.index,
        last=token.index,
        span=span,
        key=word,
        places=(fit.place,),
        weight=1.0,
    )
    return Reading(toponym=toponym, place=fit.place, score=fit.score, others=fit.others)


def _article(sentence: Sentence, token: Token, word: str) -> Token | None:
    """The article before the noun; words between make another city of a city, but not another plant of a plant."""
    before = sentence.tokens[token.index - 1]
    while word in _FEATURE and before.index and before.pos in ("ADJ", "PROPN") and before.entity not in ("GPE", "LOC"):
        before = sentence.tokens[before.index - 1]
    return before if before.text.lower() in ("the", "that", "this") else None


def _named(sentence: Sentence, token: Token) -> bool:
    """Whether the noun has a name of its own beside it ("the city of Aden"), or is part of another noun ("the base camp")."""
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if after is None or after.text.lower() in ("complex", "compound", "grounds"):
        return False
    return after.text.lower() in ("of", "called", "named", "known") or after.pos in ("NOUN", "PROPN")


def _fits(place: Place, word: str) -> bool:
    if word in _COUNTRY:
        return place.kind is Kind.COUNTRY
    if word in _TOWN:
        return place.kind is Kind.TOWN
    if word in _REGION:
        return place.kind in (Kind.ADM1, Kind.ADM2)
    return place.kind is Kind.FEATURE and word in place.name.lower()


def _whose(sentences: Sequence[Sentence], reading: Reading) -> bool:
    """Whether the name only tells whose somebody is ("United States troops")."""
    sentence = next((s for s in sentences if s.index == reading.toponym.sentence), None)
    return sentence is not None and any(
        _modifies(sentence, t) for t in sentence.tokens[reading.toponym.first : reading.toponym.last + 1]
    )


def _modifies(sentence: Sentence, token: Token) -> bool:
    return token.dep in ("compound", "poss", "nmod", "amod") and sentence.head(token).lemma in PARTIES
