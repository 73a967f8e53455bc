"""The words by which a text hands a claim to somebody: verbs, nouns, adjectives, phrases, and how each is to be read.

An entry says what the source does with the content when the cue stands alone (`stance`), what it does when the cue is
negated (`negated`: "did not confirm", "refused to deny", "no evidence"), and where source and content are looked for.
The stances are the contract's. The lists grew out of the reporting verbs of grammar books (Quirk et al. 1985, 16.30-33;
Levin 1993, classes 29 and 37) and of FactBank's source-introducing predicates (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import msgspec

from whosays.lexicon.load import load
from whosays.model import Certainty, Sentence, Span, Stance, Token

Pos = Literal["verb", "noun", "adjective", "phrase"]
Frame = Literal["clause", "quote", "object", "infinitive", "gerund", "whether", "of", "for", "about", "on", "as", "to"]
"""What can be content: a finite clause, direct speech, a plain object, "to do", "doing", "whether ...", or what follows
a preposition."""
SourceAt = Literal["subject", "complement", "possessive", "none"]
"""Where the source stands: the verb's subject ("by X" in the passive), after the phrase ("according to X"), in the
noun's possessive, "of" or "by", or nowhere ("it is reported")."""

_WEIGHT: Mapping[Frame, int] = MappingProxyType(
    {
        "infinitive": 3,
        "whether": 3,
        "clause": 2,
        "gerund": 2,
        "quote": 2,
        "object": 1,
        "of": 1,
        "for": 1,
        "about": 2,
        "on": 1,
        "as": 2,
        "to": 1,
    }
)
"""How much a kind of content tells of the reading: in "told them to leave" the infinitive more than the object."""

_FORMS: Mapping[str, str] = MappingProxyType({"hoped": "hope", "hoping": "hope", "hopes": "hope"})
"""Base forms that the parser gets wrong."""
NEAR = 3
"""The same for a preposition."""
REACH = 8
"""Tokens within which the rest of a cue of several words may follow its first ("brushed [the reports] aside")."""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Entries that are read alike. ``examples`` have the cue in brackets; in the texts of ``not`` none is a cue."""

    pos: Pos
    stance: Stance
    negated: Stance
    lemmas: tuple[str, ...]
    examples: tuple[str, ...]
    certainty: Certainty = Certainty.CERTAIN
    takes: tuple[Frame, ...] = ()
    source: SourceAt = "subject"
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    gives: bool = False
    counter: tuple[str, ...] = msgspec.field(default=(), name="not")


class Cue(msgspec.Struct, frozen=True):
    """One cue. ``lemma`` is its words in their base form, space-separated.

    ``stance`` holds for the plain cue, ``negated`` for the negated one; ``certainty`` where the cue itself hedges.
    ``takes`` are the kinds of content. ``unless`` are the lemmas of objects with which the word is no cue at all
    ("denied entry", "claimed 12 lives"); ``only``, where given, are the sole objects with which it is
    one ("withdrew the claim"). With one that ``gives``, a negative object is silence: "specified no date".
    """

    lemma: str
    pos: Pos
    stance: Stance
    negated: Stance
    certainty: Certainty = Certainty.CERTAIN
    takes: tuple[Frame, ...] = ()
    source: SourceAt = "subject"
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    gives: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.lemma.split())


@dataclass(frozen=True, slots=True)
class Found:
    """A cue where it stands in a sentence; the first token is the head of a verb or noun."""

    cue: Cue
    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        return self.tokens[0]

    @property
    def span(self) -> Span:
        """From the first to the last character; a cue with a gap ("brushed … aside") covers the gap."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues, by the base form of their first word; longer ones first."""

    groups: tuple[Group, ...]
    by_lemma: Mapping[str, tuple[Cue, ...]]

    def at(self, sentence: Sentence, token: Token, strict: bool = True, loose: bool = False) -> Found | None:
        """The cue that begins at the token: the longest, and of equals the one whose `takes` fits what follows.

        None where the word is used in another part of speech, or (if `strict`) with an object that makes it no cue.
        `loose` takes any part of speech: headlines mislead the parser ("Sarda rejects charge").
        """
        best: tuple[tuple[int, int], Found] | None = None
        frames = None
        for key in dict.fromkeys((token.text.lower(), _FORMS.get(token.text.lower(), token.lemma))):
            for cue in self.by_lemma.get(key, ()):
                tokens = _match(cue, sentence, token, loose)
                if tokens is None or (strict and excluded(cue, sentence, token)):
                    continue
                frames = frames_of(sentence, token) if frames is None else frames
                rank = (len(tokens), max((_WEIGHT[f] for f in frames if f in cue.takes), default=0))
                if best is None or rank > best[0]:
                    best = (rank, Found(cue, tokens))
        return best[1] if best else None

    def find(self, sentence: Sentence, *spans: Span) -> tuple[Found, ...]:
        """The cues in the sentence, or in the given spans of it, in text order; none inside another."""
        found: list[Found] = []
        for token in sentence.within(*spans) if spans else sentence.tokens:
            if any(token in earlier.tokens for earlier in found[-3:]):
                continue
            here = self.at(sentence, token)
            if here:
                found.append(here)
        return tuple(found)


