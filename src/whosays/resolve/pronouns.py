"""A pronoun -> the nouns it may stand for, by the parse, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.lexicon.terms import Sort, bag
from whosays.model import Sentence, Span, Token
from whosays.resolve.reading import Reading

PRONOUNS = bag(
    "he she it they we i you him her them us me himself herself itself themselves who whom which that this one those these",
    "his its their our my your",
)
_HUMAN = bag("he she him her his himself herself i me my")
_THINGS = bag("it its itself which")
_MANY = bag("they them their themselves")
_RELATIVE = bag("who which that whom")
_BACK = 2
"""Sentences that a pronoun may reach back over."""


def candidates(
    word: str, span: Span, sentence: Sentence, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Token]]:
    """The nouns with their sentences: the relative's own, the subjects of the clauses above, the other subjects of the
    sentence, then those of the sentences before."""
    top = sentence.top(span)
    if top is None:
        return
    if word in _RELATIVE:
        yield from ((sentence, sentence.head(t)) for t in sentence.ancestors(top) if t.dep == "relcl")
    for token in _subjects(sentence, span, top):
        yield sentence, token
    for before in reversed(sentences[max(0, sentence.index - _BACK) : sentence.index]):
        yield from ((before, token) for token in before.children(before.root, "nsubj", "nsubjpass"))


def pair(span: Span, sentence: Sentence, sentences: Sequence[Sentence]) -> tuple[str, str] | None:
    """The two that "the former" and "the latter" choose between: the last coordination before, else the
    subject and the object of the sentence before; each as a phrase."""
    for where in reversed(sentences[max(0, sentence.index - 1) : sentence.index + 1]):
        for token in where.tokens:
            second = next(iter(where.children(token, "conj")), None)
            if second is None or token.start >= span.start or token.pos not in ("ADJ", "NOUN", "PROPN"):
                continue
            if token.dep == "amod":
                noun = where.head(token).text
                return f"{token.text} {noun}", f"{second.text} {noun}"
            return _phrase(where, token, second.start), _phrase(where, second, where.end)
    before = sentences[sentence.index - 1] if sentence.index else None
    subject = next(iter(before.children(before.root, "nsubj", "nsubjpass")), None) if before else None
    object_ = next(iter(before.children(before.root, "dobj", "pobj", "attr")), None) if before else None
    if before is None or subject is None or object_ is None:
        return None
    return _phrase(before, subject, before.end), _phrase(before, object_, before.end)


def _phrase(sentence: Sentence, token: Token, end: int) -> str:
    """A noun with its premodifiers."""
    before = [t for t in sentence.subtree(token) if t.index <= token.index and t.end <= end]
    return " ".join(t.text for t in before)


def fits(word: str, token: Token, read: Reading) -> bool:
    """Whether a noun and its reading can be what the pronoun stands for: "he" is a person, "it" is none, "they" are many."""
    if token.tag in ("NNS", "NNPS") and word in _HUMAN | _THINGS:
        return False
    if word in _HUMAN:
        return read.person is not None or read.sort is Sort.AGENT
    return read.person is None or word not in _THINGS | _MANY


def _subjects(sentence: Sentence, span: Span, top: Token) -> list[Token]:
    """The subjects of the clauses that stand above the words, nearest first, then the sentence's others."""
    found: list[Token] = []
    for verb in (top, *sentence.ancestors(top)):
        found += sentence.children(verb, "nsubj", "nsubjpass")
    found += (t for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass") and t not in found)
    return [t for t in found if not t.span.overlaps(span) and t.index != top.index]
