"""Who does what in a clause, as the parse tells it: passives turned, shared and controlled subjects found.

Every function takes a verb of the sentence and gives the head word of the party, or None where the clause names none.
"""

from __future__ import annotations

from whosays.model import Sentence, Token

VERBAL = frozenset({"VERB", "AUX"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_CALLING = frozenset({"call", "appeal", "plead", "prevail", "press", "push"})
_SUFFERED = frozenset(
    {"kill", "wound", "injure", "hurt", "capture", "arrest", "detain", "displace", "destroy", "damage", "abduct"}
)
_SUBJECTS = ("nsubj", "nsubjpass")


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's surface subject is the one acted on."""
    if any(c.dep in ("auxpass", "nsubjpass") for c in sentence.children(verb)):
        return True
    if verb.tag == "VBN" and sentence.children(verb, "nsubj"):  # "nine of them killed"
        return verb.lemma in _SUFFERED and not sentence.children(verb, "aux", "dobj", "ccomp", "xcomp")
    if verb.tag != "VBN":
        return False
    if verb.dep == "acl" and sentence.children(verb, "dobj"):
        return False
    has = any(c.dep == "aux" and c.lemma in ("have", "'ve") for c in sentence.children(verb))
    if verb.dep in ("acl", "amod", "oprd") or (verb.dep == "advcl" and not has):
        return not has
    head = sentence.head(verb)
    return verb.dep == "conj" and not has and head.pos in VERBAL and is_passive(sentence, head)


def surface(sentence: Sentence, verb: Token, depth: int = 0) -> Token | None:
    """The head of the grammatical subject: the verb's own, or the one that it shares or is given by the verb above."""
    subjects = sentence.children(verb, *_SUBJECTS)
    if subjects:
        before = [c for c in subjects if c.index < verb.index] or list(subjects)
        own = next((c for c in reversed(before) if c.entity not in ("DATE", "TIME")), before[-1])
        return antecedent(sentence, own)
    lost = _lost_subject(sentence, verb)
    if lost is not None:
        return lost
    if depth > 8 or verb.head == verb.index or sentence.children(verb, "expl"):
        return None
    if verb.dep == "csubj":  # "taking the port is an aim of the council"
        goals = (after(sentence, t, "of") for t in sentence.children(sentence.head(verb), "attr"))
        return next((t for t in goals if t is not None), None)
    return _inherited(sentence, verb, sentence.head(verb), depth)


def _lost_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The noun between "and" and a clause's first auxiliary, which the parser took for a conjunct of the noun before it."""
    first = next(iter(sentence.children(verb, "aux", "auxpass")), None)
    if first is None or first.tag not in ("MD", "VBZ", "VBP", "VBD") or first.index < 2:
        return None
    fronted = (p for p in sentence.children(verb, "prep") if p.index < first.index)
    named = [t for p in fronted for t in sentence.subtree(p) if t.dep == "appos" and t.pos in ("PROPN", "NOUN")]
    if named and sentence.tokens[first.index - 1].text in (
        ",",
        named[-1].text,
    ):  # "with help from the union, the guards have"
        return named[-1]
    noun, joint = sentence.tokens[first.index - 1], sentence.tokens[first.index - 2]
    return noun if noun.dep == "conj" and noun.pos in ("PROPN", "NOUN") and joint.dep == "cc" else None


def _inherited(sentence: Sentence, verb: Token, head: Token, depth: int) -> Token | None:
    if verb.dep in ("acl", "relcl", "amod") and head.pos not in VERBAL:
        if verb.dep in ("acl", "relcl") and any(c.tag == "TO" for c in sentence.children(verb)):
            return _owner(sentence, head, depth)
        return head
    if verb.dep == "pcomp" and head.pos in ("ADP", "SCONJ"):
        above = sentence.head(head)
        if above.pos == "ADJ":  # "is committed to standing"
            return surface(sentence, sentence.head(above), depth + 1)
        if above.pos not in VERBAL:
            return _owner(sentence, above, depth)
        done_to = patient(sentence, above) if head.text.lower() in ("of", "for", "from") else None
        return done_to if done_to is not None and done_to.index != verb.index else surface(sentence, above, depth + 1)
    if head.pos in VERBAL or head.pos == "ADJ":
        if (verb.dep in ("xcomp", "ccomp", "advcl") and head.lemma in _CALLING) or (
            verb.dep in ("xcomp", "ccomp") and not is_passive(sentence, head)
        ):
            given = next((c for c in sentence.children(head, "dobj", "dative") if c.pos not in ("ADP",)), None)
            if given is None and head.lemma in _CALLING:
                given = next(
                    (
                        found
                        for p in ("on", "upon", "to", "for", "with")
                        if (found := after(sentence, head, p)) is not None
                    ),
                    None,
                )
            if given is not None:
                return antecedent(sentence, given)
        if verb.dep in ("xcomp", "ccomp", "advcl", "conj", "dep", "acomp", "oprd"):
            return surface(sentence, head, depth + 1)
        if head.pos == "ADJ":
            return surface(sentence, sentence.head(head), depth + 1) if head.head != head.index else None
    return None


def _owner(sentence: Sentence, noun: Token, depth: int) -> Token | None:
    """Whose the noun is: its possessor, else the subject of the verb that it hangs on ("has a plan to send")."""
    owner = next((c for c in sentence.children(noun, "poss")), None)
    if owner is not None:
        return owner
    above = sentence.head(noun)
    if noun.dep == "pobj" and above.pos == "ADP":  # "voted on a resolution to expel"
        above = sentence.head(above)
    return surface(sentence, above, depth + 1) if above.pos in VERBAL and noun.dep in ("dobj", "attr", "pobj") else None


def antecedent(sentence: Sentence, token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if token.text.lower() not in RELATIVES or token.tag not in ("WDT", "WP", "WP$", "IN"):
        return token
    for above in sentence.ancestors(token):
        if above.dep == "relcl":
            return sentence.head(above)
    return token


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """The head of the one who acts: the subject, or of a passive the agent after "by"."""
    if not is_passive(sentence, verb):
        return surface(sentence, verb)
    return agent(sentence, verb)


def agent(sentence: Sentence, token: Token) -> Token | None:
    """The head of the noun after "by", where it is a party of the verb or noun."""
    inner = (
        c
        for p in sentence.children(token, "prep")
        if p.text.lower() == "of"
        for o in sentence.children(p, "pobj")
        for c in sentence.children(o)
    )
    for child in (*sentence.children(token), *inner):
        if child.dep == "agent" or (child.dep == "prep" and child.text.lower() == "by"):
            found = next((c for c in sentence.children(child, "pobj")), None)
            if found is not None:
                return found
        if child.dep == "prep" and child.text.lower() == "at":
            hands = next((c for c in sentence.children(child, "pobj") if c.lemma == "hand"), None)
            if hands is not None:
                return after(sentence, hands, "of") or next(iter(sentence.children(hands, "poss")), None)
    return None


def patient(sentence: Sentence, verb: Token) -> Token | None:
    """The head of the one acted on: the object, or of a passive the subject."""
    if is_passive(sentence, verb):
        return surface(sentence, verb)
    own = next((c for c in sentence.children(verb, "dobj")), None)
    if own is not None and own.entity in ("DATE", "TIME"):  # "summoned the envoy Monday" read as one noun
        own = next(
            (c for c in sentence.children(own, "compound", "poss", "nmod") if c.entity not in ("DATE", "TIME")), own
        )
    if own is not None:
        return antecedent(sentence, own)
    if (doing := _seen_doing(sentence, verb)) is not None:
        return doing
    if verb.dep == "relcl":
        subject_ = next((c for c in sentence.children(verb, *_SUBJECTS)), None)
        if subject_ is not None and subject_.text.lower() not in RELATIVES and not _is_circumstance(sentence, verb):
            return sentence.head(verb)
    following = next((c for c in sentence.children(verb, "conj") if c.pos == "VERB" and c.index > verb.index), None)
    if following is not None and not sentence.children(following, *_SUBJECTS):
        return next((c for c in sentence.children(following, "dobj")), None)
    return None


def _seen_doing(sentence: Sentence, verb: Token) -> Token | None:
    """The object that the parser took for a subject: the guards in "welcomed guards visiting from the north"."""
    for inner in sentence.children(verb, "ccomp"):
        if inner.tag == "VBG" and not sentence.children(inner, "aux", "mark"):
            own = next((c for c in sentence.children(inner, "nsubj") if c.index > verb.index), None)
            if own is not None:
                return own
    return None


def _is_circumstance(sentence: Sentence, clause: Token) -> bool:
    """Whether a relative clause says where, when or in what: "the memorandum in which they agreed"."""
    for child in sentence.children(clause, "prep", "advmod"):
        if child.tag == "WRB" or any(c.tag in ("WDT", "WP") for c in sentence.children(child, "pobj")):
            return True
    return False


def after(sentence: Sentence, token: Token, preposition: str) -> Token | None:
    """The head of the noun after the preposition, where that hangs on the verb or noun."""
    for child in sentence.children(token, "prep", "dative", "agent", "prt", "advmod"):
        if child.text.lower() != preposition:
            continue
        for inner in (child, *sentence.children(child, "prep"), *sentence.children(child, "pcomp")):
            found = next(
                (c for c in sentence.children(inner, "pobj", "dobj") if c.entity not in ("DATE", "TIME")), None
            )
            if found is not None:
                return found
    return None


def complement_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the verb's complement clause: the US in "demanded that the US cancel plans"; Korea in "urged Korea to disarm"."""
    for clause in sentence.children(verb, "ccomp", "xcomp", "acl"):
        own = next((c for c in sentence.children(clause, *_SUBJECTS)), None)
        if own is not None and own.pos != "PRON":
            return own
    for clause in sentence.children(verb, "advcl"):  # "called for Orlan to stay"
        hoped = any(c.text.lower() == "for" for c in sentence.children(clause, "mark"))
        own = next(iter(sentence.children(clause, *_SUBJECTS)), None) if hoped else None
        if own is not None and own.pos != "PRON" and any(c.tag == "TO" for c in sentence.children(clause, "aux")):
            return own
    return None
