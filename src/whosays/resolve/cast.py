"""What a text itself says of who is in it: persons with their titles, abbreviations, bodies named before.

"Ukrainian President X" and "Hong Min, a senior researcher at ..." tell who the person is, and the surname alone means the
same one further on; "the Joint Chiefs of Staff (JCS)" tells what JCS stands for. All of it outranks the lexicon's lists.
One entity keeps one id through the document.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from whosays.lexicon.actors import Actors
from whosays.lexicon.terms import Sort, fold
from whosays.model import Document, Sentence, Span, Token
from whosays.resolve.abbreviations import abbreviations
from whosays.resolve.agents import reading
from whosays.resolve.lands import Land, country_at, lands, names, surnames
from whosays.resolve.reading import Reading
from whosays.resolve.sender import sender

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP"})
_PREMODIFIERS = (
    "det",
    "amod",
    "compound",
    "nmod",
    "poss",
    "nummod",
    "quantmod",
    "case",
    "npadvmod",
    "advmod",
    "predet",
    "punct",
)


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody whom the text names: ``at`` is where it first said who that is, ``key`` the folded words for him or it."""

    id: str
    key: str
    name: str
    at: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom a document introduces, in text order, and the countries it speaks of. ``on`` is the day it is read as of.

    ``home`` is the country whose organ publishes the document, where one does; ``near`` the countries and the bodies
    that it names in full; ``surnames`` the last words of the persons whom it names in full.
    """

    document: Document
    people: tuple[Entity, ...]
    short: tuple[Entity, ...]
    nouns: tuple[Entity, ...]
    lands: tuple[Land, ...]
    on: date | None
    home: str | None = None
    near: tuple[str, ...] = ()
    surnames: frozenset[str] = frozenset()

    def person(self, name: str, at: int) -> Entity | None:
        """The person whom the text last introduced under the name, or under one that ends in it."""
        wanted = fold(name).replace("-", " ").split()
        fit = [p for p in self.people if wanted and p.key.split()[-len(wanted) :] == wanted]
        if not fit and len(wanted) > 1:
            fit = [p for p in self.people if p.key.split()[-1] == wanted[-1] and p.key.split()[0] == wanted[0]]
        if not fit and len(wanted) == 1:
            fit = [p for p in self.people if wanted[0] in p.key.split()[1:]]
        before = [p for p in fit if p.at <= at] or fit[:1]
        same = [p for p in fit if before and p.key == before[-1].key]
        return next((p for p in same if p.reading.sort is Sort.AGENT), same[0] if same else None)

    def seen_by(self, code: str | None) -> Cast:
        """The cast as an official of a state speaks of it in his own words: "the president" is his."""
        land, _, sector = (code or "").partition(" ")
        if len(land) != 3 or sector not in _OFFICIAL or self.home == land:
            return self
        kept = tuple(n for n in self.nouns if n.reading.sector not in ("GOV", "MIL") or n.reading.country == land)
        return replace(self, home=land, nouns=kept)

    def two_countries(self, sentence: int) -> tuple[str, str] | None:
        """The two countries that the text speaks of around a sentence, its own first; None where there are not just two."""
        weights: dict[str, float] = {}
        for land in self.lands:
            if land.sentence - sentence <= 0:
                weights[land.country] = weights.get(land.country, 0.0) + 1 / (1 + sentence - land.sentence)
        if self.home is not None:
            weights[self.home] = weights.get(self.home, 0.0) + 1.0
        first, second, *rest = (*sorted(weights, key=lambda c: (-weights[c], c)), "", "")
        if not second or any(weights[c] > 0.7 * weights[second] for c in rest if c):
            return None
        return (second, first) if second == self.home else (first, second)

    def without(self, country: str) -> Cast:
        """The cast as it is seen from the other side of a fight: whom soldiers shoot at are not their own."""
        lands = tuple(land for land in self.lands if land.country != country)
        kept = tuple(n for n in self.nouns if n.reading.sector != "MIL" or n.reading.country != country)
        return replace(self, lands=lands, nouns=kept, home=None if self.home == country else self.home)

    def first_name(self, name: str) -> Entity | None:
        """The one person of the text whose first name it is."""
        fit = [p for p in self.people if p.key.split()[0] == fold(name)]
        return fit[0] if len({p.key for p in fit}) == 1 else None

    def abbreviation(self, short: str) -> Entity | None:
        return next((s for s in self.short if s.name == short), None)

    def noun(self, head: str, at: int) -> Entity | None:
        """Who was last meant by a phrase with the same head noun."""
        return next((n for n in reversed(self.nouns) if n.at < at and n.key == head), None)

    def country(self, at: int, sentence: int, sector: str | None = None, own: bool = True) -> str | None:
        """The country that the text speaks of there; a state's own statement means its own offices."""
        if own and self.home is not None and sector in ("GOV", "MIL"):
            return self.home
        return country_at(self.lands, at, sentence)


