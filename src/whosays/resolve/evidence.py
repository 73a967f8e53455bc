"""Whether words name a place here: the evidence for and against, added up. The weights are few and were set by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whosays.lexicon.features import Features, Words
from whosays.lexicon.grounds import load_grounds
from whosays.lexicon.placenames import CLASS_WORDS, wordset
from whosays.model import Sentence, Token
from whosays.resolve.classes import class_hint, classed
from whosays.resolve.gazetteer import Kind, Place
from whosays.resolve.runs import capital


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the names that one document uses: places by key, short forms, and words that it also writes small."""

    places: Mapping[str, tuple[Place, ...]]
    small: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A run of words that is the name of some place: its first and last token, its key and the places."""

    sentence: Sentence
    first: int
    last: int
    key: str
    places: tuple[Place, ...]

    @property
    def name(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def prominent(self) -> bool:
        """Whether a country or a feature of our list bears the name."""
        return any(p.kind in (Kind.COUNTRY, Kind.FEATURE) for p in self.places)


def weigh(hit: Hit, known: Known, lexicon: Features) -> float | None:
    """The evidence that a name is a place's here: above 0 it is. None where the words can be no name: try fewer of them."""
    if _no_name(hit, lexicon):
        return None
    tokens, words = hit.sentence.tokens, lexicon.words
    return (
        _fame(hit.places)
        + _wording(hit, known, words)
        + _labels(hit.name)
        + (2.5 if _classified(hit) else 0.0) * (hit.key not in words.common)
        + (_preceded(tokens, hit.first, words) if hit.first else 0.0)
        + (_followed(tokens, hit.last, words.organs, hit.name) if hit.last + 1 < len(tokens) else 0.0)
        + (1.5 if _bordered(tokens, hit.last) else 0.0)
        + (1.3 if _entered(hit) else 0.0)
    )


def _classified(hit: Hit) -> bool:
    """Whether a class word says that it is a place, and the name is not the end of a longer one ("Left Bank district")."""
    tokens = hit.sentence.tokens
    before = tokens[hit.first - 1] if hit.first else None
    cut = (
        before is not None
        and capital(before)
        and before.pos == "PROPN"
        and before.dep == "compound"
        and before.entity not in ("GPE", "LOC", "NORP")
    )
    return class_hint(tokens, hit.first, hit.last) is not None and not cut


def _entered(hit: Hit) -> bool:
    """Whether it is what is entered, shelled or fled."""
    head = next((t for t in reversed(hit.name) if not hit.first <= t.head <= hit.last), hit.name[-1])
    return head.dep in ("dobj", "nsubjpass") and hit.sentence.head(head).lemma in load_grounds().entered


def _wording(hit: Hit, known: Known, words: Words) -> float:
    """What the words themselves tell: common words, forenames, names of people in the document."""
    name, text, one = hit.name, hit.name[0].text.lower(), len(hit.name) == 1
    weight = 0.7 if sum(capital(t) for t in name) > 1 else 0.0
    if not hit.prominent and one and hit.key in words.common:
        weight -= 3.0
    if not hit.prominent and not one and all(t.text.lower() in words.common or not capital(t) for t in name):
        weight -= 1.0
    if one and text in known.small:
        weight -= 2.0
    if one and text in words.forenames and not _known(hit.places):
        weight -= 2.0
    if one and hit.key in known.people and not _located(hit.sentence.tokens, hit.first, words.locative):
        weight -= 2.5
    return weight if any(t.pos in ("PROPN", "NOUN", "ADJ") for t in name) else weight - 2.0


def _no_name(hit: Hit, lexicon: Features) -> bool:
    """Words for peoples, directions, common nouns ("the City"), initials, and very short names of small places."""
    name, places = hit.name, hit.places
    if any(p.kind in (Kind.COUNTRY, Kind.FEATURE) for p in places) or name[0].text in lexicon.short:
        return False
    if _cut(hit):
        return True
    words = hit.key.removeprefix("the ").split()
    if all(w in CLASS_WORDS or w in lexicon.words.directions for w in words) and not (
        len(name) == 1 and classed(hit.sentence.tokens, hit.last + 1)
    ):
        return True
    if len(name) > 1:
        return False
    text = name[0].text.replace(".", "")
    return (
        text in lexicon.countries.by_people
        or (text.isupper() and len(text) < 4)
        or (len(text) < 3 and not _known(places))
    )


def _cut(hit: Hit) -> bool:
    """Whether the run stops inside a hyphened name ("Dasht-e-Barchi")."""
    after = hit.sentence.tokens[hit.last + 1 : hit.last + 3]
    joined = (
        len(after) == 2
        and after[0].text == "-"
        and after[0].start == hit.name[-1].end
        and after[1].start == after[0].end
    )
    return joined and after[1].text.islower() and len(after[1].text) <= 2


