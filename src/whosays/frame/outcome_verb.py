"""What a verb tells of those it acts on or who undergo it, with the verbs coordinated with it."""

from __future__ import annotations

from whosays.frame.outcome_argument import argument as beside
from whosays.frame.outcome_words import HARM, K, Kinds, Tables, settled, union
from whosays.lexicon.quantities import Quantities
from whosays.model import Sentence, Token

_COMPLEMENTS = ("acomp", "oprd", "xcomp", "ccomp", "advcl", "dobj", "prt", "attr", "advmod", "acl")


_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "self", "themself", "hisself"})


_PLURALS = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "others", "several"})


def verb_outcome(
    sentence: Sentence, verb: Token, argument: Token, role: str, noun: Token | None, lexicon: Quantities, table: Tables
) -> tuple[Kinds, Token | None]:
    """Kinds from a verb whose object or subject is counted, with those of the verbs coordinated with it."""
    if argument.dep == "nsubj" and any(c.dep == "auxpass" for c in sentence.children(verb)):
        role = "object"
    verbs = _coordinated(sentence, verb, argument, role)
    kinds: list[Kinds] = []
    words: list[Token] = []
    for each in verbs:
        their = _one_verb(sentence, each, argument, role, noun, lexicon, table)
        kinds.append(their)
        words.append(each)
        words.extend(c for c in sentence.children(each, *_COMPLEMENTS) if c.text.lower() in table.states)
    if verb.lemma == "be":
        kinds.append(_idiom(sentence, verb, lexicon, table))
    told = settled(union(kinds), words, table)
    if told:
        return told, None
    if noun is None or (verb.lemma in table.stating and role == "object"):
        other = beside(sentence, verb, table)
        if other != ((), None):
            return other
    elif verb.lemma in table.stating:
        attributes = [c for c in sentence.children(verb, "attr", "acomp", "dobj") if c.lemma in table.strong]
        if attributes:
            return table.strong[attributes[0].lemma], None
    return (_presence(verb, role, noun, lexicon) if noun is not None else ()), None


def _presence(verb: Token, role: str, noun: Token, lexicon: Quantities) -> Kinds:
    """Fighters who stay, fight or are had somewhere are deployed there."""
    had = role == "object" and verb.lemma in ("have", "be", "hold", "number", "include", "comprise")
    return (
        (K.DEPLOYED,)
        if noun.lemma in lexicon.armed and (had or (role == "subject" and verb.lemma in lexicon.presences))
        else ()
    )


def _coordinated(sentence: Sentence, verb: Token, argument: Token, role: str) -> tuple[Token, ...]:
    """The verb and those that share the argument: "died, were injured or went missing"; "killed or wounded 20"."""
    found = [verb]
    open_ = [verb]
    while open_:
        top = open_.pop()
        for child in sentence.children(top, "conj"):
            if child.pos not in ("VERB", "AUX", "ADJ") or sentence.children(child, "nsubj", "nsubjpass"):
                continue
            if _counts_others(sentence, top, child):
                continue
            if role == "object" and argument.dep not in ("nsubjpass", "nsubj"):
                continue
            found.append(child)
            open_.append(child)
    up = verb
    while role == "object" and argument.dep == "dobj" and up.dep == "conj":
        up = sentence.head(up)
        if (
            up.pos != "VERB"
            or sentence.children(up, "dobj", "prep", "nsubjpass", "ccomp")
            or sentence.children(verb, "nsubj")
        ):
            break
        found.append(up)
    return tuple(found)


def _counts_others(sentence: Sentence, verb: Token, other: Token) -> bool:
    """Whether a figure right before the second verb is its lost subject: "a dozen died and scores more were injured"."""
    between = [t for t in sentence.tokens[verb.index + 1 : other.index] if t.pos != "AUX" and t.text.lower() != "more"]
    return bool(between) and (between[-1].pos == "NUM" or between[-1].text.lower() in _PLURALS)


