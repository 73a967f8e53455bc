"""Who stands at a place around the word that names an act: its subject, its object, after a preposition, before a noun."""

from __future__ import annotations

from collections.abc import Callable

from whosays.frame import clause
from whosays.frame.clause import VERBAL
from whosays.frame.phrase import beside, is_measure
from whosays.frame.reading import purposes
from whosays.frame.struck import is_blow, struck_before, suffers
from whosays.frame.trigger import Trigger, outermost
from whosays.lexicon.actions import Actions
from whosays.model import EventType, Sentence, Token

_MOTION = frozenset({EventType.RETREAT, EventType.MOBILIZE, EventType.COOPERATE, EventType.CONSULT, EventType.AGREE})
_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
_AIMED = frozenset({"on", "against", "at", "into"})
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def standing(trigger: Trigger, place: str, lexicon: Actions) -> Token | None:
    """The head of the party at one place around the trigger (see `Action` for the places); None where there is none."""
    if place.endswith("-named"):
        found = standing(trigger, place.removesuffix("-named"), lexicon)
        named = place == "goal-named" or party_like(trigger.sentence, found, lexicon) is not None
        if (
            found is not None and not named and found.pos == "NOUN" and place == "from-named"
        ):  # "from the Orlanian towns"
            return found if beside(trigger.sentence, found, "mod") is not None else None
        return party_like(trigger.sentence, found, lexicon) if named else None
    if trigger.head.pos not in VERBAL and trigger.head.tag not in ("VBN", "VBG"):
        return _around_noun(trigger, place, lexicon)
    special = _AROUND_VERB.get(place)
    return special(trigger, lexicon) if special else _after_verb(trigger, place, lexicon)


