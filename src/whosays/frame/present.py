"""What the plain present of a verb says of its act: done in saying so, going on, again and again, or still to come."""

from __future__ import annotations

from whosays.frame.clause import surface
from whosays.frame.trigger import Trigger
from whosays.lexicon.actions import Actions
from whosays.model import EventType, Sentence, Status, Token

_VERBAL_ACTS = frozenset(
    {
        EventType.AGREE, EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN,
        EventType.CONCEDE, EventType.CONSULT,
    }
)  # fmt: skip


def present(sentence: Sentence, verb: Token, trigger: Trigger, lexicon: Actions) -> Status:
    """The status by the plain present: a verbal act is done in saying so; a group's is a habit, a single party's a state."""
    adverbs = {c.text.lower() for c in sentence.children(verb)}
    if adverbs & lexicon.classes["often"] or _is_frequent(sentence, verb, trigger, lexicon):
        return Status.HABITUAL
    happens = trigger.head.dep in ("nsubj", "nsubjpass") and trigger.head.head == verb.index  # "clashes continue"
    if verb.lemma in lexicon.classes["continuing"] and (sentence.children(verb, "xcomp") or happens):
        return Status.ONGOING
    is_to = _is_to(sentence, verb)
    if is_to or adverbs & lexicon.classes["readiness"] or verb.lemma in lexicon.classes["beginning"]:
        return Status.PLANNED
    action = trigger.action
    if action is not None and action.type in _VERBAL_ACTS and _performs(sentence, verb):
        return Status.OCCURRED
    if (
        adverbs & lexicon.classes["now"]
        or verb.lemma in ("be", "have", "remain")
        or (action is not None and action.state)
    ):
        return Status.ONGOING
    if action is not None and action.type in _VERBAL_ACTS:
        return Status.OCCURRED
    if verb.lemma in lexicon.classes["stationed"] and sentence.children(verb, "auxpass"):
        return Status.ONGOING
    if _is_generic(sentence, surface(sentence, verb), lexicon):
        return Status.HABITUAL
    return Status.OCCURRED if action is not None and sentence.children(verb, "auxpass") else Status.ONGOING


def _is_frequent(sentence: Sentence, verb: Token, trigger: Trigger, lexicon: Actions) -> bool:
    """Whether the act comes again and again: "every day", "frequent targets"."""
    times = (
        *sentence.children(verb, "npadvmod"),
        *(o for p in sentence.children(verb, "prep") for o in sentence.children(p)),
    )
    each = any(
        t.lemma in lexicon.classes["calendar"]
        and any(c.lemma in ("every", "each") for c in sentence.children(t, "det"))
        for t in times
    )
    nouns = [t for t in trigger.words if t.pos == "NOUN"]
    return each or any(c.lemma in lexicon.classes["frequent"] for t in nouns for c in sentence.children(t, "amod"))


def _is_to(sentence: Sentence, verb: Token) -> bool:
    """Whether a party "is to" do something; what an act or a thing is to do is what it is for ("the drilling is to help")."""
    if verb.lemma != "be" or not any(
        c.tag == "TO" for x in sentence.children(verb, "xcomp") for c in sentence.children(x)
    ):
        return False
    who = surface(sentence, verb)
    return who is None or not who.text.lower().endswith("ing")


def _is_generic(sentence: Sentence, who: Token | None, lexicon: Actions) -> bool:
    """A party that stands for its kind: "they", a bare plural, "most soldiers"."""
    if who is None or who.tag not in ("NNS", "NNPS", "PRP"):
        return False
    if who.tag == "PRP":
        return who.text.lower() == "they"
    before = {c.lemma for c in sentence.children(who, "det", "amod", "poss")}
    return not sentence.children(who, "det", "poss") or bool(before & lexicon.classes["generic"])


def _performs(sentence: Sentence, verb: Token) -> bool:
    """Whether the speaker does the act by saying it: "I applaud", "we condemn"."""
    who = surface(sentence, verb)
    return who is not None and who.text.lower() in ("i", "we")
