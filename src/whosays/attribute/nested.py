"""Reports within a speech: what a spokesman's statement says that the minister said.

Taggers are trained on text that has no reports within reports. So the sentences that are speech from end to end are
given to the tagger once more as a text of their own, the rest blanked: the same places, nobody speaking around them.
Of what it finds there, a third party's statement counts, in words that the lexicon knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whosays.attribute.subjects import WITH_EXPLETIVE
from whosays.lexicon.cues import Cues
from whosays.model import Document, Sentence, Span, Tagged, Tagger, sentences_at

_OWN = frozenset({"i", "we", "you", "us", "it", "this", "that", "which"})


def nested(
    document: Document,
    sentences: Sequence[Sentence],
    tagged: Sequence[Tagged],
    quoted: Sequence[Span],
    tagger: Tagger,
    cues: Cues,
) -> tuple[Tagged, ...]:
    """`tagged` with the attributions within their speech, in the order of their cues. Those by rules give way to learned ones.

    `quoted` are the document's quotations.
    """
    speech = tuple(_speech(sentences, tagged, quoted))
    if not speech:
        return tuple(tagged)
    inside = sentences_at(sentences, *speech)
    found = tagger.tag(replace(document, text=_only(document.text, speech)), inside)
    reports = [t for t in found if _reports(document, sentences, t, speech, cues)]
    fresh = [t for t in reports if not any(_touch(t, k) for k in tagged if _outranks(k, t))]
    kept = [k for k in tagged if not any(_touch(t, k) for t in fresh)]
    return tuple(sorted((*kept, *fresh), key=lambda t: min((*t.cue, *t.content))))


def _outranks(known: Tagged, other: Tagged) -> bool:
    return not known.by.startswith("rules") or other.by.startswith("rules")


def _touch(a: Tagged, b: Tagged) -> bool:
    return any(x.overlaps(y) for x in a.cue for y in b.cue)


def _speech(sentences: Sequence[Sentence], tagged: Sequence[Tagged], quoted: Sequence[Span]) -> Iterator[Span]:
    """The stretches of content that are whole sentences, less their marks."""
    spans = sorted({s for t in tagged if t.source for s in t.content})
    for sentence in sentences:
        whole = Span(sentence.start, sentence.end)
        parts = [q for q in quoted if q.overlaps(whole) and any(q.overlaps(s) for s in spans)]
        said = next((s for s in (*parts, *spans) if s.start <= sentence.start + 1 and sentence.end <= s.end + 2), None)
        if said is not None:
            yield Span(max(said.start, sentence.start), min(max(said.end, sentence.end - 2), sentence.end))


def _only(text: str, kept: Sequence[Span]) -> str:
    """The text with all but the kept stretches blank, its line breaks kept."""
    out = ["\n" if c == "\n" else " " for c in text]
    for span in kept:
        out[span.start : span.end] = text[span.start : span.end]
    return "".join(out)


def _reports(
    document: Document, sentences: Sequence[Sentence], tagged: Tagged, speech: Sequence[Span], cues: Cues
) -> bool:
    """Whether a third party says something, within one sentence of the speech, by a word that the lexicon knows."""
    spans = (*tagged.source, *tagged.cue, *tagged.content)
    if not tagged.source or not tagged.content or tagged.source[0].of(document.text).lower() in _OWN:
        return False
    here = sentences_at(sentences, *spans)
    if tagged.source[0].of(document.text).lower() == "who" and not any(_states(s, tagged) for s in here):
        return False
    known = len(here) == 1 and bool(cues.find(here[0], *tagged.cue)) and not _spans_clauses(here[0], tagged)
    return known and any(all(s.start >= x.start - 1 and s.end <= x.end + 1 for s in spans) for x in speech)


def _spans_clauses(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether the cue holds two clauses, which no cue does: "spoke with the envoy shows a lack of"."""
    verbs = [
        t for t in sentence.within(*tagged.cue) if t.tag in ("VBD", "VBZ", "VBP") and t.dep not in ("aux", "auxpass")
    ]
    return len(verbs) > 1 and not any(t.dep == "conj" for t in verbs)


def _states(sentence: Sentence, tagged: Tagged) -> bool:
    """Whether the content is a finite clause: "those who think [the war is over]", not "those who want [to go]"."""
    top = sentence.top(*tagged.content)
    return top is not None and bool(sentence.children(top, *WITH_EXPLETIVE))
