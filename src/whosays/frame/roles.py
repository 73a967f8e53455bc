"""Who acts and who is acted on, by the parse: the words only; which entity they mean is for a later stage.

The lexicon's entry says where each role stands around its word. A happening, a weapon or a time is no actor: of "the Orlanian
airstrike killed two" the actor is "Orlanian".
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.frame import clause
from whosays.frame.about import about
from whosays.frame.clause import VERBAL
from whosays.frame.phrase import beside, is_measure, noun_phrase
from whosays.frame.reading import known
from whosays.frame.standing import party_like, standing
from whosays.frame.trigger import Trigger
from whosays.lexicon.actions import Actions
from whosays.model import Document, EventType, Party, Sentence, Span, Token

_ADVERBIAL = frozenset({"on", "at", "in", "to", "for", "from", "with", "against", "into", "over"})
_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})


def roles(document: Document, trigger: Trigger, lexicon: Actions) -> tuple[Party | None, Party | None]:
    """(actor, recipient) of the trigger's act as words and spans; None where the text names none."""
    if trigger.action is None:
        return _bare(document, trigger, lexicon)
    sentence = trigger.sentence
    actor = _first(trigger, trigger.action.actor, _acting, lexicon) or _in_operation(trigger, lexicon)
    recipient = _first(trigger, trigger.action.recipient, _whole, lexicon) or _struck(trigger, lexicon)
    if recipient is None:
        recipient = _likened(trigger, lexicon)
    if recipient is not None and actor is not None and recipient.index == actor.index:
        recipient = next(iter(sentence.children(actor, "conj")), None)
    mutual = trigger.head.lemma in {"exchange", "swap"} | lexicon.classes["truce"]
    if actor is not None and mutual:  # "Orlan and Sarda exchanged prisoners"
        recipient = next((c for c in sentence.children(actor, "conj") if c.pos in ("PROPN", "NOUN")), recipient)
    if recipient is None and actor is not None and trigger.action.type in _MUTUAL:
        recipient = next((c for c in sentence.children(actor, "conj") if c.pos in ("PROPN", "NOUN")), None)
        recipient = recipient or _met(trigger, lexicon)
    if recipient is None and trigger.action.type is EventType.CONCEDE:
        recipient = _met(trigger, lexicon)
    if recipient is None and trigger.action.type is EventType.PROTEST:
        recipient = _protested(trigger, lexicon)
    if recipient is None or recipient.lemma in lexicon.classes["spot"]:
        recipient = _aimed_at(trigger, lexicon) or recipient
    return party(document, sentence, actor), party(document, sentence, recipient)


def party(document: Document, sentence: Sentence, head: Token | None) -> Party | None:
    """The words of a party by its head: with its name in apposition, and all the titles of one person; None for no head."""
    if head is None:
        return None
    if head.pos == "NOUN" or head.pos == "NUM":
        head = next((c for c in sentence.children(head, "appos") if c.pos == "PROPN" and c.index > head.index), head)
    span = noun_phrase(sentence, head)
    title = _further_title(sentence, head, span)
    if title is not None:
        span = Span(noun_phrase(sentence, title).start, span.end)
    return Party(None, None, None, span.of(document.text), span)


def _further_title(sentence: Sentence, name: Token, span: Span) -> Token | None:
    """The first of two titles of one person: the soldier in "soldier and former singer Jan Holm", whatever the parse."""
    titled = any(c.pos == "NOUN" and c.dep == "compound" for c in sentence.children(name))
    first = next((t for t in sentence.tokens if t.start == span.start), name)
    if not titled or name.entity != "PERSON" or sentence.children(name, "det") or first.index < 2:
        return None
    title, joint = sentence.tokens[first.index - 2], sentence.tokens[first.index - 1]
    one = joint.text.lower() == "and" and title.tag == "NN" and not sentence.children(title, "det")
    return title if one else None


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
        _whole(sentence, other, lexicon) if other is not None and not is_measure(sentence, other, lexicon) else None
    )
    return party(document, sentence, actor), party(document, sentence, recipient)


Whose = Callable[[Sentence, Token, Actions], Token | None]


def _first(trigger: Trigger, places: tuple[str, ...], whose: Whose, lexicon: Actions) -> Token | None:
    """The first of the places where a party stands; `whose` tells whose a thing, a paper or a happening there is."""
    for place in places:
        found = standing(trigger, place, lexicon)
        if (
            found is None
            or found.index == trigger.head.index
            or (place in _ADVERBIAL and found.lemma in lexicon.classes["adjunct"])
        ):
            continue
        if not is_measure(trigger.sentence, found, lexicon):
            who = whose(trigger.sentence, found, lexicon)
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
    return _whole(sentence, found, lexicon) if found is not None else None


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
            return _first(Trigger(sentence, name, reading[1], reading[0]), reading[0].recipient, _whole, lexicon)
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
            return _whole(sentence, found, lexicon)
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
    ):
        if found is not None:
            return found
    above = sentence.head(token)
    return (
        clause.subject(sentence, above)
        if above.pos in VERBAL and token.dep == "dobj" and token.lemma in lexicon.classes["statement"]
        else None
    )


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


def _whole(sentence: Sentence, token: Token, lexicon: Actions, depth: int = 0) -> Token | None:
    """The party acted on; of a paper, an idea or an act whose it is ("rejected Orlan's offer", "the appeal lodged by Orlan")."""
    if not _is_abstract(sentence, token, lexicon):
        return token
    found = _owner(sentence, token)
    return _whole(sentence, found, lexicon, depth + 1) if found is not None and depth < 4 else None


def _owner(sentence: Sentence, token: Token) -> Token | None:
    """Whose a paper or an act is, by the words around it; a pronoun only where nothing else tells ("its ban on the union")."""
    pronoun: Token | None = None
    for place in ("poss", "by", "mod", "against", "on", "from", "between", "of", "to", "for", "with"):
        found = beside(sentence, token, place) if place in ("poss", "mod") else clause.after(sentence, token, place)
        if found is None and place == "by":
            found = _by_after(sentence, token)
        if found is None or found.entity in ("DATE", "TIME"):
            continue
        if place != "poss" or found.pos != "PRON":
            return found
        pronoun = found
    for said in sentence.children(token, "acl", "relcl"):  # "the ban imposed on the union"
        for found in (
            clause.after(sentence, said, "on"),
            clause.after(sentence, said, "against"),
            clause.agent(sentence, said),
        ):
            if found is not None and found.entity not in ("DATE", "TIME"):
                return found
    return pronoun


def _by_after(sentence: Sentence, thing: Token) -> Token | None:
    """Who stands behind an object by a "by" that the parser hung on the verb: the council in "denied charges by the council"."""
    verb = sentence.head(thing)
    behind = next((p for p in sentence.children(verb, "prep", "agent") if p.index == thing.index + 1), None)
    if thing.dep != "dobj" or behind is None or behind.text.lower() != "by":
        return None
    return next(iter(sentence.children(behind, "pobj")), None)


def _is_abstract(sentence: Sentence, token: Token, lexicon: Actions) -> bool:
    """A paper, an idea or an act, which is no party itself."""
    if token.lemma in lexicon.classes["paper"]:
        return True
    return (
        token.pos == "NOUN"
        and token.lemma not in lexicon.classes["party"]
        and known(sentence, token, lexicon) is not None
    )
