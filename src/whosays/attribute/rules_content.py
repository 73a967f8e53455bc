"""Where the content of a cue stands, by the parse: under the verb, under the noun, or in the clause that a phrase hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.cues import Cues, Found
from whosays.model import Sentence, Span, Stance, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OF_WORDS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.DOUBTS, Stance.NOT_CONFIRMED})
"""Stances of nouns that what follows "of" is content of: "denial of involvement"."""
_TAKES_A_THING = frozenset(
    {
        "deny",
        "reject",
        "dismiss",
        "refute",
        "rebut",
        "dispute",
        "contest",
        "disavow",
        "rule out",
        "brush aside",
        "shrug off",
    }
    | {
        "play down",
        "downplay",
        "confirm",
        "admit",
        "acknowledge",
        "concede",
        "verify",
        "corroborate",
        "doubt",
        "question",
    }
)
"""Verbs that a plain object is enough for: "denied involvement", "confirmed the exchange"."""
_REPORTS_A_THING = frozenset(
    {
        "report",
        "announce",
        "allege",
        "estimate",
        "predict",
        "fear",
        "describe",
        "call",
        "label",
        "brand",
        "claim",
        "say",
    }
    | {"characterize", "characterise", "portray", "depict", "attribute", "blame"}
)
"""Verbs that say something of their object: "reports ten deaths", "called the strike a crime", "blamed it on the rebels"."""
_DEMANDS = frozenset(
    {"demand", "urge", "call for", "call on", "appeal for", "press for", "request", "propose", "recommend", "insist on"}
)
_PROMISES = frozenset(
    {
        "vow",
        "pledge",
        "promise",
        "threaten",
        "offer",
        "hope",
        "claim",
        "expect",
        "fear",
        "order",
        "ask",
        "invite",
        "advise",
    }
    | {"tell"}
)
"""Verbs whose infinitive is what is said: "vowed to return", "urged them to leave"."""
_OF_THE_THING = ("since", "until", "between", "near")


def content_of(sentence: Sentence, found: Found, cues: Cues, quoted: Sequence[Span]) -> tuple[Token, ...]:
    """The tokens of what is said, in text order; none where the parse gives the cue nothing that it takes."""
    if found.cue.pos == "phrase":
        return _content_of_phrase(sentence, found)
    if found.cue.pos == "noun":
        return _content_of_noun(sentence, found)
    return _content_of_verb(sentence, found, cues) or _content_around(sentence, found, quoted)


def _content_of_verb(sentence: Sentence, found: Found, cues: Cues) -> tuple[Token, ...]:
    takes, verb, lemma = found.cue.takes, found.head, found.cue.lemma
    clause = _clause(sentence, verb, takes, lemma in _PROMISES | _DEMANDS)
    if clause:
        return clause
    if lemma not in _TAKES_A_THING | _REPORTS_A_THING | _DEMANDS:
        return ()
    governed = [o for t in found.tokens[1:] for o in sentence.children(t, "pobj", "pcomp")]
    if governed:
        return tuple(t for o in governed for t in sentence.subtree(o))
    return _object(sentence, verb, cues) if "object" in takes or "as" in takes else ()


def _clause(sentence: Sentence, verb: Token, takes: Sequence[str], promises: bool) -> tuple[Token, ...]:
    """The finite clause, direct speech or, where the cue takes one, infinitive (with who is to do it) or gerund."""
    for child in sentence.children(verb, "ccomp", "xcomp", "parataxis"):
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
            return tuple(t for top in (*asked, child) for t in sentence.subtree(top))
    return ()


def _content_around(sentence: Sentence, found: Found, quoted: Sequence[Span]) -> tuple[Token, ...]:
    """What a parenthetic "he said" is put into: the clause that it hangs on, or the quotations of its sentence."""
    verb, takes = found.head, found.cue.takes
    subjects = sentence.children(verb, *SUBJECTS)
    if not {"clause", "quote"} & set(takes) or not subjects or any(found.span in q for q in quoted):
        return ()
    own = {t.index for t in sentence.subtree(verb)}
    if verb.dep in ("parataxis", "ccomp", "advcl", "conj") and sentence.tokens[min(own) - 1].text in (
        ",",
        "-",
        "—",
        "–",
    ):
        host = sentence.head(verb)
        return tuple(t for t in sentence.subtree(host) if t.index not in own)
    if "quote" in takes:
        return tuple(t for t in sentence.within(*quoted) if t.index != verb.index) if quoted else ()
    return ()


def _object(sentence: Sentence, verb: Token, cues: Cues) -> tuple[Token, ...]:
    """The plain object ("reports their presence"); of "confirmed reports that ...", the clause under the noun."""
    objects = sentence.children(verb, "dobj", "oprd", "acomp")
    if any(t.dep == "auxpass" for t in sentence.children(verb)):
        objects = sentence.children(verb, "nsubjpass", "oprd")
    elif verb.dep in ("acl", "relcl") and not objects and verb.tag == "VBN":
        return ()
    for noun in objects:
        inner = cues.at(sentence, noun)
        if inner is not None and inner.cue.pos == "noun":
            clause = _content_of_noun(sentence, inner)
            if clause:
                return clause
    named: list[Token] = []
    for p in sentence.children(verb, "prep"):
        since = objects and p.index > objects[-1].index and p.lemma in _OF_THE_THING
        titled = objects and verb.lemma in _REPORTS_A_THING and p.lemma in ("as", "to", "for", "on")
        if since or (
            titled and not any(t.lemma in cues.by_lemma or t.entity == "DATE" for t in sentence.children(p, "pobj"))
        ):
            named.extend(sentence.subtree(p))
    return tuple(sorted({*named, *(t for o in objects for t in sentence.subtree(o))}, key=lambda t: t.index))


def _content_of_noun(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """What the noun's clause says ("claims that ..."), or what follows its preposition ("denial of ...")."""
    for child in sentence.children(found.head, "acl", "ccomp", "relcl"):
        that = any(t.lemma in ("that", "whether") and t.dep == "mark" for t in sentence.children(child))
        to = child.tag == "VB" and "infinitive" in found.cue.takes
        if (that and "clause" in found.cue.takes) or to:
            return sentence.subtree(child)
    for child in sentence.children(found.head, "prep"):
        if child.lemma == "of" and found.cue.stance in _OF_WORDS:
            return tuple(t for o in sentence.children(child, "pobj", "pcomp") for t in sentence.subtree(o))
    over = sentence.head(found.head)
    if over.lemma in ("in", "by", "to") and over.dep == "prep" and sentence.children(found.head, "poss"):
        return _host_clause(sentence, over)
    return ()