def _known(places: Sequence[Place]) -> bool:
    return any(p.kind is Kind.FEATURE or p.population >= 50_000 for p in places)


def _fame(places: Sequence[Place]) -> float:
    """How well known the best bearer of the name is, from about -1 for hamlets to 2 for countries."""
    return max(_fame_of(place) for place in places)


def _fame_of(place: Place) -> float:
    penalty = 1.0 * (place.grade > 0)
    if place.kind is Kind.COUNTRY or place.kind is Kind.FEATURE:
        return 2.0
    if place.kind is Kind.ADM1:
        return (1.2 if place.population >= 100_000 else 0.3) - penalty / 2
    if place.kind is Kind.ADM2:
        return -0.3 - penalty
    if place.population >= 500_000:
        return 1.6 - penalty / 2
    if place.population >= 100_000:
        return 1.0 - penalty / 2
    return (
        0.3 - penalty / 2
        if place.population >= 30_000
        else 0.3 - penalty
        if place.population >= 15_000
        else -0.3 - penalty
    )


def _labels(name: Sequence[Token]) -> float:
    labels = {t.entity for t in name}
    if labels & {"GPE", "LOC", "FAC"}:
        return 1.3
    if labels & {
        "DATE",
        "TIME",
        "MONEY",
        "CARDINAL",
        "ORDINAL",
        "PERCENT",
        "LANGUAGE",
        "QUANTITY",
        "WORK_OF_ART",
        "LAW",
        "EVENT",
    }:
        return -1.5
    if "PERSON" in labels:
        return -0.8 if len(name) == 1 else -1.5
    return -0.7 if labels & {"ORG", "NORP", "PRODUCT"} else 0.0


def _located(tokens: Sequence[Token], i: int, locative: frozenset[str]) -> bool:
    """Whether a word stands before it that people are hardly ever in ("between Rubio and Lavrov", "of Rubio" say nothing)."""
    word = tokens[i - 1].text.lower() if i else ""
    return word in locative and word not in _PERSONAL


_PERSONAL = wordset("between of to from on against with for by")


def _preceded(tokens: Sequence[Token], i: int, words: Words) -> float:
    before = tokens[i - 1]
    word = before.text.lower().rstrip(".")
    if word in words.directions:
        return 0.8
    if word in words.titles:
        return -4.0
    if word in words.locative or word in words.near:
        return _placed(tokens, i, words) if word in ("of", "to", "from", "on", "against") else 1.3
    if word == "the" and i > 1 and tokens[i - 2].text.lower() in words.locative:
        return 0.3
    if before.pos != "PROPN" or not capital(before):
        return 0.0
    if before.entity == "PERSON":
        return -3.0
    return -1.8 if before.dep == "compound" and before.entity not in ("GPE", "NORP", "LOC") else 0.0


def _placed(tokens: Sequence[Token], i: int, words: Words) -> float:
    """ "of" and "to" tell less by themselves than after "15 km west", "close" or "outskirts"."""
    if i < 2:
        return 0.6
    word = tokens[i - 2].text.lower()
    return 2.0 if word in words.near or word in words.directions or word in words.units else 0.6


def _followed(tokens: Sequence[Token], j: int, organs: frozenset[str], name: Sequence[Token]) -> float:
    after = tokens[j + 1]
    word = after.text.lower().rstrip(".")
    if word in load_grounds().named_for:
        return -4.0
    if not capital(after) or after.start > name[-1].end + 1:
        return 0.0
    if classed(tokens, j + 1):
        return 0.5
    ahead = [t.text.lower().rstrip(".") for t in _capitals(tokens, j + 1)]
    if any(w in organs for w in ahead):
        return -3.5
    if after.entity == "PERSON" and name[-1].entity == "PERSON":
        return -3.0
    if after.pos == "PROPN" and after.entity == name[-1].entity == "ORG":
        return -2.0
    return (
        -1.2 if after.pos == "PROPN" and name[-1].dep == "compound" and name[-1].entity not in ("GPE", "LOC") else 0.0
    )


def _capitals(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    for token in tokens[start : start + 6]:
        if not capital(token) and token.text.lower() not in ("of", "for", "and", "&", "the"):
            return
        yield token


def _bordered(tokens: Sequence[Token], j: int) -> bool:
    """ "Town, State" or "Town, Country": a comma, then another name."""
    return (
        j + 2 < len(tokens) and tokens[j + 1].text == "," and capital(tokens[j + 2]) and tokens[j + 2].entity == "GPE"
    )
