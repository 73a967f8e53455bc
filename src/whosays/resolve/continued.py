"""Who goes on speaking: "he added", "it said" far from any name is the one whom the text quoted last.

Only a pronoun that nothing nearer tells, only where the last one quoted fits it, and only where no person is told of
between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.lexicon.terms import bag
from whosays.model import Party, Sentence, SourceKind, Span, sentences_at

REACH = 8
"""Sentences between the two."""
_PERSON = bag("he she")
_BODY = bag("it")


def continued(source: Party, last: Party | None, sentences: Sequence[Sentence]) -> Party:
    """The source as the `last` one quoted before it (resolved), where it is a pronoun without a code; else itself."""
    word = (source.text or "").casefold()
    if source.code is not None or source.span is None or last is None or last.span is None or last.code is None:
        return source
    person = last.kind is SourceKind.PERSON
    if last.code == "UNSPEC" or last.span.end > source.span.start or not (word in _BODY or word in _PERSON):
        return source
    if person is not (word in _PERSON) or _others(Span(last.span.end, source.span.start), sentences):
        return source
    return replace(source, name=last.name, code=last.code, kind=last.kind, antecedent=last.antecedent or last.span)


def _others(between: Span, sentences: Sequence[Sentence]) -> bool:
    """Whether a person is the subject of a clause between the two, or the way is too long."""
    way = sentences_at(sentences, between) if between.end > between.start else ()
    named = (t for s in way for t in s.within(between) if t.entity == "PERSON" and t.dep in ("nsubj", "nsubjpass"))
    return len(way) > REACH + 2 or next(named, None) is not None
