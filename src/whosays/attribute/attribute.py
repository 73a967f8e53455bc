"""Sentences -> Attributions: each source's stance on each piece of content, and the publisher's own clauses.

The tagger gives spans. Here they become positions: relays are told from speakers, one content is parted into its
claims, coordinated sources each get theirs, pronouns are given their names, and stance, certainty and polarity are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whosays.attribute.antecedent import antecedent
from whosays.attribute.contents import standing_for
from whosays.attribute.label import label
from whosays.attribute.nested import nested
from whosays.attribute.publisher import publisher
from whosays.attribute.relay import Relayed, relay
from whosays.attribute.runs import runs
from whosays.attribute.sources import sources
from whosays.attribute.spoken import spoken
from whosays.attribute.stance import stance
from whosays.attribute.topic import topics
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Attribution, Document, Mention, Sentence, Span, Tagged, Tagger, sentences_at

_NAME_MARKS = frozenset("\"“”'’()[].")


def attribute(
    document: Document, sentences: Sequence[Sentence], tagger: Tagger, lexicon: Lexicon
) -> tuple[Attribution, ...]:
    """All attributions of the document in the order of their content, then of their sources."""
    speaking = _speaking(document, sentences, tagger.tag(document, sentences), lexicon)
    outer = runs(document, sentences, speaking)
    tagged = _speaking(document, sentences, nested(document, sentences, outer, tagger, lexicon.cues), lexicon)
    called = tuple(label(sentences, t, lexicon) for t in topics(sentences, tagged))
    relayed = relay(document, sentences, called, lexicon.constructions)
    said = tuple(_positions(document, sentences, relayed, lexicon))
    own = tuple(_own(document, sentences, t, lexicon) for t in publisher(document, sentences, said))
    return tuple(sorted((*(_named(sentences, a, said) for a in said), *own), key=_order))


def _named(sentences: Sequence[Sentence], attribution: Attribution, said: Sequence[Attribution]) -> Attribution:
    """The attribution with the noun for the relative pronoun that opens its content, unless that noun is another's claim."""
    content = standing_for(sentences, attribution.content)
    others = (s for a in said if a.tagged != attribution.tagged for s in a.content)
    taken = content != attribution.content and any(s.overlaps(content[0]) for s in others)
    return attribution if taken else replace(attribution, content=content)


def _speaking(
    document: Document, sentences: Sequence[Sentence], tagged: Sequence[Tagged], lexicon: Lexicon
) -> tuple[Tagged, ...]:
    """Those of the attributions in which somebody says something."""
    tidied = (_tidy(document, t) for t in tagged)
    return tuple(t for t in tidied if not t.content or spoken(sentences, t, lexicon.constructions, lexicon.cues))


def _tidy(document: Document, tagged: Tagged) -> Tagged:
    """The attribution with its sources from the first letter to the last: no flag, dash or heading is part of a name."""
    trimmed = tuple(_lettered(document, _on_one_line(document, span, tagged)) for span in tagged.source)
    kept = tuple(span for span in trimmed if span)
    return tagged if kept == tagged.source else replace(tagged, source=kept, whole=tagged.as_tagged)


def _on_one_line(document: Document, span: Span, tagged: Tagged) -> Span:
    """The part of the span in the paragraph next to the cue."""
    text = span.of(document.text)
    if "\n\n" not in text:
        return span
    if tagged.cue[0].start >= span.end:
        return Span(span.start + text.rindex("\n\n"), span.end)
    return Span(span.start, span.start + text.index("\n\n"))


def _lettered(document: Document, span: Span) -> Span:
    start, end, text = span.start, span.end, document.text
    while start < end and not (text[start].isalnum() or text[start] in _NAME_MARKS):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in _NAME_MARKS):
        end -= 1
    return Span(start, end)


def _order(a: Attribution) -> tuple[int, int, int]:
    return a.content[0].start, a.source.span.start if a.source else -1, a.cue[0].start if a.cue else -1


def _positions(
    document: Document, sentences: Sequence[Sentence], relayed: Sequence[Relayed], lexicon: Lexicon
) -> Iterator[Attribution]:
    earlier: list[Mention] = []
    for r in sorted(relayed, key=lambda r: min((*r.tagged.cue, *r.tagged.content))):
        mentions: list[Mention | None] = []
        for mention in sources(document, sentences, r.tagged):
            resolved = antecedent(mention, r.tagged, document, sentences, tuple(earlier))
            earlier.append(resolved)
            mentions.append(resolved)
        for piece in r.pieces:
            tagged = replace(r.tagged, content=piece)
            read = stance(document, sentences, tagged, lexicon)
            for who in mentions or [None]:
                yield Attribution(
                    tagged=r.tagged.as_tagged,
                    sentence=_sentence_of(sentences, piece[0].start),
                    source=who,
                    via=r.via,
                    cue=r.tagged.cue,
                    content=piece,
                    stance=read.stance,
                    certainty=read.certainty,
                    polarity=read.polarity,
                )


def _own(document: Document, sentences: Sequence[Sentence], tagged: Tagged, lexicon: Lexicon) -> Attribution:
    read = stance(document, sentences, tagged, lexicon)
    return Attribution(
        tagged=None,
        sentence=_sentence_of(sentences, tagged.content[0].start),
        source=None,
        via=(),
        cue=tagged.cue,
        content=tagged.content,
        stance=read.stance,
        certainty=read.certainty,
        polarity=read.polarity,
    )


def _sentence_of(sentences: Sequence[Sentence], offset: int) -> int:
    return next((s.index for s in sentences_at(sentences, Span(offset, offset + 1))), 0)
