"""The entry of the list of actions that reads a word in its place: by the words that hang on it, its subject and its object."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.frame.clause import VERBAL, after, patient, surface
from whosays.lexicon.actions import Action, Actions, Pattern
from whosays.model import EventType, Sentence, Token

OBJECTS = (
    "dobj",
    "attr",
    "oprd",
    "nsubjpass",
    "dative",
    "pobj",
    "npadvmod",
    "advmod",
    "prt",
    "prep",
    "agent",
    "acomp",
    "xcomp",
    "pcomp",
)
_MODIFIERS = ("compound", "amod", "nmod", "prep", "poss", "npadvmod", "nummod", "acl")

_PEOPLE = ("papers", "inspectors", "sick", "office", "refugees")


def known(sentence: Sentence, token: Token, lexicon: Actions) -> tuple[Action, tuple[Token, ...]] | None:
    """The entry that reads this word here, with the words that its pattern took; None for a word that names no act."""
    if token.lemma == "seek" and sentence.children(token, "xcomp"):  # "sought to clarify"
        return None
    if token.pos in VERBAL or (token.pos == "ADJ" and token.tag in ("VBN", "VBG")):
        return _match(
            sentence, token, _of_phrasal(sentence, token, _verb_patterns(token, lexicon), lexicon), OBJECTS, lexicon
        )
    if token.pos == "NOUN" and _is_against(sentence, token):
        return None
    if token.pos == "NOUN" or (token.pos == "PROPN" and token.dep != "compound" and not _is_name(sentence, token)):
        return _match(sentence, token, _noun_patterns(token, lexicon), _MODIFIERS, lexicon)
    return None


def _is_against(sentence: Sentence, token: Token) -> bool:
    """Whether a prefix turns the noun: "anti-terrorism"."""
    before = sentence.tokens[max(0, token.index - 2) : token.index]
    return (
        bool(before) and before[0].text.lower() in ("anti", "counter") and before[-1].text in ("-", "anti", "counter")
    )


def _is_name(sentence: Sentence, token: Token) -> bool:
    """Whether a capitalised noun ends a name ("General Assembly", "House of Assembly") and does not name an act itself."""
    if any(c.pos == "PROPN" and c.index == token.index - 1 for c in sentence.children(token, "compound")):
        return True
    of = sentence.head(token)
    return token.dep == "pobj" and of.text == "of" and of.index == token.index - 1 and sentence.head(of).pos == "PROPN"


def _verb_patterns(token: Token, lexicon: Actions) -> tuple[Pattern, ...]:
    """The patterns of the verb, also where the parser's lemma is wrong ("raped" as "rap")."""
    if token.lemma in lexicon.verbs:
        return lexicon.verbs[token.lemma]
    word = token.text.lower()
    for ending, others in (("ied", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")), ("s", ("",))):
        for other in others if word.endswith(ending) else ():
            if (lemma := word[: -len(ending)] + other) in lexicon.verbs:
                return lexicon.verbs[lemma]
    return ()


def _of_phrasal(
    sentence: Sentence, verb: Token, patterns: tuple[Pattern, ...], lexicon: Actions
) -> tuple[Pattern, ...]:
    """The patterns that a particle leaves: who gives something up does not give it."""
    particles = [c.text.lower() for c in sentence.children(verb, "prt")]
    other = next((p for p in particles if f"{verb.lemma} {p}" in lexicon.classes["phrasal"]), None)
    return tuple(p for p in patterns if other in p.others) if other is not None else patterns


def _noun_patterns(token: Token, lexicon: Actions) -> tuple[Pattern, ...]:
    word = token.text.lower()
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return lexicon.nouns.get(token.lemma) or lexicon.nouns.get(word) or lexicon.nouns.get(singular) or ()


def _match(
    sentence: Sentence, head: Token, patterns: Sequence[Pattern], deps: tuple[str, ...], lexicon: Actions
) -> tuple[Action, tuple[Token, ...]] | None:
    if not patterns:
        return None
    around = _neighbours(sentence, head, deps)
    for pattern in patterns:
        words = _found(*around, pattern.others, lexicon)
        if words is None or _barred(sentence, head, pattern.action, lexicon):
            continue
        if _fits(sentence, head, pattern.action, lexicon):
            return pattern.action, (head, *words)
    return None


def _is_natural(sentence: Sentence, head: Token, lexicon: Actions) -> bool:
    """Whether the harm is an accident's, an illness's or nature's: "the flood killed two", "died of cancer"."""
    if head.pos in VERBAL:
        who = surface(sentence, head)
        named = sentence.children(who, "compound") if who is not None and who.pos == "PROPN" else ()
        if who is not None and any(t.lemma in lexicon.classes["nature"] for t in (who, *named)):
            return True
    causes = (o for p in sentence.children(head, "prep", "agent") for o in sentence.children(p, "pobj"))
    return any(t.lemma in lexicon.classes["nature"] for t in (*causes, *sentence.children(head, "compound")))


def _fits(sentence: Sentence, head: Token, action: Action, lexicon: Actions) -> bool:
    """Whether the subject is one that the reading asks for."""
    if action.type is EventType.ASSAULT and _is_natural(sentence, head, lexicon):
        return False
    if not action.only:
        return True
    who = surface(sentence, head)
    if who is None:
        return False
    near = (
        who,
        *(o for p in sentence.children(who, "prep") for o in sentence.children(p, "pobj")),
        *sentence.children(who, "compound"),
    )
    return any(_is(token, word, lexicon) for token in near for word in action.only)


def _barred(sentence: Sentence, head: Token, action: Action, lexicon: Actions) -> bool:
    if not action.unless:
        return False
    near = _direct(sentence, head) if head.pos in VERBAL else _before(sentence, head)
    return any(word == "*" or _is(token, word, lexicon) for token in near for word in action.unless)


def _before(sentence: Sentence, noun: Token) -> list[Token]:
    """What a noun is of or is called by: the words before it and the noun after "of"."""
    of = (p for p in sentence.children(noun, "prep") if p.text.lower() == "of")
    return [
        *sentence.children(noun, "compound", "amod", "nmod"),
        *(o for p in of for o in sentence.children(p, "pobj")),
    ]


def _direct(sentence: Sentence, verb: Token) -> list[Token]:
    """The objects of a verb, coordinated ones too."""
    found = [*sentence.children(verb, "dobj", "dative", "attr", "acomp")]
    found += [
        o
        for p in sentence.children(verb, "prep")
        if p.text.lower() in ("of", "from")
        for o in sentence.children(p, "pobj")
    ]
    moved = patient(sentence, verb)
    if moved is not None:
        found.append(moved)
    some = [t for t in found if t.pos in ("DET", "PRON", "NUM")]  # "any of the objectives"
    found += [o for t in some for p in sentence.children(t, "prep") for o in sentence.children(p, "pobj")]
    return found + [c for token in found for c in sentence.children(token, "conj")]


def purposes(sentence: Sentence, head: Token, lexicon: Actions) -> tuple[Token, ...]:
    """The act that this one is for, if it names one: the assault in "mobilised the army for an assault against the port"."""
    found = after(sentence, head, "for")
    act = found is not None and found.pos == "NOUN" and known(sentence, found, lexicon) is not None
    return (found,) if found is not None and act else ()


def matching(
    sentence: Sentence, head: Token, others: Sequence[str], deps: tuple[str, ...], lexicon: Actions
) -> tuple[Token, ...] | None:
    """The tokens near the head that stand for the other words of a pattern, without the parties; None where one is missing."""
    return _found(*_neighbours(sentence, head, deps), others, lexicon) if others else ()


def _neighbours(sentence: Sentence, head: Token, deps: tuple[str, ...]) -> tuple[list[Token], list[Token]]:
    """The words that a pattern may speak of, and of those a verb's objects."""
    return _near(sentence, head, deps), _direct(sentence, head) if head.pos in VERBAL else []


def _found(near: list[Token], direct: list[Token], others: Sequence[str], lexicon: Actions) -> tuple[Token, ...] | None:
    found: list[Token] = []
    named: list[Token] = []
    for word in others:
        party = word[1:] in lexicon.acted_on if word[0] == "@" else any(word in lexicon.classes[c] for c in _PEOPLE)
        among = direct if party and direct else near
        token = next((t for t in among if t not in found and _is(t, word, lexicon)), None)
        if token is None:
            return None
        found.append(token)
        if not party:
            named.append(token)
    return tuple(named)


def _near(sentence: Sentence, head: Token, deps: tuple[str, ...]) -> list[Token]:
    """The dependents that a pattern may speak of, and the nouns after their prepositions."""
    near: list[Token] = []
    for child in sentence.children(head, *deps):
        if head.pos in VERBAL and _is_when(sentence, child):
            continue
        near.append(child)
        if head.pos not in VERBAL and child.pos == "ADP" and child.text.lower() not in ("of", "on", "to"):
            continue
        if child.pos in ("ADP", "SCONJ", "PART", "ADV") or child.dep in ("prep", "agent", "prt"):
            for inner in sentence.children(child):
                near += [inner, *sentence.children(inner, "pobj", "compound")]
        if child.dep in ("dobj", "pobj", "nsubjpass", "attr"):
            near += sentence.children(child, "conj", "compound")
            of = (p for p in sentence.children(child, "prep") if p.text.lower() == "of")
            near += (o for p in of for o in sentence.children(p, "pobj"))
    if head.pos in VERBAL:
        clauses = sentence.children(head, "advcl", "ccomp", "xcomp")  # "called for Orlan to stay"
        near += (m for c in clauses for m in sentence.children(c, "mark") if m.text.lower() == "for")
        moved = patient(sentence, head)
        if moved is not None and moved not in near:
            near.append(moved)
    return near


def _is_when(sentence: Sentence, preposition: Token) -> bool:
    """Whether a preposition says when or how, and is no particle of the verb: "was given a discharge in 2007"."""
    objects = sentence.children(preposition, "pobj") if preposition.dep == "prep" else ()
    return any(t.entity in ("DATE", "TIME") or t.lemma in ("manner", "fashion", "way") for t in objects)


def _is(token: Token, word: str, lexicon: Actions) -> bool:
    if token.dep == "prep" and token.tag == "VBG":  # "according to" is no accord
        return False
    if not word.startswith("@"):
        return token.lemma == word or token.text.lower() == word
    if word == "@place" and token.entity in ("GPE", "LOC", "FAC"):
        return True
    if word == "@person" and token.entity == "PERSON":
        return True
    members = lexicon.classes.get(word[1:], frozenset())
    return token.lemma in members or token.text.lower() in members or token.text.lower().removesuffix("s") in members
