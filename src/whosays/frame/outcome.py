"""What happened to what is counted: the kinds of a quantity, told by the parse.

In this order: the noun itself ("deaths", "tanks"); the states beside it ("soldiers killed or missing"); the verb or the noun
that governs it, climbing the tree ("killing five", "a toll of 30", "the dead rose to 18"); last, nouns that only suggest
("refugees"), and what fighters and civilians do when they move or stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from whosays.frame.counted import Counted
from whosays.lexicon.quantities import Outcome, Quantities
from whosays.model import QuantityKind, Sentence, Span, Token

Kinds = tuple[QuantityKind, ...]
K = QuantityKind

_OBJECT = frozenset({"dobj", "obj", "nsubjpass", "csubjpass", "oprd"})
_SUBJECT = frozenset({"nsubj", "csubj"})
_UP = frozenset(
    {
        "nummod",
        "quantmod",
        "compound",
        "nmod",
        "amod",
        "det",
        "poss",
        "appos",
        "advmod",
        "npadvmod",
        "predet",
        "pcomp",
        "meta",
    }
)
_COMPLEMENTS = ("acomp", "oprd", "xcomp", "ccomp", "advcl", "dobj", "prt", "attr", "advmod", "acl")
_WEAK_HITS = frozenset({"shoot", "hit", "strike", "stab", "beat", "burn", "treat", "admit"})
_PERSONAL = ("man", "men", "woman", "women", "er", "or", "ist", "ian", "ee", "ant", "eer", "ese", "child", "folk", "person", "people", "smith", "guard", "ite", "hadi")
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "self", "themself", "hisself"})
_STATING = frozenset(
    {
        "be",
        "number",
        "total",
        "reach",
        "include",
        "average",
        "stand",
        "remain",
        "exceed",
        "top",
        "become",
        "constitute",
        "surpass",
    }
)
TALLIES = frozenset({"toll", "count", "tally", "total", "figure", "estimate", "number"})
"""Nouns that stand for a count without telling of what."""
_TALLIES = frozenset(
    {
        "number",
        "total",
        "figure",
        "tally",
        "count",
        "toll",
        "group",
        "list",
        "estimate",
        "proportion",
        "share",
        "sum",
        "average",
        "record",
        "percentage",
        "percent",
        "%",
        "cent",
        "majority",
        "minimum",
        "maximum",
        "some",
        "half",
        "quarter",
        "third",
        "excess",
        "handful",
        "range",
        "those",
        "one",
        "member",
        "rest",
        "most",
    }
)


@dataclass(frozen=True, slots=True)
class Tables:
    """The lexicon's outcomes by word."""

    strong: dict[str, Kinds]
    weak: dict[str, Kinds]
    deeds: dict[str, Kinds]
    states: dict[str, Kinds]
    done: dict[str, Kinds]
    undergone: dict[str, Kinds]


@lru_cache(maxsize=8)
def tables(lexicon: Quantities) -> Tables:
    """The outcome words of the lexicon, indexed."""

    def index(groups: Iterable[Outcome]) -> dict[str, Kinds]:
        found: dict[str, Kinds] = {}
        for group in groups:
            for word in group.words:
                found[word] = tuple(dict.fromkeys((*found.get(word, ()), *group.kinds)))
        return found

    return Tables(
        index(lexicon.outcome_nouns),
        index(lexicon.weak_nouns),
        index(lexicon.deed_nouns),
        index(lexicon.states),
        index(lexicon.done_to),
        index(lexicon.undergone),
    )


def outcome(sentence: Sentence, words: Span, found: Counted, lexicon: Quantities) -> tuple[Kinds, Token | None]:
    """The kinds of the quantity with these `words` (bounds and noun), empty where nothing tells, and the noun that an ellipsis stands for."""
    table, noun = tables(lexicon), found.noun
    if noun is not None and is_materiel(noun, lexicon):
        return (K.MATERIEL,), noun
    if noun is not None and noun.lemma in table.strong and (noun.lemma, noun.tag) != ("loss", "NN"):
        return table.strong[noun.lemma], noun
    if noun is not None and noun.text.lower() in table.strong:
        return table.strong[noun.text.lower()], noun
    if noun is not None and not is_person(noun, lexicon, whole=found.whole is not None):
        return (), noun
    kinds = _union(table.states[t.text.lower()] for t in found.states)
    if kinds:
        return _settled(kinds, found.states), noun
    kinds, stands_for = _climb(sentence, words, noun, lexicon, table)
    if not kinds and noun is not None:
        kinds = _relative(sentence, noun, lexicon, table) or _bearing(sentence, noun, table) or table.weak.get(noun.lemma, ())
    if not kinds and stands_for is not None:
        kinds = table.weak.get(stands_for.lemma, ())
    return kinds, noun or stands_for


