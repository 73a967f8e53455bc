"""Who acts and who is acted on, by the parse: the words only; which entity they mean is for a later stage.

The lexicon's entry says where each role stands around its word. A happening, a weapon or a time is no actor: of "the Orlanian
airstrike killed two" the actor is "Orlanian".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from whosays.frame import clause
from whosays.frame.about import about
from whosays.frame.clause import VERBAL
from whosays.frame.joined import joined
from whosays.frame.party import of_two_nations, party
from whosays.frame.phrase import beside, is_measure
from whosays.frame.reading import known
from whosays.frame.standing import party_like, standing
from whosays.frame.trigger import Trigger
from whosays.frame.whose import whose
from whosays.lexicon.actions import Action, Actions
from whosays.model import Document, EventType, Party, Sentence, Token

_ADVERBIAL = frozenset({"on", "at", "in", "to", "for", "from", "with", "against", "into", "over"})
_ON_ANOTHER = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.SANCTION,
        EventType.THREATEN,
        EventType.REJECT,
        EventType.ACCUSE,
        EventType.SUPPORT,
        EventType.PROTEST,
    }
)
"""Acts on another party, so that in "rejected their plan" the plan is not the actor's own."""
_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})


def roles(document: Document, trigger: Trigger, lexicon: Actions) -> tuple[Party | None, Party | None]:
    """(actor, recipient) of the trigger's act as words and spans; None where the text names none."""
    if trigger.action is None:
        return _bare(document, trigger, lexicon)
    sentence = trigger.sentence
    actor = _first(trigger, trigger.action.actor, _acting, lexicon) or _in_operation(trigger, lexicon)
    recipient = _first(trigger, trigger.action.recipient, whose, lexicon) or _struck(trigger, lexicon)
    if recipient is None:
        recipient = _likened(trigger, lexicon)
    recipient = _other_side(trigger, actor, recipient, lexicon)
    if recipient is not None and recipient.tag == "PRP$" and trigger.action.type not in _ON_ANOTHER:
        recipient = None  # "agreed to lay down their weapons"
    if recipient is None and trigger.action.type is EventType.PROTEST:
        recipient = _protested(trigger, lexicon)
    if recipient is None or recipient.lemma in lexicon.classes["spot"]:
        recipient = _aimed_at(trigger, lexicon) or recipient
    shared = recipient is None and _is_shared(trigger.action)
    if shared and (second := of_two_nations(document, sentence, actor)) is not None:
        return party(document, sentence, actor), second
    return _several(document, sentence, actor, recipient, lexicon)


def _other_side(trigger: Trigger, actor: Token | None, recipient: Token | None, lexicon: Actions) -> Token | None:
    """The recipient, of what two do with each other the second of them: "Orlan and Sarda exchanged prisoners"."""
    sentence, action = trigger.sentence, trigger.action
    beside = sentence.children(actor, "conj") if actor is not None else ()
    second = next((c for c in beside if c.pos in ("PROPN", "NOUN")), None)
    if recipient is not None and actor is not None and recipient.index == actor.index:
        recipient = next(iter(beside), None)
    if trigger.head.lemma in {"exchange", "swap"} | lexicon.classes["truce"]:
        recipient = second or recipient
    if recipient is not None or action is None:
        return recipient
    if actor is not None and _is_shared(action):
        return second or _met(trigger, lexicon)
    return _met(trigger, lexicon) if action.type is EventType.CONCEDE else None


def _is_shared(action: Action) -> bool:
    """Whether two who stand side by side do the act with each other: meet, agree, fail to agree."""
    return action.type in _MUTUAL or "conj" in action.recipient


def _several(
    document: Document, sentence: Sentence, actor: Token | None, recipient: Token | None, lexicon: Actions
) -> tuple[Party | None, Party | None]:
    """Both roles with the parties that are joined to each by name; of two who act on each other each has its own."""
    acting = joined(sentence, actor, lexicon) if actor is not None else ()
    if recipient is not None and recipient in acting:
        acting = ()
    suffering = joined(sentence, recipient, lexicon) if recipient is not None else ()
    return _with(document, sentence, actor, acting), _with(document, sentence, recipient, suffering)


