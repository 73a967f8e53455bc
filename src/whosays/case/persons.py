"""Texts -> the names of persons in them: a hint of the parse, without what the case knows to be a place or a body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from whosays.findings import Posting
from whosays.model import Dated, Document, Parser, Sentence, SourceKind

_BODIES = frozenset(SourceKind) - {SourceKind.PERSON, SourceKind.PUBLIC, SourceKind.UNNAMED}
_POSSESSIVE = re.compile(r"(?:’s|'s)$")


def persons(
    texts: Iterable[str], postings: Sequence[Posting], parser: Parser, place: Callable[[str], bool]
) -> tuple[str, ...]:
    """Each name once, in the order of the texts. `place` tells whether a name is a place's, in lower case of letters.

    Parsing takes about a second for 10,000 words.
    """
    others = {word for p in postings for word in _not_persons(p)}
    found = (name for text in texts for name in _named(parser(_document(text))))
    return tuple(
        name
        for name in dict.fromkeys(found)
        if name.casefold() not in others and not place(name.casefold()) and any(c.isupper() for c in name)
    )


def _document(text: str) -> Document:
    return Document(id="", key="", text=text, dated=Dated.UNKNOWN)


def _named(sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        for entity, tokens in groupby(sentence.tokens, key=lambda t: t.entity):
            words = [t.text for t in tokens if t.pos in ("PROPN", "NOUN", "ADJ", "X")] if entity == "PERSON" else []
            if name := _POSSESSIVE.sub("", " ".join(words)).strip():
                yield name


def _not_persons(posting: Posting) -> Iterator[str]:
    """Names of places and bodies and their single words, and the words that stand for bodies ("Kyiv" for a government)."""
    places = (posting.place.name, posting.place.adm1) if posting.place else ()
    bodies = [h for h in (posting.source, *posting.via, posting.actor, posting.recipient) if h and h.kind in _BODIES]
    yield from (h.text.casefold() for h in bodies if h.text)
    for name in (*places, *(h.name for h in bodies)):
        if name:
            yield from (name.casefold(), *name.casefold().split())
