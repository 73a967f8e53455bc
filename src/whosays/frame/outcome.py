"""What happened to what is counted: the kinds of a quantity, told by the parse.

In this order: the noun itself ("deaths", "tanks"); the states beside it ("soldiers killed or missing"); the verb or the noun
that governs it, climbing the tree ("killing five", "a toll of 30", "the dead rose to 18"); last, nouns that only suggest
("refugees"), and what fighters and civilians do when they move or stay.
"""

from __future__ import annotations

from whosays.frame.counted import Counted
from whosays.frame.outcome_argument import argument
from whosays.frame.outcome_verb import verb_outcome
from whosays.frame.outcome_words import HARM, K, Kinds, Tables, is_materiel, is_person, settled, tables, union
from whosays.lexicon.quantities import Quantities
from whosays.lexicon.terms import bag
from whosays.model import Sentence, Span, Token

_OBJECT = frozenset({"dobj", "obj", "nsubjpass", "csubjpass", "oprd", "attr", "ccomp"})


_COUNTED_BY = bag("of at to from between by including above over")
"""Prepositions between a noun that says what became of people and their number: "a toll of 30", "losses above 300"."""
_REACHED = bag("to at from by between above over around as near")
"""Those between a verb and the number that it comes to: "rose to 18", "put at 300"."""
_SUBJECT = frozenset({"nsubj", "csubj"})


_UP = bag("nummod quantmod compound nmod amod det poss appos advmod npadvmod predet pcomp meta")


def outcome(sentence: Sentence, words: Span, found: Counted, lexicon: Quantities) -> tuple[Kinds, Token | None]:
    """The kinds of the quantity with these `words` (bounds and noun), empty where nothing tells, and what an ellipsis stands for."""
    table, noun = tables(lexicon), found.noun
    if noun is not None and is_materiel(noun, lexicon):
        return (K.MATERIEL,), noun
    strong = _strong(sentence, noun, table) if noun is not None else ()
    if strong:
        return strong, noun
    if noun is not None and not is_person(noun, lexicon, whole=found.whole is not None):
        return (), noun
    states = settled(union(table.states[t.text.lower()] for t in found.states), found.states, table)
    if states and found.whole is None:
        return states, noun
    kinds, stands_for = _climb(sentence, words, noun, lexicon, table)
    kinds = kinds or states
    if not kinds and noun is not None:
        kinds = (
            _relative(sentence, noun, lexicon, table)
            or _bearing(sentence, noun, table)
            or table.weak.get(noun.lemma, ())
        )
    if not kinds and stands_for is not None:
        kinds = table.weak.get(stands_for.lemma, ())
    if not kinds and (noun is None or noun.lemma in table.anybody) and _is_in_hospital(sentence, words, lexicon):
        kinds = (K.INJURED,)
    if noun is not None and noun.lemma in lexicon.formations and found.whole is None:
        kinds = tuple(kind for kind in kinds if kind not in HARM)
    return kinds, noun or stands_for


def _strong(sentence: Sentence, noun: Token, table: Tables) -> Kinds:
    """What the noun itself tells; "a loss" alone may be of money, "loss of life" is of lives."""
    if noun.lemma == "loss" and noun.tag == "NN":
        lost = (c for p in sentence.children(noun, "prep") for c in sentence.children(p, "pobj"))
        return (K.KILLED,) if any(c.lemma in ("life", "limb") for c in lost) else ()
    return table.strong.get(noun.lemma) or table.strong.get(noun.text.lower(), ())


