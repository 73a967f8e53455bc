"""Words that stand for a place named before: "the city", "the northern part of the country", "the plant", "there"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.grounds import load_grounds
from whosays.lexicon.placenames import wordset
from whosays.model import Sentence, Span, Token
from whosays.resolve.disambiguate import Reading
from whosays.resolve.gazetteer import Kind, Place
from whosays.resolve.toponyms import Toponym

_COUNTRY = frozenset(["country", "nation", "kingdom"])
_TOWN = frozenset(["city", "town", "village", "settlement", "hamlet"])
_REGION = frozenset(["region", "province", "oblast", "governorate", "district", "county", "territory"])
_FEATURE = wordset(
    "plant hospital airport base camp dam bridge cathedral island strait river crossing prison peninsula enclave "
    "strip valley refinery lake sea gulf canal mountain zone corridor"
)
_SORTS = _COUNTRY | _TOWN | _REGION | _FEATURE
_ANY = frozenset(["area", "location", "site", "scene"])
"""Nouns for a town or something smaller, of whatever kind."""
_REACH = 12
"""Sentences back that a name is still remembered."""
_CLOSE = 4
"""The same for nouns that say nothing of the place: "the area"."""
_NEXT = 2
"""The same for "there" and "it"."""


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
    first = _first(sentence, token, word)
    if first is None:
        return None
    reach = _REACH if word in _SORTS else _CLOSE if word in _ANY else _NEXT
    before = [
        r for r in readings if r.toponym.span.start < token.start and sentence.index - r.toponym.sentence <= reach
    ]
    if word == "there" or word in _ANY:
        before = [r for r in before if _held(sentences, r)]
    if word == "it" and any(_rivals(sentence, token, r) for r in before[-1:]):
        return None
    fit = next((r for r in reversed(before) if _fits(r.place, word) and not _whose(sentences, r)), None)
    if fit is None:
        return None
    span = Span(first.start, token.end)
    toponym = Toponym(
        sentence=sentence.index,
        first=first.index,
        last=token.index,
        span=span,
        key=word,
        places=(fit.place,),
        weight=1.0,
    )
    return Reading(toponym=toponym, place=fit.place, score=fit.score, others=fit.others)


def _first(sentence: Sentence, token: Token, word: str) -> Token | None:
    """The first of the words that stand for a place, None where the token stands for none."""
    if word == "there":
        return token if token.dep == "advmod" else None
    if word == "it":
        entered = token.dep in ("dobj", "nsubjpass") and sentence.head(token).lemma in load_grounds().entered
        return token if entered else None
    if word not in _SORTS | _ANY or not token.index or _named(sentence, token):
        return None
    return _article(sentence, token, word)


def _rivals(sentence: Sentence, token: Token, reading: Reading) -> bool:
    """Whether "it" may as well stand for a noun between the place and it."""
    return any(
        t.dep in ("nsubj", "nsubjpass", "dobj") and t.pos == "NOUN" and t.tag in ("NN",)
        for t in sentence.tokens[: token.index]
        if t.start > reading.toponym.span.end and t.head != token.head
    )


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
    if after.text.lower() in ("center", "centre", "limits", "outskirts") and token.text.lower() in _TOWN:
        return False
    return after.text.lower() in ("of", "called", "named", "known", "where") or after.pos in ("NOUN", "PROPN")


def _fits(place: Place, word: str) -> bool:
    if word in _ANY or word == "it":
        return place.kind is not Kind.COUNTRY
    if word == "there":
        return True
    if word in _COUNTRY:
        return place.kind is Kind.COUNTRY
    if word in _TOWN:
        return place.kind is Kind.TOWN
    if word in _REGION:
        return place.kind in (Kind.ADM1, Kind.ADM2)
    return place.kind is Kind.FEATURE and word in place.name.lower()


def _held(sentences: Sequence[Sentence], reading: Reading) -> bool:
    """Whether the name stands where something is or goes ("in the strait"), not for a party ("a right of Orlan")."""
    sentence = next(s for s in sentences if s.index == reading.toponym.sentence)
    head = sentence.top(reading.toponym.span)
    above = sentence.head(head) if head else None
    if head is None or above is None:
        return False
    if head.dep == "dobj":
        return above.lemma in load_grounds().entered
    moved = above.text.lower() in ("to", "from") and sentence.head(above).pos == "VERB"
    return head.dep == "pobj" and (moved or above.text.lower() in _INSIDE)


_INSIDE = wordset("in at on near around across outside inside into within throughout over off along through")


def _whose(sentences: Sequence[Sentence], reading: Reading) -> bool:
    """Whether the name only tells whose somebody is ("United States troops")."""
    sentence = next((s for s in sentences if s.index == reading.toponym.sentence), None)
    return sentence is not None and any(
        _modifies(sentence, t) for t in sentence.tokens[reading.toponym.first : reading.toponym.last + 1]
    )


def _modifies(sentence: Sentence, token: Token) -> bool:
    return token.dep in ("compound", "poss", "nmod", "amod") and sentence.head(token).lemma in load_grounds().parties
