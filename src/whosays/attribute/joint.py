"""Two taggers at once: the learned one leads, and the rules add what it passes over.

The model knows where a content ends and what hangs together over sentences; the rules are precise about words they
know, in domains that the model has not seen. An attribution that both find is the model's, with the surer score; one
that only the rules find is added where its cue is not the model's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whosays.model import Document, Sentence, Span, Tagged, Tagger


@dataclass(frozen=True, slots=True)
class JointTagger:
    """The `Tagger` that asks `learned` first and `rules` for a second opinion."""

    learned: Tagger
    rules: Tagger

    @property
    def name(self) -> str:
        return self.learned.name

    def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
        return joint(self.learned.tag(document, sentences), self.rules.tag(document, sentences))


def joint(learned: Sequence[Tagged], ruled: Sequence[Tagged]) -> tuple[Tagged, ...]:
    """The learned attributions, and those of the rules whose cue is in no learned one, in the order of their cues."""
    taken = [span for t in learned for span in t.cue]
    agreed = tuple(replace(t, score=1.0) if _agrees(t, ruled) else t for t in learned)
    added = [t for t in ruled if not any(c.overlaps(span) for c in t.cue for span in taken)]
    return tuple(sorted((*agreed, *added), key=lambda t: min((*t.cue, *t.content))))


def _agrees(tagged: Tagged, ruled: Sequence[Tagged]) -> bool:
    return any(_touch(tagged.cue, r.cue) and _touch(tagged.content, r.content) for r in ruled)


def _touch(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(x.overlaps(y) for x in a for y in b)
