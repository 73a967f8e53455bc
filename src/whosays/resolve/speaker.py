"""Whether "he", "it" or "they" in what somebody is quoted for indirectly is the one who is quoted: "the ministry said it had fired".

Inside quotation marks it is not: who speaks of himself there says "I" and "we".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from whosays.lexicon.terms import bag
from whosays.model import Document, Party, Sentence, SourceKind, Span, sentences_at

LONGEST = 5000
"""Characters of a paragraph over which a quotation may run."""
_ONE = bag("he she him her")
_BODY = bag("it")
_MANY = bag("they them")
_OPENING = '"“«'
_CLOSING = '"”»'


def is_speaker(text: str, span: Span, speaker: Party, sentences: Sequence[Sentence], document: Document) -> bool:
    """Whether the pronoun `text` at `span` stands for the source of the sentence that it stands in."""
    word = text.strip().casefold()
    if speaker.span is None or speaker.code in (None, "UNSPEC", "publisher") or word not in _ONE | _BODY | _MANY:
        return False
    sentence = next(iter(sentences_at(sentences, Span(span.start, span.start + 1))), None)
    if sentence is None or speaker.span not in sentence.span or speaker.span.overlaps(span):
        return False
    if is_quoted(span, sentences, document):
        return False
    if word in _ONE:
        return speaker.kind is SourceKind.PERSON
    if speaker.kind is SourceKind.PERSON:
        return False
    return word in _BODY or (speaker.span.end <= span.start and _is_many(sentence, speaker.span))


def is_quoted(span: Span, sentences: Sequence[Sentence], document: Document) -> bool:
    """Whether a quotation that opened before in the words' paragraph is still open there."""
    sentence = next(iter(sentences_at(sentences, Span(span.start, span.start + 1))), None)
    if sentence is None:
        return False
    first = sentences[bisect_left(sentences, sentence.paragraph, key=lambda s: s.paragraph)].start
    before = document.text[first if span.start - first <= LONGEST else sentence.start : span.start]
    straight = before.count('"') % 2 == 1
    return straight or sum(before.count(c) for c in _OPENING) > sum(before.count(c) for c in _CLOSING)


def _is_many(sentence: Sentence, span: Span) -> bool:
    head = sentence.top(span)
    if head is None:
        return False
    return head.tag in ("NNS", "NNPS") or head.dep == "conj" or bool(sentence.children(head, "conj"))
