"""Whether a negation of the content, or its denial, is one of the act that it names."""

from __future__ import annotations

from whosays.frame.clause import VERBAL
from whosays.frame.trigger import Trigger, outermost
from whosays.lexicon.actions import Actions

NEAR = 1.2
"""The price up to which a verb shares the fate of the content's top verb."""


def deniable(found: Trigger, lexicon: Actions) -> bool:
    """Whether a negation of the content is one of the act: "no tours were cancelled after the attack" denies no attack."""
    if found.carrier is not None or found.head.pos in VERBAL:
        over = _between(found)
        if found.carrier is not None and found.carrier.lemma in lexicon.ending:
            return False
        return found.cost <= NEAR and _under(found) and not lexicon.ending & over
    base = outermost(found.sentence, found.head, lexicon)
    if found.above is None or base.index == found.above.index:
        return True
    head = found.sentence.head(base)
    if head.index != found.above.index or head.lemma in lexicon.ending:
        return False
    told = base.dep in ("nsubj", "nsubjpass") and head.lemma in lexicon.happen | lexicon.phase
    return told or base.dep in ("attr", "dobj")


def _under(found: Trigger) -> bool:
    """Whether the trigger hangs on the top of the content, and does not merely stand beside it."""
    word, above = found.carrier or found.head, found.above
    return above is None or above.index in (word.index, *(t.index for t in found.sentence.ancestors(word)))


def _between(found: Trigger) -> set[str]:
    """The verbs from the trigger up to the top of the content."""
    lemmas: set[str] = set()
    word = found.carrier or found.head
    for token in found.sentence.ancestors(word):
        if found.above is None or word.index == found.above.index:
            break
        lemmas.add(token.lemma)
        word = token
    return lemmas
