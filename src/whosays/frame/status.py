"""Whether the act has happened, goes on, is planned, is only thought of, or is done again and again: by the content's own words.

Tense, aspect and mood of the verb, and of the verbs above it inside the content; the source's stance only where the content has no
finite verb of its own ("urged Orlan to withdraw"). Whoever denies it changes nothing here.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.frame.ahead import ahead
from whosays.frame.clause import VERBAL
from whosays.frame.present import present
from whosays.frame.trigger import Trigger
from whosays.lexicon.actions import Actions
from whosays.model import EventType, Sentence, Span, Stance, Status, Token

_WISHED = frozenset({Stance.DEMANDS, Stance.HOPES, Stance.FEARS, Stance.ASKS})
_MATERIAL = frozenset({EventType.MOBILIZE, EventType.AID, EventType.COOPERATE})


def status(trigger: Trigger, spans: Sequence[Span], stance: Stance, lexicon: Actions) -> Status:
    """The status of the trigger's act within the content."""
    sentence = trigger.sentence
    inside = {t.index for t in sentence.within(*spans)}
    if (told := ahead(trigger, inside, stance, lexicon)) is not None:
        return told
    verb = _governor(trigger, inside, lexicon)
    if verb is None:
        return _nominal(trigger, inside, stance, lexicon)
    said = trigger.carrier or trigger.head
    if trigger.action is not None and said.pos in VERBAL and _is_announced(said, trigger.action.type, lexicon):
        return Status.PLANNED
    above = sentence.head(verb)
    if verb.dep == "csubj" and any(t.lemma in lexicon.classes["goal"] for t in sentence.children(above, "attr")):
        return Status.PLANNED
    chain = _chain(sentence, verb, inside)
    for token in chain:
        found = _mood(sentence, token, chain[0], trigger, stance, lexicon)
        if found is not None:
            return found
    return _tense(sentence, chain[-1], inside, trigger, stance, lexicon)


def _governor(trigger: Trigger, inside: set[int], lexicon: Actions) -> Token | None:
    """The verb of the content that says the act: the trigger, its carrier, or for a noun the verb that says it happened."""
    if trigger.carrier is not None:
        return trigger.carrier
    if trigger.head.pos in VERBAL or (trigger.action is None and trigger.head.pos == "ADJ"):
        return trigger.head
    sentence = trigger.sentence
    for above in sentence.ancestors(trigger.head):
        if above.index not in inside or above.lemma in lexicon.classes["guilty"]:  # "is responsible for the raid"
            return None
        if above.pos in VERBAL:
            carrying = lexicon.happen | lexicon.phase | lexicon.plan | lexicon.make | {"be", "have"}
            says = above.lemma in carrying - lexicon.classes["effect"]
            lasting = trigger.action is not None and trigger.action.state
            return above if says or lasting or _modal(sentence, above) else None
    return None


def _modal(sentence: Sentence, verb: Token) -> bool:
    return any(c.tag in ("MD", "TO") for c in sentence.children(verb, "aux"))


def _chain(sentence: Sentence, verb: Token, inside: set[int]) -> list[Token]:
    """The verb and the verbs that govern its tense, up to the top of the content: "send", "prepares" for "prepares to send"."""
    chain, token = [verb], verb
    while (
        token.dep in ("xcomp", "conj", "acl", "pcomp", "advcl", "ccomp", "dobj", "prep", "acomp", "attr", "oprd")
        and token.head in inside
        and token.head != token.index
    ):
        if token.dep in ("advcl", "ccomp", "acl", "conj") and _finite(sentence, token):
            break
        if {"to", "have"} <= _auxiliaries(sentence, token):  # "appears to have attacked"
            break
        above = sentence.head(token)
        if token.dep == "conj" and _finite(sentence, token):
            break
        token = above
        if token.pos in VERBAL:
            chain.append(token)
    return chain


def _finite(sentence: Sentence, verb: Token) -> bool:
    return verb.tag in ("VBD", "VBP", "VBZ", "MD") or any(
        c.tag in ("MD", "VBD", "VBP", "VBZ") for c in sentence.children(verb, "aux", "auxpass")
    )


def _auxiliaries(sentence: Sentence, verb: Token) -> set[str]:
    return {c.text.lower() for c in sentence.children(verb, "aux", "auxpass")}


