"""The tense of the clause that a time expression stands in."""

from __future__ import annotations

from whosays.frame.time_anchor import Tense
from whosays.lexicon.times import Times
from whosays.model import Sentence, Span, Token

_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PROSPECT = frozenset({"would", "'d", "’d"})
_MODALS = frozenset({"may", "might", "can", "could", "should", "must", "ought"})
_VERBS = frozenset({"VERB", "AUX"})
_BEFORE_NOUN = frozenset({"compound", "poss", "nmod", "amod", "nummod", "npadvmod"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})


def tense(sentence: Sentence, span: Span, lexicon: Times) -> Tense:
    """PAST, PERFECT, PRESENT or FUTURE by the verb that governs the words of `span`; OPEN where a noun or an infinitive stands between.

    "Is to", "expected to", "scheduled for", "payable" and their kind look ahead, and so does the present tense of verbs of
    beginning and ending ("takes effect", "opens"). A fragment without a verb tells of the past.
    """
    top = sentence.top(span)
    if top is None:
        return Tense.PAST
    loose = top.dep in _BEFORE_NOUN and sentence.head(top).pos in ("NOUN", "PROPN")
    named = False
    chain = (top, *sentence.ancestors(top))
    for n, token in enumerate(chain):
        if token.pos not in _VERBS:
            if token.text.lower() == "since":
                return Tense.PAST
            if token.lemma in lexicon.dated:
                return Tense.FUTURE
            named = named or (n > 0 and token.pos in _NOUNS and token.dep != "attr")
            continue
        found = _of_verb(sentence, token, chain[n + 1 :], lexicon)
        if found in (Tense.PAST, Tense.PERFECT) and not named and _defers(sentence, token, top, lexicon):
            return Tense.PROSPECT
        if found in (Tense.FUTURE, Tense.PROSPECT):
            arranged = sentence.head(top).lemma in lexicon.arranged
            return Tense.OPEN if loose and not arranged else found
        if found is not None:
            return Tense.OPEN if (loose or named) and found in (Tense.PAST, Tense.PERFECT) else found
        named = True
    return Tense.OPEN if loose else Tense.PAST


def _of_verb(sentence: Sentence, token: Token, above: tuple[Token, ...], lexicon: Times) -> Tense | None:
    """The tense of one verb; None where it takes that of the verb above it."""
    auxiliaries = sentence.children(token, "aux", "auxpass")
    if any(t.lemma in _AHEAD or t.text.lower() in _AHEAD for t in auxiliaries):
        return Tense.FUTURE
    if any(t.text.lower() in _PROSPECT and t.tag == "MD" for t in auxiliaries):
        return Tense.OPEN if any(t.lemma == "have" for t in auxiliaries) else Tense.PROSPECT
    if any(t.lemma == "to" for t in auxiliaries):
        return _of_infinitive(auxiliaries, above, _is_past(sentence, above), lexicon)
    if token.tag == "VBG" and not auxiliaries:
        return None
    if token.lemma in lexicon.dated and token.tag == "VBN" and not any(t.lemma == "have" for t in auxiliaries):
        return Tense.FUTURE
    return _finite(sentence, token, auxiliaries, lexicon)


def _defers(sentence: Sentence, token: Token, top: Token, lexicon: Times) -> bool:
    """ "Gave them until Friday", "extended to Nov. 20"."""
    before = top if top.pos == "ADP" else sentence.head(top)
    return token.lemma in lexicon.deferring and before.text.lower() in ("until", "till", "to")


def _of_infinitive(
    auxiliaries: tuple[Token, ...], above: tuple[Token, ...], past: bool, lexicon: Times
) -> Tense | None:
    """ "To have struck" is past; "is to strike", "plans to strike" look ahead; else the verb above decides."""
    if any(t.lemma == "have" for t in auxiliaries):
        return Tense.PAST
    if not above or above[0].lemma == "be" or above[0].lemma in lexicon.scheduled:
        return Tense.PROSPECT if past else Tense.FUTURE
    if above[0].tag in ("VBZ", "VBP"):
        return Tense.FUTURE
    return None


def _is_past(sentence: Sentence, above: tuple[Token, ...]) -> bool:
    """Whether the verb above stands in the past."""
    return bool(above) and (above[0].tag == "VBD" or any(t.tag == "VBD" for t in sentence.children(above[0])))


def _finite(sentence: Sentence, token: Token, auxiliaries: tuple[Token, ...], lexicon: Times) -> Tense:
    if any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in auxiliaries):
        return Tense.PERFECT
    if any(t.lemma == "have" or t.tag == "VBD" for t in auxiliaries):
        return Tense.PAST
    if any(t.lemma in _MODALS for t in auxiliaries):
        return Tense.FUTURE
    if any(t.tag in ("VBZ", "VBP") for t in auxiliaries):
        return Tense.FUTURE if token.tag == "VBG" and _opens(sentence, token, lexicon) else Tense.PRESENT
    if token.tag in ("VBD", "VBN"):
        return Tense.PAST
    return Tense.FUTURE if _opens(sentence, token, lexicon) else Tense.PRESENT


def _opens(sentence: Sentence, token: Token, lexicon: Times) -> bool:
    """ "Begins", "arrives", "takes effect", and "the deadline is (Friday)": the present of what lies ahead."""
    if token.lemma == "be":
        return any(s.lemma in lexicon.dated for s in sentence.children(token, "nsubj"))
    words = [token.lemma, *(t.lemma for t in sentence.subtree(token) if t.text.lower() in ("into", "effect", "force"))]
    return token.lemma in lexicon.opening or " ".join(words) in lexicon.opening
