"""Rows of PolNeAR's form -> examples: a stream of pieces, a tag a word, and the links between words of source, cue and content."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from training.taught import Taught
from whosays.attribute.tagger_windows import Stream, stream

Row = dict[str, Any]
Group = tuple[frozenset[int], frozenset[int], frozenset[int]]
ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BIES"))


@dataclass(frozen=True, slots=True)
class Example:
    """A document ready for training.

    ``marks`` has the words' gold tags, ``groups`` one triple of word sets an attribution; ``style`` is the annotator's
    number, 0 = none; ``starts`` are the pieces at which a window may begin; ``taught`` is learned beside ``marks``,
    which have ``share`` of the whole.
    """

    key: str
    pieces: Stream
    marks: np.ndarray
    groups: tuple[Group, ...]
    style: int
    weight: float
    starts: frozenset[int]
    taught: Taught | None = None
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cut:
    """A window's worth of an example: pieces ``start`` to ``end``."""

    example: Example
    start: int
    end: int


def load_tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def example(
    row: Row, tokenizer: Tokenizer, styles: dict[str, int], taught: Taught | None = None, share: float = 1.0
) -> Example:
    """The row's example; ``styles`` numbers the annotators from 1. What is taught is left out where a variation of the text
    has other words."""
    pieces = stream(row["text"], tokenizer)
    runs = np.full(len(pieces.start), -1, np.int64)
    groups: list[Group] = []
    count, seen = 0, set()
    for given in row["attributions"]:
        group = []
        for r, role in enumerate(ROLES):
            words: set[int] = set()
            for start, end in given[role]:
                inside = np.flatnonzero((pieces.start < end) & (pieces.end > start))
                if tuple(inside) not in seen:
                    seen.add(tuple(inside))
                    runs[inside] = 3 * count + r
                    count += 1
                words.update(inside.tolist())
            group.append(frozenset(words))
        groups.append((group[0], group[1], group[2]))
    style = styles.get(row.get("annotator", ""), 0)
    told = Example(row["id"], pieces, marks_of(runs), tuple(groups), style, row.get("weight", 1.0), _starts(pieces))
    if taught is None or len(taught.tags) != len(pieces.start):
        return told
    return replace(told, taught=taught, share=share)


def marks_of(runs: np.ndarray) -> np.ndarray:
    """B I E S tags from the number of the span that each word is in (-1 none; modulo 3 its role): where spans overlap,
    the later one wins and what is left of the other is a span of its own, so that no impossible sequence is taught."""
    edge = runs[1:] != runs[:-1]
    opens, closes = np.concatenate(([True], edge)), np.concatenate((edge, [True]))
    mark = np.where(opens & closes, 3, np.where(opens, 0, np.where(closes, 2, 1)))
    return np.where(runs < 0, 0, 1 + 4 * (runs % 3) + mark)


def _starts(pieces: Stream) -> frozenset[int]:
    """Where a window may begin: at words and separators."""
    return frozenset(pieces.first.tolist()) | frozenset(np.flatnonzero(pieces.word < 0).tolist())


def cuts(examples: list[Example], size: int, rng: Random) -> list[Cut]:
    """One epoch: every document once, in windows of at most ``size`` pieces from a random offset, cut at word starts."""
    found = []
    for ex in examples:
        total, at = len(ex.pieces.ids), 0
        length = rng.randint(size // 4, size) if total > size else size
        while at < total:
            end = min(at + length, total)
            while end < total and end > at + 1 and end not in ex.starts:
                end -= 1
            found.append(Cut(ex, at, end))
            at, length = end, size
    return found


VARIATIONS = (("lower", 0.08), ("quoteless", 0.04), ("straight", 0.15), ("oneline", 0.08))


def variation(row: Row, rng: Random) -> Row:
    """The row as it is, or by chance in one of the `VARIATIONS`."""
    chance = rng.random()
    for kind, share in VARIATIONS:
        if chance < share:
            return varied(row, kind)
        chance -= share
    return row


def varied(row: Row, kind: str) -> Row:
    """The row with its text changed, but no offset: no capitals, no quotation marks, only straight ones, or no line breaks."""
    text = row["text"]
    if kind == "lower":
        text = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    elif kind == "quoteless":
        text = re.sub(r"[“”\"]", " ", text)
    elif kind == "straight":
        text = re.sub(r"[“”]", '"', text).replace("’", "'").replace("‘", "'")
    elif kind == "oneline":
        text = text.replace("\n", " ")
    return row | {"text": text}
