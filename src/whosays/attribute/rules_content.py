"""Where the content of a cue stands, by the parse: under the verb, under the noun, or in the clause that a phrase hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.attribute.subjects import SUBJECTS
from whosays.lexicon.constructions import Constructions
from whosays.lexicon.cues import Cues, Found
from whosays.model import Sentence, Span, Token

_OF_THE_THING = ("since", "until", "between", "near")
_LONGEST_NAME = 8
"""Tokens that the name in an inserted "..., the spokesman of the northern command said, ..." may have."""


def content_of(
    sentence: Sentence, found: Found, cues: Cues, built: Constructions, quoted: Sequence[Span]
) -> tuple[Token, ...]:
    """The tokens of what is said, in text order; none where the parse gives the cue nothing that it takes."""
    if found.cue.pos == "phrase":
        return _content_of_phrase(sentence, found)
    if found.cue.pos == "noun":
        return _content_of_noun(sentence, found, built)
    return _content_of_verb(sentence, found, cues, built, quoted) or _content_around(sentence, found, quoted)


def _content_of_verb(
    sentence: Sentence, found: Found, cues: Cues, built: Constructions, quoted: Sequence[Span]
) -> tuple[Token, ...]:
    takes, verb, lemma = found.cue.takes, found.head, found.cue.lemma
    clause = _clause(sentence, found, cues, built) if takes != ("quote",) or quoted else ()
    if clause:
        return clause
    if "object" not in takes and "as" not in takes and lemma not in built.demands:
        return ()
    governed = [o for t in found.tokens[1:] for o in sentence.children(t, "pobj", "pcomp", "dobj")]
    report = _reported(sentence, (*governed, *_objects(sentence, verb)), cues, built)
    if report or lemma not in built.takes_a_thing.lemmas | built.says_of_a_thing.lemmas | built.demands.lemmas:
        return report
    return _subtrees(sentence, governed) if governed else _object(sentence, verb, built)


def _clause(sentence: Sentence, found: Found, cues: Cues, built: Constructions) -> tuple[Token, ...]:
    """The finite clause, direct speech or, where the cue takes one, infinitive (with who is to do it) or gerund.

    Of two clauses the one after the verb: the other belongs to somebody else.
    """
    takes, verb, promises = found.cue.takes, found.head, found.cue.lemma in built.promises
    clauses = (*sentence.children(verb, "ccomp", "xcomp", "parataxis"), *_behind_adjuncts(sentence, verb, takes, cues))
    for child in sorted(clauses, key=lambda c: c.index < verb.index):
        marked = {t.lemma for t in sentence.children(child, "mark", "advmod", "aux", "nsubj", "dobj")}
        infinitive = any(t.tag == "TO" for t in sentence.children(child, "aux"))
        hearsay = any(t.dep == "auxpass" for t in sentence.children(verb)) and "clause" in takes
        if infinitive and not (hearsay or ("infinitive" in takes and promises)):
            continue
        if child.tag == "VBG" and child.dep == "xcomp" and "gerund" not in takes:
            continue
        if {"whether", "if"} & marked and not {"whether", "clause"} & set(takes):
            continue
        if infinitive or child.dep != "xcomp" or "gerund" in takes or "clause" in takes:
            asked = sentence.children(verb, "dobj", "nsubjpass") if infinitive else ()
            return _own_clause(sentence, _subtrees(sentence, (*asked, child)), built)
    return ()


def _behind_adjuncts(sentence: Sentence, verb: Token, takes: Sequence[str], cues: Cues) -> tuple[Token, ...]:
    """The that-clause which the parse hangs on a when-clause between: "warned, since the war began, that ...".

    It is the verb's where nothing between can govern it.
    """
    if "clause" not in takes:
        return ()
    found = []
    for adjunct in (c for c in sentence.children(verb, "advcl") if c.index > verb.index):
        for t in sentence.children(adjunct, "ccomp"):
            that = any(m.lemma == "that" for m in sentence.children(t, "mark"))
            governs = cues.at(sentence, adjunct)
            if that and sentence.children(t, *SUBJECTS) and (governs is None or "clause" not in governs.cue.takes):
                found.append(t)
    return tuple(found)


def _own_clause(sentence: Sentence, tokens: tuple[Token, ...], built: Constructions) -> tuple[Token, ...]:
    """The content up to ", saying ...": what the source adds is content of its own."""
    for token in tokens[1:]:
        if token.tag == "VBG" and token.lemma in built.goes_on and sentence.tokens[token.index - 1].text == ",":
            return tuple(t for t in tokens if t.index < token.index - 1)
    return tokens


def _subtrees(sentence: Sentence, tops: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(sorted({t for top in tops for t in sentence.subtree(top)}, key=lambda t: t.index))


def _content_around(sentence: Sentence, found: Found, quoted: Sequence[Span]) -> tuple[Token, ...]:
    """What a parenthetic "he said" is put into: the clause that it hangs on, or the quotations of its sentence."""
    verb, takes = found.head, found.cue.takes
    subjects = sentence.children(verb, *SUBJECTS)
    if not {"clause", "quote"} & set(takes) or any(found.span in q for q in quoted):
        return ()
    own = {t.index for t in sentence.subtree(verb)}
    set_off = sentence.tokens[min(own) - 1].text in (",", "-", "—", "–")
    if subjects and set_off and verb.dep in ("parataxis", "ccomp", "advcl", "conj"):
        return tuple(t for t in sentence.subtree(sentence.head(verb)) if t.index not in own)
    if subjects and "quote" in takes and quoted:
        return tuple(t for t in sentence.within(*quoted) if t.index != verb.index)
    insertion = aside(sentence, verb)
    return tuple(t for t in sentence.tokens if t not in insertion) if insertion else ()


def aside(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The tokens of ", the army said," or ", Al Jazeera reported from Port Sarda" at the end, commas aside.

    Told by its surface, as the parse often fails here: a comma, a short noun phrase, a finite verb, and no other verb up to
    the next comma or the sentence's end. Empty where it is not one.
    """
    start = verb.index
    while start > 0 and sentence.tokens[start - 1].text not in (",", "”", '"', "’", ":", "—", "–"):
        start -= 1
    end = verb.index + 1
    while end < len(sentence.tokens) and sentence.tokens[end].text not in (",", ".", ";", "“", '"', "—", "–"):
        end += 1
    tokens = sentence.tokens[start:end]
    phrase = [t for t in tokens if t.index < verb.index]
    named = (
        phrase
        and phrase[-1].pos in ("NOUN", "PROPN", "PRON")
        and phrase[0].tag not in ("IN", "WDT", "WP", "CC", "WRB", "TO")
    )
    alone = not any(t.pos in ("VERB", "AUX") for t in tokens if t is not verb)
    return (
        tokens
        if start > 1 and named and alone and verb.tag in ("VBD", "VBZ", "VBP") and len(phrase) <= _LONGEST_NAME
        else ()
    )


