"""Attributions by rules over the parse and the lexicon of cues.

A cue in the lexicon says what it takes: a clause ("said that ..."), direct speech, an object ("reported their
presence"), an infinitive, what follows a preposition ("denial of ..."). The parse says whether such a thing hangs on it
and where its source stands. What the lexicon or the parse does not give is not found: these rules are the precise half.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from whosays.attribute.contents import trimmed
from whosays.attribute.quotations import quotations
from whosays.lexicon.cues import Cues, Found
from whosays.model import Document, Sentence, Span, Stance, Tagged, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLAUSES = ("ccomp", "xcomp", "acl", "advcl", "parataxis", "pcomp", "relcl")
_RISES = ("xcomp", "conj", "advcl", "acl", "aux", "auxpass", "pcomp", "relcl")
_NAMES_A_TEXT = ("from", "by", "of")
_OF_WORDS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.DOUBTS, Stance.NOT_CONFIRMED})
"""Stances of nouns that what follows "of" is content of: "denial of involvement"."""
_TAKES_A_THING = frozenset(
    {"deny", "reject", "dismiss", "refute", "rebut", "dispute", "contest", "disavow", "rule out", "brush aside", "shrug off"}
    | {"play down", "downplay", "confirm", "admit", "acknowledge", "concede", "verify", "corroborate", "doubt", "question"}
)
"""Verbs that a plain object is enough for: "denied involvement", "confirmed the exchange"."""
_REPORTS_A_THING = frozenset({"report", "announce", "allege", "estimate", "predict", "fear", "describe", "call", "label", "brand", "claim"} | {"characterize", "characterise", "portray", "depict", "attribute", "blame", "say"})
_DEMANDS = frozenset({"demand", "urge", "call for", "call on", "appeal for", "press for", "request", "propose", "recommend", "insist on"})
_PROMISES = frozenset({"vow", "pledge", "promise", "threaten", "offer", "hope", "claim", "expect", "fear", "order", "ask", "invite", "advise", "tell"})
_NOBODY = frozenset({"i", "we", "you", "one", "that", "which", "this", "what", "there"})
_SPEAKERS = frozenset({"PROPN", "PRON", "NOUN", "ADJ", "DET", "NUM"})


@dataclass(frozen=True, slots=True)
class RuleTagger:
    """The `Tagger` by rules. ``cues`` is the lexicon it looks in."""

    cues: Cues
    name: str = "rules"

    def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
        return rules(document, sentences, self.cues)


def rules(document: Document, sentences: Sequence[Sentence], cues: Cues) -> tuple[Tagged, ...]:
    """The attributions of the document in the order of their cues."""
    quoted = quotations(document, sentences)
    found: list[Tagged] = []
    for sentence in sentences:
        inside = tuple(q for q in quoted if q.overlaps(sentence.span))
        here = [t for cue in cues.find(sentence) for t in _read(sentence, cue, cues, inside)]
        here = [_with_quotation(document, t, quoted, sentence) for t in here]
        found.extend(here)
        found.extend(_introducing(sentence, cues, here))
    return tuple(found)


def _read(sentence: Sentence, found: Found, cues: Cues, quoted: Sequence[Span]) -> Iterator[Tagged]:
    """The attribution that the cue carries, if the parse gives it content."""
    if found.cue.pos == "phrase":
        content = _content_of_phrase(sentence, found)
    elif found.cue.pos == "noun":
        content = _content_of_noun(sentence, found)
    else:
        content = _content_of_verb(sentence, found, cues) or _content_around(sentence, found, quoted)
    source = _shortened(sentence, _source(sentence, found)) if content else ()
    cue = _cue_tokens(sentence, found)
    own = {t.index for t in (*source, *cue)}
    spans = trimmed(sentence, [t for t in content if t.index not in own])
    if spans and _plausible(found, source, quoted):
        yield Tagged(_span(source), (Span(cue[0].start, cue[-1].end),), spans, f"rules/{found.cue.pos}")


def _plausible(found: Found, source: Sequence[Token], quoted: Sequence[Span]) -> bool:
    """Whether somebody speaks here: the source can be a party, and what stands in quotation marks speaks of a third one."""
    if not source:
        return found.cue.pos == "phrase" or found.head.tag == "VBN" and found.head.dep not in ("acl", "advcl", "amod", "relcl")
    words = {t.text.lower() for t in source}
    top = min(source, key=lambda t: (t.head in {s.index for s in source} and t.head != t.index, t.index))
    if len(source) == 1 and words & _NOBODY or top.pos not in _SPEAKERS:
        return False
    return not any(found.span in q for q in quoted) or top.pos == "PROPN"


def _span(tokens: Sequence[Token]) -> tuple[Span, ...]:
    return (Span(tokens[0].start, tokens[-1].end),) if tokens else ()


def _cue_tokens(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """The cue with the auxiliaries and negations that stand right before it."""
    tokens = list(found.tokens)
    gaps = any(b.index - a.index > 1 for a, b in zip(tokens, tokens[1:], strict=False))
    tokens = tokens[:1] if gaps else tokens
    before = tokens[0].index - 1
    while before >= 0 and sentence.tokens[before].dep in ("aux", "auxpass", "neg") and found.cue.pos == "verb":
        tokens.insert(0, sentence.tokens[before])
        before -= 1
    return tuple(tokens)


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
        infinitive = child.tag == "VB" and any(t.tag == "TO" for t in sentence.children(child, "aux"))
        if infinitive and not ("infinitive" in takes and promises):
            continue
        if child.tag == "VBG" and child.dep == "xcomp" and "gerund" not in takes:
            continue
        if {"whether", "if"} & marked and not {"whether", "clause"} & set(takes):
            continue
        if infinitive or child.dep != "xcomp" or "gerund" in takes or "clause" in takes:
            asked = sentence.children(verb, "dobj") if infinitive else ()
            return tuple(t for top in (*asked, child) for t in sentence.subtree(top))
    return ()


def _content_around(sentence: Sentence, found: Found, quoted: Sequence[Span]) -> tuple[Token, ...]:
    """What a parenthetic "he said" is put into: the clause that it hangs on, or the quotations of its sentence."""
    verb, takes = found.head, found.cue.takes
    subjects = sentence.children(verb, *SUBJECTS)
    if not {"clause", "quote"} & set(takes) or not subjects or any(found.span in q for q in quoted):
        return ()
    own = {t.index for t in sentence.subtree(verb)}
    if verb.dep in ("parataxis", "ccomp", "advcl", "conj") and sentence.tokens[min(own) - 1].text in (",", "-", "—", "–"):
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
    named = [t for p in sentence.children(verb, "prep") if p.lemma in ("as", "to", "for", "on") and objects for t in sentence.subtree(p)]
    named = named if verb.lemma in _REPORTS_A_THING else []
    return tuple(sorted({*named, *(t for o in objects for t in sentence.subtree(o))}, key=lambda t: t.index))


def _content_of_noun(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """What the noun's clause says ("claims that ..."), or what follows its preposition ("denial of ...")."""
    for child in sentence.children(found.head, "acl", "ccomp", "relcl"):
        that = any(t.lemma in ("that", "whether") and t.dep == "mark" for t in sentence.children(child))
        to = child.tag == "VB" and "infinitive" in found.cue.takes
        if that and "clause" in found.cue.takes or to:
            return sentence.subtree(child)
    for child in sentence.children(found.head, "prep"):
        if child.lemma == "of" and found.cue.stance in _OF_WORDS:
            return tuple(t for o in sentence.children(child, "pobj", "pcomp") for t in sentence.subtree(o))
    return ()


