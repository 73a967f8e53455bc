"""Speech that runs on: quotations over several sentences and paragraphs, and statements after "said:".

By convention a quotation that follows one with a speaker is the same speaker's until somebody else speaks or the
narrator does. A sentence that ends "said:" gives the floor: to the quotation that follows, over as many paragraphs as
open with a mark; or, in a press release, to all that follows until a heading or another speaker. Within a paragraph it
gives it for no longer than the paragraph lasts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from whosays.attribute.contents import trimmed
from whosays.attribute.touching import touching
from whosays.model import Document, Sentence, Span, Tagged, sentences_at

QUOTED = 0.85
"""The share of a sentence's characters in quotation marks from which on it is speech and nothing else."""
_ENDS = frozenset(".!?…\"”’'")


def runs(
    document: Document, sentences: Sequence[Sentence], tagged: Sequence[Tagged], quoted: Sequence[Span]
) -> tuple[Tagged, ...]:
    """The attributions with what runs on added to their content, in the order of their cues; those left without content are dropped.

    `quoted` are the document's quotations.
    """
    found = sorted((_from_the_start(document, sentences, t) for t in tagged), key=lambda t: min((*t.cue, *t.content)))
    found = [_left_to_the_speaker(sentences, t, found) for t in found]
    _reach_back(sentences, found, quoted)
    speaking = touching(sentences, ((n, (*t.cue, *t.content)) for n, t in enumerate(found)))
    quoting = touching(sentences, ((q, (q,)) for q in quoted))
    speaker, stated, last = -1, False, -1
    for sentence in sentences:
        here = speaking.get(sentence.index, [])
        near = quoting.get(sentence.index, [])
        parts = tuple(Span(max(q.start, sentence.start), min(q.end, sentence.end)) for q in near)
        spoken = sum(len(p) for p in parts) >= QUOTED * (len(sentence.span) - 3)
        stated = stated and sentence.paragraph <= last
        goes_on = spoken or (stated and not parts and _is_statement(document, sentences, sentence))
        if here and not (speaker >= 0 and goes_on and (stated or all(_inside(found[n], parts) for n in here))):
            speaker, stated = _next_speaker(sentence, found, here, near)
            last = _last_paragraph(sentences, sentence)
        elif speaker >= 0 and goes_on:
            before, stated = found[speaker], stated and not spoken
            longer = _with(before.content, sentence, parts if spoken else ())
            found[speaker] = replace(before, content=longer, whole=before.as_tagged if before.content else None)
        else:
            speaker, stated = -1, False
    return tuple(t for t in found if t.content)


def _from_the_start(document: Document, sentences: Sequence[Sentence], tagged: Tagged) -> Tagged:
    """The attribution with all of the sentence that comes after "said:", where the tagger left out its beginning."""
    if not tagged.content or document.text[tagged.cue[-1].end - 1 : tagged.cue[-1].end + 1].find(":") < 0:
        return tagged
    first = tagged.content[0]
    sentence = next(iter(sentences_at(sentences, first)), None)
    if sentence is None or not tagged.cue[-1].end <= sentence.start < first.start:
        return tagged
    whole = trimmed(sentence, sentence.tokens)
    rest = [s for s in tagged.content if not s.overlaps(sentence.span)]
    return replace(tagged, content=tuple(sorted((*whole, *rest))), whole=tagged.as_tagged)


def _reach_back(sentences: Sequence[Sentence], found: list[Tagged], quoted: Sequence[Span]) -> None:
    """Gives a quotation that ends where its speaker is named ("...", she continued.) to that speaker, from its beginning."""
    for n, tagged in enumerate(found):
        sentence = next(iter(sentences_at(sentences, tagged.cue[0])), None)
        for q in (q for q in quoted if sentence is not None and q.start < sentence.start < q.end):
            ends_here = sentence is not None and q.start < sentence.start < q.end <= tagged.cue[0].start
            if not ends_here or any(_claims(other, q) for other in found if other is not tagged):
                continue
            kept = [s for s in tagged.content if not s.overlaps(q)]
            found[n] = replace(tagged, content=tuple(sorted((*kept, q))), whole=tagged.as_tagged)


def _claims(tagged: Tagged, quotation: Span) -> bool:
    """Whether the quotation is this speaker's: its content stands in it, its cue does not."""
    return any(s.overlaps(quotation) for s in tagged.content) and not any(c.overlaps(quotation) for c in tagged.cue)


def _left_to_the_speaker(sentences: Sequence[Sentence], tagged: Tagged, found: Sequence[Tagged]) -> Tagged:
    """The attribution; an "according to" without what comes after its sentence, if there another speaks who goes on."""
    own = next(iter(sentences_at(sentences, tagged.cue[0])), None)
    if own is None or own.within(*tagged.cue)[0].text.lower() != "according":
        return tagged
    others = (t for t in found if t is not tagged and t.content and t.cue[0] in own.span)
    kept = tuple(s for s in tagged.content if s.start < own.end)
    if kept == tagged.content or not any(t.content[0] in own.span for t in others):
        return tagged
    return replace(tagged, content=kept, whole=tagged.as_tagged)


def _inside(tagged: Tagged, parts: Sequence[Span]) -> bool:
    """Whether the attribution is one that the quoted speaker makes: its cue stands in the quotation."""
    return all(any(c in p for p in parts) for c in tagged.cue)


def _next_speaker(
    sentence: Sentence, found: Sequence[Tagged], here: Sequence[int], quoted: Sequence[Span]
) -> tuple[int, bool]:
    """Who has the floor after the sentence, and whether for a statement without quotation marks."""
    introduces = [n for n in here if not found[n].content]
    if introduces:
        return introduces[-1], True
    speaking = [
        n
        for n in here
        if any(q.overlaps(s) for q in quoted for s in found[n].content) and not _quoted_cue(found[n], quoted)
    ]
    relays = [n for n in speaking if any(t.text.lower() == "according" for t in sentence.within(*found[n].cue))]
    speaking = [n for n in speaking if n not in relays] or speaking  # "he added, according to the agency": he goes on
    colon = sentence.tokens[-1].text == ":"
    if speaking:
        return speaking[-1], False
    return (here[-1], True) if colon else (-1, False)


def _last_paragraph(sentences: Sequence[Sentence], introduces: Sentence) -> int:
    """The last paragraph to which a statement without marks may run: the introducing sentence's own, unless it ends that."""
    following = sentences[introduces.index + 1 : introduces.index + 2]
    within = any(s.paragraph == introduces.paragraph for s in following)
    return introduces.paragraph if within else sentences[-1].paragraph


def _quoted_cue(tagged: Tagged, quoted: Sequence[Span]) -> bool:
    return any(c in q for q in quoted for c in tagged.cue)


def _is_statement(document: Document, sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    """Whether the sentence's paragraph is prose: it ends like a sentence, as a heading does not."""
    *_, last = takewhile(lambda s: s.paragraph == sentence.paragraph, islice(sentences, sentence.index, None))
    return document.text[last.end - 1] in _ENDS


def _with(content: tuple[Span, ...], sentence: Sentence, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content with the sentence, or its quoted parts, added; adjacent sentences of one speaker are one span."""
    added = parts or trimmed(sentence, sentence.tokens)
    return tuple(sorted((*content, *(p for p in added if not any(p.overlaps(c) for c in content)))))
