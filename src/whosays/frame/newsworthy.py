"""Whether a clause of the publisher's own reports something: an event, an act, a figure or a lasting policy.

Evaluation ("the deal has strategic importance"), scene-setting and boilerplate are no claims (the contract, "What is a
claim").
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.frame.clause import VERBAL, surface
from whosays.frame.trigger import Trigger, trigger
from whosays.lexicon.clauses import Clauses
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Attribution, Event, Quantity, Sentence, Token, sentences_at

NEAR = 1.9
"""The price up to which an act counts as what the clause reports, and not as something that it only speaks of."""

_NOTHING = frozenset({"there", "it", "this", "that", "which", "what"})


def newsworthy(
    sentences: Sequence[Sentence],
    attribution: Attribution,
    happened: Event | None,
    counted: Sequence[Quantity],
    lexicon: Lexicon,
) -> bool:
    """Whether the clause that `attribution` holds is a claim of the publisher's."""
    for sentence in sentences_at(sentences, *attribution.content):
        found = trigger(sentence, attribution.content, lexicon.actions)
        if found is not None:
            return _reports(
                sentence, attribution, found, bool(counted), bool(happened and happened.time), lexicon.clauses
            )
    return False


def _reports(
    sentence: Sentence, attribution: Attribution, found: Trigger, counted: bool, timed: bool, words: Clauses
) -> bool:
    head = _verb(sentence, attribution)
    if (
        head is None
        or head.pos not in VERBAL
        or _is_question(sentence, head)
        or _speaks_to_reader(sentence, head, words)
    ):
        return False
    head = _managed(sentence, head) or head
    evaluates = _evaluates(sentence, head, words) and head not in (*found.words, found.carrier)
    if found.action is not None and found.cost <= NEAR:
        return not evaluates or counted
    if evaluates:
        return False
    if _holds(sentence, head, words):
        return True
    return counted or timed or _is_dated(sentence, head) or attribution.cue != () or _tells(sentence, head, words)


def _verb(sentence: Sentence, attribution: Attribution) -> Token | None:
    """The content's top, or the verb of a relative clause that is told of a noun ("a fund ... joined by Belmark")."""
    top = sentence.top(*attribution.content)
    if top is None or top.pos in VERBAL or attribution.tagged is not None:
        return top
    inside = sentence.within(*attribution.content)
    return next((c for c in sentence.children(top, "relcl") if c in inside), top)


def _holds(sentence: Sentence, head: Token, words: Clauses) -> bool:
    """Whether the clause tells of an arrangement or a policy: "is to include them", "is host to", "its goal is a safe zone"."""
    if head.lemma != "be":
        return False
    to_be = (c for c in sentence.children(head, "xcomp") if any(t.tag == "TO" for t in sentence.children(c, "aux")))
    bound = (t for t in sentence.children(head, "acomp") if t.lemma in words.bound or t.text.lower() in words.bound)
    states = [t for t in sentence.children(head, "attr") if t.lemma in words.party_to and sentence.children(t, "prep")]
    aims = [t for t in sentence.children(head, "nsubj") if t.lemma in words.aims]
    return bool(next(to_be, None) or next(bound, None) or states or aims)


def _tells(sentence: Sentence, head: Token, words: Clauses) -> bool:
    """Whether a main clause tells what was done or going on, and not how things stand: "the funeral has been held in Sarda"."""
    if head.dep == "advcl" or head.lemma in words.stands:
        return False
    who = surface(sentence, head)
    if who is None or (who.lemma in _NOTHING and head.dep != "relcl"):
        return False
    if head.dep == "xcomp":
        return True
    helped = {c.lemma for c in sentence.children(head, "aux", "auxpass")}
    return head.tag == "VBD" or (head.tag == "VBN" and "have" in helped) or bool(helped & {"be"} and head.tag != "VB")


def _managed(sentence: Sentence, head: Token) -> Token | None:
    """Of "was able to cross", "cross": who was able to do a thing did it."""
    able = [t for t in sentence.children(head, "acomp") if t.lemma == "able"] if head.tag == "VBD" else []
    return next((c for t in able for c in sentence.children(t, "xcomp")), None)


def _is_dated(sentence: Sentence, head: Token) -> bool:
    """Whether the clause says when, be it before its subject ("Since the war, ...")."""
    when = sentence.children(head, "prep", "npadvmod")
    return any(t.entity == "DATE" for child in when for t in sentence.subtree(child)[:8])


def _evaluates(sentence: Sentence, head: Token, words: Clauses) -> bool:
    """Whether the clause says what something is like, or might be, and not what happened."""
    if any(
        c.tag == "MD" and c.lemma in ("may", "might", "could", "can", "should", "must")
        for c in sentence.children(head, "aux")
    ):
        return True
    judged = sentence.children(head, "acomp")
    if any(t.text.lower() in words.bound for t in judged):
        return False
    return head.lemma in words.judges or (head.lemma in words.links and bool(judged))


def _is_question(sentence: Sentence, head: Token) -> bool:
    return sentence.tokens[-1].text == "?" and head.head == head.index


def _speaks_to_reader(sentence: Sentence, head: Token, words: Clauses) -> bool:
    """Boilerplate: imperatives, unnamed sources, sentences about the article itself ("Read more", "This story will be updated")."""
    if any(t.lemma in ("anonymity", "anonymously") for t in sentence.tokens):
        return True
    who = surface(sentence, head)
    if who is None:
        return head.tag == "VB"
    return who.lemma in words.about_itself
