"""Whether a saying is itself no fact: denied ("denied having said"), untrue, only possible ("may say"), or supposed ("if he says").

What somebody is not known to have said is no position of his: it is left open. What is only supposed to be said is no
saying at all. Rule of the house: a position never rests on a saying that the text does not vouch for.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.attribute.polarity import truth
from whosays.lexicon.cues import Cues
from whosays.lexicon.hedges import Hedges
from whosays.model import Sentence, Stance, Token

_POSSIBLE = frozenset({"may", "might"})
_SUPPOSING = frozenset({"if", "unless", "supposing", "provided", "assuming"})
_INVERTED = frozenset({("have", "VBD"), ("should", "MD")})
_UNDER = ("ccomp", "xcomp", "pcomp")
_STEPS = 3
"""Governors that are climbed from the verb of saying."""


def unsaid(sentence: Sentence, verb: Token, cues: Cues, hedges: Hedges) -> bool:
    """Whether the text itself leaves open that the verb of saying holds; False for a noun."""
    if verb.pos not in ("VERB", "AUX"):
        return False
    auxiliaries = {t.lemma for t in sentence.children(verb, "aux")}
    if auxiliaries & _POSSIBLE or {"would", "have"} <= auxiliaries:
        return True
    if _asked(sentence, verb):
        return True
    return any(
        _denies(sentence, up, cues) or _untrue(sentence, up, below, hedges) for below, up in _governors(sentence, verb)
    )


def supposed(sentence: Sentence, verb: Token) -> bool:
    """Whether the saying is a condition: "if the ministry says so", "had the council said so"."""
    if verb.dep == "advcl" and any(t.lemma in _SUPPOSING for t in sentence.children(verb, "mark")):
        return True
    subjects = sentence.children(verb, "nsubj", "nsubjpass")
    ahead = [t for t in sentence.children(verb, "aux") if (t.lemma, t.tag) in _INVERTED]
    asks = any(t.text == "?" for t in sentence.tokens[-2:])
    return not asks and any(a.index < s.index for a in ahead for s in subjects)


def _asked(sentence: Sentence, verb: Token) -> bool:
    """Whether the saying is what is in question: "it is unclear whether he said that", "was asked if he had said that"."""
    marks = sentence.children(verb, "mark", "advmod")
    return any(t.lemma == "whether" or (t.lemma == "if" and verb.dep == "ccomp") for t in marks if t.index < verb.index)


def _governors(sentence: Sentence, verb: Token) -> Iterator[tuple[Token, Token]]:
    """The verb and what governs it as its object, and so on upwards."""
    here = verb
    for _ in range(_STEPS):
        up = sentence.head(here)
        if up.index == here.index or here.dep not in _UNDER:
            return
        yield here, up
        here = up


def _denies(sentence: Sentence, token: Token, cues: Cues) -> bool:
    found = cues.at(sentence, token) if token.pos == "VERB" else None
    return found is not None and found.cue.stance is Stance.DENIES


def _untrue(sentence: Sentence, token: Token, below: Token, hedges: Hedges) -> bool:
    """ "It is not true that he said ..."."""
    found = truth(sentence, token, hedges)
    return found is not None and found[0].index == below.index and found[1] % 2 == 1
