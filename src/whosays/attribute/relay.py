"""Who relays whom: reports within reports, agencies that are told, media that cite.

"The agency said officials deny X" is the officials' claim by way of the agency: the outer layer makes no claim of its
own. "told Reuters", "Reuters, citing officials", "KCNA cited the commission as saying" and "was quoted by the daily as
saying" name the relay in other ways. An inner report without a source ("X said it was noted that Y") adds no speaker:
what it says is X's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whosays.attribute.by_way import by_way
from whosays.attribute.contents import contents, trimmed
from whosays.lexicon.constructions import Constructions
from whosays.lexicon.persons import load_persons
from whosays.model import Document, Mention, Sentence, Span, Tagged, Token, sentences_at

_CITES = frozenset({"cite", "quote"})
_FIRST_PERSON = frozenset({"we", "i", "us", "me", "our", "my"})
_TELLS = frozenset({"tell", "inform"})
_TO_A_MEDIUM = ("to", "with")


@dataclass(frozen=True, slots=True)
class Relayed:
    """A tagged attribution with its relay, outermost first, and the pieces of content that are its own claims."""

    tagged: Tagged
    via: tuple[Mention, ...]
    pieces: tuple[tuple[Span, ...], ...]


def relay(
    document: Document, sentences: Sequence[Sentence], tagged: Sequence[Tagged], built: Constructions
) -> tuple[Relayed, ...]:
    """The attributions that make claims, in the order given. An outer layer all of whose content is reports is left out.

    So is who is only cited ("..., citing officials"): that tells whose word it is, and is none. Who cites a thing
    ("..., citing the cost") gives it as a reason, and says so.
    """
    tagged = [a for a in tagged if not _own_voice(document, a, tagged) and not _only_cites(sentences, a, built)]
    inner_of = [tuple(b for b in tagged if b is not a and _within(b, a)) for a in tagged]
    hushed = {id(b) for a, inner in zip(tagged, inner_of, strict=True) for b in inner if not b.source}
    found: list[Relayed] = []
    for a, inner in zip(tagged, inner_of, strict=True):
        if id(a) in hushed:
            continue
        pieces = tuple(p for p in _own_pieces(sentences, a, inner) if p)
        outer = tuple(b for b in tagged if b is not a and _within(a, b) and b.source and _relays(sentences, b, a))
        others = [s for b in reversed(outer) for s in b.source[:1] if s not in a.source]
        via = tuple(_mention(document, sentences, s) for s in others)
        whole = max((b for b in outer if _was_within(a, b)), key=lambda b: _length(b.content), default=a).as_tagged
        if pieces:
            inner_most = Relayed(replace(a, whole=whole), (*via, *_told(document, sentences, a, built)), pieces)
            found.append(_by_way(document, sentences, _cited(document, sentences, inner_most, built), built))
    return tuple(found)


def _by_way(document: Document, sentences: Sequence[Sentence], relayed: Relayed, built: Constructions) -> Relayed:
    """The attribution with the relay that has no verb of its own, where no other is known."""
    for sentence in sentences_at(sentences, *relayed.tagged.cue[:1]):
        found = by_way(sentence, relayed.tagged, built)
        if found.relay is not None:
            kept = tuple(v for v in relayed.via if not v.span.overlaps(found.relay))
            return replace(relayed, tagged=found.tagged, via=(_mention(document, sentences, found.relay), *kept))
    return relayed


def _was_within(inner: Tagged, outer: Tagged) -> bool:
    """Whether a tagger saw the one within the other: not only where the outer speech runs on since, and no rule's over a model's."""
    ruled = outer.by.startswith("rules") and not inner.by.startswith("rules")
    return not ruled and _within(inner.as_tagged, outer.as_tagged)


def _only_cites(sentences: Sequence[Sentence], tagged: Tagged, built: Constructions) -> bool:
    """Whether the cue only cites, and the content names who is cited or what he says elsewhere."""
    for sentence in sentences_at(sentences, *tagged.cue):
        verbs = [t for t in sentence.within(*tagged.cue) if t.pos == "VERB"]
        cites = [t for t in verbs if t.lemma in _CITES and (t.tag == "VBG" or _as_saying(sentence, t))]
        if cites and cites == verbs:
            cited = [t for t in sentence.children(cites[0], "dobj") if _is_word(sentence, t, built)]
            return any(t in sentence.within(*tagged.content) for t in cited)
    return False


def _is_word(sentence: Sentence, cited: Token, built: Constructions) -> bool:
    """Whether what is cited is a party or its word, and not a thing that is given as a reason ("citing the cost")."""
    persons = load_persons()
    known = persons.bodies | persons.texts | built.a_text.lemmas | built.cited.lemmas
    named = cited.pos in ("PROPN", "PRON") or cited.entity in ("PERSON", "ORG", "NORP", "GPE")
    return named or persons.role(cited) or cited.lemma in known or bool(sentence.children(cited, "appos"))


def _as_saying(sentence: Sentence, verb: Token) -> bool:
    preps = sentence.children(verb, "prep", "mark", "advmod")
    return any(t.lemma == "as" and any(c.tag == "VBG" for c in sentence.children(t, "pcomp")) for t in preps)


def _own_voice(document: Document, inner: Tagged, tagged: Sequence[Tagged]) -> bool:
    """Whether the source is the "we" or "I" of somebody who is being quoted: that somebody says it, once."""
    first = bool(inner.source) and inner.source[0].of(document.text).lower() in _FIRST_PERSON
    return first and any(b is not inner and _within(inner, b) for b in tagged)


def _within(inner: Tagged, outer: Tagged) -> bool:
    """Whether the inner cue and content lie in the outer content."""
    if not inner.cue or not outer.content or not outer.content[0].start <= inner.cue[0].start < outer.content[-1].end:
        return False
    spans = (*inner.cue, *inner.content[:1])
    alone = min(_length(inner.content), _length(inner.as_tagged.content))  # speech that runs on leaves the outer one
    return _length(outer.content) > alone and all(any(s in o for o in outer.content) for s in spans)


def _length(spans: Sequence[Span]) -> int:
    return sum(len(s) for s in spans)


def _own_pieces(sentences: Sequence[Sentence], tagged: Tagged, inner: Sequence[Tagged]) -> tuple[tuple[Span, ...], ...]:
    """The content's clauses that are not themselves reports; of a report without a source, what it reports."""
    pieces: list[tuple[Span, ...]] = []
    for piece in contents(sentences, tagged.content):
        report = next((b for b in inner if _heads(sentences, b, piece)), None)
        if report is None:
            pieces.append(_without_asides(sentences, piece, inner))
        elif not report.source or _is_named(sentences, report):
            pieces.extend(contents(sentences, report.content))
    return tuple(pieces)


