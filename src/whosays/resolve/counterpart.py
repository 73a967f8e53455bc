"""The other side of what two do with each other, where one of the two speaks: "Orlan and Sarda said they had exchanged prisoners".

Of each one's claim that one is the actor and the other the recipient.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.model import Event, EventType, Party, Sentence, Span, Token

_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.RETREAT})
_BOTH = frozenset(
    {"they", "we", "both", "the two", "both sides", "the two sides", "both countries", "the two countries"}
)
_LEFT = ("det", "amod", "compound", "poss", "nmod", "nummod")


def with_counterpart(sentences: Sequence[Sentence], source: Party, event: Event) -> Event:
    """The event with the source as its actor and the one named beside it as its recipient, where "they" are the two."""
    actor = event.actor
    if actor is None or actor.span is None or source.span is None or event.type not in _MUTUAL:
        return event
    if (actor.text or "").casefold() not in _BOTH:
        return event
    sentence = next((s for s in sentences if source.span in s.span and actor.span in s.span), None)
    other = _beside(sentence, source.span) if sentence is not None else None
    if sentence is None or other is None:
        return event
    span = _phrase(sentence, other)
    words = " ".join(t.text for t in sentence.within(span))
    return replace(
        event,
        actor=replace(actor, antecedent=source.antecedent or source.span),
        recipient=Party(None, None, None, words, span) if not _named(event.recipient) else event.recipient,
    )


def _named(party: Party | None) -> bool:
    return party is not None and (party.text or "")[:1].isupper()


def _beside(sentence: Sentence, span: Span) -> Token | None:
    """The one other noun that the words are joined to by "and"."""
    head = sentence.top(span)
    if head is None:
        return None
    others = [*sentence.children(head, "conj"), *((sentence.head(head),) if head.dep == "conj" else ())]
    return others[0] if len(others) == 1 and others[0].pos in ("NOUN", "PROPN") else None


def _phrase(sentence: Sentence, head: Token) -> Span:
    before = [t for c in sentence.children(head, *_LEFT) if c.index < head.index for t in sentence.subtree(c)]
    return Span(min([head.start, *(t.start for t in before)]), head.end)
