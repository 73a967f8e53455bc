"""Sentences -> Attributions: each source's stance on each piece of content, and the publisher's own clauses.

The tagger gives spans. Here they become positions: relays are told from speakers, one content is parted into its
claims, coordinated sources each get theirs, pronouns are given their names, and stance, certainty and polarity are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whosays.attribute.antecedent import antecedent
from whosays.attribute.contents import standing_for
from whosays.attribute.found import found
from whosays.attribute.label import label
from whosays.attribute.publisher import publisher
from whosays.attribute.relatives import relatives
from whosays.attribute.relay import Relayed, relay
from whosays.attribute.sources import sources
from whosays.attribute.stance import stance
from whosays.attribute.topic import topics
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Attribution, Document, Mention, Sentence, Span, Tagged, Tagger, sentences_at


def attribute(
    document: Document, sentences: Sequence[Sentence], tagger: Tagger, lexicon: Lexicon
) -> tuple[Attribution, ...]:
    """All attributions of the document in the order of their content, then of their sources."""
    all_ = found(document, sentences, tagger, lexicon)
    called = tuple(label(sentences, t, lexicon) for t in topics(sentences, all_.spoken, lexicon.constructions))
    relayed = relay(document, sentences, called, lexicon.constructions)
    positions = tuple(_positions(document, sentences, relayed, lexicon))
    said, told = relatives(sentences, positions, all_.acts, all_.quoted, lexicon.cues)
    clauses = (*told, *publisher(sentences, said, all_.quoted, lexicon.constructions))
    own = tuple(_own(document, sentences, t, lexicon) for t in clauses)
    return tuple(sorted((*(_named(sentences, a, said) for a in said), *own), key=_order))


def _named(sentences: Sequence[Sentence], attribution: Attribution, said: Sequence[Attribution]) -> Attribution:
    """The attribution with the noun for the relative pronoun that opens its content, unless that noun is another's claim."""
    content = standing_for(sentences, attribution.content)
    others = (s for a in said if a.tagged != attribution.tagged for s in a.content)
    taken = content != attribution.content and any(s.overlaps(content[0]) for s in others)
    return attribution if taken else replace(attribution, content=content)


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
