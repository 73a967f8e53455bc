"""What turns a predicate round: the negators that have it in their scope, by the parse.

Scope is that of the clause: "not" on the predicate itself, a negative subject or object, a fronted negative ("at no
time"), or a governor that turns its complement ("refused to", "made no attempt to", "without", "has yet to"). Negation
that changes nothing is left out: "not only", "no doubt".
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.attribute.subjects import SUBJECTS
from whosays.lexicon.hedges import Hedges
from whosays.model import Sentence, Token

HEIGHT = 6
"""Governors that are climbed from a predicate."""
_OBJECTS = ("dobj", "obj", "attr", "oprd")
_ADJUNCTS = ("neg", "advmod", "preconj", "cc", "det", "intj", "npadvmod")
_LONG = ("long", "longer")
_NOMINAL = ("pobj", "dobj", "attr", "nsubjpass")
_RAISING = ("xcomp", "pcomp", "acl", "relcl", "ccomp", "advcl")


def negation(sentence: Sentence, predicate: Token, hedges: Hedges) -> frozenset[Token]:
    """The tokens that turn the predicate of a cue, on itself and on what governs it. An even number cancels."""
    found = set(own(sentence, predicate, hedges, few=True))
    if predicate.pos == "NOUN":
        found |= {t for t in sentence.children(predicate, "amod") if hedges.has("near", t)}
    here = predicate
    for _ in range(HEIGHT):
        up = _governor(sentence, here, hedges)
        if up is None:
            break
        found |= set(_turned_by(sentence, here, up, hedges))
        if _closed(up):
            break
        here = up
    return frozenset(found)


def own(sentence: Sentence, predicate: Token, hedges: Hedges, few: bool = False) -> Iterator[Token]:
    """The negators in the predicate's own clause. `few` also takes "few", "little" and "rarely" for negative."""
    for child in sentence.children(predicate):
        if child.dep in _ADJUNCTS and (hedges.has("negator", child) or child.lemma == "no"):
            counts = few or not hedges.has("near", child)
            if counts and not _aside(sentence, predicate, child) and not _focused(sentence, predicate, child, hedges):
                yield child
        elif child.dep == "advmod":
            yield from (t for t in sentence.children(child) if t.text.lower() == "no" and child.lemma in _LONG)
        elif child.dep in ("nsubj", "nsubjpass", *_OBJECTS):
            yield from _negative(sentence, child, hedges, few)
        elif child.dep == "prep" and child.index < predicate.index:
            yield from (t for p in sentence.children(child, "pobj") for t in _negative(sentence, p, hedges, False))
        elif child.dep in ("aux", "auxpass", "cop"):
            yield from (t for t in sentence.children(child, "neg") if not _focused(sentence, predicate, t, hedges))
    yield from (y for c in (predicate, *sentence.children(predicate, "xcomp")) if (y := _yet(sentence, c)))


def _aside(sentence: Sentence, predicate: Token, negator: Token) -> bool:
    """Whether the negator belongs to something else: a "nor", a contrast (", not rape"), an aside (", no friend, said")."""
    before = sentence.tokens[negator.index - 1] if negator.index else None
    if negator.index > predicate.index:
        contrast = before is not None and before.text.lower() in (",", "and", "but", "–", "—")
        return negator.dep == "cc" or predicate.pos == "VERB" or contrast
    between = sentence.tokens[negator.index + 1 : predicate.index]
    return before is not None and before.text == "," and any(t.text == "," for t in between)


def _negative(sentence: Sentence, noun: Token, hedges: Hedges, few: bool) -> Iterator[Token]:
    """The word that makes the noun phrase negative: "nobody", "no man", "none of them", "not a single man"."""
    if hedges.has("quantifier", noun):
        if few or not hedges.has("near", noun):
            yield noun
        return
    inner = (t for c in sentence.children(noun, "compound") for t in sentence.children(c, "det"))  # a parser's slip
    for child in (*inner, *sentence.children(noun, "det", "neg", "amod", "predet", "preconj", "advmod")):
        a_few = hedges.has("near", child)
        if child.index > noun.index:
            break
        if a_few and (not few or any(t.lemma == "a" for t in sentence.children(noun, "det"))):
            continue
        if not (hedges.has("quantifier", child) or child.lemma == "not") or hedges.has("undoubted", noun):
            continue
        if not _focused(sentence, noun, child, hedges):
            yield child