def _one_verb(
    sentence: Sentence, verb: Token, argument: Token, role: str, noun: Token | None, lexicon: Quantities, table: Tables
) -> Kinds:
    """Kinds from one verb."""
    role = _role(sentence, verb, argument, role, table)
    complements = _complements(sentence, verb, argument)
    states = union(
        table.states[t.text.lower()]
        for t in complements
        if t.text.lower() in table.states and _describes(sentence, t, argument)
    )
    if verb.text.lower() == "missing":
        return (K.MISSING,)
    if role == "subject":
        if states and verb.lemma in table.linking:
            return states
        return _of_subject(sentence, verb, noun, lexicon, table)
    if _is_deadly(sentence, verb, states, complements, table):
        return (K.KILLED,)
    if states:  # "killed, wounded or captured", "left dead"
        return union((tuple(k for k in table.done.get(verb.lemma, ()) if k in HARM), states))
    if _to_hospital(sentence, verb, lexicon, table):
        return (K.INJURED,)
    if verb.lemma in ("force", "compel", "drive", "order"):
        return _forced(sentence, verb, _is_armed(noun, lexicon), table)
    return _of_object(sentence, verb, noun, lexicon, table)


def _role(sentence: Sentence, verb: Token, argument: Token, role: str, table: Tables) -> str:
    """The deep role: the subject of a passive or of "shot himself" is acted on."""
    has = any(c.lemma == "have" for c in sentence.children(verb, "aux"))
    if role == "subject" and verb.tag == "VBN" and not has and not sentence.children(verb, "prt"):
        return "object"
    if role == "subject" and any(
        c.text.lower() in _REFLEXIVE for c in sentence.children(verb, "dobj", "nsubj", "ccomp")
    ):
        return "object"
    return role


def _complements(sentence: Sentence, verb: Token, argument: Token) -> tuple[Token, ...]:
    """Words that say a state beside the verb: "left dead", "went missing", "taken hostage"."""
    passive = verb.tag == "VBN" or bool(sentence.children(verb, "auxpass"))
    own = [
        c
        for c in sentence.children(verb, *_COMPLEMENTS)
        if c.index != argument.index and (c.index > verb.index or passive)
    ]
    return tuple(t for c in own for t in (c, *sentence.children(c, "conj")))


def _is_deadly(sentence: Sentence, verb: Token, states: Kinds, complements: tuple[Token, ...], table: Tables) -> bool:
    """ "Shot dead", "found shot", "fatally wounded", "stabbed to death"."""
    if (
        verb.lemma in ("find", "shoot", "gun")
        and states == (K.INJURED,)
        and any(t.text.lower() == "shot" for t in complements)
    ):
        return True
    after = sentence.tokens[verb.index + 1] if verb.index + 1 < len(sentence.tokens) else verb
    if verb.lemma in table.hits and (K.KILLED in states or after.text.lower() == "dead"):
        return True
    return _fatal(sentence, verb)


def _forced(sentence: Sentence, verb: Token, armed: bool, table: Tables) -> Kinds:
    """ "Forced to flee", "driven from their homes", "ordered 3,000 troops to the border"."""
    if armed and verb.lemma == "order" and any(p.text.lower() == "to" for p in sentence.children(verb, "prep")):
        return (K.DEPLOYED,)
    for child in sentence.children(verb, "xcomp"):
        return table.undergone.get(child.lemma, ())
    away = any(c.text.lower() in ("from", "out") for c in sentence.children(verb, "prep", "prt"))
    return (K.DISPLACED,) if away else ()


def _fatal(sentence: Sentence, verb: Token) -> bool:
    """ "Shot to death", "fatally stabbed"."""
    if verb.lemma in ("sentence", "condemn"):
        return False
    if any(c.text.lower() in ("fatally", "mortally", "lethally") for c in sentence.children(verb, "advmod")):
        return True
    return any(
        c.lemma == "death"
        for p in sentence.children(verb, "prep")
        if p.text.lower() == "to"
        for c in sentence.children(p, "pobj")
    )


def _to_hospital(sentence: Sentence, verb: Token, lexicon: Quantities, table: Tables) -> bool:
    """ "Taken to hospital", "airlifted to a medical center", "left 31 in hospital"."""
    if verb.lemma not in table.carrying:
        return False
    if verb.lemma == "leave":  # "left 30 with injuries"
        borne = [
            c for p in sentence.children(verb, "prep") if p.text.lower() == "with" for c in sentence.children(p, "pobj")
        ]
        if any(c.lemma in ("injury", "wound", "burn") for c in borne):
            return True
    ways = ("in",) if verb.lemma == "leave" else ("to", "at", "into")
    steps = [p for p in sentence.children(verb, "prep") if p.text.lower() in ways]
    places = [c for p in steps for c in sentence.children(p, "pobj")]
    return any(t.text.lower() in lexicon.hospital for place in places for t in (place, *sentence.children(place)))


