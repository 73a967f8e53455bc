"""Where the source of a cue stands, by the parse: the subject, the possessor, or what follows "according to"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.attribute.rules_content import aside, by_an_account
from whosays.attribute.subjects import SUBJECTS
from whosays.lexicon.constructions import Constructions
from whosays.lexicon.cues import Cues, Found
from whosays.model import Sentence, Token

_RISES = ("xcomp", "conj", "advcl", "acl", "aux", "auxpass", "pcomp", "relcl", "prep", "advmod")
_NAMES_A_TEXT = ("from", "by", "of")


def source_of(sentence: Sentence, found: Found, cues: Cues, built: Constructions) -> tuple[Token, ...]:
    """The tokens that name who speaks, in text order, without what only tells more of them; none where nobody is named."""
    return _shortened(sentence, _source(sentence, found, cues, built))


def _source(sentence: Sentence, found: Found, cues: Cues, built: Constructions) -> tuple[Token, ...]:
    if found.cue.pos == "phrase":
        return _source_of_phrase(sentence, found, built)
    if found.cue.pos == "noun":
        return _source_of_noun(sentence, found.head, cues, built)
    if found.cue.pos == "adjective":
        return _subject(sentence, found.head, cues)
    return _source_of_verb(sentence, found.head, cues)


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


def _source_of_verb(sentence: Sentence, verb: Token, cues: Cues) -> tuple[Token, ...]:
    """The subject, or "by ..." in the passive; of a verb without one, the subject of what it hangs on."""
    passive = any(t.dep == "auxpass" for t in sentence.children(verb))
    if passive or (verb.tag == "VBN" and verb.dep in ("acl", "advcl")):
        agents = [o for by in sentence.children(verb, "agent") for o in sentence.children(by, "pobj")]
        return sentence.subtree(agents[0]) if agents else ()
    return _blamed(sentence, verb) or _subject(sentence, verb, cues)


def _blamed(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Whom another deals with for saying it: the envoy, of "called the envoy a liar for saying that"."""
    reason = sentence.head(verb)
    if verb.tag != "VBG" or verb.dep != "pcomp" or reason.lemma != "for":
        return ()
    above = next((t for t in sentence.ancestors(reason) if t.pos == "VERB" and t.tag != "VBN"), None)
    if above is None:
        return ()
    under = (c for c in sentence.children(above, "ccomp", "oprd") if c.index < verb.index)
    whom = [*sentence.children(above, "dobj"), *(n for c in under for n in sentence.children(c, "nsubj"))]
    return tuple(t for t in sentence.subtree(whom[0]) if t.index < reason.index) if whom else ()


def _subject(sentence: Sentence, verb: Token, cues: Cues) -> tuple[Token, ...]:
    steps = (verb, *sentence.ancestors(verb))
    if _adds(sentence, verb):
        above = tuple(t for t in steps if t.pos == "VERB" and t is not verb)
        steps = (verb, *(tuple(t for t in above if cues.at(sentence, t)) or above))
    for step, under in zip(steps, (None, *steps), strict=False):
        if under is not None and under.dep not in _RISES and not _adds(sentence, verb):
            break
        if under is not None and under.dep in ("acl", "relcl") and step.pos not in ("VERB", "AUX"):
            if under.tag == "VBN" or under.tag == "VBG" or under.dep == "relcl":
                return _noun_phrase(sentence, step, under)
            continue
        subjects = [t for t in sentence.children(step, *SUBJECTS) if t.index < verb.index or step is verb]
        if subjects and subjects[0].lemma not in ("it", "there"):
            return sentence.subtree(subjects[0])
        if subjects:
            return sentence.subtree(subjects[0]) if subjects[0].dep == "nsubj" and subjects[0].lemma == "it" else ()
    return tuple(t for t in aside(sentence, verb) if t.index < verb.index)


def _adds(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is the "saying" of ", saying ...", whose subject is who spoke before."""
    return verb.tag == "VBG" and verb.dep in ("advcl", "acl") and sentence.tokens[verb.index - 1].text == ","


def _noun_phrase(sentence: Sentence, noun: Token, without: Token) -> tuple[Token, ...]:
    """The noun with all that stands before the clause that hangs on it."""
    return tuple(t for t in sentence.subtree(noun) if t.index < sentence.subtree(without)[0].index and t.dep != "punct")


def _source_of_noun(sentence: Sentence, noun: Token, cues: Cues, built: Constructions) -> tuple[Token, ...]:
    """The noun's possessor, or what follows "by" or "from"; else the subject of the light verb that it is object of."""
    governor = sentence.head(noun)
    for owner in sentence.children(noun, "poss"):
        if not (owner.tag == "PRP$" and noun.dep == "dobj" and governor.lemma not in built.lends_itself):
            return tuple(t for t in sentence.subtree(owner) if t.dep != "case")
        return ()
    named = _named_by(sentence, noun, ("by", "from"))
    if not named and noun.dep == "nsubj" and governor.lemma in ("come", "emerge"):
        named = _named_by(sentence, governor, ("from",))
    if noun.lemma in built.of_a_deed:
        named = _before(sentence, named, "of")
    if named:
        return named
    for word in sentence.children(noun, "amod", "compound"):
        if word.pos == "PROPN" or word.entity in ("NORP", "GPE", "ORG", "PERSON"):
            return sentence.subtree(word)
    if noun.dep in ("dobj", "nsubjpass") and governor.lemma in built.lends_itself:
        return _source_of_verb(sentence, governor, cues)
    if by_an_account(sentence, noun, built):
        return tuple(t for t in sentence.subtree(noun) if t.index <= noun.index)
    return ()


def _before(sentence: Sentence, name: tuple[Token, ...], preposition: str) -> tuple[Token, ...]:
    """The name up to the preposition: of "denial from X of any hand in it", X."""
    cut = next((t.index for t in name if t.lemma == preposition and t.index > name[0].index), None)
    return name if cut is None else tuple(t for t in name if t.index < cut)


def _named_by(sentence: Sentence, noun: Token, prepositions: Sequence[str]) -> tuple[Token, ...]:
    for prep in sentence.children(noun, "prep", "agent"):
        if prep.lemma in prepositions:
            for name in sentence.children(prep, "pobj"):
                return sentence.subtree(name)
    return ()


def _source_of_phrase(sentence: Sentence, found: Found, built: Constructions) -> tuple[Token, ...]:
    """What follows the phrase ("according to X"); of "according to statements from X", X."""
    if found.cue.source == "possessive":
        noun = found.tokens[-1]
        owners = sentence.children(noun, "poss") or tuple(t for t in found.tokens if t.tag == "PRP$")
        return tuple(t for t in sentence.subtree(owners[0]) if t.dep != "case") if owners else ()
    if found.cue.source != "complement":
        return ()
    for token in reversed(found.tokens):
        for name in sentence.children(token, "pobj"):
            speaks = name.lemma in built.a_text
            return (speaks and _named_by(sentence, name, _NAMES_A_TEXT)) or sentence.subtree(name)
    return ()
