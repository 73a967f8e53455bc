"""What no one is quoted for is the publisher's own claim.

Candidates are the main clauses outside attributed content and quotation marks, clauses beside them that have a subject
of their own, and finite clauses under them ("..., as his army advances"; "since it was retaken in May"). What stands
before the subject ("On Wednesday, ...") sets the scene and is left out of the content, but for a condition, a means or an
act of the subject's ("After taking the hill, ..."); so is what belongs to an attribution. Whether a clause reports an
event, an act, a figure or a lasting policy is not told here but where events are read. "It seems that X" is X with the
hedge as cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.attribute.contents import trimmed
from whosays.attribute.hedged import hedged
from whosays.attribute.subjects import WITH_EXPLETIVE
from whosays.attribute.touching import touching
from whosays.lexicon.constructions import Constructions
from whosays.model import Attribution, Sentence, Span, Tagged, Token, sentences_at

REMNANT = 4
"""Words up to which what an attribution leaves of a clause is no claim: "Economists have warned"."""
_BESIDE = ("conj", "parataxis", "ccomp")
_UNDER = frozenset({"since", "after", "when", "as", "while", "whereas", "although", "though", "because"})
"""What joins a clause that reports something of its own to the main clause."""
_APART = frozenset({"as", "while", "whereas", "although", "though"})
"""Those of `_UNDER` whose clause is no part of the main one: the others tell when or why it is so."""
_BELONGING = frozenset({"of", "through", "by", "between", "among"})
"""Prepositions of means and of the whole, which are no scene."""
_SCENE = frozenset({"prep", "advmod", "npadvmod", "advcl", "cc", "mark", "intj", "dep", "pobj"})


def publisher(
    sentences: Sequence[Sentence], attributions: Sequence[Attribution], quoted: Sequence[Span], built: Constructions
) -> tuple[Tagged, ...]:
    """The publisher's clauses in text order: no source, the hedge as cue if there is one. `quoted` are the document's quotations."""
    taken = [span for a in attributions for span in (*a.content, *a.cue, *_as_tagged(sentences, a))]
    speaking = [span for a in attributions for span in a.cue]
    naming = [span for a in attributions if a.tagged for span in a.tagged.source]
    groups = (taken, speaking, naming, quoted)
    near = tuple(touching(sentences, ((s, (s,)) for s in spans)) for spans in groups)
    return tuple(t for s in sentences for t in _clauses(s, built, *(tuple(spans.get(s.index, ())) for spans in near)))


def _as_tagged(sentences: Sequence[Sentence], attribution: Attribution) -> Iterator[Span]:
    """What was tagged as its content, in the sentences in which it stands still."""
    here = sentences_at(sentences, *attribution.content, *attribution.cue)
    for span in attribution.tagged.content if attribution.tagged else ():
        if any(span.overlaps(s.span) for s in here):
            yield span


def _clauses(
    sentence: Sentence,
    built: Constructions,
    taken: tuple[Span, ...],
    speaking: tuple[Span, ...],
    naming: tuple[Span, ...],
    quoted: tuple[Span, ...],
) -> Iterator[Tagged]:
    heads = _heads(sentence)
    heads += tuple(_subordinate(sentence, heads))
    cues = {t.index for t in sentence.within(*speaking)} if speaking else set()
    sources = {t.index for t in sentence.within(*naming)} if naming else set()
    others = {t.index for t in sentence.within(*taken)} if taken else set()
    others |= {u.index for i in cues if (t := sentence.tokens[i]).dep == "relcl" for u in sentence.subtree(t)}
    away = others | ({t.index for t in sentence.within(*quoted)} if quoted else set())
    for head in heads:
        if head.index in away or head.index in cues or _governs(sentence, head, cues, sources):
            continue
        hedge, clause = hedged(sentence, head, built)
        if clause.index in away:
            continue
        if any(c.index in away and _is_said_by(sentence, clause, c, cues) for c in sentence.children(clause, "ccomp")):
            continue
        tokens = [t for t in _body(sentence, clause, heads) if t.index not in others]
        spans = trimmed(sentence, tokens)
        words = sum(t.pos not in ("PUNCT", "SPACE") for t in tokens)
        rest = any(t.index in others for t in sentence.subtree(clause))
        if spans and words > (REMNANT if rest else 2 - bool(hedge)):
            yield Tagged((), hedge, spans, "rules/publisher")


def _heads(sentence: Sentence) -> tuple[Token, ...]:
    """The root and the clauses beside it that have their own subject."""
    heads = [sentence.root, *_before_a_false_root(sentence)]
    for token in sentence.tokens:
        over = sentence.head(token)
        beside = token.dep == "conj" or (token.dep in _BESIDE and _set_off(sentence, token))
        if token.pos in ("VERB", "AUX") and over in heads and beside and sentence.children(token, *WITH_EXPLETIVE):
            heads.append(token)
    return tuple(h for h in heads if h.pos in ("VERB", "AUX") or sentence.children(h, *WITH_EXPLETIVE))


def _before_a_false_root(sentence: Sentence) -> Iterator[Token]:
    """The clause that the parse hangs on a root which cannot govern it: a noun, or a verb that "that" opens."""
    root = sentence.root
    if root.pos in ("VERB", "AUX") and not any(t.lemma == "that" for t in sentence.children(root, "mark")):
        return
    for clause in sentence.children(root, "ccomp"):
        if clause.index < root.index and clause.pos in ("VERB", "AUX") and sentence.children(clause, *WITH_EXPLETIVE):
            yield clause


def _subordinate(sentence: Sentence, heads: Sequence[Token]) -> Iterator[Token]:
    """The finite clauses under the heads that have a subject and stand after it."""
    for head in heads:
        for clause in sentence.children(head, "advcl"):
            finite = any(t.tag in ("VBD", "VBP", "VBZ") for t in (clause, *sentence.children(clause, "aux", "auxpass")))
            if finite and sentence.children(clause, *WITH_EXPLETIVE) and _joined_by(sentence, clause) in _UNDER:
                yield clause


def _joined_by(sentence: Sentence, clause: Token) -> str:
    """The word that opens the clause, where that joins it to another."""
    return next((t.lemma for t in sentence.children(clause, "mark", "advmod") if t.tag in ("IN", "WRB")), "")


def _is_said_by(sentence: Sentence, clause: Token, content: Token, cues: set[int]) -> bool:
    """Whether the clause is what attributes the content that hangs on it, and not a cue nearer by that the parse passed over."""
    return not _set_off(sentence, content) and not any(clause.index < i < content.index for i in cues)


def _set_off(sentence: Sentence, token: Token) -> bool:
    low, high = sorted((token.index, token.head))
    return any(t.text in (";", "—", "–", ":") for t in sentence.tokens[low:high])


def _governs(sentence: Sentence, head: Token, cues: set[int], sources: set[int]) -> bool:
    """Whether a cue verb hangs on the head ("refused to say", "was cited as saying"): the clause is an attribution's frame.

    So too where the clause only says that the source gave the word ("Warnings of a flood were given by the mayor").
    """
    if any(t.index in cues for t in sentence.children(head, "nsubjpass")):
        return any(t.index in sources for by in sentence.children(head, "agent") for t in sentence.children(by, "pobj"))
    preps = [t for t in sentence.children(head, "prep") if t.lemma == "as"]
    under = (
        *sentence.children(head, "xcomp", "acomp", "attr", "oprd"),
        *(c for t in preps for c in sentence.children(t, "pcomp")),
    )
    return any(t.index in cues and t.pos in ("VERB", "AUX", "NOUN", "ADJ") for t in under)


def _body(sentence: Sentence, head: Token, heads: Sequence[Token]) -> tuple[Token, ...]:
    """The clause's tokens without the other heads' clauses, the word that joins it, and what comes before its subject."""
    own = {t.index for t in sentence.subtree(head)}
    stop = max((t.index for t in sentence.tokens[: head.index] if t.text == ";"), default=-1)
    others = {
        t.index
        for h in heads
        if h.index in own and h is not head and not (h.dep == "advcl" and _joined_by(sentence, h) not in _APART)
        for t in sentence.subtree(h)
        if not (h.index < stop < t.index)
    }
    joining = {t.index for t in sentence.children(head, "mark", "advmod") if t.lemma in _UNDER}
    subjects = sentence.children(head, *WITH_EXPLETIVE)
    first = min((sentence.subtree(s)[0].index for s in subjects), default=0)
    scene = {
        t.index
        for c in sentence.children(head)
        if c.dep in _SCENE and not _belongs(sentence, c)
        for t in sentence.subtree(c)
        if t.index < first
    }
    return tuple(t for t in sentence.subtree(head) if t.index not in others | scene | joining)


def _belongs(sentence: Sentence, child: Token) -> bool:
    """Whether what stands before the subject is part of what is claimed: a condition, a means, an act of the subject's."""
    if child.dep == "advcl":
        return any(t.lemma in ("if", "unless") for t in sentence.children(child, "mark"))
    return child.dep == "prep" and (child.lemma in _BELONGING or bool(sentence.children(child, "pcomp")))
