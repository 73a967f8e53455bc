"""A claim of two who are called by one word -> a claim of each: "neither side said how many", after the text named the two.

Which two they are is told by the nearest "A and B" before, both of whom the words or the lexicon tell and who differ.
Where no such pair stands near, the claim stays one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whosays.lexicon.lexicon import Lexicon
from whosays.model import Claim, Sentence, Span, Token, sentences_at
from whosays.resolve.agents import reading
from whosays.resolve.cast import Cast, span_phrase

REACH = 2
"""Sentences back that the two may be named in."""
_LEFT = ("det", "amod", "compound", "poss", "nmod", "case")


def each(claim: Claim, sentences: Sequence[Sentence], cast: Cast, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claim once for each of the two that its source means, the one named first first; else the claim alone."""
    source = claim.source
    if source.span is None or (source.text or "") not in lexicon.pairs:
        return (claim,)
    for one, other in _pairs(source.span, sentences):
        codes = [reading(span_phrase(cast.document, s), lexicon.actors, cast.on, cast.near).code for s in (one, other)]
        if None not in codes and "UNSPEC" not in codes and codes[0] != codes[1]:
            return tuple(replace(claim, source=replace(source, antecedent=span)) for span in (one, other))
    return (claim,)


def _pairs(span: Span, sentences: Sequence[Sentence]) -> Iterator[tuple[Span, Span]]:
    """Two nouns joined by "and", and nothing more, that stand before the words; the nearest first."""
    own = next(iter(sentences_at(sentences, span)), None)
    if own is None:
        return
    for sentence in reversed([s for s in sentences if own.index - REACH <= s.index <= own.index]):
        for token in sentence.tokens:
            others = sentence.children(token, "conj")
            if token.pos not in ("PROPN", "NOUN") or token.dep == "conj" or token.start >= span.start:
                continue
            joined = len(others) == 1 and any(c.text.lower() == "and" for c in sentence.children(token, "cc"))
            if joined and others[0].pos in ("PROPN", "NOUN") and not sentence.children(others[0], "conj"):
                yield _phrase(sentence, token), _phrase(sentence, others[0])


def _phrase(sentence: Sentence, head: Token) -> Span:
    before = [sentence.subtree_span(c).start for c in sentence.children(head, *_LEFT) if c.index < head.index]
    return Span(min([head.start, *before]), head.end)