def _relays(sentences: Sequence[Sentence], outer: Tagged, inner: Tagged) -> bool:
    """Whether the outer source passes the inner report on, and does not only speak of it by a noun."""
    return not (_is_named(sentences, inner) and _heads(sentences, inner, outer.content))


def _is_named(sentences: Sequence[Sentence], report: Tagged) -> bool:
    """Whether the report is only named by a noun ("rejected the charge that ..."): who speaks of it does not relay it."""
    tops = [s.top(*report.cue) for s in sentences_at(sentences, report.cue[0])]
    return any(t is not None and t.pos == "NOUN" for t in tops)


def _without_asides(
    sentences: Sequence[Sentence], piece: tuple[Span, ...], inner: Sequence[Tagged]
) -> tuple[Span, ...]:
    """The piece without what somebody else is said to say in an aside: ", which he said had been faked", ", the aide added"."""
    for report in inner:
        for sentence in sentences_at(sentences, *report.cue):
            cue = sentence.top(*report.cue)
            clause = cue and next(
                (t for t in (cue, *sentence.ancestors(cue)) if t.dep in ("relcl", "advcl", "parataxis")), None
            )
            if clause is None:
                continue
            tokens = sentence.subtree(clause)
            start = tokens[0].start
            if sentence.tokens[tokens[0].index - 1].text == "," and any(p.start < start < p.end for p in piece):
                cut = sentence.tokens[tokens[0].index - 1].start
                piece = tuple(Span(p.start, min(p.end, cut)) for p in piece if p.start < cut)
    return piece


def _heads(sentences: Sequence[Sentence], report: Tagged, piece: tuple[Span, ...]) -> bool:
    """Whether the report's cue stands at the top of the piece: the piece says who says it, not the thing."""
    for sentence in sentences_at(sentences, piece[0]):
        top = sentence.top(*piece)
        if top is not None:
            cue = sentence.within(*report.cue)
            verbs = {top.index, *(t.index for t in sentence.children(top, "xcomp", "acomp"))}
            return any(t.index in verbs for t in cue) and all(
                any(s.overlaps(p) for p in piece) for s in report.content[:1]
            )
    return False


def _told(
    document: Document, sentences: Sequence[Sentence], tagged: Tagged, built: Constructions
) -> tuple[Mention, ...]:
    """Named outlets that the source spoke to: the object of "told", "to X", "in an interview with X"."""
    for sentence in sentences_at(sentences, *tagged.cue):
        for verb in sentence.within(*tagged.cue):
            told = sentence.children(verb, "dobj", "dative") if verb.lemma in _TELLS else ()
            preps = [p for p in sentence.children(verb, "prep", "dative") if p.lemma in ("to", "in")]
            for prep in preps:
                for noun in sentence.children(prep, "pobj"):
                    told += (noun,) if prep.lemma == "to" else _spoken_with(sentence, noun)
            named = (t for t in told if t.pos == "PROPN" and t.lemma not in built.audience)
            names = [t for t in named if not any(t.span.overlaps(s) for s in tagged.source)]
            if names:
                return tuple(_mention(document, sentences, _name_span(sentence, t)) for t in names)
    return ()


