"""Whether an act is only played, told of in a work of fiction, or so called: "rehearsed a landing", "in the film", "the supposed raid"."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.frame.trigger import Trigger
from whosays.lexicon.actions import Actions
from whosays.model import Token

_STEPS = 4
"""Words that are climbed from the act; beyond them another verb's circumstances begin."""


def feigned(found: Trigger, lexicon: Actions) -> bool:
    """Whether a word beside the act or over it says that it was no real one."""
    sentence, classes = found.sentence, lexicon.classes
    if any({t.lemma, t.text.lower()} & classes["so_called"] for t in sentence.children(found.head, "amod", "compound")):
        return True
    for token in _upwards(found):
        if token.lemma in classes["playing"] and token.index != found.head.index:
            return True
        for by in sentence.children(token, "prep"):
            if by.lemma in ("in", "during", "for") and any(
                _played(found, t, lexicon) for t in sentence.children(by, "pobj")
            ):
                return True
    return False


def _played(found: Trigger, place: Token, lexicon: Actions) -> bool:
    """Whether it is a drill or a story that the act stands in, and not one that it names ("in the play's third act")."""
    return place.lemma in lexicon.classes["played"] and place.index != found.head.index


def _upwards(found: Trigger) -> Iterator[Token]:
    token = found.carrier or found.head
    for _ in range(_STEPS):
        yield token
        if token.head == token.index or (found.above is not None and token.index == found.above.index):
            return
        token = found.sentence.head(token)