def _mood(
    sentence: Sentence, verb: Token, lowest: Token, trigger: Trigger, stance: Stance, lexicon: Actions
) -> Status | None:
    """Planned or hypothetical, where this verb of the chain says so."""
    words = _auxiliaries(sentence, verb)
    conditional = any(c.text.lower() in ("if", "unless", "whether", "lest") for c in sentence.children(verb, "mark"))
    with_if = any(
        any(m.text.lower() in ("if", "unless", "lest") for m in sentence.children(c, "mark"))
        for c in sentence.children(verb, "advcl")
    )
    if conditional or words & {"could", "might", "should", "must", "ought", "may", "can", "ca", "cannot"}:
        past = "have" in words and words & {"may", "might", "could", "must"} and not conditional
        return Status.OCCURRED if past else Status.HYPOTHETICAL
    if _is_inverted(sentence, verb) or (
        verb.lemma == "risk" and verb is not lowest
    ):  # "had they attacked", "risks losing"
        return Status.HYPOTHETICAL
    if words & {"would", "'d", "’d"}:
        if "have" in words or with_if or stance in _WISHED:
            return Status.HYPOTHETICAL
        return Status.PLANNED
    if words & {"will", "'ll", "wo", "shall", "’ll"}:
        guessed = stance in _WISHED or stance in (Stance.DOUBTS, Stance.EXPECTS)
        return Status.HYPOTHETICAL if with_if or guessed else Status.PLANNED
    if verb is not lowest or trigger.head.pos not in VERBAL:
        plans = verb.lemma in lexicon.plan and (verb.lemma != "go" or verb.tag == "VBG")  # "the talks went on"
        if plans and verb is not trigger.head:
            return Status.HYPOTHETICAL if stance in _WISHED else Status.PLANNED
        if verb.lemma in ("have", "need") and verb is not lowest and "to" in _auxiliaries(sentence, lowest):
            return Status.HYPOTHETICAL
    return None


def _is_inverted(sentence: Sentence, verb: Token) -> bool:
    """Whether a side clause begins with its auxiliary, which makes it a condition: "had the army attacked, ..."."""
    first = next((c for c in sentence.children(verb, "aux") if c.text.lower() in ("had", "were", "should")), None)
    if first is None or not any(first.index < c.index for c in sentence.children(verb, "nsubj")):
        return False
    opens = (
        first.index == 0 and verb.dep == "ccomp" and sentence.tokens[-1].text != "?"
    )  # so the parser takes it at times
    return opens or verb.dep == "advcl"


def _tense(
    sentence: Sentence, verb: Token, inside: set[int], trigger: Trigger, stance: Stance, lexicon: Actions
) -> Status:
    """By the tense of the highest verb of the chain."""
    words = _auxiliaries(sentence, verb)
    tags = {c.tag for c in sentence.children(verb, "aux", "auxpass")} | {verb.tag}
    bare = verb.tag == "VB" and not words and bool(sentence.children(verb, "nsubj"))  # a present that the parser missed
    if not _finite(sentence, verb) and not (bare and stance not in _WISHED):
        return _nonfinite(sentence, verb, words, inside, stance)
    if verb.tag in ("VB", "VBP", "VBZ") and not words - {"not", "n't"} and stance in (Stance.DEMANDS, Stance.HOPES):
        return Status.HYPOTHETICAL
    if _is_result(trigger, lexicon):
        return Status.OCCURRED
    perfect = bool(words & {"has", "have", "'ve", "’ve"})
    if verb.tag == "VBG" or "being" in words:
        return Status.OCCURRED if words & {"was", "were"} else Status.ONGOING
    if perfect and "had" not in words:
        if verb.lemma in lexicon.classes["continuing"] and not sentence.children(verb, "auxpass"):
            return Status.ONGOING
        since = any(c.text.lower() in ("since", "for") and c.dep in ("prep", "mark") for c in sentence.children(verb))
        grown = any(t.pos == "NOUN" and t.lemma in lexicon.classes["lasting"] for t in trigger.words)
        if grown and verb.lemma in lexicon.classes["growing"]:  # "has deepened its cooperation"
            return Status.ONGOING
        lasting = verb.lemma in lexicon.classes["lasting"] and not sentence.children(verb, "auxpass")
        return Status.ONGOING if lasting or (since and verb.tag != "VBN") else Status.OCCURRED
    if "had" in words or "VBD" in tags:
        return Status.ONGOING if _is_backshifted(sentence, verb, inside, trigger, lexicon) else Status.OCCURRED
    return present(sentence, verb, trigger, lexicon)


