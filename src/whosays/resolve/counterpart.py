"""The other side of what two do with each other, where one of the two speaks: "Orlan and Sarda said they had exchanged prisoners".

Of each one's claim that one is the actor and the other the recipient.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whosays.lexicon.actors import Actors
from whosays.model import Event, EventType, Party, Sentence, SourceKind, Span, Token, sentences_at
from whosays.resolve.agents import reading
from whosays.resolve.cast import Cast

_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.RETREAT})
_BOTH = frozenset(
    {"they", "we", "both", "the two", "both sides", "the two sides", "both countries", "the two countries"}
)
_TWO = re.compile(
    r"(?:both|the two|our two|our|both our|these two) (?:sides|countries|nations|governments|states|ministers|leaders|presidents)"
)
_LEFT = ("det", "amod", "compound", "poss", "nmod", "nummod")


def with_counterpart(sentences: Sequence[Sentence], source: Party, event: Event) -> Event:
    """The event with the source as its actor and the one named beside it as its recipient, where "they" are the two."""
    actor = event.actor
    if actor is None or actor.span is None or source.span is None or event.type not in _MUTUAL:
        return event
    if (actor.text or "").casefold() not in _BOTH:
        return event
    sentence = next((s for s in sentences_at(sentences, actor.span) if source.span in s.span), None)
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


def both(sentences: Sequence[Sentence], source: Party, event: Event, cast: Cast, lexicon: Actors) -> Event | None:
    """The event of two who stand in one word ("the two countries agreed"), the text's two countries as its sides.

    So "Orlanian and Sardan envoys", the source's own side first. Told only where the text speaks of two around it and hardly
    of a third; the state that publishes the text comes first.
    None where that is not so.
    """
    actor = event.actor
    words = (actor.text or "").casefold() if actor is not None else ""
    if actor is None or actor.span is None or event.type not in _MUTUAL:
        return None
    sentence = next(iter(sentences_at(sentences, actor.span)), None)
    apart = event.recipient is not None and event.recipient.span is not None and event.recipient.span not in actor.span
    if event.recipient is not None and apart and not _understood(event.recipient, sentence):
        return None
    if not _TWO.fullmatch(words):
        return _of_two_nations(sentence, event, source, cast, lexicon) if sentence is not None else None
    two = cast.two_countries(sentence.index) if sentence is not None else None
    names = {s.code: s.name for s in lexicon.states}
    if two is None or not all(c in names for c in two):
        return None
    first, second = two
    government = SourceKind.GOVERNMENT
    return replace(
        event,
        actor=replace(actor, name=f"Government of {names[first]}", code=f"{first} GOV", kind=government),
        recipient=replace(actor, name=names[second], code=second, kind=government),
    )


def _understood(recipient: Party, sentence: Sentence | None) -> bool:
    """Whether the recipient is named in another sentence only: who stand on both sides in the actor's own words come first."""
    return sentence is not None and recipient.span is not None and recipient.span not in sentence.span


def _of_two_nations(sentence: Sentence, event: Event, source: Party, cast: Cast, lexicon: Actors) -> Event | None:
    """The event of those whom two adjectives tell apart: "Orlanian and Sardan envoys met"."""
    actor = event.actor
    head = sentence.top(actor.span) if actor is not None and actor.span is not None else None
    if actor is None or head is None:
        return None
    for one in sentence.children(head, "amod", "compound", "nmod"):
        other = next((t for t in sentence.children(one, "conj") if t.index < head.index), None)
        sides = [reading(f"{t.text} {head.text}", lexicon, cast.on, cast.near) for t in (one, other) if t is not None]
        if len(sides) < 2 or not all(r.country and r.sector for r in sides) or sides[0].code == sides[1].code:
            continue
        own = (source.code or "").split()[:1] == [sides[1].country]
        first, second = (
            replace(actor, name=r.name, code=r.code, kind=SourceKind(r.kind) if r.kind else None) for r in sides
        )
        return replace(event, actor=second if own else first, recipient=first if own else second)
    return None


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
