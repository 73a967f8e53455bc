"""The attitude between the cue and what it is about: "said it hoped that ...", "I do not believe ...", "we deny ...".

Where the content's own main verb is a cue whose subject is the source itself, that inner attitude is the source's
stance, and its complement has the polarity. So it is with an impersonal one ("it is not known whether ..."), and with a
cue that stands between the tagged cue and the content.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.attribute.negation import negation
from whosays.attribute.polarity import turns
from whosays.attribute.subjects import SUBJECTS, WITH_EXPLETIVE
from whosays.lexicon.cues import Found, frames_of
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Certainty, Document, Polarity, Sentence, Stance, Tagged, Token

_FIRST = frozenset({"i", "we"})
_THIRD = frozenset({"he", "she", "they", "it"})
_AFFIRMING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.BELIEVES, Stance.EXPECTS})
_ATTITUDES = frozenset(
    {Stance.HOPES, Stance.FEARS, Stance.BELIEVES, Stance.EXPECTS, Stance.DENIES, Stance.DOUBTS, Stance.NOT_CONFIRMED}
)
_UNTOLD = frozenset({"clear", "unclear", "unknown", "uncertain", "unconfirmed", "unverified"})
"""Adjectives that with "it" say of nobody in particular that a thing is not known: "it's not clear how"."""
_OPENING = ("“", '"', "‘", ":", "'", "«")


def between(document: Document, sentence: Sentence, token: Token, tagged: Tagged, lexicon: Lexicon) -> Stance | None:
    """The stance of a cue that governs the content from outside, under the tagged one; if another's, NOT_CONFIRMED.

    Where the tagged cue does not govern the content at all ("has never, say his lawyers, claimed that"), what does
    counts. None where nothing lies between, or what plainly affirms; nor where the content opens a quotation.
    """
    if not tagged.cue or document.text[: tagged.content[0].start].rstrip().endswith(_OPENING):
        return None
    while token.dep == "conj":
        token = sentence.head(token)
    cue = {t.index for t in sentence.within(*tagged.cue)}
    above = list(sentence.ancestors(token))
    reached = next((n for n, t in enumerate(above) if t.index in cue), None)
    if reached is None and token.dep != "ccomp":
        return None
    inside = {t.index for t in sentence.within(*tagged.content)}
    for up in above[: 1 if reached is None else reached]:
        read = _reading(sentence, up, lexicon) if up.index not in inside else None
        own = _same(sentence, up, tagged)
        if read is None or read in (Stance.ASSERTS, Stance.CONFIRMS) or (read in _AFFIRMING and not own):
            continue
        return read if own else Stance.NOT_CONFIRMED
    return None


def _reading(sentence: Sentence, token: Token, lexicon: Lexicon) -> Stance | None:
    """What the cue at the token says, plain or negated."""
    found = lexicon.cues.at(sentence, token)
    if found is None or found.cue.pos == "phrase":
        return None
    turned = len(negation(sentence, found.head, lexicon.hedges))
    return found.cue.stance if not turned else found.cue.negated if turned == 1 else Stance.NOT_CONFIRMED


def _same(sentence: Sentence, verb: Token, tagged: Tagged) -> bool:
    """Whether the verb has no subject but the source."""
    subject = next(iter(sentence.children(verb, *SUBJECTS)), None)
    return subject is None or subject.text.lower() in _FIRST | _THIRD or any(subject.span in s for s in tagged.source)


def attitude(
    document: Document, sentence: Sentence, token: Token, tagged: Tagged, lexicon: Lexicon
) -> tuple[Stance, Certainty, Polarity] | None:
    """The inner stance, how sure it is, and its content's polarity, or None where the content states something else."""
    if _of_a_lie(sentence, token, tagged, lexicon):
        return Stance.NOT_CONFIRMED, Certainty.CERTAIN, Polarity.PLUS
    found = _found(sentence, token, lexicon)
    if found is None:
        return None
    if found.cue.lemma in lexicon.attitudes.evidence:
        return _no_evidence(document, sentence, found, tagged, lexicon)
    objects = {t for o in sentence.children(found.head, "dobj") for t in sentence.subtree(o)}
    turned = len(negation(sentence, found.head, lexicon.hedges) - objects)
    inner = _inner(sentence, found, turned, lexicon)
    if inner is None or not _of_the_source(document, sentence, found, turned, tagged, lexicon):
        return None
    after = (c for c in sentence.children(found.head, "ccomp", "xcomp", "dobj") if c.index > found.head.index)
    clause = next(after, None)
    count = turns(sentence, clause, tagged.content, lexicon.cues, lexicon.hedges) if clause else 0
    return inner, Certainty.CERTAIN, Polarity.MINUS if count % 2 else Polarity.PLUS


