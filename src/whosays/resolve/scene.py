"""Whether a party is only the place that a happening is called by: "the Sarda bombing" was not done by Sarda."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.actors import Actors
from whosays.lexicon.terms import Sort
from whosays.model import Party, Sentence, sentences_at
from whosays.resolve.agents import reading

_BESIDE = ("compound", "nmod", "amod")


def is_scene(party: Party, sentences: Sequence[Sentence], lexicon: Actors) -> bool:
    """Whether the words are a town's bare name before the noun of an act."""
    if party.span is None or reading(party.text or "", lexicon).sort is not Sort.TOWN:
        return False
    top = next((t for s in sentences_at(sentences, party.span) if (t := s.top(party.span)) is not None), None)
    return top is not None and top.dep in _BESIDE