def _objects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    if any(t.dep == "auxpass" for t in sentence.children(verb)):
        return sentence.children(verb, "nsubjpass", "oprd")
    return sentence.children(verb, "dobj", "oprd", "acomp")


def _reported(sentence: Sentence, objects: Sequence[Token], cues: Cues, built: Constructions) -> tuple[Token, ...]:
    """Of "confirmed reports that ..." and "withdrew its claim that ...", the clause under the noun."""
    for noun in objects:
        inner = cues.at(sentence, noun)
        if inner is not None and inner.cue.pos == "noun":
            clause = _content_of_noun(sentence, inner, built)
            if clause:
                return clause
    return ()


def _object(sentence: Sentence, verb: Token, built: Constructions) -> tuple[Token, ...]:
    """The plain object ("reports their presence since May") and, for verbs that say something of it, what is said."""
    objects = _objects(sentence, verb)
    if not objects or (
        verb.tag == "VBN" and verb.dep in ("acl", "relcl") and not sentence.children(verb, "dobj", "nsubjpass")
    ):
        return ()
    said_of = verb.lemma in built.says_of_a_thing
    tops = list(objects)
    for p in sentence.children(verb, "prep"):
        since = p.index > objects[-1].index and p.lemma in _OF_THE_THING
        predicate = said_of and p.lemma in ("as", "to", "for", "on", "of")
        dated = any(t.entity == "DATE" for t in sentence.children(p, "pobj"))
        if since or (predicate and not dated):
            tops.append(p)
    if said_of and len(tops) == 1 and not sentence.children(tops[0], "prep", "acl"):
        return ()
    return _subtrees(sentence, tops)