def _of_a_lie(sentence: Sentence, token: Token, tagged: Tagged, lexicon: Lexicon) -> bool:
    """Whether it says what somebody's lie is: "the biggest lie is that ...". Not of him who tells it.

    Such words speak of the lie as much as of what it says, which is therefore left open.
    """
    nouns = [t for t in sentence.children(token, *SUBJECTS) if t.pos == "NOUN" and lexicon.hedges.has("false", t)]
    told = any(t in sentence.within(*tagged.cue) for noun in nouns for t in sentence.subtree(noun))
    return bool(nouns) and not told and token.lemma == "be" and bool(sentence.children(token, "ccomp"))


def _no_evidence(
    document: Document, sentence: Sentence, found: Found, tagged: Tagged, lexicon: Lexicon
) -> tuple[Stance, Certainty, Polarity] | None:
    """Who says "there was no evidence that ..." doubts it, and probably so."""
    clause = next(iter(sentence.children(found.head, "acl", "ccomp", "relcl")), None)
    turned = len(negation(sentence, found.head, lexicon.hedges))
    if clause is None or turned != 1 or not _of_the_source(document, sentence, found, turned, tagged, lexicon):
        return None
    count = turns(sentence, clause, tagged.content, lexicon.cues, lexicon.hedges)
    return Stance.DOUBTS, Certainty.PROBABLE, Polarity.MINUS if count % 2 else Polarity.PLUS


def _found(sentence: Sentence, token: Token, lexicon: Lexicon) -> Found | None:
    """The cue at the content's main verb, or where the verb leaves the meaning to what follows it."""
    if token.pos not in ("VERB", "AUX", "ADJ"):
        return None
    states = [t for t in sentence.children(token, "acomp") if t.lemma in lexicon.attitudes.able]
    able = [c for t in (*states, *([token] if states else [])) for c in sentence.children(t, "xcomp")]
    for child in (*sentence.children(token, "acomp", "xcomp"), *able):
        inner = lexicon.cues.at(sentence, child)
        if inner and child in able:
            return inner
        if inner and inner.cue.pos == "adjective" and token.lemma in ("be", "remain", "feel"):
            return inner
        if (
            inner
            and inner.cue.pos == "verb"
            and token.lemma in lexicon.attitudes.wishing
            and sentence.children(token, "neg")
        ):
            return inner
    for noun in sentence.children(token, "attr", "dobj") if lexicon.hedges.has("light", token) else ():
        inner = lexicon.cues.at(sentence, noun)
        told = (
            inner is not None
            and bool(sentence.children(token, "expl"))
            and inner.cue.lemma in lexicon.attitudes.answers
        )
        if inner and (told or inner.cue.stance is Stance.CONFIRMS or inner.cue.lemma in lexicon.attitudes.evidence):
            return inner
    found = lexicon.cues.at(sentence, token)
    return found if found and found.cue.pos == "verb" else None


