"""Attributions by rules over the parse and the lexicon of cues.

A cue in the lexicon says what it takes: a clause ("said that ..."), direct speech, an object ("reported their
presence"), an infinitive, what follows a preposition ("denial of ..."). The parse says whether such a thing hangs on it
and where its source stands. What the lexicon or the parse does not give is not found: these rules are the precise half.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from whosays.attribute.contents import trimmed
from whosays.attribute.quotations import quotations
from whosays.attribute.rules_content import by_an_account, content_of
from whosays.attribute.rules_source import source_of
from whosays.lexicon.constructions import Constructions
from whosays.lexicon.cues import Cues, Found
from whosays.model import Document, Sentence, Span, Stance, Tagged, Token

_HEARSAY = frozenset({Stance.ASSERTS, Stance.ESTIMATES, Stance.BELIEVES, Stance.EXPECTS, Stance.FEARS})
_NOBODY = frozenset({"i", "we", "you", "one", "that", "which", "this", "what", "there", "nothing", "none"})
_SPEAKERS = frozenset({"PROPN", "PRON", "NOUN", "ADJ", "DET", "NUM"})


@dataclass(frozen=True, slots=True)
class RuleTagger:
    """The `Tagger` by rules, over the lexicon of cues and what they can be said of."""

    cues: Cues
    constructions: Constructions
    name: str = "rules"

    def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
        return rules(document, sentences, self.cues, self.constructions)


def rules(document: Document, sentences: Sequence[Sentence], cues: Cues, built: Constructions) -> tuple[Tagged, ...]:
    """The attributions of the document in the order of their cues."""
    quoted = quotations(document, sentences)
    found: list[Tagged] = []
    for sentence in sentences:
        inside = tuple(q for q in quoted if q.overlaps(sentence.span))
        here = [t for cue in cues.find(sentence) for t in _read(sentence, cue, cues, built, inside)]
        here = [_with_quotation(t, inside, sentence) for t in here]
        found.extend(here)
        found.extend(_introducing(sentence, cues, built, here))
    return tuple(found)


def _read(
    sentence: Sentence, found: Found, cues: Cues, built: Constructions, quoted: Sequence[Span]
) -> Iterator[Tagged]:
    """The attribution that the cue carries, if the parse gives it content."""
    content = content_of(sentence, found, cues, built, quoted)
    source = source_of(sentence, found, cues, built) if content else ()
    cue = _cue_tokens(sentence, found)
    own = {t.index for t in (*source, *cue, *_according(sentence, content))}
    spans = trimmed(sentence, [t for t in content if t.index not in own])
    if spans and _plausible(sentence, found, source, quoted):
        kind = "account" if by_an_account(sentence, found.head, built) else found.cue.pos
        yield Tagged(_span(source), (Span(cue[0].start, cue[-1].end),), spans, f"rules/{kind}")


def _according(sentence: Sentence, content: Sequence[Token]) -> tuple[Token, ...]:
    """The "according to X" inside a content: it names a source, it is not said."""
    phrases = (
        [t for t in content if t.text.lower() == "according" and t.dep in ("prep", "advcl", "acl")] if content else []
    )
    return tuple(t for phrase in phrases for t in sentence.subtree(phrase))


def _plausible(sentence: Sentence, found: Found, source: Sequence[Token], quoted: Sequence[Span]) -> bool:
    """Whether somebody speaks here: the source can be a party, and what stands in quotation marks speaks of a third one."""
    if not source:
        return found.cue.pos == "phrase" or (found.cue.pos == "verb" and _impersonal(sentence, found))
    top = _top(source)
    if found.cue.source == "none" or not _can_speak(source):
        return False
    return not any(found.span in q for q in quoted) or top.pos == "PROPN"


def _can_speak(source: Sequence[Token]) -> bool:
    """Whether the words can name a third party; a name that the parse takes for a verb ("Grant", "Trump") is one."""
    top = _top(source)
    named = top.pos in _SPEAKERS or (top.tag == "VB" and top.dep == "nsubj" and top.text[:1].isupper())
    return named and not (len(source) == 1 and source[0].text.lower() in _NOBODY)


def _top(source: Sequence[Token]) -> Token:
    inside = {t.index for t in source}
    return min(source, key=lambda t: (t.head in inside and t.head != t.index, t.index))


def _impersonal(sentence: Sentence, found: Found) -> bool:
    """Whether the cue is a passive that says something of its subject: "it is reported that", "is believed to have died"."""
    verb = found.head
    passive = any(t.dep == "auxpass" for t in sentence.children(verb))
    told = found.cue.stance in _HEARSAY and bool(sentence.children(verb, "ccomp", "xcomp", "oprd"))
    return passive and told and verb.dep not in ("acl", "advcl", "amod", "relcl")


def _span(tokens: Sequence[Token]) -> tuple[Span, ...]:
    return (Span(tokens[0].start, tokens[-1].end),) if tokens else ()


def _cue_tokens(sentence: Sentence, found: Found) -> tuple[Token, ...]:
    """The cue with the auxiliaries and negations that stand right before it."""
    tokens = list(found.tokens)
    gaps = any(b.index - a.index > 1 for a, b in itertools.pairwise(tokens))
    tokens = tokens[:1] if gaps else tokens
    before = tokens[0].index - 1
    while before >= 0 and sentence.tokens[before].dep in ("aux", "auxpass", "neg") and found.cue.pos == "verb":
        tokens.insert(0, sentence.tokens[before])
        before -= 1
    return tuple(tokens)


def _with_quotation(tagged: Tagged, quoted: Sequence[Span], sentence: Sentence) -> Tagged:
    """The attribution with its content widened to the whole quotations that it touches, within the sentence."""
    own = (*tagged.source, *tagged.cue)
    spans = list(tagged.content)
    for q in quoted:
        inside = Span(max(q.start, sentence.start), min(q.end, sentence.end))
        if inside.start < inside.end and any(q.overlaps(s) for s in spans) and not any(inside.overlaps(s) for s in own):
            spans.append(inside)
    return replace(tagged, content=_merged(spans))


def _introducing(sentence: Sentence, cues: Cues, built: Constructions, here: Sequence[Tagged]) -> Iterator[Tagged]:
    """An attribution without content for a sentence that ends "said:"; what is said stands in the next paragraph."""
    if sentence.tokens[-1].text not in (":", ":-") or any(t.content[-1].end > sentence.tokens[-2].start for t in here):
        return
    for found in reversed(cues.find(sentence)):
        if found.cue.pos == "verb" and "quote" in found.cue.takes:
            source = source_of(sentence, found, cues, built)
            if source and _can_speak(source):
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