def _climb(
    sentence: Sentence, words: Span, noun: Token | None, lexicon: Quantities, table: Tables
) -> tuple[Kinds, Token | None]:
    """From the quantity's highest word up to what governs it."""
    token = _highest(sentence, words)
    for _ in range(8):
        head = sentence.head(token)
        if token.head == token.index:
            break
        if _is_argument(token, head, words):
            role = "subject" if token.dep in _SUBJECT else "object"
            return verb_outcome(sentence, head, token, role, noun, lexicon, table)
        if token.dep in ("pobj", "prep", "agent"):
            told, token = _governed(sentence, head if token.dep == "pobj" else token, words, noun, lexicon, table)
            if told is not None:
                return told
        elif _goes_on(token, head):
            if token.dep == "poss" and head.lemma in table.deeds:  # "the teacher's death"
                return table.deeds[head.lemma], None
            if noun is None and head.lemma in table.strong:
                return table.strong[head.lemma], head
            token = head
        else:
            break
    return (), None


def _is_argument(token: Token, head: Token, words: Span) -> bool:
    """Whether the token is a verb's subject or object; bounds may pass for its adverb ("numbered fewer than a dozen")."""
    adverb = token.dep == "advmod" and head.pos == "VERB" and words.start <= token.start < words.end
    return adverb or token.dep in _OBJECT or token.dep in _SUBJECT


def _governed(
    sentence: Sentence, preposition: Token, words: Span, noun: Token | None, lexicon: Quantities, table: Tables
) -> tuple[tuple[Kinds, Token | None] | None, Token]:
    """What the governor of a preposition tells, None where the climb goes on from it, and the governor."""
    governor = sentence.head(preposition)
    if governor.index == preposition.index:
        return ((), None), governor
    own = words.start <= preposition.start and preposition.end <= words.end  # "in excess of 90,000"
    if own and governor.pos in ("VERB", "AUX"):
        role = "object" if preposition.index > governor.index else "subject"
        return verb_outcome(sentence, governor, preposition, role, noun, lexicon, table), governor
    beside = _beside(sentence, preposition, governor)
    if beside is not None:
        role = "object" if beside.dep == "nsubjpass" else "subject"
        return verb_outcome(sentence, governor, beside, role, noun, lexicon, table), governor
    kinds, stands_for, onward = _preposition(sentence, preposition, governor, noun, table)
    told = not own and (bool(kinds) or stands_for is not None or not onward)
    return ((kinds, stands_for) if told else None), governor


def _beside(sentence: Sentence, preposition: Token, verb: Token) -> Token | None:
    """The subject whose lot "along with two guards" shares."""
    before = sentence.tokens[preposition.index - 1].text.lower() if preposition.index else ""
    if before not in ("along", "together") or preposition.text.lower() != "with" or verb.pos != "VERB":
        return None
    return next(iter(sentence.children(verb, "nsubjpass", "nsubj")), None)


def _highest(sentence: Sentence, words: Span) -> Token:
    """The word of the quantity that stands highest in the parse, its bounds' adverbs and verbs apart ("averaged 1,354")."""
    nominal = [t for t in sentence.within(words) if t.pos not in ("ADP", "ADV", "PUNCT", "CCONJ")]
    while len(nominal) > 1 and nominal[0].pos in ("VERB", "AUX"):
        nominal.pop(0)
    return sentence.top(*(t.span for t in nominal)) or sentence.within(words)[0]


def _goes_on(token: Token, head: Token) -> bool:
    return token.dep in _UP or (token.dep == "conj" and token.pos != "VERB" and head.pos != "VERB")


def _is_in_hospital(sentence: Sentence, words: Span, lexicon: Quantities) -> bool:
    """ "Dozens in surgery", "two more with minor injuries"."""
    injured = tables(lexicon).strong
    for step in sentence.children(_highest(sentence, words), "prep"):
        for inner in sentence.children(step, "pobj"):
            if step.text.lower() == "in" and {inner.lemma, inner.text.lower()} & lexicon.hospital:
                return True
            if step.text.lower() == "with" and injured.get(inner.lemma) == (K.INJURED,):
                return True
    return False


