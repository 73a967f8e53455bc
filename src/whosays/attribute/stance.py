"""What a source does with the content: stance, certainty and polarity of one tagged attribution.

The cue's words are looked up in the lexicon of cues; negation on the cue turns it to the entry's negated reading; what
lies between the cue and the content ("it is not true that"), and an attitude that the content itself begins with
("said it feared that"), is read on top. Where the scope of a negation can't be told the reading is an open one: an
inverted position is the worst error there is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whosays.attribute.attitude import attitude, between
from whosays.attribute.certainty import certainty, weakest
from whosays.attribute.hardly import hardly
from whosays.attribute.mood import left_open, mood
from whosays.attribute.negation import negation
from whosays.attribute.operative import operative
from whosays.attribute.polarity import answered, fronted, polarity, top, truth
from whosays.attribute.unsaid import unsaid
from whosays.lexicon.cues import Found, excluded, frames_of
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Certainty, Document, Polarity, Sentence, Stance, Tagged, Token, sentences_at

_MARKS = ("“", '"', "‘", "'", "«")
_REFUSES = re.compile(r"\b(answer|comment|respond|reply|replied|elaborate|say)", re.IGNORECASE)
_HELD = frozenset({Stance.ASSERTS, Stance.BELIEVES, Stance.ESTIMATES, Stance.EXPECTS})
_REFUSABLE = frozenset({Stance.DENIES, Stance.DOUBTS})


@dataclass(frozen=True, slots=True)
class Reading:
    """How one source stands to one piece of content."""

    stance: Stance
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.PLUS


def stance(document: Document, sentences: Sequence[Sentence], tagged: Tagged, lexicon: Lexicon) -> Reading:
    """The reading of a tagged attribution. Without a cue the text itself asserts, unless it asks."""
    near = sentences_at(sentences, *tagged.cue, *tagged.content, *tagged.source)
    read = Reading(Stance.ASSERTS) if _quotes(document, tagged) else _cue(near, tagged, lexicon)
    labelled = read.stance in _REFUSABLE and _labelled(near, tagged, lexicon)
    said = Polarity.PLUS if labelled else polarity(near, tagged.content, lexicon.cues, lexicon.hedges)
    sure = weakest(read.certainty, certainty(near, tagged.content, lexicon.hedges))
    read = replace(read, polarity=said, certainty=sure)
    if read.stance in (Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES):
        return _content(document, near, tagged, read, lexicon)
    return read


def _labelled(sentences: Sequence[Sentence], tagged: Tagged, lexicon: Lexicon) -> bool:
    """Whether the content ends in what the cue calls it, which turns nothing twice: "dismissed [the report as fake]"."""
    words = [(s, t) for s in sentences for t in s.within(*tagged.content) if t.pos != "PUNCT"]
    return bool(words) and lexicon.hedges.has("false", words[-1][1]) and words[-1][0].head(words[-1][1]).lemma != "be"


def _quotes(document: Document, tagged: Tagged) -> bool:
    """Whether a colon and a quotation mark part cue and content after a verb of not answering: those words were said."""
    end = max((s.end for s in tagged.cue), default=0)
    between_ = document.text[end - 1 : tagged.content[0].start] if tagged.cue and tagged.content else ""
    refused = _REFUSES.search(document.text[tagged.cue[0].start : end]) if between_ else None
    return refused is not None and ":" in between_ and between_.rstrip().endswith(_MARKS)


def _cue(sentences: Sequence[Sentence], tagged: Tagged, lexicon: Lexicon) -> Reading:
    """The reading that the cue alone gives."""
    for sentence in sentences:
        if sentence.within(*tagged.cue):
            return _in_sentence(sentence, tagged, lexicon)
    return Reading(Stance.ASSERTS)


def _in_sentence(sentence: Sentence, tagged: Tagged, lexicon: Lexicon) -> Reading:
    words = sentence.within(*tagged.cue)
    found = operative(sentence, tagged, lexicon.cues, lexicon.hedges)
    if _false(sentence, tagged, found, lexicon):
        turned = any(lexicon.hedges.has("negator", w) for w in words)
        return Reading(Stance.NOT_CONFIRMED if turned else Stance.DENIES)
    if any(lexicon.hedges.has("unlikely", w) for w in words) and (found is None or found.cue.stance in _HELD):
        return Reading(Stance.DOUBTS)
    if (hard := hardly(sentence, words, found, lexicon)) is not None:
        return Reading(hard)
    if found is None:
        turned = any(lexicon.hedges.has(k, w) for w in words for k in ("negator", "reversive"))
        turned = turned or _of_a_report(sentence, None, top((sentence,), tagged.content), lexicon)
        return Reading(Stance.NOT_CONFIRMED if turned else Stance.ASSERTS)
    if unsaid(sentence, found.head, lexicon.cues, lexicon.hedges):
        return Reading(Stance.NOT_CONFIRMED)
    said = top((sentence,), tagged.content)
    first = fronted(*said, lexicon.hedges) if said else None
    turns = negation(sentence, found.head, lexicon.hedges) - {first, *sentence.within(*tagged.content)}
    if not turns and _before(found, words, lexicon):
        return Reading(Stance.NOT_CONFIRMED)
    if len(turns) == 2 and any(lexicon.hedges.has("cancelling", t) for t in turns):
        turns = frozenset()
    if found.cue.stance in _REFUSABLE and said is not None and _act(found, said[1]):
        return Reading(Stance.INTENDS)
    read = _turned(sentence, found, len(turns), tagged, lexicon)
    if _of_a_report(sentence, found, said, lexicon):
        return Reading(Stance.NOT_CONFIRMED)
    if found.cue.gives and said is not None and _silent(sentence, found, said[1], lexicon):
        return Reading(Stance.NOT_CONFIRMED)
    return _by_source(sentence, found, read, tagged, lexicon)


def _surprised(sentence: Sentence, verb: Token) -> bool:
    """Whether one "did not expect" a thing, which may well have come."""
    past = any(t.tag == "VBD" for t in (verb, *sentence.children(verb, "aux")))
    return past and bool(sentence.children(verb, "dobj")) and not sentence.children(verb, "xcomp", "ccomp")


def _act(found: Found, said: Token) -> bool:
    """Whether what a headline's verb rejects is no statement: "rejects call to disarm", which the parser misreads."""
    direct = said.head in {t.index for t in found.tokens} or found.head.pos != "VERB"
    thing = said.tag != "VBG" and said.dep not in ("pobj", "ccomp")
    return direct and thing and said.lemma in found.cue.unless