def is_materiel(noun: Token, lexicon: Quantities) -> bool:
    """Whether the noun is a weapon, a vehicle or a building: a word of the list, or the name of a model ("Su-25s")."""
    lemma = noun.lemma.removesuffix("s") if noun.tag in ("NNPS", "NNP") else noun.lemma
    if (
        noun.lemma in lexicon.materiel
        or lemma in lexicon.materiel
        or noun.text.lower().removesuffix("s") in lexicon.materiel
    ):
        return True
    head, _, tail = noun.text.partition("-")
    return bool(head) and head[0].isupper() and len(head) <= 4 and tail[:1].isdigit()


def is_person(noun: Token, lexicon: Quantities, *, whole: bool = False) -> bool:
    """Whether the noun is of people: by the lists, as the name of a people, or by its ending ("fisherman", "deserter", "evacuee")."""
    lemma = noun.lemma
    if (
        lemma in lexicon.people
        or lemma in lexicon.armed
        or lemma in lexicon.lives
        or lemma in tables(lexicon).weak
        or noun.text.lower() in lexicon.people
    ):
        return True
    if whole and noun.tag == "NNP" and noun.entity != "NORP":  # "a third of Mosul"
        return False
    if noun.tag in ("NNPS", "NNP") or noun.entity == "NORP":
        return not is_materiel(noun, lexicon)
    return lemma.endswith(_PERSONAL) and lemma not in lexicon.uncounted and lemma not in lexicon.inanimate


def _union(kinds: Iterable[Kinds]) -> Kinds:
    return tuple(dict.fromkeys(k for each in kinds for k in each))


def _settled(kinds: Kinds, words: Iterable[Token]) -> Kinds:
    """ "Shot and killed", "shot dead": who is hit and dead is dead."""
    lemmas = {t.lemma for t in words} | {t.text.lower() for t in words}
    hits = lemmas & (_WEAK_HITS | {"shot", "hit", "struck", "stabbed", "burned", "burnt"})
    if K.KILLED in kinds and hits and not lemmas & {"injure", "wound", "injured", "wounded", "hurt", "maim"}:
        return tuple(k for k in kinds if k is not K.INJURED)
    return kinds


def _climb(
    sentence: Sentence, words: Span, noun: Token | None, lexicon: Quantities, table: Tables
) -> tuple[Kinds, Token | None]:
    """From the quantity's highest word up to what governs it."""
    nominal = [t for t in sentence.within(words) if t.pos not in ("ADP", "ADV", "PUNCT", "CCONJ")]
    while len(nominal) > 1 and nominal[0].pos in ("VERB", "AUX"):  # "averaged 1,354"
        nominal.pop(0)
    token = anchor = sentence.top(*(t.span for t in nominal)) or sentence.within(words)[0]
    for _ in range(8):
        head = sentence.head(token)
        if token.head == token.index:
            break
        if token.dep == "conj":
            if token.pos == "VERB" or head.pos == "VERB":
                break
            token = head
            if noun is None and token.lemma in table.strong:
                return table.strong[token.lemma], token
        elif token.dep in _OBJECT or token.dep in _SUBJECT or token.dep in ("attr", "ccomp"):
            role = "subject" if token.dep in _SUBJECT else "object"
            return _verb(sentence, head, token, role, noun, lexicon, table)
        elif token.dep in ("pobj", "prep", "agent"):
            preposition = head if token.dep == "pobj" else token
            governor = sentence.head(preposition)
            if token.dep == "pobj" and governor.index == preposition.index:
                break
            if (
                preposition.start >= words.start and preposition.end <= words.end
            ):  # "in excess of 90,000": the quantity's own preposition
                if governor.pos in ("VERB", "AUX"):
                    return _verb(
                        sentence,
                        governor,
                        preposition,
                        "object" if preposition.index > governor.index else "subject",
                        noun,
                        lexicon,
                        table,
                    )
                token = governor
                continue
            kinds, stands_for, onward = _preposition(sentence, preposition, governor, noun, lexicon, table)
            if kinds or stands_for or not onward:
                return kinds, stands_for
            token = governor
        elif token.dep in _UP:
            if noun is None and head.lemma in table.strong:
                return table.strong[head.lemma], head
            token = head
        else:
            break
    hospital = any(
        c.lemma in lexicon.hospital or c.text.lower() in lexicon.hospital
        for p in sentence.children(anchor, "prep")
        for c in sentence.children(p, "pobj")
    )
    return ((K.INJURED,), None) if hospital else ((), None)