def _spoken_with(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Of "in an interview with X" and "in a statement to X", X."""
    preps = [p for p in sentence.children(noun, "prep") if p.lemma in _TO_A_MEDIUM]
    return tuple(o for p in preps for o in sentence.children(p, "pobj"))


def _cited(document: Document, sentences: Sequence[Sentence], relayed: Relayed, built: Constructions) -> Relayed:
    """The attribution with source and relay put right where a medium cites: the cited one is the source.

    Who cites data or a text cites no speaker, and remains the source.
    """
    tagged = relayed.tagged
    for sentence in sentences_at(sentences, *tagged.cue):
        cue = sentence.within(*tagged.cue)
        for token in cue:
            citing = next((t for t in (token, *sentence.ancestors(token)) if t.lemma in _CITES), None)
            if citing is not None and any(t.lemma == "as" for t in sentence.children(citing, "prep", "mark", "advmod")):
                return _turned(document, sentences, sentence, citing, relayed)
        said = [t for t in sentence.within(*tagged.content) if t not in cue]
        beside = [t for token in cue for t in sentence.children(token, "advcl", "acl", "prep")]
        for verb in (t for t in (*beside, *cue, *said) if t.lemma in _CITES and t.tag == "VBG"):
            cited = [t for t in sentence.children(verb, "dobj") if _is_word(sentence, t, built)]
            if cited:
                without = replace(relayed, pieces=_without(sentence, relayed.pieces, verb))
                speaks = cited[0].lemma not in built.a_text and tagged.source
                return _told_by(document, sentences, sentence, without, cited[0]) if speaks else without
    return relayed


def _told_by(
    document: Document, sentences: Sequence[Sentence], sentence: Sentence, relayed: Relayed, cited: Token
) -> Relayed:
    """The attribution as the cited one's, by way of who was its source."""
    outer = tuple(_mention(document, sentences, s) for s in relayed.tagged.source[:1])
    source = (sentence.subtree_span(cited),)
    return replace(relayed, tagged=replace(relayed.tagged, source=source), via=(*outer, *relayed.via))


def _without(sentence: Sentence, pieces: tuple[tuple[Span, ...], ...], citing: Token) -> tuple[tuple[Span, ...], ...]:
    """The pieces without ", citing officials"."""
    aside = {t.index for t in sentence.subtree(citing) if t.index <= _last(sentence, citing)}
    kept = []
    for piece in pieces:
        words = sentence.within(*piece)
        rest = trimmed(sentence, [t for t in words if t.index not in aside])
        kept.append(rest if rest and any(t.index in aside for t in words) else piece)
    return tuple(kept)


def _last(sentence: Sentence, citing: Token) -> int:
    """The index of the last word of who is cited: a clause that the parse hangs there after a comma is no part of it."""
    own = sentence.subtree(citing)
    comma = next((t.index for t in own if t.text == "," and t.index > citing.index), own[-1].index + 1)
    return comma - 1


def _turned(
    document: Document, sentences: Sequence[Sentence], sentence: Sentence, citing: Token, relayed: Relayed
) -> Relayed:
    """For "M cited S as saying" and "S was quoted by M as saying": source S by way of M."""
    passive = sentence.children(citing, "nsubjpass")
    media = sentence.children(citing, "nsubj")
    cited = sentence.children(citing, "dobj")
    if passive:
        media = tuple(
            o
            for by in sentence.children(citing, "agent", "prep")
            if by.lemma in ("by", "in")
            for o in sentence.children(by, "pobj")
        )
        cited = passive
    if not cited:
        return relayed
    source = (sentence.subtree_span(cited[0]),)
    via = tuple(_mention(document, sentences, sentence.subtree_span(m)) for m in media[:1])
    return replace(relayed, tagged=replace(relayed.tagged, source=source), via=(*via, *relayed.via))


def _name_span(sentence: Sentence, name: Token) -> Span:
    """The name with its own words, without clauses and phrases that hang on it."""
    tokens = [
        t
        for t in sentence.subtree(name)
        if t.head == name.index and t.dep in ("compound", "amod", "det", "poss", "nmod")
    ]
    whole = sorted((*tokens, name), key=lambda t: t.index)
    return Span(whole[0].start, name.end)


def _mention(document: Document, sentences: Sequence[Sentence], span: Span) -> Mention:
    index = next((s.index for s in sentences_at(sentences, span)), 0)
    return Mention(span.of(document.text), span, index)
