"""Text -> the stream of word pieces that the encoder reads, and the overlapping windows that are cut from it.

The encoder is uncased and sees a few hundred pieces at once. What its vocabulary loses is given back beside each
piece as its *look*: the case of its word (4 values) and whether it stands inside double quotation marks (2 values).
A separator stands at each paragraph break. Offsets are code points of the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]

OVERLAP = 64
"""At least so many pieces are shared by neighbouring windows; a word is read where it is most central."""
LOOKS = 8
BEGIN_MARK, END_MARK = 101, 102
"""BERT's ids of [CLS] and [SEP]."""

_BREAK = re.compile(r"\n[^\S\n]*\n|(?<=[.!?”\"’)])[^\S\n]*\n")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Stream:
    """A document: ``ids``, ``look`` and ``word`` (-1 for a separator) by piece; ``start``, ``end`` (code points)
    and the ``first`` piece by word."""

    ids: Ints
    look: Ints
    word: Ints
    start: Ints
    end: Ints
    first: Ints


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start`` to ``end`` of the stream; it speaks for the words ``low`` to ``high``."""

    start: int
    end: int
    low: int
    high: int


def stream(text: str, tokenizer: Tokenizer) -> Stream:
    """The pieces of any text; an empty stream where it holds no word."""
    encoded = tokenizer.encode(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text), add_special_tokens=False)
    if not encoded.ids:
        return Stream(*(np.zeros(0, np.int64) for _ in range(6)))
    ids = np.array(encoded.ids, np.int64)
    offsets = np.array(encoded.offsets, np.int64)
    raw = np.array(encoded.word_ids, np.int64)
    opens = np.concatenate(([True], raw[1:] != raw[:-1]))
    word = np.cumsum(opens) - 1
    first = np.flatnonzero(opens)
    start = offsets[first, 0]
    end = offsets[np.append(first[1:], len(ids)) - 1, 1]
    breaks = _breaks(text, start)
    look = _looks(text, start, end, breaks)[word]
    at = first[breaks]
    return Stream(
        np.insert(ids, at, END_MARK),
        np.insert(look, at, 0),
        np.insert(word, at, -1),
        start,
        end,
        first + np.cumsum(breaks),
    )


def _breaks(text: str, start: Ints) -> NDArray[np.bool_]:
    """True for each word that opens a paragraph, but the first."""
    ends = np.array([match.end() for match in _BREAK.finditer(text)], np.int64)
    paragraph = np.searchsorted(ends, start, side="right")
    return np.concatenate(([False], paragraph[1:] != paragraph[:-1]))


def _looks(text: str, start: Ints, end: Ints, breaks: NDArray[np.bool_]) -> Ints:
    """Each word's look. A quotation closes with its paragraph: news opens a mark on each and closes only the last."""
    looks = np.zeros(len(start), np.int64)
    quoted = False
    for n, (a, b, new) in enumerate(zip(start.tolist(), end.tolist(), breaks.tolist(), strict=True)):
        word = text[a:b]
        if new:
            quoted = False
        closing = quoted
        if word in ("“", "”", '"', "„", "«", "»"):
            quoted = word in ("“", "„", "«") or (word == '"' and not quoted)
        looks[n] = _case(word) + 4 * (quoted or closing)
    return looks


def _case(word: str) -> int:
    """0 lower case or no letters with case, 1 capitalised, 2 all capitals, 3 with a digit."""
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[:1].isupper():
        return 1
    return 3 if any(c.isdigit() for c in word) else 0


def windows(pieces: Stream, size: int) -> Iterator[Window]:
    """Evenly spread windows of at most ``size`` pieces, that overlap, and share the words out among them without gap."""
    total, words = len(pieces.ids), len(pieces.first)
    if not words:
        return
    count = 1 + max(0, -(-(total - size) // (size - OVERLAP)))
    starts = np.linspace(0, max(0, total - size), count).astype(np.int64)
    cuts = (starts[1:] + np.minimum(starts[:-1] + size, total)) // 2
    bounds = [0, *np.searchsorted(pieces.first, cuts).tolist(), words]
    for n, start in enumerate(starts.tolist()):
        yield Window(start, min(start + size, total), bounds[n], bounds[n + 1])


def window_input(pieces: Stream, window: Window) -> tuple[Ints, Ints]:
    """The window's ids and looks with a mark before and after."""
    ids = np.concatenate(([BEGIN_MARK], pieces.ids[window.start : window.end], [END_MARK]))
    look = np.concatenate(([0], pieces.look[window.start : window.end], [0]))
    return ids, look
