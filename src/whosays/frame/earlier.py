"""The earlier mention of a happening that is spoken of again: "the attack", "this exchange".

A definite noun without parties of its own stands for the last happening of its sort that was told with them: the same noun,
a verb or noun of the same entry of the list of actions, or for "the attack" a blow or a killing of another name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.frame.reading import known
from whosays.frame.trigger import Trigger, carried, outermost
from whosays.lexicon.actions import Action, Actions
from whosays.model import EventType, Sentence, Token

REACH = 8
"""Sentences back that a definite noun reaches."""

_TOLD_AGAIN = frozenset({EventType.ASSAULT, EventType.RETREAT, EventType.COERCE})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def earlier(sentences: Sequence[Sentence], found: Trigger, lexicon: Actions) -> Iterator[Trigger]:
    """The mentions that the trigger may point back to, the nearest first; none where it is not a definite noun."""
    if found.action is None or not (_is_talk(found, lexicon) or _points_back(found, lexicon)):
        return
    at = found.sentence.index
    for sentence in reversed(sentences[max(0, at - REACH) : at]):
        for token in sentence.tokens:
            reading = known(sentence, token, lexicon)
            if reading is not None and _is_same(found, token, reading[0], lexicon):
                yield carried(sentence, token, reading[1], reading[0], lexicon)


def _is_same(found: Trigger, token: Token, told: Action, lexicon: Actions) -> bool:
    """Whether a word told before may be the happening that is spoken of again: "the strike" after "was killed in an airstrike"."""
    head, action = found.head.lemma, found.action
    if _is_talk(found, lexicon):
        return told.type is EventType.CONSULT
    if head in lexicon.classes["answering"]:
        return told.type is EventType.ASSAULT and token.lemma in lexicon.classes["harming"]
    if token.lemma == head or (action is not None and told.id == action.id and not action.weak):
        return True
    return (
        told.type is EventType.ASSAULT and head in lexicon.classes["blow"] and token.lemma in lexicon.classes["harming"]
    )


def _is_talk(found: Trigger, lexicon: Actions) -> bool:
    """Whether the act is a turn of a talk, which goes on with those it began with: "she met the envoy. She raised the raid"."""
    talks = found.action is not None and found.action.type is EventType.CONSULT and found.head.pos == "VERB"
    return talks and found.head.lemma in lexicon.classes["discussing"]


def _points_back(found: Trigger, lexicon: Actions) -> bool:
    sentence, head = found.sentence, found.head
    if head.pos not in ("NOUN", "PROPN") or found.carrier is not None:
        return False
    if found.action is None or found.action.type not in _TOLD_AGAIN:
        return False
    if head.lemma in lexicon.classes["answering"]:
        return True
    base = outermost(sentence, head, lexicon)
    return any(c.text.lower() in _POINTING for c in (*sentence.children(head, "det"), *sentence.children(base, "det")))
