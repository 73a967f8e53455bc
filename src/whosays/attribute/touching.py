"""What stands in each sentence: things with their spans -> the things by the number of the sentences that they touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from whosays.model import Sentence, Span, sentences_at

T = TypeVar("T")


def touching(sentences: Sequence[Sentence], things: Iterable[tuple[T, Sequence[Span]]]) -> dict[int, list[T]]:
    """By a sentence's index, the things of which a span touches it, in the order given; sentences without any are left out."""
    found: dict[int, list[T]] = {}
    for thing, spans in things:
        for sentence in sentences_at(sentences, *spans):
            found.setdefault(sentence.index, []).append(thing)
    return found