def cast(document: Document, sentences: Sequence[Sentence], lexicon: Actors) -> Cast:
    """Reads a document once: every noun phrase that tells who somebody is. Never raises; a text without words has no cast."""
    home = _home(document, lexicon)
    persons = surnames(sentences)
    named = lands(document, sentences, lexicon, persons)
    near = names(document, lexicon, named)
    empty = Cast(document, (), (), (), named, document.published, home, near, persons)
    short = tuple(_abbreviations(empty, sentences, lexicon))
    people: list[Entity] = []
    nouns: list[Entity] = []
    for sentence in sentences:
        people += _described(empty, sentence, lexicon)
        for token, at, phrase in _phrases(document, sentence):
            read = reading(phrase, lexicon, document.published, near)
            if read.code == "UNSPEC" and read.sort is Sort.AGENT and " " in (read.name or ""):
                nouns.append(_noun(document, at, read))
            if read.code in (None, "UNSPEC"):
                continue
            sent = own_country(empty, sentence, token, lexicon) if read.sector == "MIL" and not read.country else None
            placed = _placed(replace(read, country=sent) if sent else read, empty, at, sentence.index)
            if read.person:
                people.append(_entity(document, read.person, at, placed))
            if not read.bare or sent:
                nouns.append(_noun(document, at, placed))
    return replace(empty, people=tuple(people), short=short, nouns=tuple(nouns))


def _described(known: Cast, sentence: Sentence, lexicon: Actors) -> Iterator[Entity]:
    """The persons of whom a comma says who they are."""
    document = known.document
    for said_of, at, said in _appositions(document, sentence):
        of = reading(said_of, lexicon, known.on, known.near)
        if of.person is None or of.sort not in (None, Sort.AGENT):
            continue
        read = reading(said, lexicon, known.on, known.near)
        if read.sort is Sort.AGENT and read.person is None and read.code not in (None, "UNSPEC"):
            placed = _placed(read, known, at, sentence.index)
            yield _entity(document, of.person, at, replace(placed, name=of.person, person=of.person))


def _home(document: Document, lexicon: Actors) -> str | None:
    """The country of a publisher that is a state's organ ("Ministry of Defence of ...")."""
    parts = (reading(document.publisher or "", lexicon, document.published).code or "").split()
    return parts[0] if len(parts) == 2 and parts[1] in ("GOV", "MIL", "SPY", "COP", "LEG", "JUD") else None


def _placed(read: Reading, known: Cast, at: int, sentence: int) -> Reading:
    """The reading with the text's country where its own words name none."""
    if read.body is not None or read.country is not None or read.alone != "context":
        return read
    return replace(read, country=known.country(at, sentence, read.sector, not read.strange))


def _entity(document: Document, name: str, at: int, read: Reading) -> Entity:
    folded = fold(name).replace("-", " ")
    made = hashlib.sha256(f"{document.id}\0{folded}".encode()).hexdigest()[:16]
    return Entity(made, folded, name, at, read)


