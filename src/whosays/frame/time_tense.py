"""The tense of the clause that a time expression stands in."""

from __future__ import annotations

from whosays.frame.time_anchor import Tense
from whosays.lexicon.times import Times
from whosays.model import Sentence, Span, Token

_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "can", "could", "should", "must"})
_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_VERBS = frozenset({"VERB", "AUX"})


def tense(sentence: Sentence, span: Span, lexicon: Times) -> Tense:
    """PAST, PRESENT or FUTURE by the verb that governs the words of `span`.

    "Is to", "expected to", "scheduled for", "payable" and their kind look ahead; so does a bare present tense with a
    date of its own only where the lexicon's ``scheduled`` words stand near. A fragment without a verb tells of the past.
    """
    top = sentence.top(span)
    if top is None:
        return Tense.PAST
    chain = tuple(_governors(sentence, top))
    scheduled = frozenset(lexicon.scheduled)
    for n, token in enumerate(chain):
        if token.pos not in _VERBS:
            if token.lemma in scheduled:
                return Tense.FUTURE
            continue
        auxiliaries = sentence.children(token, "aux", "auxpass")
        if any(t.lemma in _AHEAD or t.text.lower() in _AHEAD for t in auxiliaries):
            return Tense.FUTURE
        if _is_infinitive(token, auxiliaries):
            found = _of_infinitive(sentence, token, chain[n + 1 :], scheduled)
            if found:
                return found
            continue
        if token.tag == "VBG" and not auxiliaries and token.dep in ("acl", "advcl", "pcomp", "xcomp"):
            continue
        return _finite(token, auxiliaries, scheduled)
    return Tense.PAST


def _governors(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    return (token, *sentence.ancestors(token))


def _is_infinitive(token: Token, auxiliaries: tuple[Token, ...]) -> bool:
    return token.tag == "VB" and any(t.lemma == "to" for t in auxiliaries)


def _of_infinitive(
    sentence: Sentence, token: Token, above: tuple[Token, ...], scheduled: frozenset[str]
) -> Tense | None:
    """ "To have struck" is past; "is to strike", "plans to strike" look ahead; else the verb above decides."""
    if any(t.lemma == "have" for t in sentence.children(token, "aux")):
        return Tense.PAST
    if not above:
        return Tense.FUTURE
    governor = above[0]
    if governor.lemma == "be" or governor.lemma in scheduled:
        return Tense.FUTURE
    return None


def _finite(token: Token, auxiliaries: tuple[Token, ...], scheduled: frozenset[str]) -> Tense:
    if token.lemma in scheduled and token.tag in ("VBN", "VBZ", "VBP", "VBG", "VBD"):
        return Tense.FUTURE
    if token.tag in ("VBD", "VBN") and not any(t.tag in ("VBZ", "VBP") and t.lemma == "be" for t in auxiliaries):
        return Tense.PAST
    if any(t.tag == "VBD" for t in auxiliaries):
        return Tense.PAST
    if any(t.lemma == "have" for t in auxiliaries):
        return Tense.PAST
    if any(t.lemma in _MODALS for t in auxiliaries):
        return Tense.PAST if any(t.lemma == "have" for t in auxiliaries) else Tense.FUTURE
    return Tense.PRESENT
