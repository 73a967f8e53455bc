"""All attributions in a text, and which of them are speech: the rest are acts, which the publisher reports.

"Arnland approved a truce" has a party and what it did, and a tagger may find it; yet nobody says it but the text. Both kinds
are kept apart here, so that what was found can be measured before it is decided whose claim it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whosays.attribute.layout import layout
from whosays.attribute.nested import nested
from whosays.attribute.quotations import quotations
from whosays.attribute.runs import runs
from whosays.attribute.spoken import spoken
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Document, Sentence, Span, Tagged, Tagger, sentences_at

_NAME_MARKS = frozenset("\"“”'’()[].")


@dataclass(frozen=True, slots=True)
class Found:
    """The attributions in which somebody says something, with speech that runs on and reports within it, and the acts.

    ``quoted`` are the document's quotations, looked for once for all who ask for them.
    """

    spoken: tuple[Tagged, ...]
    acts: tuple[Tagged, ...]
    quoted: tuple[Span, ...]


def found(document: Document, sentences: Sequence[Sentence], tagger: Tagger, lexicon: Lexicon) -> Found:
    """What the tagger finds in the document and, once more, within its speech; each group in the order of its cues."""
    quoted = quotations(document, sentences)
    laid = layout(document, lexicon.constructions)
    first = _parted(document, sentences, _elsewhere(tagger.tag(document, sentences), laid), quoted, lexicon)
    outer = (*laid, *_elsewhere(runs(document, sentences, first.spoken, quoted), laid))
    all_ = nested(document, sentences, outer, quoted, tagger, lexicon.cues)
    whole = _parted(document, sentences, all_, quoted, lexicon)
    acts = sorted({*first.acts, *whole.acts}, key=lambda t: (t.cue, t.content, t.source))
    return Found(whole.spoken, tuple(acts), quoted)


def _elsewhere(tagged: Sequence[Tagged], laid: Sequence[Tagged]) -> tuple[Tagged, ...]:
    """The attributions outside the lines whose speaker the layout tells, less what they take of those lines."""
    lines = [span for t in laid for span in (*t.source, *t.cue, *t.content)]
    if not lines:
        return tuple(tagged)
    kept = []
    for t in tagged:
        content = tuple(s for s in t.content if not any(s.overlaps(line) for line in lines))
        if (content or not t.content) and not any(c.overlaps(line) for c in t.cue for line in lines):
            kept.append(t if content == t.content else replace(t, content=content))
    return tuple(kept)


def _parted(
    document: Document,
    sentences: Sequence[Sentence],
    tagged: Sequence[Tagged],
    quoted: tuple[Span, ...],
    lexicon: Lexicon,
) -> Found:
    tidied = [_in_its_sentence(sentences, _tidy(document, t), quoted) for t in tagged]
    says = [not t.content or spoken(sentences, t, lexicon.constructions, lexicon.cues) for t in tidied]
    said, done = (tuple(t for t, s in zip(tidied, says, strict=True) if s is kind) for kind in (True, False))
    return Found(said, done, quoted)


def _tidy(document: Document, tagged: Tagged) -> Tagged:
    """The attribution with its sources from the first letter to the last: no flag, dash or heading is part of a name."""
    trimmed = tuple(_lettered(document, _on_one_line(document, span, tagged)) for span in tagged.source)
    kept = tuple(span for span in trimmed if span)
    return tagged if kept == tagged.source else replace(tagged, source=kept, whole=tagged.as_tagged)


def _in_its_sentence(sentences: Sequence[Sentence], tagged: Tagged, quoted: Sequence[Span]) -> Tagged:
    """The attribution without sentences before its own that nobody is quoted for, where its own sentence has what is said."""
    own = next(iter(sentences_at(sentences, tagged.cue[0])), None)
    if own is None or not any(own.start <= s.start and s.end <= own.end for s in tagged.content):
        return tagged
    kept = tuple(s for s in tagged.content if s.end > own.start or any(s.overlaps(q) for q in quoted))
    return tagged if kept == tagged.content else replace(tagged, content=kept, whole=tagged.as_tagged)


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
