"""Whether the words around an act say that it did not come about: "failed to seize", "nearly attacked", "raised no objection"."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.frame.clause import VERBAL
from whosays.frame.trigger import Trigger
from whosays.lexicon.actions import Actions
from whosays.model import Token


def undone(found: Trigger, lexicon: Actions) -> bool:
    """Whether a negation, a failure or a near miss stands between the top of the content and the act."""
    sentence, act = found.sentence, found.carrier or found.head
    nouns = [t for noun in _joined(found) for t in (noun, *sentence.children(noun, "compound"))]
    if any(c.text.lower() in ("no", "neither") for noun in nouns for c in sentence.children(noun, "det")):
        return True
    for token in _way(found):
        children = sentence.children(token)
        if any(c.dep == "neg" or c.lemma in lexicon.classes["nearly"] for c in children if c.dep in ("neg", "advmod")):
            return True
        if token.index != act.index and token.lemma in lexicon.classes["failing"]:
            return True
    return False


def _joined(found: Trigger) -> Iterator[Token]:
    """The act and, of a noun, those that it is joined to by "or": of "no raids or arrests", both are denied."""
    noun = found.head
    yield noun
    while noun.dep == "conj" and noun.pos == "NOUN":
        first = found.sentence.head(noun)
        if not any(c.lemma in ("or", "nor") for c in found.sentence.children(first, "cc")):
            return
        noun = first
        yield noun


def _way(found: Trigger) -> Iterator[Token]:
    """The verbs from the act up to the top of the content."""
    token = found.carrier or found.head
    while True:
        if token.pos in VERBAL or token.pos == "ADJ":
            yield token
        if found.above is None or token.index == found.above.index or token.head == token.index:
            return
        token = found.sentence.head(token)
