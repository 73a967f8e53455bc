"""A book -> the names of persons in it, and pages without them: what leaves the house names nobody unless that is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from whosays.findings import Holder
from whosays.model import SourceKind
from whosays.web.book import Book

LEAST = 3
"""Letters of a part of a name that is masked by itself ("Kim" is, "de" is not)."""
BLOCK = "█"

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def mask(book: Book) -> Callable[[str], str]:
    """Text -> the same with every part of every person's name masked, letter for letter, so that offsets hold.

    A person is who was read as a source, a relay, an actor or a recipient by name. Other names in a text stay: they were
    not read as anybody.
    """
    words = sorted({word for name in names(book) for word in _parts(name)}, key=lambda w: (-len(w), w))
    if not words:
        return lambda text: text
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    return lambda text: pattern.sub(lambda m: BLOCK * len(m[0]), text)


def names(book: Book) -> frozenset[str]:
    """The names of the persons that the case knows."""
    return frozenset(
        h.name
        for p in book.balance.postings
        for h in (p.source, *p.via, p.actor, p.recipient)
        if _person(h) and h and h.name
    )


def _person(holder: Holder | None) -> bool:
    return holder is not None and holder.kind is SourceKind.PERSON


def _parts(name: str) -> Iterable[str]:
    return (w for w in _WORD.findall(name) if len(w) >= LEAST and w[0].isupper())