def _content_of_noun(sentence: Sentence, found: Found, built: Constructions) -> tuple[Token, ...]:
    """What the noun's clause says ("claims that ..."), or what follows its preposition ("denial of ...")."""
    for child in sentence.children(found.head, "acl", "ccomp", "relcl"):
        that = any(t.lemma in ("that", "whether") for t in sentence.children(child, "mark", "dobj"))
        to = child.tag == "VB" and "infinitive" in found.cue.takes
        if (that and "clause" in found.cue.takes and sentence.children(child, *SUBJECTS)) or to:
            return sentence.subtree(child)
    named = [
        o
        for p in sentence.children(found.head, "prep")
        if p.lemma in ("from", "by")
        for o in sentence.children(p, "pobj")
    ]
    for child in (p for top in (found.head, *named) for p in sentence.children(top, "prep")):
        if child.lemma == "of" and found.head.lemma in built.of_a_deed:
            return _subtrees(sentence, sentence.children(child, "pobj", "pcomp"))
    over = sentence.head(found.head)
    owned = over.dep == "prep" and over.lemma in ("in", "by", "to") and sentence.children(found.head, "poss")
    if owned or by_an_account(sentence, found.head, built):
        return _host_clause(sentence, over)
    return ()


def by_an_account(sentence: Sentence, noun: Token, built: Constructions) -> bool:
    """ "By most accounts", "by one count": whose account it is nobody says, but one it is."""
    by = sentence.head(noun)
    if by.lemma != "by" or by.dep not in ("prep", "agent") or noun.lemma not in built.accounts:
        return False
    before = sentence.children(noun, "det", "predet", "nummod", "amod", "poss", "quantmod")
    return any(t.lemma not in ("a", "an", "the", "this", "that") for t in before)


def _that_clauses(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Clauses under "it was noted for the first time that ...", which hang on some noun between."""
    after = [t for t in sentence.subtree(verb) if t.index > verb.index and t.pos in ("VERB", "AUX")]
    marked = [t for t in after if any(m.lemma == "that" for m in sentence.children(t))]
    return tuple(t for t in marked if sentence.children(t, *SUBJECTS))


def _host_clause(sentence: Sentence, phrase: Token) -> tuple[Token, ...]:
    """The clause that a phrase like "in their opinion" hangs on, without the phrase."""
    host = next((t for t in sentence.ancestors(phrase) if t.pos in ("VERB", "AUX")), sentence.root)
    own = {t.index for t in sentence.subtree(phrase)}
    return tuple(t for t in sentence.subtree(_clause_top(sentence, host)) if t.index not in own)


def _content_of_phrase(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """The clause that a phrase like "according to" hangs on, without the phrase and what it governs."""
    for verb in found.tokens:
        if verb.pos in ("VERB", "AUX", "ADJ"):
            for clause in (*sentence.children(verb, "ccomp", "csubj"), *_that_clauses(sentence, verb)):
                return sentence.subtree(clause)
    first = found.tokens[0]
    host = next((t for t in sentence.ancestors(first) if t.pos in ("VERB", "AUX")), sentence.root)
    phrase = {t.index for token in found.tokens for t in sentence.subtree(token) if token.dep != "ROOT"}
    top = found.tokens[0]
    phrase |= {t.index for t in sentence.subtree(top)} if top.dep in ("prep", "advmod") else set()
    said = sentence.subtree(_clause_top(sentence, host))
    if top.dep == "advmod":
        said = _up_to_semicolon(sentence, said, top)
    return tuple(t for t in said if t.index not in phrase)


def _up_to_semicolon(sentence: Sentence, said: tuple[Token, ...], word: Token) -> tuple[Token, ...]:
    """Those of the tokens that no semicolon parts from the word: what an adverb says of one statement it does not of the next."""
    stops = [t.index for t in sentence.tokens if t.text == ";"]
    first = max((n for n in stops if n < word.index), default=-1)
    last = min((n for n in stops if n > word.index), default=len(sentence.tokens))
    return tuple(t for t in said if first < t.index < last)


def _clause_top(sentence: Sentence, verb: Token) -> Token:
    """The verb that heads the whole clause: up over coordination, not over complements."""
    while verb.dep == "conj" and not sentence.children(verb, *SUBJECTS):
        verb = sentence.head(verb)
    return verb
