"""A kit that parses and tags each document once, for measures that ask its stages more than one question about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from whosays.model import Document, Parser, Sentence, Tagged, Tagger
from whosays.pipeline import Kit

TEXTS = 2
"""What is tagged of one document: the whole of it, and its speech once more (see `attribute.nested`)."""


class _ParsesOnce:
    def __init__(self, parser: Parser) -> None:
        self.name = parser.name
        self._parse = lru_cache(maxsize=1)(parser.__call__)

    def __call__(self, document: Document) -> tuple[Sentence, ...]:
        return self._parse(document)


class _TagsOnce:
    def __init__(self, tagger: Tagger) -> None:
        self.name = tagger.name
        self._tag = lru_cache(maxsize=TEXTS)(tagger.tag)

    def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
        return self._tag(document, tuple(sentences))


def once(kit: Kit) -> Kit:
    """The same kit, which remembers of the last document what its parser and its tagger said; not of those before it."""
    return replace(kit, parser=_ParsesOnce(kit.parser), tagger=_TagsOnce(kit.tagger))