def _with(document: Document, sentence: Sentence, head: Token | None, others: tuple[Token, ...]) -> Party | None:
    found = party(document, sentence, head)
    further = tuple(p for t in others if (p := party(document, sentence, t)) is not None)
    return replace(found, joined=further) if found is not None and further else found


def _bare(document: Document, trigger: Trigger, lexicon: Actions) -> tuple[Party | None, Party | None]:
    """Subject and object of a content that names no act of the sixteen types, where they may be parties."""
    sentence, verb = trigger.sentence, trigger.head
    if verb.pos not in VERBAL:
        return None, None
    found, other = clause.subject(sentence, verb), party_like(sentence, clause.patient(sentence, verb), lexicon)
    actor = _acting(sentence, found, lexicon) if found is not None else None
    if other is None and (len(trigger.words) > 1 or {verb.lemma, verb.text.lower()} & lexicon.classes["hoping"]):
        other = about(trigger, lexicon)
    recipient = (
        whose(sentence, other, lexicon) if other is not None and not is_measure(sentence, other, lexicon) else None
    )
    if recipient is not None and recipient.tag == "PRP$":  # "expressed his concern about the raid"
        recipient = about(trigger, lexicon)
    return _several(document, sentence, actor, recipient, lexicon)


Whose = Callable[[Sentence, Token, Actions], Token | None]


def _first(trigger: Trigger, places: tuple[str, ...], found_by: Whose, lexicon: Actions) -> Token | None:
    """The first of the places where a party stands; `found_by` tells whose a thing, a paper or a happening there is."""
    for place in places:
        found = standing(trigger, place, lexicon)
        if (
            found is None
            or found.index == trigger.head.index
            or (place in _ADVERBIAL and found.lemma in lexicon.classes["adjunct"])
        ):
            continue
        if not is_measure(trigger.sentence, found, lexicon):
            who = found_by(trigger.sentence, found, lexicon)
            if who is not None:
                return who
    return None


def _struck(trigger: Trigger, lexicon: Actions) -> Token | None:
    """What an attack that is the subject did its harm to: the crowd in "the second blast hit the crowd"."""
    sentence, head, action = trigger.sentence, trigger.head, trigger.action
    above = sentence.head(head)
    if head.dep == "nsubjpass":  # "the blast is said to have killed two"
        above = next(iter(sentence.children(above, "xcomp")), above)
    if (
        action is None
        or action.type is not EventType.ASSAULT
        or head.dep not in ("nsubj", "nsubjpass")
        or above.lemma not in lexicon.classes["effect"]
    ):
        return None
    found = clause.patient(sentence, above)
    return whose(sentence, found, lexicon) if found is not None else None


