"""The words that weaken a statement or turn it round: hedges and negations.

A hedge lowers the certainty of what it modifies ("probably", "may"). A negation turns it: a negator ("not", "never"), a
quantifier ("no", "nobody"), a reversive ("refused to", "without"), a word of falsehood ("untrue", "a lie"). The classes
follow Quirk et al. (1985, 10.54-70) for negation, and FactBank's modality particles (Saurí and Pustejovsky 2009) for
hedges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import msgspec

from whosays.lexicon.load import load
from whosays.model import Certainty, Sentence, Span, Token

Class = Literal[
    "negator",
    "near",
    "focus",
    "quantifier",
    "reversive",
    "cancelling",
    "false",
    "unlikely",
    "hard",
    "true",
    "undoubted",
    "obliging",
    "occasion",
    "ground",
    "light",
]
"""`negator` not, never; `near` those that leave a little, which turn
a cue but not a proposition ("few believe"); `focus` words that leave a negation without effect ("not only"); `quantifier` no, nobody;
`reversive` verbs, nouns, adjectives and prepositions that turn what they govern; `cancelling` those of them whose negation
says that it was done ("did not fail to"); `false`, `unlikely` and `true` predicates of a
statement; `hard` what is not done ("find it hard to believe"); `undoubted` nouns that "no" makes
surer; `obliging` words that make a statement a demand; `occasion` nouns that "no" before them
turns a whole clause with ("at no time"); `ground` what a claim that is false is without, beside what is `true`; `light` verbs that leave
the meaning to their noun."""


class Hedge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hedges of one strength; ``modals`` only as auxiliaries. ``examples`` have the hedge in brackets, ``not`` none."""

    certainty: Certainty
    words: tuple[str, ...]
    examples: tuple[str, ...]
    modals: tuple[str, ...] = ()
    counter: tuple[str, ...] = msgspec.field(default=(), name="not")


class Negation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one class of negation, in their base form."""

    kind: Class
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = msgspec.field(default=(), name="not")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is."""

    hedges: tuple[Hedge, ...]
    negations: tuple[Negation, ...]


@dataclass(frozen=True, slots=True)
class Weak:
    """A hedge where it stands."""

    certainty: Certainty
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)


@dataclass(frozen=True, slots=True)
class Hedges:
    """Hedges by their first word, and the words of each class of negation."""

    words: Words
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Certainty], ...]]
    modals: Mapping[str, Certainty]
    classes: Mapping[str, frozenset[str]]

    def find(self, sentence: Sentence, *spans: Span) -> tuple[Weak, ...]:
        """The hedges in the sentence, or in the given spans of it, in text order."""
        inside = sentence.within(*spans) if spans else sentence.tokens
        return tuple(weak for token in inside if (weak := self.at(sentence, token)))

    def at(self, sentence: Sentence, token: Token) -> Weak | None:
        """The hedge that begins at the token: the longest; a modal only as an auxiliary."""
        if token.text.lower() in self.modals:
            return Weak(self.modals[token.text.lower()], (token,)) if token.tag == "MD" else None
        for words, certainty in self.by_first.get(token.text.lower(), ()) + self.by_first.get(token.lemma, ()):
            tokens = sentence.tokens[token.index : token.index + len(words)]
            if len(tokens) == len(words) and all(_is(t, w) for t, w in zip(tokens, words, strict=True)):
                return Weak(certainty, tokens)
        return None

    def has(self, kind: Class, token: Token) -> bool:
        """Whether the token is a word of the class."""
        words = self.classes[kind]
        return token.text.lower() in words or token.lemma in words


def _is(token: Token, word: str) -> bool:
    return word in (token.text.lower(), token.lemma)


@lru_cache(maxsize=1)
def load_hedges() -> Hedges:
    """The words of ``hedges.yaml``. Raises ``msgspec.ValidationError`` where the file does not fit `Words`."""
    words = load("hedges", Words)
    by_first: dict[str, list[tuple[tuple[str, ...], Certainty]]] = {}
    for hedge in words.hedges:
        for entry in hedge.words:
            by_first.setdefault(entry.split()[0], []).append((tuple(entry.split()), hedge.certainty))
    first = {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in by_first.items()}
    modals = {word: hedge.certainty for hedge in words.hedges for word in hedge.modals}
    kinds = {group.kind for group in words.negations}
    classes: dict[str, frozenset[str]] = {
        kind: frozenset(w for g in words.negations if g.kind == kind for w in g.words) for kind in kinds
    }
    return Hedges(words, MappingProxyType(first), MappingProxyType(modals), MappingProxyType(classes))
