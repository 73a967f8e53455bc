"""Who acts and who is acted on, by the parse: the words only; which entity they mean is for a later stage.

The lexicon's entry says where each role stands around its word. A happening, a weapon or a time is no actor: of "the Orlanian
airstrike killed two" the actor is "Orlanian".
"""

from __future__ import annotations

from whosays.frame import clause
from whosays.frame.clause import VERBAL
from whosays.frame.trigger import Trigger, known, outermost
from whosays.lexicon.actions import Actions
from whosays.model import Document, EventType, Party, Sentence, Span, Token

_LEFT = ("det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "advmod", "predet", "case", "punct", "npadvmod")
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "today yesterday tomorrow day week month year night morning evening afternoon hour minute decade weekend noon midnight time date percent".split()
)
_ADVERBIAL = frozenset({"on", "at", "in", "to", "for", "from", "with", "against", "into", "over"})
_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
_MOTION = frozenset({EventType.RETREAT, EventType.MOBILIZE, EventType.COOPERATE, EventType.CONSULT, EventType.AGREE})
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_ASCRIBING = frozenset({"attribute", "ascribe", "credit", "link", "pin", "blame", "impute", "trace"})
_BLAMING = frozenset({"blame", "accuse", "condemn", "charge", "suspect", "criticize", "criticise", "hold", "implicate", "fault", "denounce"})
_PAPERS = frozenset({"statement", "report", "letter", "warning", "resolution", "communique", "communiqué", "declaration", "message", "order", "decree"})
_HELPING = frozenset({"help", "assist", "aid", "support", "protect", "save", "benefit", "feed", "treat"})


def roles(document: Document, trigger: Trigger, lexicon: Actions) -> tuple[Party | None, Party | None]:
    """(actor, recipient) of the trigger's act as words and spans; None where the text names none."""
    if trigger.action is None:
        return _bare(document, trigger, lexicon)
    sentence = trigger.sentence
    actor = _first(trigger, trigger.action.actor, lexicon, acting=True)
    if actor is not None:
        actor = _acting(sentence, actor, lexicon)
    if actor is None:
        actor = _in_operation(trigger, lexicon)
    recipient = _first(trigger, trigger.action.recipient, lexicon, acting=False)
    if recipient is not None:
        recipient = _whole(sentence, recipient, lexicon)
    if recipient is not None and actor is not None and recipient.index == actor.index:
        recipient = next(iter(sentence.children(actor, "conj")), None)
    if recipient is None and actor is not None and trigger.action.type in _MUTUAL:
        recipient = next((c for c in sentence.children(actor, "conj") if c.pos in ("PROPN", "NOUN")), None)
    return _party(document, sentence, actor), _party(document, sentence, recipient)


def noun_phrase(sentence: Sentence, head: Token) -> Span:
    """A noun with what stands before it, its "of" and "from", and its name in apposition."""
    kept = {head.index}
    for child in sentence.children(head):
        if child.index < head.index and child.dep in _LEFT:
            kept |= {t.index for t in sentence.subtree(child)}
        elif child.dep == "prep" and child.text.lower() in ("of", "from") and child.index <= max(kept) + 3:
            kept |= {child.index}
            for inner in sentence.children(child, "pobj"):
                kept |= _indices(sentence, noun_phrase(sentence, inner))
        elif child.dep in ("case", "appos") and child.index == max(kept) + 1:
            kept |= {child.index} if child.dep == "case" else _indices(sentence, noun_phrase(sentence, child))
    first = min(kept)
    while first < head.index and sentence.tokens[first].pos == "PUNCT":
        first += 1
    last = max(kept)
    while last > head.index and sentence.tokens[last].pos in ("PUNCT", "PART"):
        last -= 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def _indices(sentence: Sentence, span: Span) -> set[int]:
    return {t.index for t in sentence.within(span)}


def _party(document: Document, sentence: Sentence, head: Token | None) -> Party | None:
    if head is None:
        return None
    if head.pos == "NOUN" or head.pos == "NUM":
        head = next((c for c in sentence.children(head, "appos") if c.pos == "PROPN" and c.index > head.index), head)
    span = noun_phrase(sentence, head)
    return Party(None, None, None, span.of(document.text), span)


def _bare(document: Document, trigger: Trigger, lexicon: Actions) -> tuple[Party | None, Party | None]:
    """Subject and object of a content that names no act of the sixteen types, where they may be parties."""
    sentence, verb = trigger.sentence, trigger.head
    if verb.pos not in VERBAL:
        return None, None
    found, other = clause.subject(sentence, verb), _party_like(sentence, clause.patient(sentence, verb), lexicon)
    actor = _acting(sentence, found, lexicon) if found is not None else None
    recipient = _whole(sentence, other, lexicon) if other is not None and not _is_measure(sentence, other) else None
    return _party(document, sentence, actor), _party(document, sentence, recipient)


def _first(trigger: Trigger, places: tuple[str, ...], lexicon: Actions, acting: bool) -> Token | None:
    for place in places:
        found = _at(trigger, place, lexicon, acting)
        if found is None or found.index == trigger.head.index or found.lemma in lexicon.classes["adjunct"] and place in _ADVERBIAL:
            continue
        if not _is_measure(trigger.sentence, found):
            return found
    return None


