"""The people and bodies of a text as candidates for what a pronoun or a bare noun stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from whosays.attribute.subjects import SUBJECTS
from whosays.lexicon.persons import Gender, Persons
from whosays.model import Document, Mention, Sentence, Span, Token

_LEFT = ("det", "amod", "compound", "poss", "nmod", "nummod", "case", "advmod", "npadvmod", "quantmod", "predet")
_PART = ("compound", "appos", "nmod", "amod", "attr", "oprd", "npadvmod")
_PREPOSITIONS = ("of", "for", "in", "from", "at", "to")
_NAMING = ("amod", "compound", "poss", "pobj")
_PLACES = frozenset({"GPE", "ORG", "NORP"})
_NO_NAME = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that may be an antecedent.

    ``key`` is the same for the same party; ``nouns`` are its common nouns. ``named`` says that it has more than its
    bare noun; ``subject`` that it is one; ``quoted`` that it is someone's words; ``place`` that it is one by its name;
    ``source`` that it has spoken; ``joined`` that it is plural only with those named beside it ("the mayor and the envoy").
    """

    mention: Mention
    key: str
    person: bool
    body: bool
    plural: bool
    gender: Gender | None
    nouns: frozenset[str]
    named: bool
    subject: bool
    quoted: bool = False
    place: bool = False
    source: bool = False
    joined: bool = False


def nominals(document: Document, sentence: Sentence, persons: Persons) -> tuple[Candidate, ...]:
    """The noun phrases of the sentence that can speak or act, in text order."""
    found = []
    quoted = _quoted(sentence)
    for token in sentence.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.dep in _PART or token.entity in _NO_NAME:
            continue
        if _nested(sentence, token):
            continue
        c = candidate(document, sentence, token, persons)
        if c.person or c.body or c.plural:
            found.append(replace(c, quoted=token.index in quoted))
    return tuple(found)


def _nested(sentence: Sentence, token: Token) -> bool:
    """Whether it only completes another noun: "state" in "secretary of state"."""
    up = sentence.head(token)
    return token.dep == "pobj" and up.lemma == "of" and sentence.head(up).pos in ("NOUN", "PROPN")


def candidate(
    document: Document, sentence: Sentence, head: Token, persons: Persons, mention: Mention | None = None
) -> Candidate:
    """What is to be known of the noun phrase that `head` heads."""
    words = _words(sentence, head)
    span = Span(words[0].start, words[-1].end)
    core = (*(t for t in words if t.index <= head.index), *_appositions(sentence, head))
    common = persons.bodies | persons.roles
    nouns = frozenset(t.lemma for t in core if t.pos == "NOUN" or (t.pos == "PROPN" and t.lemma in common))
    heads = (head, *sentence.children(head, "appos"))
    role = any(persons.role(t) for t in core if t.dep != "poss" and (t in heads or t.dep == "compound"))
    name = any(t.entity == "PERSON" and _namelike(t) for t in (*sentence.children(head, "compound", "appos"), head))
    name = name and not (head.pos == "PROPN" and sentence.children(head, "det"))
    many = role or head.lemma in persons.bodies or head.entity in _PLACES or any(t.entity == "NORP" for t in core)
    several = many and head.tag in ("NNS", "NNPS")
    joined = many and not several and head.dep != "conj" and bool(sentence.children(head, "conj"))
    known = name_of_person(document.text, head.text, persons) if head.text[:1].isupper() and not role else None
    known = known if head.pos == "PROPN" or known in ("m", "f") else None  # the parser takes some names for verbs
    name = name or known is not None
    place = head.entity in _PLACES and not role and not name
    body = head.lemma in persons.bodies or place
    person = (role or name) and not several and head.lemma not in persons.bodies
    return Candidate(
        mention=mention or Mention(span.of(document.text), span, sentence.index),
        key=_key(sentence, head, words, person),
        person=person,
        body=body and not several,
        plural=several or joined,
        joined=joined,
        gender=_gender(core, persons) or (known if known in ("m", "f") else None),
        nouns=nouns,
        named=any(t.pos == "PROPN" for t in words) or any(t.dep in _NAMING for t in words),
        place=head.entity == "GPE" and place,
        subject=_acts(sentence, head, beside=not several),
    )