def _silent(sentence: Sentence, found: Found, said: Token, lexicon: Lexicon) -> bool:
    """Whether what is given is nothing: "specified no date", "gave no details"."""
    own = said.head == found.head.index and said.dep in ("dobj", "obj", "attr")
    return own and any(lexicon.hedges.has("quantifier", t) for t in (said, *sentence.children(said, "det")))


def _before(found: Found, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a negator among the cue's own words does not reach its noun in the parse: "could not be reached for comment"."""
    return found.cue.pos == "noun" and any(
        lexicon.hedges.has("negator", t) and t.index < found.head.index for t in words
    )


def _of_a_report(
    sentence: Sentence, found: Found | None, said: tuple[Sentence, Token] | None, lexicon: Lexicon
) -> bool:
    """Whether the content is others' word that a cue without a clause of its own only speaks of: "mocked claims that"."""
    if said is None or (found and (found.cue.stance is not Stance.ASSERTS or "clause" in found.cue.takes)):
        return False
    noun = said[1] if said[1].pos == "NOUN" else sentence.head(said[1])
    named = lexicon.cues.at(sentence, noun) if noun.pos == "NOUN" and (not found or noun not in found.tokens) else None
    clauses = sentence.children(noun, "acl", "ccomp", "relcl")
    that = any(t.text.lower() == "that" and t.dep == "mark" for c in clauses for t in sentence.children(c))
    return named is not None and that and named.cue.stance is Stance.ASSERTS


def _turned(sentence: Sentence, found: Found, turns: int, tagged: Tagged, lexicon: Lexicon) -> Reading:
    """The cue's reading, plain or negated; two negations leave it open."""
    cue = found.cue
    if (cue.stance in _REFUSABLE or cue.only) and excluded(cue, sentence, found.head):
        return Reading(Stance.INTENDS)
    if turns == 0:
        return Reading(_wanted(sentence, found, tagged), cue.certainty)
    if turns > 1:
        return Reading(Stance.NOT_CONFIRMED)
    if cue.pos == "noun" and cue.lemma in lexicon.attitudes.evidence and found.head.dep in ("attr", "nsubj", "dobj"):
        given = sentence.head(found.head).lemma in ("give", "offer", "provide", "produce", "present")
        return Reading(Stance.NOT_CONFIRMED) if given else Reading(Stance.DOUBTS, Certainty.PROBABLE)
    asked = cue.negated is Stance.DOUBTS and "whether" in frames_of(sentence, found.head)
    asked = asked or (cue.stance is Stance.EXPECTS and _surprised(sentence, found.head))
    return Reading(Stance.NOT_CONFIRMED if asked else cue.negated, cue.certainty)


def _wanted(sentence: Sentence, found: Found, tagged: Tagged) -> Stance:
    """What one wants of others is demanded, of oneself intended."""
    if found.cue.lemma == "want" and found.cue.stance in (Stance.INTENDS, Stance.DEMANDS):
        clauses = sentence.children(found.head, "ccomp", "xcomp")
        others = any(sentence.children(c, "nsubj", "nsubjpass") for c in clauses)
        return Stance.DEMANDS if others or sentence.children(found.head, "dobj") else Stance.INTENDS
    return found.cue.stance


def _by_source(sentence: Sentence, found: Found, read: Reading, tagged: Tagged, lexicon: Lexicon) -> Reading:
    """ "Estimates suggest": what reckons cannot assert."""
    if read.stance is not Stance.ASSERTS or found.cue.pos == "noun":
        return read
    heads = (sentence.top(s) for s in tagged.source)
    reckoned = (lexicon.attitudes.reckoned.get(h.lemma) for h in heads if h)
    return next((replace(read, stance=stance_) for stance_ in reckoned if stance_), read)


def _false(sentence: Sentence, tagged: Tagged, found: Found | None, lexicon: Lexicon) -> bool:
    """Whether the cue calls the content false: "dismissed as fabricated", "called the report a lie"."""
    said, words = sentence.within(*tagged.content), sentence.within(*tagged.cue)
    called = bool(said) and any(w.index < said[0].index for w in words)
    if called and any(w.index > said[-1].index and lexicon.hedges.has("false", w) for w in words):
        return True
    own = [t for t in words if t not in said and not _governs(sentence, t, said)]
    labels = found is not None and "as" in found.cue.takes
    if found is not None and labels:
        for child in sentence.children(found.head, "oprd", "prep", "xcomp", "attr", "acomp", "ccomp"):
            own += [t for t in (child, *sentence.children(child)) if t not in said and t not in own]
    attributes = [t for t in own if t.dep == "amod" and sentence.head(t) in own]
    cue = found.tokens if found is not None else ()
    objects = [
        t for t in own if (t.dep == "dobj" and not labels) or (t.dep == "pobj" and sentence.head(t).lemma != "as")
    ]
    own = [t for t in own if t not in (*attributes, *objects, *cue) and t.pos in ("ADJ", "NOUN", "VERB", "PROPN")]
    return any(lexicon.hedges.has("false", t) for t in own)


def _governs(sentence: Sentence, token: Token, said: Sequence[Token]) -> bool:
    """Whether the token is the very verb of the content ("lied that ..."): who lies asserts."""
    return token.pos == "VERB" and any(t.head == token.index for t in said)


def _content(
    document: Document, sentences: Sequence[Sentence], tagged: Tagged, read: Reading, lexicon: Lexicon
) -> Reading:
    """What lies between cue and content, the attitude that the content begins with, and its mood."""
    head = top(sentences, tagged.content)
    if head is None:
        return read
    sentence, token = head
    reply = answered(document, tagged.content)
    if reply is not None:
        return replace(read, polarity=reply)
    turned = _truth_outside(sentence, token, tagged, lexicon)
    read = replace(read, polarity=_times(read.polarity, turned))
    outer = None if turned else between(document, sentence, token, tagged, lexicon)
    if outer is not None:
        return replace(read, stance=outer)
    inner = attitude(document, sentence, token, tagged, lexicon)
    if inner is not None:
        return replace(read, stance=inner[0], certainty=weakest(read.certainty, inner[1]), polarity=inner[2])
    if left_open(sentence, token, lexicon.attitudes):
        return replace(read, stance=Stance.NOT_CONFIRMED, polarity=Polarity.PLUS)
    if not tagged.cue and _others_denial(sentence, token, lexicon):
        return replace(read, stance=Stance.NOT_CONFIRMED)
    called = _called(sentence, tagged, lexicon) if read.stance is Stance.ASSERTS else None
    if called is not None:
        return replace(read, stance=called)
    asked = mood(document, sentences, tagged.content, lexicon)
    return replace(read, stance=asked) if asked and read.stance is Stance.ASSERTS else read


def _others_denial(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Whether the text's own clause tells of a denial: it must not count as the text's word for what is denied."""
    nouns = sentence.children(token, "dobj", "attr", "nsubjpass") if lexicon.hedges.has("light", token) else ()
    found = [f for t in (token, *nouns) if (f := lexicon.cues.at(sentence, t))]
    heads = [t for f in found if f.cue.stance in _REFUSABLE for t in (f.head, *sentence.children(f.head, "dobj"))]
    said = ("ccomp", "acl", "relcl", "prep")
    return any(sentence.children(h, *(said if h.pos == "NOUN" else said[:3])) for h in heads)


def _called(sentence: Sentence, tagged: Tagged, lexicon: Lexicon) -> Stance | None:
    """The stance on a clause that the content itself calls false or unlikely: "called [him a liar for saying that ...]"."""
    words = sentence.within(*tagged.content)
    labels = (f for t in sentence.within(*tagged.cue) if (f := lexicon.cues.at(sentence, t)) and "as" in f.cue.takes)
    mark = next((t.index for t in words if t.dep == "mark" and t.lemma == "that"), 0)
    said = [t for t in words if t.index < mark and sentence.head(t).lemma != "be"]
    if next(labels, None) is None:
        return None
    if any(lexicon.hedges.has("unlikely", t) for t in said):
        return Stance.DOUBTS
    return Stance.DENIES if any(lexicon.hedges.has("false", t) for t in said) else None


def _times(polarity_: Polarity, turns: int) -> Polarity:
    if turns % 2 == 0:
        return polarity_
    return Polarity.MINUS if polarity_ is Polarity.PLUS else Polarity.PLUS


def _truth_outside(sentence: Sentence, token: Token, tagged: Tagged, lexicon: Lexicon) -> int:
    """How often a predicate of truth outside the content turns it: "It is not true that [...]"."""
    inside = {t.index for t in sentence.within(*tagged.cue, *tagged.content)}
    for up in sentence.ancestors(token):
        if up.index in inside:
            return 0
        found = truth(sentence, up, lexicon.hedges)
        if found is not None and found[0].index == token.index:
            return found[1]
    return 0
