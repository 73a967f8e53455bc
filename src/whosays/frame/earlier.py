"""The earlier mention of a happening that is spoken of again: "the attack", "this exchange".

A definite noun without parties of its own stands for the last happening of its sort that was told with them. Only the same
noun, or a verb or noun of the same entry of the list of actions, is such a mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.frame.reading import known
from whosays.frame.trigger import Trigger, outermost
from whosays.lexicon.actions import Actions
from whosays.model import EventType, Sentence

REACH = 8
"""Sentences back that a definite noun reaches."""

_TOLD_AGAIN = frozenset({EventType.ASSAULT, EventType.RETREAT, EventType.COERCE})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def earlier(sentences: Sequence[Sentence], found: Trigger, lexicon: Actions) -> Iterator[Trigger]:
    """The mentions that the trigger may point back to, the nearest first; none where it is not a definite noun."""
    if found.action is None or found.action.type not in _TOLD_AGAIN or not _points_back(found, lexicon):
        return
    for sentence in reversed([s for s in sentences if found.sentence.index - REACH <= s.index < found.sentence.index]):
        for token in sentence.tokens:
            reading = known(sentence, token, lexicon)
            if reading is not None and (token.lemma == found.head.lemma or reading[0].id == found.action.id):
                yield Trigger(sentence, token, reading[1], reading[0])


def _points_back(found: Trigger, lexicon: Actions) -> bool:
    sentence, head = found.sentence, found.head
    if head.pos not in ("NOUN", "PROPN") or found.carrier is not None:
        return False
    base = outermost(sentence, head, lexicon)
    return any(c.text.lower() in _POINTING for c in (*sentence.children(head, "det"), *sentence.children(base, "det")))