def _content_of_phrase(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """The clause that a phrase like "according to" hangs on, without the phrase and what it governs."""
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
    if passive or verb.tag == "VBN" and verb.dep in ("acl", "advcl"):
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
    return tuple(t for t in sentence.subtree(noun) if t.index < sentence.subtree(without)[0].index and not t.dep == "punct")


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
            speaks = name.lemma in ("statement", "remark", "comment", "report", "account", "figure", "datum", "information")
            return (speaks and _named_by(sentence, name, _NAMES_A_TEXT)) or sentence.subtree(name)
    return ()


def _with_quotation(document: Document, tagged: Tagged, quoted: Sequence[Span], sentence: Sentence) -> Tagged:
    """The attribution with its content widened to the whole quotations that it touches, within the sentence."""
    own = (*tagged.source, *tagged.cue)
    spans = list(tagged.content)
    for q in quoted:
        inside = Span(max(q.start, sentence.start), min(q.end, sentence.end))
        if inside.start < inside.end and any(q.overlaps(s) for s in spans) and not any(inside.overlaps(s) for s in own):
            spans.append(inside)
    return replace(tagged, content=_merged(spans))


def _introducing(sentence: Sentence, cues: Cues, here: Sequence[Tagged]) -> Iterator[Tagged]:
    """An attribution without content for a sentence that ends "said:"; what is said stands in the next paragraph."""
    if sentence.tokens[-1].text not in (":", ":-") or any(t.content[-1].end > sentence.tokens[-2].start for t in here):
        return
    for found in reversed(cues.find(sentence)):
        if found.cue.pos == "verb" and "quote" in found.cue.takes:
            source = _shortened(sentence, _source(sentence, found))
            if source:
                yield Tagged(_span(source), (found.span,), (), "rules/introduced")
            return


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