def _subject(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Who acts; of a movement told in the passive also who is moved ("soldiers are being withdrawn")."""
    sentence, head, action = trigger.sentence, trigger.head, trigger.action
    found = clause.subject(sentence, head)
    if found is None and action is not None and action.type in _MUTUAL:  # "the deal between them was signed"
        found = next((t for w in trigger.words if (t := clause.after(sentence, w, "between")) is not None), None)
    moved = found is None and action is not None and action.type in _MOTION and _taker(trigger, lexicon) is None
    moved = moved and (
        action is None or "obj" not in action.recipient or clause.after(sentence, head, "with") is not None
    )
    return clause.surface(sentence, head) if moved else found


def _object(trigger: Trigger, lexicon: Actions) -> Token | None:
    """The object, unless it is itself a word of the trigger ("opened fire"); else the noun after the trigger's own preposition."""
    sentence, head = trigger.sentence, trigger.head
    found = clause.patient(sentence, head)
    if found is not None and found in trigger.words and head.dep == "acl":  # "sailors held captive"
        return clause.surface(sentence, head)
    if found is not None and found not in trigger.words and found.dep != "attr" and not _measures(trigger, found):
        return found
    return _after_own(trigger)


def _measures(trigger: Trigger, found: Token) -> bool:
    """Whether an object only measures a word of the trigger: the hours in "held four hours of talks"."""
    return found.pos == "NOUN" and clause.after(trigger.sentence, found, "of") in trigger.words


def _joined(trigger: Trigger) -> Token | None:
    """What is joined to the subject by "and"."""
    who = clause.surface(trigger.sentence, trigger.head)
    others = trigger.sentence.children(who, "conj") if who is not None else ()
    return next((c for c in others if c.pos in ("PROPN", "NOUN")), None)


def _taker(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Who was given something: "the rebels were given assurances"."""
    sentence, head = trigger.sentence, trigger.head
    return (
        clause.surface(sentence, head)
        if clause.is_passive(sentence, head) and sentence.children(head, "dobj")
        else None
    )


def _furnished(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Who was furnished with something: "supplied the rebels with rockets"."""
    sentence, head = trigger.sentence, trigger.head
    return clause.patient(sentence, head) if clause.after(sentence, head, "with") is not None else None


def _dative(trigger: Trigger, lexicon: Actions) -> Token | None:
    found = next(iter(trigger.sentence.children(trigger.head, "dative")), None)
    if found is None or found.pos != "ADP":
        return found
    return next(iter(trigger.sentence.children(found, "pobj")), None)


def _goal(trigger: Trigger, lexicon: Actions) -> Token | None:
    """The object of the complement: the envoy in "refused to meet the envoy", the camp in "is ready to send food to the camp"."""
    sentence = trigger.sentence
    inner = next((c for t in (trigger.head, *trigger.words) for c in sentence.children(t, "xcomp", "ccomp")), None)
    if inner is None:
        return None
    found = party_like(sentence, clause.patient(sentence, inner), lexicon)
    places = (
        clause.after(sentence, t, p) for p in ("to", "with", "from") for t in (inner, *sentence.children(inner, "dobj"))
    )
    return found or next((t for t in places if t is not None), None) or clause.patient(sentence, inner)


def _helped(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Whom the act is to help: the island in "sent doctors to help the island", "announced aid to help the island"."""
    sentence, verb = trigger.sentence, trigger.carrier or trigger.head
    for token in sentence.subtree(verb):
        if token.lemma in lexicon.classes["helping"] and token.pos == "VERB" and token.index > verb.index:
            found = clause.patient(sentence, token) or clause.complement_subject(sentence, token)
            if found is not None:
                return found
    return None


def _sided(trigger: Trigger, place: str) -> Token | None:
    """The possessor or nation before the object or a noun of the trigger."""
    near = (*(t for t in trigger.words if t.pos == "NOUN"), clause.patient(trigger.sentence, trigger.head))
    sides = (beside(trigger.sentence, t, place) for t in near if t is not None)
    return next((t for t in sides if t is not None), None)


_AROUND_VERB: dict[str, Callable[[Trigger, Actions], Token | None]] = {
    "subj": _subject,
    "obj": _object,
    "conj": lambda trigger, _: _joined(trigger),
    "taker": _taker,
    "furnished": _furnished,
    "helped": _helped,
    "dative": _dative,
    "moved": lambda trigger, _: clause.patient(trigger.sentence, trigger.head),
    "goal": _goal,
    "clause": lambda trigger, _: clause.complement_subject(trigger.sentence, trigger.head),
    "named": lambda trigger, lexicon: party_like(
        trigger.sentence, clause.patient(trigger.sentence, trigger.head), lexicon
    ),
    "poss": lambda trigger, _: _sided(trigger, "poss"),
    "mod": lambda trigger, _: _sided(trigger, "mod"),
}


def _after_verb(trigger: Trigger, preposition: str, lexicon: Actions) -> Token | None:
    """The noun after the preposition, wherever it hangs: on the verb, its words, its object, or what says more of the object."""
    sentence, head = trigger.sentence, trigger.head
    objects = [t for word in (head, *trigger.words) for t in sentence.children(word, "dobj", "nsubjpass")]
    sums = [t for t in objects if t.entity in ("MONEY", "CARDINAL") or t.pos == "NUM"]
    worth = [t for t in (clause.after(sentence, o, "in") for o in sums) if t is not None]  # "$2 million in aid to"
    further = [c for t in (*objects, *trigger.words) for c in sentence.children(t, "acl", "relcl")]
    for token in (head, *trigger.words, *objects, *worth, *further, *purposes(sentence, head, lexicon)):
        found = clause.after(sentence, token, preposition)
        if found is not None and not is_measure(sentence, found, lexicon):
            own = trigger.action is not None and trigger.action.type in _MUTUAL and _is_own(trigger, preposition)
            return party_like(sentence, found, lexicon) if own else found  # "agreed to a truce"
    return None


def _is_own(trigger: Trigger, preposition: str) -> bool:
    return any(t.pos == "ADP" and t.text.lower() == preposition for t in trigger.words)


def party_like(sentence: Sentence, token: Token | None, lexicon: Actions) -> Token | None:
    """A token that may be a party: a name, or a paper or plan, which is somebody's."""
    if token is None:
        return None
    named = token.pos == "PROPN" or token.entity in _NAMED or token.lemma in lexicon.classes["paper"]
    owner = beside(sentence, token, "poss")
    return token if named or (owner is not None and owner.pos != "PRON") else None


def _after_own(trigger: Trigger) -> Token | None:
    """The noun after a preposition that is part of the act's name ("watch over the prisoners")."""
    for token in trigger.words:
        if token.pos == "ADP" and token.text.lower() not in ("for", "up", "out", "off", "down", "alongside"):
            found = next(iter(trigger.sentence.children(token, "pobj")), None)
            if found is not None and found not in trigger.words:
                return found
        if token.pos == "NOUN" and (of := clause.after(trigger.sentence, token, "of")) is not None:
            return of
    return None


def _around_noun(trigger: Trigger, place: str, lexicon: Actions) -> Token | None:
    sentence, head = trigger.sentence, trigger.head
    if place == "subj":
        return _noun_subject(trigger, lexicon)
    if place == "obj":
        if trigger.undergone and trigger.carrier is not None:
            return clause.surface(sentence, trigger.carrier)
        mutual = trigger.action is not None and trigger.action.type in _MUTUAL
        found = clause.after(sentence, head, "of") if not mutual else None
        if found is None or found in trigger.words:
            if (victim := suffers(sentence, head, lexicon)) is not None:
                return victim
            found = struck_before(trigger, lexicon)
        return found
    if place in ("poss", "mod"):
        return beside(sentence, head, place)
    if place == "clause":
        return clause.complement_subject(sentence, head)
    if place == "helped":
        return _helped(trigger, lexicon)
    if place == "holder":
        over = sentence.head(sentence.head(head))
        return over if head.dep == "pobj" and over.pos in ("NOUN", "PROPN") else None
    return _after_noun(trigger, place, lexicon)


def _after_noun(trigger: Trigger, place: str, lexicon: Actions) -> Token | None:
    """The noun after the preposition, on the act's noun, on what says more of it, on those beside and over it, or on its carrier."""
    sentence, head = trigger.sentence, trigger.head
    coordinate = sentence.head(head) if head.dep == "conj" and sentence.head(head).pos in ("NOUN", "PROPN") else None
    carrier = trigger.carrier
    if place == "by" and carrier is not None and carrier.lemma in lexicon.report:  # "the death was announced by"
        carrier = None
    further = (coordinate, outermost(sentence, head, lexicon), carrier, clause.after(sentence, head, "of"))
    said = sentence.children(head, "acl") if place in _AIMED else ()  # "airstrikes launched against the port"
    for token in (head, *said, *sentence.children(head, "conj"), *further):
        found = clause.after(sentence, token, place) if token is not None else None
        if found is not None:
            return found
    return None


def _noun_subject(trigger: Trigger, lexicon: Actions) -> Token | None:
    """Who does what a noun names: after "by", the carrier's subject, the possessor, the nation before it, after "between" or "from"."""
    sentence, head, action, carrier = trigger.sentence, trigger.head, trigger.action, trigger.carrier
    owner = beside(sentence, head, "poss") if suffers(sentence, head, lexicon) is None else None
    carried = clause.subject(sentence, carrier) if carrier is not None and not trigger.undergone else None
    if owner is not None and owner.pos == "PRON" and carried is None:
        above = sentence.head(outermost(sentence, head, lexicon))
        carried = clause.subject(sentence, above) if above.lemma in lexicon.phase else None
    first = (carried, owner) if owner is not None and owner.pos == "PRON" else (owner, carried)
    done = (
        t for t in sentence.children(head, "acl") if t.lemma in lexicon.carriers
    )  # "an attack carried out by the rebels"
    agents = (clause.agent(sentence, t) for t in (head, *done))
    found = next((t for t in agents if t is not None), None)
    if found is None and owner is not None and owner.pos == "PRON":  # "the guards were instrumental in our fight"
        found = _said_to_be(trigger, lexicon)
    found = found or first[0] or first[1]
    if found is None and trigger.undergone and carrier is not None:
        found = (
            clause.after(sentence, head, "from")
            or clause.after(sentence, carrier, "from")
            or clause.agent(sentence, carrier)
        )
    armed = (c for c in sentence.children(head, "compound") if c.lemma in lexicon.classes["armed"])  # "a police raid"
    found = found or beside(sentence, head, "mod") or (next(armed, None) if is_blow(head, lexicon) else None)
    found = found or _said_to_be(trigger, lexicon)
    of = action is not None and (action.type in _MUTUAL or not {"obj", "of"} & set(action.recipient))
    found = found or (clause.after(sentence, head, "of") if of else None)
    if found is None and (action is None or "from" not in action.recipient):
        left = action is not None and action.type is EventType.RETREAT  # "a withdrawal from the valley"
        both = ("between", "within", "among") if action is not None and action.type in _MUTUAL else ("between",)
        found = next((t for p in both if (t := clause.after(sentence, head, p)) is not None), None)
        found = found or (None if left else clause.after(sentence, head, "from"))
    if found is None and action is not None and action.type in _MUTUAL:
        over = next((t for t in sentence.ancestors(head) if t.pos in VERBAL), None)
        told = over is None or over.lemma in lexicon.report
        found = clause.subject(sentence, over) if over is not None and not told else None
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
    if above.lemma in lexicon.classes["showing"] and base.dep == "nsubj":  # "the raids show the cruelty of the army"
        trait = clause.patient(sentence, above)
        shown = trait is not None and trait.lemma in lexicon.classes["trait"]
        return clause.after(sentence, trait, "of") or beside(sentence, trait, "poss") if shown and trait else None
    if trigger.head.lemma == "responsibility" and above.lemma in lexicon.classes["owning"] and base.dep == "dobj":
        return clause.subject(sentence, above)
    if above.lemma in lexicon.classes["ascribing"] and base.dep in ("dobj", "nsubjpass"):
        return clause.after(sentence, above, "to") or clause.after(sentence, above, "on")
    if above.text.lower() in ("for", "of", "in") and sentence.head(above).lemma in lexicon.classes["blaming"]:
        return clause.patient(sentence, sentence.head(above))
    if above.text.lower() == "including":  # "has done much, including the capture of the town"
        verb = next((t for t in sentence.ancestors(above) if t.pos in VERBAL), None)
        return clause.surface(sentence, verb) if verb is not None else None
    if above.text.lower() in ("for", "of", "behind", "in"):
        guilty = sentence.head(above)
        is_so = guilty.lemma in lexicon.classes["guilty"] or (guilty.lemma == "be" and above.text.lower() == "behind")
        verb = sentence.head(guilty) if guilty.pos not in VERBAL else guilty
        return clause.surface(sentence, verb) if is_so and verb.pos in VERBAL else None
    return None