def _is_measure(sentence: Sentence, token: Token) -> bool:
    """A date, a sum or a share is no party, unless it is one of somebody ("40% of the soldiers")."""
    if any(c.text.lower() == "of" for c in sentence.children(token, "prep")):
        return False
    return token.entity in _MEASURES and token.tag not in ("NNS",) or token.lemma in _CALENDAR or token.text in ("%", "$", "€", "£")


def _at(trigger: Trigger, place: str, lexicon: Actions, acting: bool) -> Token | None:
    """The head of the party at one place around the trigger."""
    sentence, head = trigger.sentence, trigger.head
    if place.endswith("-named") and place != "named-goal":
        found = _at(trigger, place.removesuffix("-named"), lexicon, acting)
        return found if found is not None and (found.pos == "PROPN" or found.entity in _NAMED) else None
    if head.pos not in VERBAL and head.tag not in ("VBN", "VBG"):
        return _around_noun(trigger, place, lexicon, acting)
    if place == "subj":
        found = clause.subject(sentence, head)
        moved = found is None and trigger.action is not None and trigger.action.type in _MOTION and "obj" not in trigger.action.recipient
        return clause.surface(sentence, head) if moved else found
    if place == "taker":
        return clause.surface(sentence, head) if clause.is_passive(sentence, head) and sentence.children(head, "dobj") else None
    if place == "obj":
        return _object(trigger, clause.patient(sentence, head)) or _after_own(trigger)
    if place == "clause":
        return clause.complement_subject(sentence, head)
    if place in ("goal", "named-goal"):
        inner = next(iter(sentence.children(head, "xcomp", "ccomp")), None)
        found = clause.patient(sentence, inner) if inner is not None else None
        return found if place == "goal" else _party_like(sentence, found, lexicon)
    if place == "named":
        return _party_like(sentence, clause.patient(sentence, head), lexicon)
    if place == "furnished":
        return clause.patient(sentence, head) if clause.after(sentence, head, "with") is not None else None
    if place == "helped":
        return _helped(sentence, head)
    if place == "dative":
        found = next(iter(sentence.children(head, "dative")), None)
        return next(iter(sentence.children(found, "pobj")), None) if found is not None and found.pos == "ADP" else found
    if place in ("poss", "mod"):
        near = (clause.patient(sentence, head), *(t for t in trigger.words if t.pos == "NOUN"))
        sides = (_noun_side(sentence, t, place) for t in near if t is not None)
        return next((t for t in sides if t is not None), None)
    objects = [t for word in (head, *trigger.words) for t in sentence.children(word, "dobj", "nsubjpass")]
    inner = [c for t in (*objects, *trigger.words) for c in sentence.children(t, "acl", "relcl")]
    for token in (head, *trigger.words, *objects, *inner):
        found = clause.after(sentence, token, place)
        if found is not None and not _is_measure(sentence, found):
            return found
    return None


def _party_like(sentence: Sentence, token: Token | None, lexicon: Actions) -> Token | None:
    """A token that may be a party: a name, or a paper or plan, which is somebody's."""
    if token is None:
        return None
    named = token.pos == "PROPN" or token.entity in _NAMED or token.lemma in lexicon.classes["paper"]
    return token if named or _noun_side(sentence, token, "poss") is not None else None


def _helped(sentence: Sentence, verb: Token) -> Token | None:
    """Whom the act is to help: Ethiopia in "sent doctors to help Ethiopia"."""
    for token in sentence.subtree(verb):
        if token.lemma in _HELPING and token.pos == "VERB" and token.index > verb.index:
            found = clause.patient(sentence, token)
            if found is not None:
                return found
    return None


def _object(trigger: Trigger, found: Token | None) -> Token | None:
    """The object, unless it is itself a word of the trigger ("opened fire")."""
    return None if found in trigger.words else found


def _after_own(trigger: Trigger) -> Token | None:
    """The noun after a preposition that is part of the act's name ("watch over the prisoners")."""
    for token in trigger.words:
        if token.pos == "ADP" and token.text.lower() not in ("for", "up", "out", "off", "down"):
            found = next(iter(trigger.sentence.children(token, "pobj")), None)
            if found is not None and found not in trigger.words:
                return found
    return None


def _around_noun(trigger: Trigger, place: str, lexicon: Actions, acting: bool) -> Token | None:
    sentence, head, action = trigger.sentence, trigger.head, trigger.action
    if place == "subj":
        return _noun_subject(trigger, lexicon)
    if place == "obj":
        if trigger.undergone and trigger.carrier is not None:
            return clause.surface(sentence, trigger.carrier)
        found = _object(trigger, clause.after(sentence, head, "of"))
        if found is None:
            compound = next((c for c in sentence.children(head, "compound") if c.pos in ("NOUN", "PROPN")), None)
            found = compound if compound is not None and compound not in trigger.words and compound.pos == "NOUN" else None
        return found
    if place in ("poss", "mod"):
        return _noun_side(sentence, head, place)
    found = clause.after(sentence, head, place)
    inner = clause.after(sentence, head, "of")
    beside = sentence.head(head) if head.dep == "conj" and sentence.head(head).pos in ("NOUN", "PROPN") else None
    for token in (*sentence.children(head, "conj"), beside, outermost(sentence, head, lexicon), trigger.carrier, inner):
        if found is None and token is not None:
            found = clause.after(sentence, token, place)
    return found