def _preposition(
    sentence: Sentence, preposition: Token, governor: Token, noun: Token | None, table: Tables
) -> tuple[Kinds, Token | None, bool]:
    """Kinds from the governor of a preposition, the noun that an ellipsis stands for, and whether to climb on."""
    word = preposition.text.lower()
    if governor.pos in ("ADV", "ADP", "PART") and sentence.head(governor).pos == "VERB":  # "revised downwards from"
        governor = sentence.head(governor)
    if governor.pos in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"):
        return _under_a_noun(sentence, word, governor, noun, table)
    state = governor.text.lower()
    if noun is None and governor.dep == "pcomp" and state in table.states:  # "the number of displaced at"
        return table.states[state], governor, False
    if governor.pos in ("VERB", "AUX"):
        return _under_a_verb(sentence, word, governor, noun, table)
    return (), None, False


def _under_a_noun(
    sentence: Sentence, word: str, governor: Token, noun: Token | None, table: Tables
) -> tuple[Kinds, Token | None, bool]:
    """As `_preposition`, of a figure that a noun governs: "a toll of 30", "the killing of five", "casualties, including 12"."""
    lemma = governor.lemma if governor.lemma in table.strong else governor.text.lower()
    if noun is None and lemma in table.strong and word in _COUNTED_BY:
        return table.strong[lemma], governor, False
    if word == "of" and any(c.lemma in table.deadly for c in sentence.children(governor, "amod")):
        return (K.KILLED,), None, False
    if word == "of" and (governor.lemma in table.deeds or governor.lemma in table.strong):
        return table.deeds.get(governor.lemma, table.strong.get(governor.lemma, ())), None, False
    if noun is None and governor.lemma in table.swings:
        return (), None, True
    return (), None, governor.lemma in table.counting or governor.pos == "NUM" or word in ("including", "among", "like")


def _under_a_verb(
    sentence: Sentence, word: str, governor: Token, noun: Token | None, table: Tables
) -> tuple[Kinds, Token | None, bool]:
    """As `_preposition`, of a figure that a verb governs: "losses run to 300 men", "the presence grows by 500 troops"."""
    if word in _REACHED and (noun is None or governor.lemma in ("put", "estimate", "rise", "lift")):
        kinds, stands_for = argument(sentence, governor, table)
        if not kinds and governor.dep in ("advcl", "conj", "xcomp", "acl"):
            kinds, other = argument(sentence, sentence.head(governor), table)
            stands_for = other or stands_for
        return kinds, stands_for, False
    if noun is not None and word in ("to", "at", "by", "of"):
        kinds, _ = argument(sentence, governor, table)
        return kinds or _deed(sentence, governor, table), None, False
    return (), None, False


def _deed(sentence: Sentence, verb: Token, table: Tables) -> Kinds:
    """What the deed is whose number a verb changes: "increase its presence by 500 troops"."""
    if verb.lemma not in table.changing:
        return ()
    told = (table.deeds.get(c.lemma, ()) for c in sentence.children(verb, "dobj", "nsubjpass", "nsubj"))
    return next((kinds for kinds in told if kinds), ())


def _bearing(sentence: Sentence, noun: Token, table: Tables) -> Kinds:
    """ "Students with minor injuries"."""
    borne = [
        c for p in sentence.children(noun, "prep") if p.text.lower() == "with" for c in sentence.children(p, "pobj")
    ]
    return union(table.strong[c.lemma] for c in borne if table.strong.get(c.lemma) == (K.INJURED,))


def _relative(sentence: Sentence, noun: Token, lexicon: Quantities, table: Tables) -> Kinds:
    """Kinds from a clause or participle that hangs on the noun: "soldiers who were killed", "civilians fleeing"."""
    for verb in sentence.children(noun, "relcl", "acl"):
        pronoun = next((c for c in sentence.children(verb) if c.tag in ("WP", "WDT")), None)
        if verb.dep == "relcl" and pronoun is None:
            continue
        passive = verb.tag == "VBN" and (verb.dep == "acl" or (pronoun is not None and pronoun.dep == "nsubjpass"))
        argument = pronoun or noun
        kinds, _ = verb_outcome(sentence, verb, argument, "object" if passive else "subject", noun, lexicon, table)
        if kinds:
            return kinds
    return ()
