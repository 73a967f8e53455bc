"""The words of a party by its head: its phrase, its name in apposition, its titles."""

from __future__ import annotations

from whosays.frame import clause
from whosays.frame.phrase import noun_phrase
from whosays.model import Document, Party, Sentence, Span, Token


def party(document: Document, sentence: Sentence, head: Token | None) -> Party | None:
    """The words of a party by its head: with its name in apposition, and all the titles of one person; None for no head."""
    if head is None:
        return None
    if head.pos == "NOUN" or head.pos == "NUM":
        head = next((c for c in sentence.children(head, "appos") if c.pos == "PROPN" and c.index > head.index), head)
    span = noun_phrase(sentence, head)
    title = _further_title(sentence, head, span)
    if title is not None:
        span = Span(noun_phrase(sentence, title).start, span.end)
    return Party(None, None, None, span.of(document.text), span)


def _further_title(sentence: Sentence, name: Token, span: Span) -> Token | None:
    """The first of two titles of one person: the soldier in "soldier and former singer Jan Holm", whatever the parse."""
    titled = any(c.pos == "NOUN" and c.dep == "compound" for c in sentence.children(name))
    first = next((t for t in sentence.tokens if t.start == span.start), name)
    if not titled or name.entity != "PERSON" or sentence.children(name, "det") or first.index < 2:
        return None
    title, joint = sentence.tokens[first.index - 2], sentence.tokens[first.index - 1]
    one = joint.text.lower() == "and" and title.tag == "NN" and not sentence.children(title, "det")
    return title if one else None


def of_two_nations(document: Document, sentence: Sentence, noun: Token | None) -> Party | None:
    """The second of two parties that one noun names by their nations: the Sardan army in "the Orlanian and Sardan armies agreed"."""
    for nation in sentence.children(noun, "amod", "compound", "nmod", "poss") if noun is not None else ():
        second = next(iter(sentence.children(nation, "conj")), None)
        if second is None and noun is not None and sentence.children(nation, "cc"):
            further = (c for c in sentence.children(noun, "amod", "compound", "nmod") if c.index > nation.index)
            second = next(further, None)
        if noun is not None and second is not None and _is_named(nation) and _is_named(second):
            span = Span(second.start, noun_phrase(sentence, noun).end)
            return Party(None, None, None, span.of(document.text), span)
    owner = clause.after(sentence, noun, "of") if noun is not None else None  # "the armies of Orlan and Sarda"
    other = next(iter(sentence.children(owner, "conj")), None) if owner is not None and noun is not None else None
    plural = noun is not None and noun.tag in ("NNS", "NNPS")
    return party(document, sentence, other) if plural and other is not None and other.pos == "PROPN" else None


def _is_named(token: Token) -> bool:
    return token.pos in ("PROPN", "ADJ") and token.text[:1].isupper()