def _inner(sentence: Sentence, found: Found, turned: int, lexicon: Lexicon) -> Stance | None:
    cue = found.cue
    if cue.pos == "noun":
        return cue.negated if turned == 1 else None
    if cue.lemma in lexicon.attitudes.seeing or not _completed(sentence, found, turned):
        return None
    if turned > 1:
        return Stance.NOT_CONFIRMED
    if turned:
        telling = cue.stance in (Stance.ASSERTS, Stance.CONFIRMS) and cue.lemma not in lexicon.attitudes.confirming
        telling = telling and not _clauses(sentence, found)
        return None if telling or cue.stance in (Stance.INTENDS, Stance.DEMANDS) else cue.negated
    if cue.stance is Stance.DENIES and not _of_a_statement(sentence, found, lexicon):
        return None
    return cue.stance if cue.stance in _ATTITUDES or cue.lemma in lexicon.attitudes.willed else None


def _of_a_statement(sentence: Sentence, found: Found, lexicon: Lexicon) -> bool:
    """Whether what is denied was said: not "we dismissed two officers"."""
    if found.cue.lemma in lexicon.attitudes.denying or _clauses(sentence, found):
        return True
    objects = sentence.children(found.head, "dobj")
    return any((f := lexicon.cues.at(sentence, o)) is not None and f.cue.pos == "noun" for o in objects)


def _clauses(sentence: Sentence, found: Found) -> Sequence[Token]:
    return [c for h in _heads(sentence, found) for c in sentence.children(h, "ccomp", "xcomp", "csubjpass")]


def _heads(sentence: Sentence, found: Found) -> Sequence[Token]:
    """What may hold the complement: the cue, verbs joined with it ("neither confirm nor deny it"), an adjective's "be"."""
    be = (sentence.head(found.head),) if found.cue.pos == "adjective" else ()
    return (found.head, *sentence.children(found.head, "conj"), *be)


def _completed(sentence: Sentence, found: Found, turned: int) -> bool:
    """Whether what the attitude is about follows: a clause, or an object of the kind that the cue takes."""
    takes = {*found.cue.takes, "whether"} if turned else {*found.cue.takes}
    if not any(frames_of(sentence, h) & takes for h in _heads(sentence, found)):
        return False
    objects = [o for h in _heads(sentence, found) for o in sentence.children(h, "dobj", "prep", "nsubjpass")]
    return bool(_clauses(sentence, found)) or (bool(objects) and (found.cue.pos == "verb" or turned > 0))


def _of_the_source(
    document: Document, sentence: Sentence, found: Found, turned: int, tagged: Tagged, lexicon: Lexicon
) -> bool:
    """Whether the attitude is the source's own: its subject is "I" or "we", outside quotations also "he" or "it".

    The passive is where it is impersonal ("it is not known") or says that reports "could not be verified", "are not
    denied".
    """
    up = found.head
    while not sentence.children(up, *WITH_EXPLETIVE) and up.dep in ("xcomp", "acomp", "attr", "dobj"):
        up = sentence.head(up)
    subject = next(iter(sentence.children(up, *WITH_EXPLETIVE)), None)
    if subject is None:
        return False
    if any(subject.span in span for span in tagged.source):
        return True
    if not any(subject.span in span for span in tagged.content):
        return False
    word = subject.text.lower()
    if subject.dep == "nsubjpass":
        unproved = found.cue.lemma in lexicon.attitudes.confirming or found.cue.stance is Stance.DENIES
        return word == "it" or (bool(turned) and unproved)
    if subject.dep == "expl" or word in _FIRST or (word == "it" and found.cue.lemma in _UNTOLD):
        return True
    return word in _THIRD and not _quoted(document, subject.start) and (word != "they" or _several(sentence, tagged))


def _several(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether "they" can be the source: not one man."""
    words = sentence.within(*tagged.source)
    return (
        not words
        or any(t.tag in ("NNS", "NNPS") or t.lemma in ("and", "they") for t in words)
        or not any(t.entity == "PERSON" or t.text.lower() in ("he", "she") for t in words)
    )


def _quoted(document: Document, offset: int) -> bool:
    """Whether the place lies within quotation marks, counted from the start of its paragraph."""
    before = document.text[document.text.rfind("\n", 0, offset) + 1 : offset]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