def _is_beside_present(sentence: Sentence, verb: Token, inside: set[int]) -> bool:
    """Whether a participle says what a party does that the present speaks of: "is host to a coalition fighting the rebels"."""
    if verb.dep != "acl":
        return False
    over = next((t for t in sentence.ancestors(verb) if t.index in inside and _finite(sentence, t)), None)
    return over is not None and over.tag in ("VBZ", "VBP")


def _is_backshifted(sentence: Sentence, verb: Token, inside: set[int], trigger: Trigger, lexicon: Actions) -> bool:
    """Whether the past is only that of the telling: "(said) there were suspects in custody"."""
    lasts = trigger.head.pos == "NOUN" and trigger.head.lemma in lexicon.classes["lasting"] and verb.lemma == "be"
    telling = (t for t in sentence.tokens if t.index not in inside and t.tag in ("VBD", "VBN"))
    return lasts and any(t.lemma in lexicon.report for t in telling)


def _nonfinite(sentence: Sentence, verb: Token, words: set[str], inside: set[int], stance: Stance) -> Status:
    """An infinitive looks ahead unless it is perfect or of "be"; a participle or gerund tells what was done, beside a
    present what goes on."""
    if stance in _WISHED:
        return Status.HYPOTHETICAL
    if verb.tag == "VBG" and not words and _is_beside_present(sentence, verb, inside):
        return Status.ONGOING
    if "to" in words:
        if stance not in (Stance.INTENDS, Stance.EXPECTS) and (words & {"have", "be"} or verb.lemma == "be"):
            return Status.OCCURRED
        return Status.PLANNED
    return Status.PLANNED if stance is Stance.INTENDS and verb.tag in ("VB", "VBG") else Status.OCCURRED


def _is_result(trigger: Trigger, lexicon: Actions) -> bool:
    """Whether the noun names what an act has left behind: a death has happened, however long it is spoken of."""
    return trigger.head.pos == "NOUN" and trigger.head.lemma in lexicon.classes["result"]


def _is_announced(carrier: Token, type_: EventType | None, lexicon: Actions) -> bool:
    """Whether the carrier verb puts the act ahead: "announced a deployment"; a truce is called by its announcement."""
    return carrier.lemma in lexicon.classes["announcing"] and type_ in _MATERIAL


def _nominal(trigger: Trigger, inside: set[int], stance: Stance, lexicon: Actions) -> Status:
    """A noun without a verb ("a full ceasefire"): as the stance has it, else it is spoken of as done."""
    if stance in _WISHED:
        return Status.HYPOTHETICAL
    if stance is Stance.INTENDS:
        return Status.PLANNED
    sentence, head = trigger.sentence, trigger.head
    adjectives = {c.lemma for t in (head, sentence.head(head)) for c in sentence.children(t, "amod")}
    above = [t for t in sentence.ancestors(head) if t.index in inside]
    if any(t.lemma in lexicon.classes["awaiting"] for t in above):
        return Status.HYPOTHETICAL
    if trigger.action is not None and any(_is_announced(t, trigger.action.type, lexicon) for t in above):
        return Status.PLANNED
    if _is_result(trigger, lexicon):
        return Status.OCCURRED
    later = [c for c in sentence.children(head, "acl", "relcl", "xcomp") if c.index in inside]
    if any(c.tag == "TO" and c.dep == "aux" for v in later for c in sentence.children(v)) and any(
        sentence.children(v, "auxpass") for v in later
    ):
        return Status.PLANNED
    if head.lemma in lexicon.classes["lasting"] or any(sentence.tokens[i].text.lower() == "since" for i in inside):
        return Status.ONGOING
    if adjectives & {"ongoing", "current", "continued", "continue", "continuing"}:
        return Status.ONGOING
    if adjectives & lexicon.classes["frequent"]:
        return Status.HABITUAL
    if adjectives & {"planned", "plan", "upcoming", "forthcoming", "future", "intended"}:
        return Status.PLANNED
    if adjectives & {"possible", "potential", "hypothetical", "proposed", "propose", "any"}:
        return Status.HYPOTHETICAL
    return Status.OCCURRED