def _focused(sentence: Sentence, predicate: Token, negator: Token, hedges: Hedges) -> bool:
    """Whether the negation is that of "not only", "not just", "no fewer than"."""
    after = sentence.tokens[negator.index + 1 : negator.index + 3]
    if after and hedges.has("focus", after[0]) and after[0].lemma != "even":
        return len(after) < 2 or after[0].lemma != "least"
    return any(
        hedges.has("focus", t) and negator.index < t.index < predicate.index and t.lemma != "even"
        for t in sentence.children(predicate, "advmod")
    )


def _yet(sentence: Sentence, infinitive: Token) -> Token | None:
    """What turns the infinitive in "has yet to", "is yet to", "remains to be"."""
    up = sentence.head(infinitive)
    opening = sentence.tokens[max(0, infinitive.index - 2) : infinitive.index]
    if [t.lemma for t in opening] == ["yet", "to"]:
        return opening[0]
    if infinitive.dep != "xcomp" or not any(c.tag == "TO" for c in sentence.children(infinitive, "aux")):
        return None
    if up.lemma == "remain":
        return up
    between = sentence.tokens[up.index : infinitive.index] if up.lemma in ("have", "be") else ()
    return next((t for t in between if t.lemma == "yet"), None)


def _governor(sentence: Sentence, token: Token, hedges: Hedges) -> Token | None:
    """What governs the predicate without bringing in another speaker; None at the end of the chain."""
    up = sentence.head(token)
    if up.index == token.index:
        return None
    if token.dep == "conj":
        return up if _shares(sentence, up, token) else None
    if token.dep in _NOMINAL or (token.dep == "nsubj" and up.lemma in ("be", "come", "exist")):
        return up if _carries(token, up, hedges) else None
    if token.dep == "acomp":
        return up
    if token.dep not in _RAISING or sentence.children(token, *SUBJECTS):
        return None
    if up.pos in ("NOUN", "PROPN") and token.dep in ("acl", "relcl"):
        return up if any(c.tag == "TO" for c in sentence.children(token, "aux")) else None
    if token.dep == "xcomp" and sentence.children(up, "dobj", "dative"):
        return None
    return up if token.dep in ("xcomp", "pcomp") else None


def _carries(token: Token, up: Token, hedges: Hedges) -> bool:
    """A light verb leaves the meaning to its noun ("issued no denial"), a preposition to what it stands with."""
    return up.pos == "ADP" or hedges.has("light", up) or hedges.has("reversive", up)


def _shares(sentence: Sentence, first: Token, second: Token) -> bool:
    """Whether a negation of the first predicate holds for the second too: "did not confirm or deny"."""
    if sentence.children(second, *SUBJECTS, "aux", "auxpass", "neg"):
        return False
    joined = {t.lemma for t in sentence.children(first, "cc", "preconj")}
    return bool(joined & {"or", "nor", "neither"})


def _turned_by(sentence: Sentence, token: Token, up: Token, hedges: Hedges) -> Iterator[Token]:
    if token.dep == "conj":
        yield from own(sentence, up, hedges)
        return
    if hedges.has("reversive", up):
        yield up
    elif up.pos == "ADP":
        head = sentence.head(up)
        if hedges.has("reversive", head) or head.lemma == "prevent":
            yield head
    if up.pos in ("NOUN", "PROPN"):
        yield from _negative(sentence, up, hedges, few=True)
    elif up.pos != "ADP":
        yield from own(sentence, up, hedges, few=True)
        yield from (t for t in sentence.children(up, "advmod") if t.lemma in ("short", "too"))
        if up.lemma == "be" and token.dep == "xcomp":
            yield from (t for t in sentence.children(up, "acomp") if hedges.has("reversive", t))


def _closed(up: Token) -> bool:
    """ "Without confirming it, he left" says nothing of his leaving."""
    return up.pos in ("ADP", "SCONJ") and up.lemma in ("without", "instead", "rather")