def _host_clause(sentence: Sentence, phrase: Token) -> tuple[Token, ...]:
    """The clause that a phrase like "in their opinion" hangs on, without the phrase."""
    host = next((t for t in sentence.ancestors(phrase) if t.pos in ("VERB", "AUX")), sentence.root)
    own = {t.index for t in sentence.subtree(phrase)}
    return tuple(t for t in sentence.subtree(_clause_top(sentence, host)) if t.index not in own)


def _content_of_phrase(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """The clause that a phrase like "according to" hangs on, without the phrase and what it governs."""
    for verb in found.tokens:
        if verb.pos in ("VERB", "AUX", "ADJ"):
            for clause in sentence.children(verb, "ccomp", "csubj"):
                return sentence.subtree(clause)
    first = found.tokens[0]
    host = next((t for t in sentence.ancestors(first) if t.pos in ("VERB", "AUX")), sentence.root)
    phrase = {t.index for token in found.tokens for t in sentence.subtree(token) if token.dep != "ROOT"}
    top = found.tokens[0]
    phrase |= {t.index for t in sentence.subtree(top)} if top.dep in ("prep", "advmod") else set()
    return tuple(t for t in sentence.subtree(_clause_top(sentence, host)) if t.index not in phrase)


def _clause_top(sentence: Sentence, verb: Token) -> Token:
    """The verb that heads the whole clause: up over coordination, not over complements."""
    while verb.dep == "conj" and not sentence.children(verb, *SUBJECTS):
        verb = sentence.head(verb)
    return verb