def _preposition(
    sentence: Sentence, preposition: Token, governor: Token, noun: Token | None, lexicon: Quantities, table: Tables
) -> tuple[Kinds, Token | None, bool]:
    """Kinds from the governor of a preposition, the noun that an ellipsis stands for, and whether to climb on."""
    word = preposition.text.lower()
    if (
        governor.pos in ("ADV", "ADP", "PART") and sentence.head(governor).pos == "VERB"
    ):  # "revised downwards from", "down to"
        governor = sentence.head(governor)
    if governor.pos in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"):
        lemma = governor.lemma if governor.lemma in table.strong else governor.text.lower()
        if (
            noun is None
            and lemma in table.strong
            and word in ("of", "at", "to", "from", "between", "by", "including", "above", "over")
        ):
            return table.strong[lemma], governor, False
        if word == "of" and (governor.lemma in table.deeds or governor.lemma in table.strong):
            return table.deeds.get(governor.lemma, table.strong.get(governor.lemma, ())), None, False
        if noun is None and governor.lemma in ("increase", "rise", "decrease", "fall", "drop", "jump"):
            return (), None, True
        return (), None, governor.lemma in _TALLIES or governor.pos == "NUM" or word in ("including", "among", "like")
    if governor.pos in ("VERB", "AUX"):
        if word in ("to", "at", "from", "by", "between", "above", "over", "around", "as", "near") and (
            noun is None or governor.lemma in ("put", "estimate", "rise", "lift")
        ):
            kinds, stands_for = _argument(sentence, governor, table)
            if not kinds and governor.dep in ("advcl", "conj", "xcomp", "acl"):
                kinds, other = _argument(sentence, sentence.head(governor), table)
                stands_for = other or stands_for
            return kinds, stands_for, False
        if noun is not None and governor.lemma in (
            "increase",
            "raise",
            "reduce",
            "cut",
            "expand",
            "boost",
            "strengthen",
            "reinforce",
        ):
            deeds = [
                table.deeds[c.lemma]
                for c in sentence.children(governor, "dobj", "nsubjpass", "nsubj")
                if c.lemma in table.deeds
            ]
            return (deeds[0] if deeds else ()), None, False
        if word == "of" and governor.lemma in ("take", "rob", "deprive"):
            return (), None, False
    return (), None, False


def _argument(sentence: Sentence, verb: Token, table: Tables) -> tuple[Kinds, Token | None]:
    """What an elliptical figure beside `verb` counts: the outcome noun, or what a number is said to be of, among its subject and object."""
    if verb.lemma in ("number", "total"):
        subject = next(iter(sentence.children(verb, "nsubj")), None)
        if subject is not None:
            return table.strong.get(subject.lemma, table.weak.get(subject.lemma, ())), subject
    for child in sentence.children(verb, "dobj", "nsubj", "nsubjpass", "attr"):
        for token in (child, *sentence.children(child, "compound", "amod", "nmod")):
            lemma = token.lemma if token.lemma in table.strong else token.text.lower()
            if lemma in table.strong:
                return table.strong[lemma], child
        named = child.lemma in _TALLIES or child.lemma in table.deeds
        for preposition in sentence.children(child, "prep") if named else ():
            for inner in sentence.children(preposition, "pobj"):
                if inner.pos in ("NOUN", "PROPN", "ADJ") and preposition.text.lower() in ("of", "among", "for"):
                    kinds = (
                        table.strong.get(inner.lemma)
                        or _relative_states(sentence, inner, table)
                        or table.deeds.get(child.lemma)
                        or table.weak.get(inner.lemma, ())
                    )
                    return kinds, inner
        if child.lemma in TALLIES and child.tag in ("NN", "NNS"):
            return (), child
    return (), None


def _relative_states(sentence: Sentence, noun: Token, table: Tables) -> Kinds:
    return _union(table.states.get(c.text.lower(), ()) for c in sentence.children(noun, "acl", "amod", "relcl"))