def _acts(sentence: Sentence, head: Token, beside: bool) -> bool:
    """Whether it is a subject or the agent of a passive, or, where `beside`, named beside one: for "they" the first stands."""
    while beside and head.dep == "conj" and sentence.head(head).pos in ("NOUN", "PROPN"):
        head = sentence.head(head)
    return head.dep in SUBJECTS or (head.dep == "pobj" and sentence.head(head).dep == "agent")


def fuller(found: Candidate, document: Document, sentences: Sequence[Sentence], persons: Persons) -> Candidate:
    """The longest earlier naming of the same person: "President Omar Dall" for "Dall"."""
    if not found.person or " " in found.mention.text.strip():
        return found
    same = [
        c
        for sentence in sentences[: found.mention.sentence + 1]
        if any(t.text.lower() == found.key for t in sentence.tokens)
        for c in nominals(document, sentence, persons)
        if c.key == found.key and c.person and " " in c.mention.text
    ]
    return same[0] if same else found


def _words(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """The noun phrase without its clauses: what stands before the head, "of X", and its apposition."""
    kept = {head.index}
    for child in sentence.children(head):
        left = child.dep in _LEFT and child.index < head.index
        of = child.dep == "prep" and child.lemma in _PREPOSITIONS and child.index == head.index + 1
        if left or of or child.dep == "appos":
            kept |= {t.index for t in sentence.subtree(child) if not _clausal(sentence, t, head)}
    dashes = [t.index for t in sentence.tokens[min(kept) : head.index] if t.text in ("--", "—", "–", "-")]
    return sentence.tokens[max([min(kept), *(n + 1 for n in dashes)]) : max(kept) + 1]


def _clausal(sentence: Sentence, token: Token, head: Token) -> bool:
    for t in (token, *sentence.ancestors(token)):
        if t.index == head.index:
            return False
        if t.dep in ("relcl", "acl", "advcl", "conj", "cc"):
            return True
    return False


def _appositions(sentence: Sentence, head: Token) -> Iterator[Token]:
    for child in sentence.children(head, "appos"):
        yield from (t for t in sentence.subtree(child) if t.index <= child.index)


def _namelike(token: Token) -> bool:
    """Not an acronym or a code that the recogniser takes for a name."""
    return not token.text.isupper() and not any(c.isdigit() for c in token.text)


def _key(sentence: Sentence, head: Token, words: Sequence[Token], person: bool) -> str:
    """The surname of a person, or the proper words of a body; else the noun with its place in the text."""
    names = [t for t in (head, *sentence.children(head, "appos")) if t.pos == "PROPN"]
    if person and names:
        return names[-1].text.lower()
    proper = " ".join(t.text.lower() for t in words if t.pos in ("PROPN", "NOUN", "ADJ") and t.index <= head.index)
    return proper or head.lemma


@lru_cache(maxsize=2048)
def name_of_person(text: str, surname: str, persons: Persons) -> Gender | Literal["?"] | None:
    """Whether the text has the name after a first name or a title, and the gender that these tell ("?" if none or both)."""
    before = {m[1] for m in re.finditer(rf"\b([A-Z][\w.'’-]*)\s+{re.escape(surname)}\b", text)}
    genders = {g for word in before if (g := persons.gender(word))}
    if len(genders) == 1:
        return next(iter(genders))
    titled = any(word.lower().rstrip(".") in persons.roles for word in before)
    return "?" if genders or titled else None


def _gender(words: Sequence[Token], persons: Persons) -> Gender | None:
    """Told by titles, roles and first names; None where they tell none or disagree."""
    told = {g for t in words if t.pos in ("PROPN", "NOUN") and t.dep != "poss" and (g := persons.gender(t.text))}
    return next(iter(told)) if len(told) == 1 else None


def _quoted(sentence: Sentence) -> frozenset[int]:
    """Indices of the tokens within quotation marks."""
    inside, found = False, set()
    for t in sentence.tokens:
        if t.text in ("“", "``") or (t.text == '"' and not inside):
            inside = True
        elif t.text in ("”", "''", '"'):
            inside = False
        elif inside:
            found.add(t.index)
    return frozenset(found)