def _noun_subject(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Who does what a noun names: after "by", the carrier's subject, the possessor, the nation before it, after "between" or "from"."""
    sentence, head, action, carrier = trigger.sentence, trigger.head, trigger.action, trigger.carrier
    owner = _noun_side(sentence, head, "poss")
    carried = clause.subject(sentence, carrier) if carrier is not None and not trigger.undergone else None
    if owner is not None and owner.pos == "PRON" and carried is None:
        above = sentence.head(outermost(sentence, head, lexicon))
        carried = clause.subject(sentence, above) if above.lemma in lexicon.phase else None
    first = (carried, owner) if owner is not None and owner.pos == "PRON" else (owner, carried)
    found = clause.agent(sentence, head) or first[0] or first[1]
    if found is None and trigger.undergone and carrier is not None:
        found = clause.after(sentence, head, "from") or clause.after(sentence, carrier, "from") or clause.agent(sentence, carrier)
    found = found or _noun_side(sentence, head, "mod") or _said_to_be(trigger, lexicon)
    if found is None and action is not None and "obj" not in action.recipient and "of" not in action.recipient:
        found = clause.after(sentence, head, "of")
    if found is None and (action is None or "from" not in action.recipient):
        found = clause.after(sentence, head, "between") or clause.after(sentence, head, "from")
    return found


def _said_to_be(trigger: Trigger, lexicon: Actions) -> Token | None:
    """The one who is the supplier or has the attack put to him: by "be", "come from", "blame", "attribute to"."""
    sentence = trigger.sentence
    base = outermost(sentence, trigger.head, lexicon)
    above = sentence.head(base)
    if above.lemma == "be" and base.dep == "attr":
        return clause.surface(sentence, above)
    if above.lemma == "come" and base.dep == "nsubj":
        return clause.after(sentence, above, "from")
    if above.lemma in _ASCRIBING and base.dep in ("dobj", "nsubjpass"):
        return clause.after(sentence, above, "to") or clause.after(sentence, above, "on")
    if above.text.lower() in ("for", "of", "in") and sentence.head(above).lemma in _BLAMING:
        return clause.patient(sentence, sentence.head(above))
    return None


def _noun_side(sentence: Sentence, noun: Token, place: str) -> Token | None:
    if place == "poss":
        return next(iter(sentence.children(noun, "poss")), None)
    for child in sentence.children(noun, "amod", "compound", "nmod", "poss"):
        for token in (child, *sentence.children(child)):
            if token.index < noun.index and _is_nation(token):
                return token
    return None


def _is_nation(token: Token) -> bool:
    if token.entity in ("NORP", "GPE"):
        return True
    return token.pos in ("PROPN", "ADJ") and token.text[:1].isupper() and token.index > 0 and token.entity not in ("DATE", "CARDINAL", "TIME")


def _acting(sentence: Sentence, token: Token, lexicon: Actions) -> Token | None:
    """The party itself: of a happening or a weapon whose it is; None where that is not said."""
    lemma = token.lemma
    if token.pos in ("DET", "ADV", "SCONJ") or lemma in ("there", "what", "which", "that", "this", "it") and token.dep == "expl":
        return None
    is_act = token.pos == "NOUN" and lemma not in lexicon.classes["party"] and known(sentence, token, lexicon) is not None
    if not is_act and lemma not in lexicon.classes["thing"] and token.entity not in ("DATE", "TIME"):
        return token
    for found in (clause.agent(sentence, token), _noun_side(sentence, token, "poss"), _noun_side(sentence, token, "mod"), _fired_by(sentence, token)):
        if found is not None:
            return found
    above = sentence.head(token)
    return clause.subject(sentence, above) if above.pos in VERBAL and token.dep == "dobj" and token.lemma in _PAPERS else None


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
        if found is not None and found.pos == "NOUN" and (found.lemma in lexicon.classes["thing"] or known(sentence, found, lexicon) is not None):
            return _acting(sentence, found, lexicon)
    return None


def _whole(sentence: Sentence, token: Token, lexicon: Actions) -> Token | None:
    """The party acted on; of a paper, an idea or an act whose it is ("rejected Orlan's offer")."""
    if token.lemma in lexicon.classes["paper"] or (
        token.pos == "NOUN" and token.lemma not in lexicon.classes["party"] and known(sentence, token, lexicon) is not None
    ):
        for place in ("poss", "by", "mod", "against", "on", "from", "between", "of", "to", "for", "with"):
            found = _noun_side(sentence, token, place) if place in ("poss", "mod") else clause.after(sentence, token, place)
            if found is not None and found.entity not in ("DATE", "TIME"):
                return found
        return None
    return token
