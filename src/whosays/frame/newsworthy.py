"""Whether a clause of the publisher's own reports something: an event, an act, a figure or a lasting policy.

Evaluation ("the deal has strategic importance"), scene-setting and boilerplate are no claims (the contract, "What is a
claim").
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.frame.clause import VERBAL, surface
from whosays.frame.trigger import Trigger, trigger
from whosays.lexicon.actions import Actions
from whosays.model import Attribution, Event, Quantity, Sentence, Token

NEAR = 1.9
"""The price up to which an act counts as what the clause reports, and not as something that it only speaks of."""


def newsworthy(
    sentences: Sequence[Sentence],
    attribution: Attribution,
    happened: Event | None,
    counted: Sequence[Quantity],
    lexicon: Actions,
) -> bool:
    """Whether the clause that `attribution` holds is a claim of the publisher's."""
    for sentence in sentences:
        if not any(sentence.span.overlaps(s) for s in attribution.content):
            continue
        found = trigger(sentence, attribution.content, lexicon)
        if found is not None:
            return _reports(sentence, attribution, found, bool(counted), bool(happened and happened.time), lexicon)
    return False


def _reports(
    sentence: Sentence, attribution: Attribution, found: Trigger, counted: bool, timed: bool, lexicon: Actions
) -> bool:
    head = sentence.top(*attribution.content)
    if head is None or head.pos not in VERBAL or _is_question(sentence, head) or _speaks_to_reader(sentence, head):
        return False
    evaluates = _evaluates(sentence, head, lexicon) and head not in (*found.words, found.carrier)
    if found.action is not None and found.cost <= NEAR:
        return not evaluates or counted
    return not evaluates and (counted or timed or _is_dated(sentence, head) or attribution.cue != ())


def _is_dated(sentence: Sentence, head: Token) -> bool:
    """Whether the clause says when, be it before its subject ("Since the war, ...")."""
    when = sentence.children(head, "prep", "npadvmod")
    return any(t.entity == "DATE" for child in when for t in sentence.subtree(child)[:8])


def _evaluates(sentence: Sentence, head: Token, lexicon: Actions) -> bool:
    """Whether the clause says what something is like, or might be, and not what happened."""
    if any(
        c.tag == "MD" and c.lemma in ("may", "might", "could", "can", "should", "must")
        for c in sentence.children(head, "aux")
    ):
        return True
    if head.lemma not in ("be", "seem", "appear", "become", "remain", "represent", "mean", "lack", "matter", "feel"):
        return False
    return bool(sentence.children(head, "acomp")) or head.lemma in ("mean", "represent", "matter", "feel", "lack")


def _is_question(sentence: Sentence, head: Token) -> bool:
    return sentence.tokens[-1].text == "?" and head.head == head.index


def _speaks_to_reader(sentence: Sentence, head: Token) -> bool:
    """Boilerplate: imperatives, and sentences about the article itself ("Read more", "This story will be updated")."""
    who = surface(sentence, head)
    if who is None:
        return head.tag == "VB"
    return who.lemma in (
        "you",
        "story",
        "article",
        "page",
        "newsletter",
        "video",
        "photo",
        "image",
        "cookie",
        "website",
        "copyright",
    )
