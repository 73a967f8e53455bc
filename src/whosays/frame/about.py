"""Whom a comment is about: the council in "expressed doubts about the council", "is sceptical that the council will act"."""

from __future__ import annotations

from whosays.frame import clause
from whosays.frame.trigger import Trigger
from whosays.lexicon.actions import Actions
from whosays.model import Token

_PLACES = ("about", "over", "at", "of", "regarding", "in", "on", "towards", "toward", "for")


def about(trigger: Trigger, lexicon: Actions) -> Token | None:
    """The head of what the comment's words speak of, else the subject of the clause that they govern; None where there is none."""
    sentence, verb = trigger.sentence, trigger.head
    words = (*(t for t in trigger.words if t.index != verb.index), *sentence.children(verb, "acomp"), verb)
    for place in _PLACES:
        for token in words:
            found = clause.after(sentence, token, place)
            if found is not None and found not in trigger.words:
                return found
    clauses = (clause.complement_subject(sentence, t) for t in words)
    return next((t for t in clauses if t is not None), None)