def _match(cue: Cue, sentence: Sentence, token: Token, loose: bool) -> tuple[Token, ...] | None:
    """The tokens of the cue from `token` on, or None. Only verbs have gaps: a particle may stand after the object."""
    if not loose and not _fits(cue.pos, token):
        return None
    tokens = [token]
    reach = REACH if cue.pos == "verb" else 0
    for word in cue.words[1:]:
        following = sentence.tokens[tokens[-1].index + 1 : tokens[-1].index + 2 + reach]
        after = next((t for t in following if word in (t.lemma, t.text.lower()) and _joins(sentence, tokens, t)), None)
        if after is None:
            return None
        tokens.append(after)
    return tuple(tokens)


def _joins(sentence: Sentence, tokens: Sequence[Token], token: Token) -> bool:
    """Next to the words before it, or hanging on one of them; a preposition not far ("warned [residents] of")."""
    gap = token.index - tokens[-1].index - 1
    return gap == 0 or (
        any(token.head == t.index for t in tokens) and (token.tag != "IN" or gap <= NEAR or token.lemma == "at")
    )


def _fits(pos: Pos, token: Token) -> bool:
    match pos:
        case "verb":
            return token.pos in ("VERB", "AUX") or (token.tag[:2] == "VB" and token.dep != "amod")
        case "noun":
            return token.pos in ("NOUN", "PROPN")
        case "adjective":
            return token.pos == "ADJ" or token.tag in ("VBN", "VBG", "RB") or token.dep == "acomp"
        case "phrase":
            return True


def frames_of(sentence: Sentence, token: Token) -> frozenset[Frame]:
    """What stands as content with the word, by the parse. A word that governs nothing has "quote"."""
    found: set[Frame] = set()
    for child in sentence.children(token):
        if child.dep in ("ccomp", "xcomp", "acl", "relcl", "pcomp", "advcl"):
            found.add(_clause(sentence, child))
        elif child.dep in ("dobj", "nsubjpass", "attr"):
            found.add("object")
        elif child.dep == "oprd":
            found.add("as")
        elif child.dep in ("prep", "agent", "prt") and child.lemma in _PREPOSITIONS:
            found.add(_PREPOSITIONS[child.lemma])
    return frozenset(found or {"quote"})


_PREPOSITIONS: Mapping[str, Frame] = MappingProxyType(
    {"of": "of", "for": "for", "about": "about", "over": "about", "on": "on", "upon": "on", "as": "as", "to": "to"}
)
_ASKING = frozenset({"whether", "if", "who", "whom", "whose", "what", "which", "when", "where", "why", "how"})


def _clause(sentence: Sentence, head: Token) -> Frame:
    words = sentence.subtree(head)
    if words[0].text.lower() in _ASKING:
        return "whether"
    if any(c.tag == "TO" for c in sentence.children(head, "aux")):
        return "infinitive"
    return "gerund" if head.tag == "VBG" and not sentence.children(head, "aux", "nsubj") else "clause"


def excluded(cue: Cue, sentence: Sentence, token: Token) -> bool:
    """Whether the cue's object, direct or after a preposition, makes it an ordinary word."""
    if not cue.unless and not cue.only:
        return False
    objects = list(sentence.children(token, "dobj", "obj", "nsubjpass", "oprd", "dative", "compound"))
    holders = (token, *sentence.children(token, "advmod", "prt"))
    objects += [o for h in holders for p in sentence.children(h, "prep") for o in sentence.children(p, "pobj")]
    lemmas = {o.lemma for o in objects}
    return not lemmas.isdisjoint(cue.unless) or bool(cue.only and lemmas.isdisjoint(cue.only))


def _entries(groups: Sequence[Group]) -> Iterator[Cue]:
    for g in groups:
        for lemma in g.lemmas:
            yield Cue(lemma, g.pos, g.stance, g.negated, g.certainty, g.takes, g.source, g.unless, g.only, g.gives)


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of ``cues.yaml``. Raises ``msgspec.ValidationError`` where the file does not fit `Group`."""
    groups = load("cues", tuple[Group, ...])
    by_lemma: dict[str, list[Cue]] = {}
    for cue in _entries(groups):
        by_lemma.setdefault(cue.words[0], []).append(cue)
    index = {lemma: tuple(sorted(cues, key=lambda c: -len(c.words))) for lemma, cues in by_lemma.items()}
    return Cues(groups, MappingProxyType(index))