def _noun(document: Document, at: int, read: Reading) -> Entity:
    entity = _entity(document, read.name or read.head, at, read)
    return replace(entity, key=read.head.split()[-1] if read.head else "")


def own_country(known: Cast, sentence: Sentence, token: Token, lexicon: Actors) -> str | None:
    """The country of who sends the soldiers that the noun means."""
    who = sender(sentence, token)
    if who is None:
        return None
    words_ = known.document.text[_left(sentence, who) : who.end]
    return reading(words_, lexicon, known.on, known.near).country


def _phrases(document: Document, sentence: Sentence) -> Iterator[tuple[Token, int, str]]:
    """The noun phrases of a sentence with what follows them, by the parse: (head, start, words)."""
    for token in sentence.tokens:
        inside = token.dep in ("compound", "nmod") and sentence.head(token).index > token.index
        if inside or token.pos not in ("NOUN", "PROPN"):
            continue
        start = _left(sentence, token)
        end = sentence.subtree_span(token).end
        if end - start < 400:
            yield token, start, document.text[start:end]


def _appositions(document: Document, sentence: Sentence) -> Iterator[tuple[str, int, str]]:
    """Capitalised names with what a comma says of them: (name, where, "the Dutch foreign minister")."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        j = i
        while j < len(tokens) and tokens[j].pos == "PROPN":
            j += 1
        first = _description(tokens, j) if i < j < len(tokens) else None
        if first is not None:
            end = next(
                (t for t in tokens[first:] if t.text in _ENDS or t.tag in ("VBD", "VBZ", "VBP", "WP", "WDT")), None
            )
            said = Span(tokens[first].start, end.start if end else sentence.end)
            yield document.text[tokens[i].start : tokens[j - 1].end], tokens[i].start, said.of(document.text)
        i = max(j, i + 1)


def _description(tokens: Sequence[Token], j: int) -> int | None:
    """Where a description begins behind a name that ends before `j`: ", the ...", ", who is ...", "is the ..."."""
    if tokens[j].text == "," and j + 3 < len(tokens) and tokens[j + 1].lemma == "who" and tokens[j + 2].lemma == "be":
        return j + 3
    if tokens[j].text == "," and j + 1 < len(tokens) and _describes(tokens, j + 1):
        return j + 1
    is_one = tokens[j].lemma == "be" and j + 1 < len(tokens) and tokens[j + 1].pos == "DET"
    return j + 1 if is_one else None


def _describes(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words from a token on may say who somebody is: "the Dutch ...", "commander of ...", "Kenya's ..."."""
    if tokens[i].pos == "PROPN":
        return any(t.text in ("'s", "’s") for t in tokens[i + 1 : i + 3]) or any(
            t.pos == "NOUN" for t in tokens[i + 1 : i + 3]
        )
    return tokens[i].pos in ("DET", "NOUN", "ADJ")


_ENDS = frozenset({",", ";", ":", "(", ")", "—", "–", ".", "”", '"'})


def _left(sentence: Sentence, token: Token) -> int:
    """Where the phrase of a head noun begins: its leftmost premodifier."""
    left = [sentence.subtree_span(c).start for c in sentence.children(token, *_PREMODIFIERS) if c.index < token.index]
    return min([token.start, *left])


def _abbreviations(known: Cast, sentences: Sequence[Sentence], lexicon: Actors) -> Iterator[Entity]:
    """Each abbreviation that the text spells out, with what its words mean."""
    for short, full, at in abbreviations(known.document.text):
        read = reading(full, lexicon, known.on, known.near)
        if read.code is not None:
            index = next((s.index for s in sentences if s.start <= at < s.end), 0)
            yield replace(_entity(known.document, full, at, _placed(read, known, at, index)), name=short)


def span_phrase(document: Document, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(document.text).split())