def _likened(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Whom the act is done to by what it is called: the singer in "called the death a killing of a singer"."""
    sentence, head = trigger.sentence, trigger.head
    if head.pos != "NOUN" or head.dep not in ("dobj", "nsubj", "nsubjpass"):
        return None
    for name in sentence.children(sentence.head(head), "oprd", "attr"):
        reading = known(sentence, name, lexicon)
        if (
            name.index > head.index
            and reading is not None
            and trigger.action
            and reading[0].type is trigger.action.type
        ):
            return _first(Trigger(sentence, name, reading[1], reading[0]), reading[0].recipient, whose, lexicon)
    return None


def _met(trigger: Trigger, lexicon: Actions) -> Token | None:
    """With whom the party spoke or agreed in the same breath: "agreed to a truce after a call with the envoy"."""
    sentence = trigger.sentence
    for token in sentence.subtree(trigger.carrier or trigger.head):
        if token.lemma in lexicon.classes["talks"] | lexicon.classes["deal"] and token.pos == "NOUN":
            found = clause.after(sentence, token, "with")
            if found is not None and found.index != token.index:
                return found
    return None


def _protested(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Against whom a strike is: the ministry in "began a hunger strike in protest against the ministry"."""
    sentence, top = trigger.sentence, trigger.carrier or trigger.head
    verb = next((t for t in (top, *sentence.ancestors(top)) if t.pos in VERBAL), top)
    for token in sentence.subtree(verb):
        if token.lemma != "protest" or token in trigger.words:
            continue
        found = clause.patient(sentence, token) if token.pos in VERBAL else None
        places = (clause.after(sentence, token, p) for p in ("against", "at", "over"))
        found = found or next((t for t in places if t is not None), None)
        if found is not None:
            return whose(sentence, found, lexicon)
    return None


def _aimed_at(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Whom an attack or a deployment is aimed at: the gunmen in "carried out a strike to kill the gunmen", "killing gunmen"."""
    sentence, head, action = trigger.sentence, trigger.head, trigger.action
    if action is None or action.type not in (EventType.ASSAULT, EventType.MOBILIZE):
        return None
    for above in (trigger.carrier, head):
        for verb in sentence.children(above, "xcomp", "advcl", "acl", "relcl") if above is not None else ():
            if verb.tag != "VBG" and not any(c.tag == "TO" for c in sentence.children(verb, "aux")):
                continue
            reading = known(sentence, verb, lexicon)
            if reading is not None and reading[0].type is EventType.ASSAULT:
                return clause.patient(sentence, verb)
            if verb.lemma in lexicon.classes["countering"]:
                return party_like(sentence, clause.patient(sentence, verb), lexicon)
    return None


def _acting(sentence: Sentence, token: Token, lexicon: Actions) -> Token | None:
    """The party itself: of a happening or a weapon whose it is; None where that is not said."""
    lemma = token.lemma
    if (
        token.pos in ("DET", "ADV", "SCONJ")
        or lemma in ("nothing", "something", "anything", "everything")
        or (lemma in ("there", "what", "which", "that", "this", "it") and token.dep == "expl")
        or (lemma == "it" and _only_opens(sentence, token))
    ):
        return None
    is_act = (
        token.pos == "NOUN" and lemma not in lexicon.classes["party"] and known(sentence, token, lexicon) is not None
    )
    if not is_act and lemma not in lexicon.classes["thing"] and token.entity not in ("DATE", "TIME"):
        return token
    for found in (
        clause.agent(sentence, token),
        beside(sentence, token, "poss"),
        beside(sentence, token, "mod"),
        _fired_by(sentence, token),
        clause.after(sentence, token, "between"),
    ):
        if found is not None:
            return found
    above = sentence.head(token)
    return (
        clause.subject(sentence, above)
        if above.pos in VERBAL and token.dep == "dobj" and token.lemma in lexicon.classes["statement"]
        else None
    )


def _only_opens(sentence: Sentence, it: Token) -> bool:
    """Whether "it" stands for the infinitive: "it was good to meet the envoy"; in "it is ready to attack" it is somebody."""
    be = sentence.head(it)
    return be.lemma == "be" and bool(sentence.children(be, "acomp")) and bool(sentence.children(be, "xcomp"))


def _fired_by(sentence: Sentence, thing: Token) -> Token | None:
    """Who fired or sent the thing: the army in "missiles fired by the army"."""
    for child in sentence.children(thing, "acl", "relcl"):
        found = clause.agent(sentence, child)
        if found is not None:
            return found
    return None


def _in_operation(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Whose operation the act came about in: "was killed in an Orlanian strike"."""
    sentence, head = trigger.sentence, trigger.head
    if head.pos not in VERBAL:
        return None
    for inner in sentence.children(head, "advcl"):
        when = any(m.text.lower() in ("when", "as", "after") for m in sentence.children(inner, "mark", "advmod"))
        reading = known(sentence, inner, lexicon) if when else None
        if reading is not None and reading[0].type is EventType.ASSAULT:
            return clause.subject(sentence, inner)
    for preposition in ("in", "by", "during", "after", "from"):
        found = clause.after(sentence, head, preposition)
        if (
            found is not None
            and found.pos == "NOUN"
            and (found.lemma in lexicon.classes["thing"] or known(sentence, found, lexicon) is not None)
        ):
            return _acting(sentence, found, lexicon)
    return None