def _describes(sentence: Sentence, state: Token, argument: Token) -> bool:
    """Whether a state after the verb is the argument's and not that of somebody with a subject of their own."""
    own = sentence.children(state, "nsubj", "nsubjpass")
    if own:
        return argument in own
    return state.dep != "dobj" or state.text.lower() in ("hostage", "prisoner", "captive")


def _of_object(sentence: Sentence, verb: Token, noun: Token | None, lexicon: Quantities, table: Tables) -> Kinds:
    lemma, armed = verb.lemma, _is_armed(noun, lexicon)
    if lemma in lexicon.loses:
        return _lost(sentence, noun, lexicon, table)
    if noun is None and lemma == "hold":
        return ()
    if noun is not None and noun.lemma in lexicon.lives and lemma in lexicon.life_takers:
        return (K.KILLED,)
    if _takes_away(sentence, verb):
        return (K.WITHDRAWN,) if armed else (K.DISPLACED,)
    if lemma == "round" and any(c.text.lower() == "up" for c in sentence.children(verb, "prt")):
        return (K.CAPTURED,)
    kinds = table.done.get(lemma, ())
    if armed or kinds not in ((K.DEPLOYED,), (K.WITHDRAWN,)):
        return kinds
    civil = lemma in ("move", "remove", "extract", "airlift") and noun is not None and noun.lemma in lexicon.people
    return (K.DISPLACED,) if civil else ()


def _is_armed(noun: Token | None, lexicon: Quantities) -> bool:
    return noun is not None and noun.lemma in lexicon.armed


def _takes_away(sentence: Sentence, verb: Token) -> bool:
    """ "Took 7,000 villagers out", "evacuated 300 fighters"."""
    if verb.lemma == "evacuate":
        return True
    particles = sentence.children(verb, "prep", "prt", "advmod")
    return verb.lemma in ("take", "bus", "move", "bring") and any(
        c.text.lower() in ("out", "from", "away") for c in particles
    )


def _lost(sentence: Sentence, noun: Token | None, lexicon: Quantities, table: Tables) -> Kinds:
    """Who is lost is dead; a bare number only where the sentence speaks of fighting ("lost 42" may be seats)."""
    if noun is None:
        fighting = any(t.lemma in lexicon.armed or t.lemma in table.done for t in sentence.tokens)
        return (K.KILLED,) if fighting else ()
    people = any(noun.lemma in words for words in (lexicon.people, lexicon.armed, lexicon.lives))
    return (K.KILLED,) if people or noun.tag == "NNPS" else ()


def _of_subject(sentence: Sentence, verb: Token, noun: Token | None, lexicon: Quantities, table: Tables) -> Kinds:
    lemma, armed = verb.lemma, _is_armed(noun, lexicon)
    told = _idiom(sentence, verb, lexicon, table)
    if told:
        return told
    kinds = table.undergone.get(lemma, ())
    unfit = {K.WITHDRAWN: not armed, K.DISPLACED: armed or (noun is not None and noun.lemma in lexicon.suspects)}
    if kinds:
        return tuple(kind for kind in kinds if not unfit.get(kind, False))
    if lemma not in lexicon.motions:
        return ()
    if armed:
        return (K.WITHDRAWN,) if lemma in ("leave", "return") else (K.DEPLOYED,)
    civil = noun is not None and (noun.tag == "NNPS" or noun.lemma in lexicon.people or noun.entity == "NORP")
    return (K.DISPLACED,) if civil else ()


def _idiom(sentence: Sentence, verb: Token, lexicon: Quantities, table: Tables) -> Kinds:
    """ "Lost their lives", "suffered wounds", "are in critical condition", "were among the dead"."""
    objects = sentence.children(verb, "dobj")
    if verb.lemma == "lose" and any(c.lemma in lexicon.lives for c in objects):
        return (K.KILLED,)
    if verb.lemma in ("suffer", "sustain", "receive"):
        return union(k for c in objects if (k := table.deeds.get(c.lemma, ())) == (K.INJURED,))
    if verb.lemma != "be":
        return ()
    inside = [(p.text.lower(), c) for p in sentence.children(verb, "prep") for c in sentence.children(p, "pobj")]
    if any(c.lemma == "condition" for _, c in inside):
        return (K.INJURED,)
    among = [c for p, c in inside if p == "among"]
    words = [t for c in among for t in (c, *sentence.children(c, "acl"))]
    return union(
        table.strong.get(t.lemma) or table.strong.get(t.text.lower()) or table.states.get(t.text.lower(), ())
        for t in words
    )