def _verb(
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
    union = _settled(_union(kinds), words)
    if union:
        return union, None
    if noun is None or (verb.lemma in _STATING and role == "object"):
        told = _argument(sentence, verb, table)
        if told != ((), None):
            return told
    elif verb.lemma in _STATING:
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
        for child in sentence.children(open_.pop(), "conj"):
            if child.pos not in ("VERB", "AUX", "ADJ") or sentence.children(child, "nsubj", "nsubjpass"):
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


def _one_verb(
    sentence: Sentence, verb: Token, argument: Token, role: str, noun: Token | None, lexicon: Quantities, table: Tables
) -> Kinds:
    """Kinds from one verb."""
    if (
        role == "subject"
        and verb.tag == "VBN"
        and not any(c.lemma in ("have",) for c in sentence.children(verb, "aux"))
    ):
        role = "object"
    lemma, is_armed = verb.lemma, noun is not None and noun.lemma in lexicon.armed
    passive = any(c.dep == "auxpass" for c in sentence.children(verb)) or verb.tag == "VBN"
    if (
        role == "subject"
        and passive
        and argument.dep == "nsubj"
        and lemma in table.done
        and not any(c.lemma == "have" for c in sentence.children(verb, "aux"))
    ):
        role = "object"
    complements = [
        t
        for c in sentence.children(verb, *_COMPLEMENTS)
        if c.index != argument.index and (c.index > verb.index or passive)
        for t in (c, *sentence.children(c, "conj"))
    ]
    states = _union(
        table.states[t.text.lower()]
        for t in complements
        if t.text.lower() in table.states and _describes(sentence, t, argument, role)
    )
    if (
        lemma in ("find", "shoot", "gun")
        and states == (K.INJURED,)
        and any(t.text.lower() == "shot" for t in complements)
    ):
        return (K.KILLED,)
    after = sentence.tokens[verb.index + 1] if verb.index + 1 < len(sentence.tokens) else verb
    if role == "object" and lemma in _WEAK_HITS and (K.KILLED in states or after.text.lower() == "dead"):
        return (K.KILLED,)
    if verb.text.lower() == "missing":
        return (K.MISSING,)
    if role == "object" and _fatal(sentence, verb):
        return (K.KILLED,)
    if role == "subject" and any(
        c.text.lower() in _REFLEXIVE for c in sentence.children(verb, "dobj", "nsubj", "ccomp")
    ):  # "shot himself"
        role = "object"
    if role == "object" and _to_hospital(sentence, verb, lexicon):
        return states or (K.INJURED,)
    if states and role == "object":
        return states
    forced = (
        [table.undergone.get(c.lemma, ()) for c in sentence.children(verb, "xcomp")]
        if lemma in ("force", "compel", "drive", "order")
        else []
    )
    if role == "object" and (forced or lemma in ("force", "drive")):  # "forced to flee", "driven from their homes"
        away = any(c.text.lower() in ("from", "out") for c in sentence.children(verb, "prep", "prt"))
        return forced[0] if forced else (K.DISPLACED,) if away else ()
    among = (
        [c for p in sentence.children(verb, "prep") if p.text.lower() == "among" for c in sentence.children(p, "pobj")]
        if lemma == "be"
        else []
    )
    if among and (told := _union(table.strong.get(c.lemma, table.strong.get(c.text.lower(), ())) for c in among)):
        return told
    if states and lemma in ("lie", "be", "go", "become", "remain", "get", "fall", "end", "feel", "stay", "wind"):
        return states
    if role == "object":
        return _of_object(sentence, verb, noun, is_armed, lexicon, table)
    return _of_subject(sentence, verb, noun, is_armed, lexicon, table)


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


def _to_hospital(sentence: Sentence, verb: Token, lexicon: Quantities) -> bool:
    """ "Taken to hospital", "airlifted to a medical center"."""
    if verb.lemma not in (
        "take",
        "rush",
        "airlift",
        "transport",
        "fly",
        "bring",
        "transfer",
        "convey",
        "admit",
        "helicopter",
    ):
        return False
    places = [
        c
        for p in sentence.children(verb, "prep")
        if p.text.lower() in ("to", "at", "into")
        for c in sentence.children(p, "pobj")
    ]
    return any(t.text.lower() in lexicon.hospital for place in places for t in (place, *sentence.children(place)))


def _describes(sentence: Sentence, state: Token, argument: Token, role: str) -> bool:
    """Whether a state after the verb is the argument's and not that of somebody with a subject of their own."""
    own = sentence.children(state, "nsubj", "nsubjpass")
    return (
        state.dep != "dobj" or state.text.lower() in ("hostage", "prisoner", "captive") if not own else argument in own
    )


def _of_object(
    sentence: Sentence, verb: Token, noun: Token | None, is_armed: bool, lexicon: Quantities, table: Tables
) -> Kinds:
    lemma = verb.lemma
    if noun is None and (lemma == "hold" or (lemma in lexicon.loses and not any(t.lemma in lexicon.armed or t.lemma in tables(lexicon).done for t in sentence.tokens))):
        return ()
    if lemma in lexicon.loses:
        return (
            (K.KILLED,)
            if noun is None
            or noun.lemma in lexicon.people
            or noun.lemma in lexicon.armed
            or noun.lemma in lexicon.lives
            or noun.tag in ("NNPS",)
            else ()
        )
    if noun is not None and noun.lemma in lexicon.lives and lemma in lexicon.life_takers:
        return (K.KILLED,)
    if lemma in ("take", "bus", "move", "bring") and any(
        c.text.lower() in ("out", "from", "away") for c in sentence.children(verb, "prep", "prt", "advmod")
    ):
        return (K.WITHDRAWN,) if is_armed else (K.DISPLACED,)
    if lemma == "evacuate" and is_armed:
        return (K.WITHDRAWN,)
    kinds = table.done.get(lemma, ())
    if kinds in ((K.DEPLOYED,), (K.WITHDRAWN,)) and not is_armed:
        return (
            (K.DISPLACED,)
            if lemma in ("move", "remove", "extract", "airlift") and noun is not None and noun.lemma in lexicon.people
            else ()
        )
    return kinds


def _of_subject(
    sentence: Sentence, verb: Token, noun: Token | None, is_armed: bool, lexicon: Quantities, table: Tables
) -> Kinds:
    lemma = verb.lemma
    kinds = table.undergone.get(lemma, ())
    if lemma == "lose" and any(c.lemma in lexicon.lives for c in sentence.children(verb, "dobj")):
        return (K.KILLED,)
    if lemma in ("suffer", "sustain", "receive") and any(
        table.deeds.get(c.lemma, table.strong.get(c.lemma)) == (K.INJURED,) for c in sentence.children(verb, "dobj")
    ):
        return (K.INJURED,)
    if lemma == "be" and any(
        c.lemma == "condition" for p in sentence.children(verb, "prep") for c in sentence.children(p, "pobj")
    ):
        return (K.INJURED,)
    if (
        kinds == (K.WITHDRAWN,)
        and not is_armed
        or kinds == (K.DISPLACED,)
        and (is_armed or noun is not None and noun.lemma in lexicon.suspects)
    ):
        return ()
    if kinds:
        return kinds
    if lemma in lexicon.motions:
        away = lemma in ("leave", "return") and is_armed
        civil = noun is not None and (noun.tag == "NNPS" or noun.lemma in lexicon.people or noun.entity == "NORP")
        return (K.WITHDRAWN,) if away else (K.DEPLOYED,) if is_armed else (K.DISPLACED,) if civil else ()
    return ()


def _bearing(sentence: Sentence, noun: Token, table: Tables) -> Kinds:
    """ "Students with minor injuries"."""
    borne = [c for p in sentence.children(noun, "prep") if p.text.lower() == "with" for c in sentence.children(p, "pobj")]
    return _union(table.strong[c.lemma] for c in borne if table.strong.get(c.lemma) == (K.INJURED,))


def _relative(sentence: Sentence, noun: Token, lexicon: Quantities, table: Tables) -> Kinds:
    """Kinds from a clause or participle that hangs on the noun: "soldiers who were killed", "civilians fleeing"."""
    for verb in sentence.children(noun, "relcl", "acl"):
        pronoun = next((c for c in sentence.children(verb) if c.tag in ("WP", "WDT")), None)
        if verb.dep == "relcl" and pronoun is None:
            continue
        passive = verb.tag == "VBN" and (verb.dep == "acl" or (pronoun is not None and pronoun.dep == "nsubjpass"))
        argument = pronoun or noun
        kinds, _ = _verb(sentence, verb, argument, "object" if passive else "subject", noun, lexicon, table)
        if kinds:
            return kinds
    return ()
