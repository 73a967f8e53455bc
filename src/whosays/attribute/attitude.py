"""The attitude between the cue and what it is about: "said it hoped that ...", "I do not believe ...", "we deny ...".

Where the content's own main verb is a cue whose subject is the source itself, that inner attitude is the source's
stance, and its complement has the polarity. So it is with a cue that stands between the tagged cue and the content.
"""

from __future__ import annotations

from whosays.attribute.negation import SUBJECTS, negation
from whosays.attribute.polarity import turns
from whosays.lexicon.cues import Found, frames_of
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Polarity, Sentence, Stance, Tagged, Token

_SELF = frozenset({"i", "we", "he", "she", "they", "it"})
_ATTITUDES = frozenset(
    {Stance.HOPES, Stance.FEARS, Stance.BELIEVES, Stance.EXPECTS, Stance.DENIES, Stance.DOUBTS, Stance.NOT_CONFIRMED}
)
_WILLED = frozenset({"plan", "intend", "vow", "pledge", "promise", "threaten", "demand", "call for", "call on", "urge"})
_CONFIRMING = frozenset({"confirm", "verify", "corroborate", "authenticate", "substantiate", "acknowledge", "admit"})
_SEEING = frozenset({"see", "view", "feel", "regard", "sense", "figure", "guess", "challenge", "contest", "buy", "sum"})


def attitude(sentence: Sentence, token: Token, tagged: Tagged, lexicon: Lexicon) -> tuple[Stance, Polarity] | None:
    """The inner stance and its content's polarity, or None where the content states something else."""
    found = _found(sentence, token, lexicon)
    if found is None or not _by_the_source(sentence, found.head, tagged):
        return None
    turned = len(negation(sentence, found.head, lexicon.hedges))
    inner = _inner(sentence, found, turned)
    if inner is None:
        return None
    after = (c for c in sentence.children(found.head, "ccomp", "xcomp", "dobj") if c.index > found.head.index)
    clause = next(after, None)
    count = turns(sentence, clause, tagged.content, lexicon.cues, lexicon.hedges) if clause else 0
    return inner, Polarity.MINUS if count % 2 else Polarity.PLUS


def between(sentence: Sentence, token: Token, tagged: Tagged, lexicon: Lexicon) -> Stance | None:
    """The stance of a cue that governs the content from outside, under the tagged one; if another's, NOT_CONFIRMED.

    None where nothing lies between, or only what plainly asserts.
    """
    cue = {t.index for t in sentence.within(*tagged.cue)}
    above = list(sentence.ancestors(token))
    reached = next((n for n, t in enumerate(above) if t.index in cue), None)
    if reached is None and (token.dep != "ccomp" or not _same(sentence, above[0], tagged)):
        return None
    inside = {t.index for t in sentence.within(*tagged.content)}
    for up in above[: 1 if reached is None else reached]:
        found = lexicon.cues.at(sentence, up) if up.index not in inside else None
        if found is None or found.cue.pos == "phrase":
            continue
        turned = len(negation(sentence, found.head, lexicon.hedges))
        read = found.cue.stance if not turned else found.cue.negated if turned == 1 else Stance.NOT_CONFIRMED
        if read not in (Stance.ASSERTS, Stance.CONFIRMS):
            return read if _same(sentence, up, tagged) else Stance.NOT_CONFIRMED
    return None


def _same(sentence: Sentence, verb: Token, tagged: Tagged) -> bool:
    """Whether the verb has no subject but the source."""
    subject = next(iter(sentence.children(verb, *SUBJECTS)), None)
    return subject is None or subject.text.lower() in _SELF or any(subject.span in s for s in tagged.source)


def _found(sentence: Sentence, token: Token, lexicon: Lexicon) -> Found | None:
    """The cue at the content's main verb, or the adjective or noun that a light verb leaves the meaning to."""
    if token.pos not in ("VERB", "AUX", "ADJ"):
        return None
    for child in sentence.children(token, "acomp", "xcomp") if token.lemma in ("be", "remain", "feel") else ():
        inner = lexicon.cues.at(sentence, child)
        if inner and inner.cue.pos == "adjective":
            return inner
    found = lexicon.cues.at(sentence, token)
    return found if found and found.cue.pos == "verb" else None


def _inner(sentence: Sentence, found: Found, turned: int) -> Stance | None:
    cue = found.cue
    if cue.lemma in _SEEING or not _completed(sentence, found):
        return None
    if turned > 1:
        return Stance.NOT_CONFIRMED
    if turned:
        telling = cue.stance in (Stance.ASSERTS, Stance.CONFIRMS) and cue.lemma not in _CONFIRMING
        telling = telling and not sentence.children(found.head, "ccomp")
        return None if telling or cue.stance in (Stance.INTENDS, Stance.DEMANDS) else cue.negated
    return cue.stance if cue.stance in _ATTITUDES or cue.lemma in _WILLED else None


def _completed(sentence: Sentence, found: Found) -> bool:
    """Whether what the attitude is about follows: a clause, or an object of the kind that the cue takes."""
    if not frames_of(sentence, found.head) & set(found.cue.takes):
        return False
    clauses = sentence.children(found.head, "ccomp", "xcomp")
    return bool(clauses) or (found.cue.pos == "verb" and bool(sentence.children(found.head, "dobj", "prep")))


def _by_the_source(sentence: Sentence, verb: Token, tagged: Tagged) -> bool:
    """Whether the subject is the source: "I" in a quotation, a pronoun after "said"; not the "it" of "it is feared"."""
    up = verb if sentence.children(verb, *SUBJECTS) else sentence.head(verb)
    subject = next(iter(sentence.children(up, *SUBJECTS)), None)
    if subject is None or subject.text.lower() not in _SELF or subject.dep == "nsubjpass":
        return False
    return any(subject.span in span for span in tagged.content)
