"""Whether words around the act say that it has not come about: "due to meet", "unlikely to attack", "the risk of a raid"."""

from __future__ import annotations

from whosays.frame.clause import VERBAL
from whosays.frame.trigger import Trigger, outermost
from whosays.lexicon.actions import Actions
from whosays.model import Sentence, Stance, Status, Token

_WISHED = frozenset({Stance.DEMANDS, Stance.HOPES, Stance.FEARS, Stance.ASKS})
_TOWARDS = frozenset({"of", "for", "on", "about", "to", "against"})


def ahead(trigger: Trigger, inside: set[int], stance: Stance, lexicon: Actions) -> Status | None:
    """Planned or hypothetical by an adjective or noun over the act or by a verb that waits for it; None where none says so.

    `inside` are the words of the content, by their index in the trigger's sentence.
    """
    sentence = trigger.sentence
    if trigger.carrier is None and trigger.head.pos not in VERBAL:
        nouns = (trigger.head, outermost(sentence, trigger.head, lexicon))
        return next((told for t in nouns if (told := _noun_ahead(sentence, t, inside, lexicon)) is not None), None)
    word = trigger.carrier or trigger.head
    if trigger.action is None and word.tag == "VBD" and word.lemma == "be" and _leads_ahead(sentence, word, lexicon):
        return Status.PLANNED
    while word.head != word.index and word.head in inside:
        above = sentence.head(word)
        said = _said_of(sentence, word, above)
        if said is not None and said.lemma in lexicon.classes["unlikely"]:
            return Status.HYPOTHETICAL
        if said is not None and said.lemma in lexicon.classes["uncertain"] and not _is_past(sentence, word):
            return Status.HYPOTHETICAL
        if said is not None and _is_ability(sentence, said, lexicon):
            return Status.HYPOTHETICAL
        if above.lemma == "be" and above.tag == "VBD" and _was_to(sentence, word, lexicon):
            return Status.PLANNED
        if said is not None and said is above and said.lemma in lexicon.plan | lexicon.classes["readiness"]:
            return Status.HYPOTHETICAL if stance in _WISHED else Status.PLANNED
        if word.dep not in ("xcomp", "ccomp", "acomp"):
            return None
        word = above
    return None


def _leads_ahead(sentence: Sentence, be: Token, lexicon: Actions) -> bool:
    """Whether the verb only opens what was still to come: "his term was to end in August"."""
    alone = not sentence.children(be, "acomp", "attr")
    return alone and any(_was_to(sentence, t, lexicon) for t in sentence.children(be))


def _was_to(sentence: Sentence, verb: Token, lexicon: Actions) -> bool:
    """Whether the infinitive under a past "be" only looks ahead: "was to attack at dawn", not "their reply was to attack"."""
    if verb.dep != "xcomp" or not any(t.tag == "TO" for t in sentence.children(verb, "aux")):
        return False
    if verb.lemma == "blame" or sentence.children(sentence.head(verb), "acomp", "attr"):  # "it was good to meet them"
        return False
    subjects = sentence.children(sentence.head(verb), "nsubj", "nsubjpass")
    return not any(t.lemma in lexicon.classes["done"] for t in subjects)


def _said_of(sentence: Sentence, word: Token, above: Token) -> Token | None:
    """The adjective that tells how likely the clause is: over it ("due to meet") or beside it ("it is possible that")."""
    if word.dep in ("xcomp", "ccomp") and above.pos == "ADJ":
        return above
    if word.dep == "pcomp" and sentence.head(above).pos == "ADJ":
        return sentence.head(above)
    if word.dep in ("xcomp", "ccomp", "csubj", "advcl") and above.lemma == "be":
        beside = sentence.children(above, "acomp")
        alone = word.dep != "advcl" or any(c.lemma == "it" for c in sentence.children(above, "nsubj"))
        return beside[0] if beside and alone and beside[0].index != word.index else None
    return None


def _is_ability(sentence: Sentence, said: Token, lexicon: Actions) -> bool:
    """Whether a party only can do the act: "is able to attack"; who "was able to" take a town took it."""
    be = sentence.head(said)
    return said.lemma == "capable" or (said.lemma == "able" and be.tag in ("VBZ", "VBP"))


def _is_past(sentence: Sentence, verb: Token) -> bool:
    words = (verb, *sentence.children(verb, "aux", "auxpass"))
    return any(t.tag == "VBD" or t.text.lower() in ("have", "has", "had") for t in words)


def _noun_ahead(sentence: Sentence, noun: Token, inside: set[int], lexicon: Actions) -> Status | None:
    """A noun in "the risk of a raid", "awaits approval", "called for a truce"; "any raid would" is one that is thought of."""
    above = sentence.head(noun)
    if above.index not in inside:
        return None
    if noun.dep == "pobj":
        over = sentence.head(above)
        called = over.lemma in lexicon.classes["calling_for"] and above.text.lower() == "for"
        risked = over.pos == "NOUN" and over.lemma in lexicon.classes["prospect"] and above.text.lower() in _TOWARDS
        return Status.HYPOTHETICAL if over.index in inside and (called or risked) else None
    if noun.dep == "dobj" and above.lemma in lexicon.classes["waiting"]:
        return Status.HYPOTHETICAL
    any_ = any(c.lemma == "any" for c in sentence.children(noun, "det"))
    modal = any(c.tag == "MD" for c in sentence.children(above, "aux"))
    return Status.HYPOTHETICAL if any_ and modal and noun.dep in ("nsubj", "nsubjpass") else None
