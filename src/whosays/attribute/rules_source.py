"""Where the source of a cue stands, by the parse: the subject, the possessor, or what follows "according to"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.cues import Found
from whosays.model import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RISES = ("xcomp", "conj", "advcl", "acl", "aux", "auxpass", "pcomp", "relcl")
_NAMES_A_TEXT = ("from", "by", "of")


def source_of(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """The tokens that name who speaks, in text order, without what only tells more of them; none where nobody is named."""
    return _shortened(sentence, _source(sentence, found))


def _source(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    if found.cue.pos == "phrase":
        return _source_of_phrase(sentence, found)
    if found.cue.pos == "noun":
        return _source_of_noun(sentence, found.head)
    return _source_of_verb(sentence, found.head)


def _shortened(sentence: Sentence, source: tuple[Token, ...]) -> tuple[Token, ...]:
    """The source up to a relative clause that is set off by a comma, and without punctuation or "and" at its end."""
    for token in source:
        if token.dep == "relcl" and token.head in {t.index for t in source}:
            start = sentence.subtree(token)[0].index
            if sentence.tokens[start - 1].text == ",":
                source = tuple(t for t in source if t.index < start)
                break
    while source and (source[-1].text == "," or source[-1].dep == "cc"):
        source = source[:-1]
    return source


def _source_of_verb(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The subject, or "by ..." in the passive; of a verb without one, the subject of what it hangs on."""
    passive = any(t.dep == "auxpass" for t in sentence.children(verb))
    if passive or (verb.tag == "VBN" and verb.dep in ("acl", "advcl")):
        agents = [o for by in sentence.children(verb, "agent") for o in sentence.children(by, "pobj")]
        return sentence.subtree(agents[0]) if agents else ()
    steps = (verb, *sentence.ancestors(verb))
    for step, under in zip(steps, (None, *steps), strict=False):
        if under is not None and under.dep not in _RISES:
            break
        if under is not None and under.dep in ("acl", "relcl") and step.pos not in ("VERB", "AUX"):
            return _noun_phrase(sentence, step, under)
        subjects = [t for t in sentence.children(step, *SUBJECTS) if t.index < verb.index or step is verb]
        if subjects:
            return () if subjects[0].lemma in ("it", "there") and passive else sentence.subtree(subjects[0])
    return ()


def _noun_phrase(sentence: Sentence, noun: Token, without: Token) -> tuple[Token, ...]:
    """The noun with all that stands before the clause that hangs on it."""
    return tuple(
        t for t in sentence.subtree(noun) if t.index < sentence.subtree(without)[0].index and t.dep != "punct"
    )


def _source_of_noun(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The noun's possessor, "by", "from" or "of" phrase; else the subject of the verb that the noun is object of."""
    for owner in sentence.children(noun, "poss"):
        return tuple(t for t in sentence.subtree(owner) if t.dep != "case")
    named = _named_by(sentence, noun, ("by", "from"))
    if named:
        return named
    for word in sentence.children(noun, "amod", "compound"):
        if word.pos == "PROPN" or word.entity in ("NORP", "GPE", "ORG", "PERSON"):
            return sentence.subtree(word)
    governor = sentence.head(noun)
    if noun.dep in ("dobj", "attr") and governor.pos == "VERB":
        return _source_of_verb(sentence, governor)
    return ()


def _named_by(sentence: Sentence, noun: Token, prepositions: Sequence[str]) -> tuple[Token, ...]:
    for prep in sentence.children(noun, "prep", "agent"):
        if prep.lemma in prepositions:
            for name in sentence.children(prep, "pobj"):
                return sentence.subtree(name)
    return ()


def _source_of_phrase(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """What follows the phrase ("according to X"); of "according to statements from X", X."""
    if found.cue.source == "possessive":
        noun = found.tokens[-1]
        owners = sentence.children(noun, "poss") or tuple(t for t in found.tokens if t.tag == "PRP$")
        return tuple(t for t in sentence.subtree(owners[0]) if t.dep != "case") if owners else ()
    if found.cue.source != "complement":
        return ()
    for token in reversed(found.tokens):
        for name in sentence.children(token, "pobj"):
            speaks = name.lemma in (
                "statement",
                "remark",
                "comment",
                "report",
                "account",
                "figure",
                "datum",
                "information",
            )
            return (speaks and _named_by(sentence, name, _NAMES_A_TEXT)) or sentence.subtree(name)
    return ()
